import TestSupport
import Testing

/// What may not be recorded as a decision, and in which words it is refused.
struct DecisionRefusalTests {
  static let refused: [(changes: [String: String], says: String)] = [
    (["others": ""], "error test-without-reason: the decision gives no reason on “others”"),
    (["efficient": ""], "error test-without-reason: the decision gives no reason on “efficient”"),
    (["instead": ""], "error nothing-instead: the decision does not say what can be done instead"),
    (
      ["outcome": "REFUSE_A"],
      "error difference-unexplained: REFUSE_A is decided, and the program finds REFUSE_B"
    ),
    (["outcome": "NEVER"], "error outcome-not-open: the law leaves no NEVER here"),
    (["outcome": "NO"], "error written-value-unreadable: outcome cannot be read"),
    (["panel": "19/11/2026"], "error written-value-unreadable: panel cannot be read"),
    (["by": ""], "error written-value-missing: the decision does not say its by"),
    (
      ["because of": "habit"],
      "error written-name-unknown: 10 characters, not shown as they may be a name is not a name"
    ),
  ]

  @Test(arguments: refused)
  func `a decision that may not stand is refused in words`(
    _ given: (changes: [String: String], says: String)
  ) async throws {
    let made = try await DecisionLedger.made()
    let answer = try await made.record("D-2026-0402", given.changes)
    #expect(answer.status == 3 || answer.status == 65)
    #expect(answer.err.contains(given.says), "\(answer.err)")
    #expect(await made.ledger.type("decision list").out.contains("REFUSE") == false)
  }

  @Test func `another decision than the finding keeps its reason beside it`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record(
      "D-2026-0402",
      ["outcome": "ORGANISED_ARRANGEMENT", "because": "The panel wants the sum to be shown."]
    ).require()
    let shown = await made.ledger.type("decision show D-2026-0402 --format json").out
    #expect(shown.contains("ORGANISED_ARRANGEMENT"))
    #expect(shown.contains("REFUSE_B"))
    #expect(shown.contains("The panel wants the sum to be shown."))
  }

  @Test func `a budget that is stated moves its share to the line inside what is committed`()
    async throws
  {
    let made = try await DecisionLedger.made()
    try await made.record(
      "D-2026-0402",
      ["outcome": "ORGANISED_ARRANGEMENT", "because": "The panel wants the sum to be shown."]
    ).require()
    let before = await made.balances()
    let approved = await made.approve("D-2026-0402")
    try approved.require()
    #expect(await made.balances() == before)
    #expect(approved.out.contains("budget-stated"))
    // 1,440 a year from 1 December: 121 of 365 days, over four instalments of one size.
    #expect(approved.out.contains("119.35"))
    #expect(approved.out.contains("119.34"))
  }

  @Test func `while evidence is missing nothing is refused and nothing is granted`() async throws {
    let made = try await DecisionLedger.made()
    try await made.ledger.on("2026-11-17").bring(
      """
      Decision,Contract,Child,Line,For,Asked,Window,Next review,Asks,Units,Replacement units,\
      Overheads,On premises,Starts,Replaces,Paid as
      D-2026-0404,OT-2026,SPB-004703,1,occupational therapy,04/11/2026,review,,cash,24,,0.00,no,,,
      """, named: "one.csv", "--as requests")
    let found = await made.ledger.on("2026-11-20").type("decision assess D-2026-0404")
    #expect(found.status == 2)
    #expect(found.out.contains("INSUFFICIENT_EVIDENCE"))
    #expect(found.out.contains("a price for one unit from somebody else"))
    let file = try made.words("D-2026-0402")
    let refusal = await made.ledger.on("2026-11-20").type([
      "decision", "record", "D-2026-0404", file,
    ])
    #expect(refusal.status == 3)
    #expect(refusal.err.contains("error evidence-missing"))
  }
}
