package import Bookkeeping
package import Funding

/// The children who have a plan line, by reference.
package struct ChildListing {
  /// A child, under the name that may be shown.
  package struct Child {
    let reference: ChildReference
    let name: String?
    let lines: Int

    /// `name` is in full or masked, as whoever looks may see it; none where the register does not know
    /// the family.
    package init(_ reference: ChildReference, named name: String?, lines: Int) {
      self.reference = reference
      self.name = name
      self.lines = lines
    }
  }

  private let children: [Child]

  package init(_ children: [Child]) {
    self.children = children
  }

  package var report: Report {
    Report(
      schema: "sendledger/children@1", title: "Children",
      blocks: [
        .table(
          Table(
            "children", caption: "By reference", of: children,
            [
              Table.Field("child", "Child", .text) { .text($0.reference.code) },
              Table.Field("name", "Name", .text) { .text(ifKnown: $0.name) },
              Table.Field("lines", "Lines", .number) { .number($0.lines) },
            ]))
      ])
  }
}

/// A child's plan lines, and what stands for each in a year.
package struct ChildLines {
  /// A plan line as it holds on a day, and what stands for it.
  package struct Line {
    let line: PlanLine
    let purpose: String?
    let standing: LineStanding

    /// `purpose` is what the line is for; none where the text was forgotten.
    package init(_ line: PlanLine, for purpose: String?, _ standing: LineStanding) {
      self.line = line
      self.purpose = purpose
      self.standing = standing
    }
  }

  private let child: ChildReference
  private let year: FinancialYear
  private let lines: [Line]

  package init(of child: ChildReference, in year: FinancialYear, _ lines: [Line]) {
    self.child = child
    self.year = year
    self.lines = lines
  }

  package func report(_ chart: Chart, _ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/child@1", title: child.code,
      blocks: [
        .facts(header),
        .table(
          Table(
            "lines", caption: "Plan lines, and what stands for each", of: lines,
            [
              Table.Field("line", "Line", .number) { .number($0.line.reference.number) },
              Table.Field("for", "For", .text) { .text(ifKnown: $0.purpose) },
              Table.Field("fund", "Fund", .text) { .text(chart.name(of: $0.line.fund)) },
              Table.Field("section-251", "S251", .text) {
                .text($0.line.use.line?.rawValue ?? "")
              },
              Table.Field("held", "Held", .text) { .text($0.line.held.rawValue) },
              Table.Field("committed", "Committed", .money) {
                .money($0.standing.balance(.committed, in: year))
              },
              Table.Field("advanced", "Advanced", .money) {
                .money($0.standing.balance(.advanced))
              },
              Table.Field("spent", "Spent", .money) {
                .money($0.standing.balance(.spent, in: year))
              },
            ])),
      ])
  }
}
