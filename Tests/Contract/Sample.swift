import Bookkeeping
import Funding
@testable import Storage
import Testing

/// Drafts that are written out, for tests that need to know what is in them.
enum Sample {
  static let today = day("2026-10-31")

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is not a day") }
    return day
  }

  static func month(_ text: String) -> Month {
    guard let month = Month(text) else { preconditionFailure("\(text) is not a month") }
    return month
  }

  /// A budget for top-ups, allocated.
  static func entry(_ pence: Int64, on day: String, recorded: Day = today) throws -> Draft {
    let movement = Movement(
      Money(pence: pence), debit: Coding(.highNeeds, .allocated, Use(line: .topUpMaintained)),
      credit: Coding(.highNeeds, .unallocated))
    let entry = try FundingEntry(
      FundingProposal(on: Sample.day(day), parts: [Part(source, [movement])]))
    return Draft(recorded: recorded, actor: "a.khan", content: .posted(.budgetAllocated, entry))
  }

  /// A fact of a kind that can be read, about something of that kind.
  static func note(_ kind: FactKind, of subject: String, recorded: Day = today) -> Draft {
    let source = Source(source.origin, details: source.details + FactSample.details(kind))
    return draft(Fact(kind, of: subject, on: today, source), recorded: recorded)
  }

  static func draft(_ fact: Fact, recorded: Day = today) -> Draft {
    Draft(recorded: recorded, actor: "a.khan", content: .noted(fact))
  }

  static let charter = FinancialYear("2026-27").map {
    Charter(
      authority: "Anyshire", code: "999", firstYear: $0,
      chart: Chart(funds: [Chart.Named(.highNeeds, name: "High needs")], partners: []))
  }

  static let source = Source(
    .command(person: "a.khan", document: "minute 4"), details: [Detail("authority", "forum")])
}
