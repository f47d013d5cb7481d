import Bookkeeping
import Modelling

extension ScenarioPack {
  /// The ninth part: what each option would be to children and families.
  var people: [Report.Block] {
    [
      .table(
        Table(
          "people", caption: "What each option would mean for children and families",
          columns: [Table.Column("matter", "For families", .text)]
            + plan.options.map { Table.Column("people-\($0.code)", $0.shortName, .text) },
          rows: PeopleMatter.allCases.map { matter in
            Table.Row([.text(matter.name)] + plan.options.map { .text($0.people[matter] ?? "") })
          }))
    ]
  }

  /// The tenth part: what no figure of the pack depends on, and what the agreement leaves open.
  var notModelled: [Report.Block] {
    let rows = plan.table.rows.filter { $0.use == .notModelled }.map {
      "\($0.reference): \($0.text)."
    }
    let gaps = plan.sharing.gaps.map(\.sentence)
    return (plan.words.notModelled + rows).map { .paragraph($0) }
      + [
        .paragraph(
          gaps.isEmpty ? "The agreement leaves nothing open." : "What the agreement leaves open:")
      ]
      + gaps.map { .paragraph($0) }
  }

  /// The last part: what has changed since, and how to come to the same bytes.
  var log: [Report.Block] {
    [
      .table(
        Table(
          "changes", caption: "Changes",
          columns: [Table.Column("day", "Day", .day), Table.Column("change", "Change", .text)],
          rows: plan.words.changes.map { Table.Row([.day($0.day), .text($0.words)]) })),
      .facts(
        [
          Report.Fact("Scenario file", .text("SHA-256 \(origin.fileDigest)")),
          Report.Fact("Ledger head", .text("record \(origin.record), \(origin.head)")),
        ] + (evidence.children?.sources.fileFacts ?? [])),
      .paragraph(reproduce),
    ]
  }

  /// The command that makes the same bytes again.
  var reproduce: String {
    let head = String(origin.head.description.prefix(12))
    return "sendledger scenario run \(origin.file) --runs \(outcome.runs) --seed \(outcome.seed) "
      + "--at \(head)"
  }
}
