import Bookkeeping
package import Disaggregation
package import Funding

/// What an approval posted: every movement, and the change in what is uncommitted.
package struct PostedChange {
  private let moved: [(record: Int, moved: Moved)]

  package init(_ records: [JournalRecord]) {
    moved = records.flatMap { record in
      record.content.moved.map { (record: record.number, moved: $0) }
    }
  }

  package func report(
    _ decision: Decision, _ approved: ApprovedDecision, isDry: Bool, _ header: [Report.Fact]
  ) -> Report {
    let reference = decision.reference
    return Report(
      schema: "sendledger/decision-approval@1",
      title: isDry
        ? "\(reference) would be approved. Nothing was written." : "\(reference) is approved",
      blocks: [
        .facts(
          [
            Report.Fact("Decided", .text(decision.outcome.description)),
            Report.Fact("Found", .text(decision.finding.description)),
          ] + change(approved) + header)
      ] + (moved.isEmpty ? [.paragraph("No money moves.")] : [.table(table(isDry: isDry))])
        + [.advice("Next: \(.writeLetter(reference.code))")])
  }

  /// What is uncommitted changes by −(F − R − B posted).
  private func change(_ approved: ApprovedDecision) -> [Report.Fact] {
    guard case .cash(let cash) = approved.grant else { return [] }
    var facts = [
      Report.Fact("Uncommitted, full year", .money(cash.changeOfFullYear)),
      Report.Fact("Uncommitted, rest of this year", .money(uncommitted(in: approved.day))),
      Report.Fact("States less sources", .money(states)),
    ]
    if cash.replaces == nil, cash.backfill > .zero {
      facts.append(Report.Fact("Not committed, so not posted (B)", .money(cash.backfill)))
    }
    return facts
  }

  private func uncommitted(in day: Day) -> Money {
    let year = FinancialYear(of: day)
    return gain(year) { $0 == .allocated || $0 == .unallocated }
  }

  /// What all the states together gained: nothing, since their sources did not change.
  private var states: Money { gain(nil) { $0.layer == .budget } }

  private func gain(_ year: FinancialYear?, _ counts: (Heading) -> Bool) -> Money {
    moved.map { found in
      guard year.map({ $0.days.contains(found.moved.day) }) ?? true else { return .zero }
      return (counts(found.moved.debit.heading) ? found.moved.amount : .zero)
        - (counts(found.moved.credit.heading) ? found.moved.amount : .zero)
    }.total()
  }

  private func table(isDry: Bool) -> Table {
    let posted = isDry ? "would be posted" : "was posted"
    return Table(
      "postings", caption: "What \(posted), all in the budget layer",
      columns: [
        Table.Column("record", "Record", .number, minor: true), Table.Column("day", "Day", .day),
        Table.Column("event", "Event", .text), Table.Column("debit", "Debit", .text),
        Table.Column("credit", "Credit", .text), Table.Column("amount", "Amount", .money),
      ],
      rows: moved.map { found in
        Table.Row([
          .number(found.record), .day(found.moved.day), .text(found.moved.event.rawValue),
          .text(found.moved.debit.description), .text(found.moved.credit.description),
          .money(found.moved.amount),
        ])
      })
  }
}
