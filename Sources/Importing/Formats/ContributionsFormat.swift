import Bookkeeping
import Funding

/// What partners agreed to give, what of it fell due and what was received.
struct ContributionsFormat: RowFormat {
  let fields = [
    FieldSpec("partner", required: true, twin: true),
    FieldSpec("fund", required: true, twin: true),
    FieldSpec("event", required: true, twin: true),
    FieldSpec("day", .day, headings: ["date"], required: true),
    FieldSpec("amount", .amount, required: true, twin: true),
    FieldSpec("reference", hidden: true, number: true),
  ]
  let context: ImportContext

  private enum Column: Int, FieldPlace {
    case partner, fund, event, day, amount
  }

  private enum Happening: String, CaseIterable {
    case agreed, due, received
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try row.amount(Column.amount).money
    if amount == .zero { return .nothing }
    let partner = try row.value(
      Column.partner, "a partner of the ledger, such as ICB", context.chart.partner)
    let fund = try row.value(Column.fund, "a fund of the ledger", context.chart.fund)
    let day = try row.day(Column.day)
    let event: FundingEvent
    switch try row.word(Column.event, Happening.self) {
    case .agreed:
      event = .contributionAgreed(Contribution(fund, by: partner, amount, on: day))
    case .due:
      event = .contributionDue(Contribution(fund, by: partner, amount, on: day))
    case .received:
      event = .contributionReceived(Contribution(fund, by: partner, amount, on: day))
    }
    return .says(RowMeaning(amount: amount, day: day, intent: .post([event])))
  }
}
