package import Disaggregation

/// What must agree, and what has been divided: each sum beside what it must be.
package struct CheckReport {
  private let reconciliations: [Reconciliation]
  private let divisions: DivisionCheck
  private let breaches: [DivisionBreach]

  /// `breaches` are those of the divisions, each with the records that show it.
  package init(
    _ reconciliations: [Reconciliation], _ divisions: DivisionCheck, breaches: [DivisionBreach]
  ) {
    self.reconciliations = reconciliations
    self.divisions = divisions
    self.breaches = breaches
  }

  /// Whether everything agrees.
  package var agrees: Bool { reconciliations.allSatisfy(\.agrees) && breaches.isEmpty }

  package func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/check@1", title: "What must agree",
      blocks: [.facts(header), .table(sums), .table(divided)])
  }

  private var sums: Table {
    Table(
      "agreements", caption: "Each sum and what it must be", of: reconciliations,
      [
        .text("what", "What") { $0.name },
        .money("one", "One side") { $0.one },
        .money("other", "Other side") { $0.other },
        .money("difference", "Difference") { $0.difference },
        .text("agrees", "Agrees") { $0.agrees ? "Yes" : "No" },
      ])
  }

  /// Every breach, or that there is none.
  private var divided: Table {
    let sound =
      "Nothing divided twice or lost: \(divisions.contracts) contracts, \(divisions.grants) grants"
    let columns = [
      Table.Column("what", "What", .text), Table.Column("where", "Where", .text),
      Table.Column("size", "Units or sum", .text), Table.Column("records", "Records", .text),
    ]
    return Table(
      "divisions", caption: "What has been divided, and adds up", columns: columns,
      rows: breaches.isEmpty
        ? [Table.Row([.text(sound), .blank, .blank, .blank])]
        : breaches.map { breach in
          Table.Row([
            .text(breach.group.rawValue), .text(breach.place),
            breach.size.isEmpty ? .blank : .text(breach.size),
            .text(breach.records.map(String.init).joined(separator: " ")),
          ])
        })
  }
}
