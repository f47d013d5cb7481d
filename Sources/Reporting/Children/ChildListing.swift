package import Bookkeeping
package import Funding

extension Report {
  /// A child, under the name that may be shown, and the number of its plan lines.
  ///
  /// The name is in full or masked, as whoever looks may see it; there is none where the register
  /// does not know the family.
  package typealias ListedChild = (reference: ChildReference, name: String?, lines: Int)

  /// The children who have a plan line, by reference.
  package static func children(_ children: [ListedChild]) -> Report {
    Report(
      schema: "sendledger/children@1", title: "Children",
      blocks: [
        .table(
          Table(
            "children", caption: "By reference", of: children,
            [
              .text("child", "Child") { $0.reference.code },
              .text("name", "Name") { $0.name },
              .number("lines", "Lines") { $0.lines },
            ]))
      ])
  }

  /// A plan line as it holds on a day, what it is for, and what stands for it.
  ///
  /// There are no words for what it is for where the text was forgotten.
  package typealias ListedLine = (line: PlanLine, purpose: String?, standing: LineStanding)

  /// A child's plan lines, and what stands for each in a year.
  package static func lines(
    _ lines: [ListedLine], of child: ChildReference, in year: FinancialYear, _ chart: Chart,
    _ header: [Fact]
  ) -> Report {
    Report(
      schema: "sendledger/child@1", title: child.code,
      of: header,
      Table(
        "lines", caption: "Plan lines, and what stands for each", of: lines,
        [
          .number("line", "Line") { $0.line.reference.number },
          .text("for", "For") { $0.purpose },
          .text("fund", "Fund") { chart.name(of: $0.line.fund) },
          .text("section-251", "S251") { $0.line.use.line?.rawValue ?? "" },
          .text("held", "Held") { $0.line.held.rawValue },
          .money("committed", "Committed") { $0.standing.balance(.committed, in: year) },
          .money("advanced", "Advanced") { $0.standing.balance(.advanced) },
          .money("spent", "Spent") { $0.standing.balance(.spent, in: year) },
        ]))
  }
}
