import Bookkeeping
import Funding
import GRDB
import Storage
import StorageSQLite
import Testing

/// L7, of decisions: what a second person has to agree to is not posted round them, by any front.
struct ControlPromise {
  private static let reference = DecisionReference("D-2026-0403")
  private static let today = Day("2026-11-23")

  /// Works on the ledger as a front would that knows nothing of commands.
  private func keepingBooks<Result>(
    of made: DecisionLedger, by name: String, _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    let store = try SQLiteStore(opening: made.ledger.path + "/ledger.sqlite")
    return try await store.keepingBooks(
      on: try #require(Self.today), by: Actor(name), isRehearsal: false, work)
  }

  private func approve(
    of made: DecisionLedger, by name: String, _ reference: DecisionReference
  ) async throws -> Approval {
    let register = try SQLiteRegister(opening: made.ledger.path + "/register.sqlite")
    return try await keepingBooks(of: made, by: name) { bookkeeper in
      try await register.reading { try await bookkeeper.approve(reference, $0) }
    }
  }

  @Test func `L7: an approval round the desk is refused by the bookkeeper`() async throws {
    let made = try await DecisionLedger.made()
    let reference = try #require(Self.reference)
    await #expect(throws: PostingFailure.refused(.decision(.notRecorded(reference)))) {
      try await approve(of: made, by: "h.lowe", reference)
    }
    try await made.record("D-2026-0403").require()
    let head = await made.ledger.head()
    for name in [
      "j.osei", "J.Osei", " j.osei ", "j.\u{200B}osei", "J.OSEI\u{0}", "J. Osei", "j-osei",
      "J Osei", "j.оsei", "ｊ.osei", "j.óséi", "j.o\u{301}sei", "ⓙ.osei", "ј.οѕеі",
    ] {
      await #expect(throws: PostingFailure.refused(.decision(.decidedByYou(reference)))) {
        try await approve(of: made, by: name, reference)
      }
    }
    #expect(await made.ledger.head() == head)
    let approval = try await approve(of: made, by: "h.lowe", reference)
    #expect(!approval.records.isEmpty)
    await #expect(throws: PostingFailure.refused(.decision(.alreadyApproved(reference)))) {
      try await approve(of: made, by: "m.ford", reference)
    }
    await #expect(throws: PostingFailure.refused(.decision(.alreadyApproved(reference)))) {
      try await keepingBooks(of: made, by: "m.ford") { try await $0.record(approval.decision) }
    }
  }

  @Test func `L7: whoever is named as the decider does not approve what a clerk recorded`()
    async throws
  {
    let made = try await DecisionLedger.made()
    try await made.ledger.on("2026-11-20", by: "m.ford").type([
      "decision", "record", "D-2026-0403", try made.words("D-2026-0403", [:]),
    ]).require()
    // The file says: J. Osei, SEND manager.
    for (name, words) in [
      ("j.osei", "you are named as the decider on"), ("J Osei", "you are named as the decider on"),
      ("J. Osei, SEND manager", "you are named as the decider on"),
      ("m.ford", "you recorded the decision on"),
    ] {
      let refused = await made.approve("D-2026-0403", by: name)
      #expect(refused.status == 3)
      #expect(refused.err.contains("error decider-cannot-approve: \(words) D-2026-0403"))
    }
    try await made.approve("D-2026-0403").require()
  }

  @Test func `L7: nobody approves a decision whose decider is not held any more`() async throws {
    let made = try await DecisionLedger.made()
    try await made.ledger.on("2026-11-20", by: "m.ford").type([
      "decision", "record", "D-2026-0403", try made.words("D-2026-0403", [:]),
    ]).require()
    let queue = try DatabaseQueue(path: made.ledger.path + "/register.sqlite")
    try await queue.write { try $0.execute(sql: "DELETE FROM text") }
    try queue.close()
    let head = await made.ledger.head()
    for name in ["j.osei", "h.lowe"] {
      let refused = await made.approve("D-2026-0403", by: name)
      #expect(refused.status == 3)
      #expect(
        refused.err.contains("error decider-not-held: who decided D-2026-0403 is not held any more")
      )
    }
    #expect(await made.ledger.head() == head)
  }

  private static let free: Set<FactKind> = [
    .fileImported, .agreement, .bankBalance, .rowMatched, .rowTwin, .rowRuled, .rowHeld,
    .controlRuled,
    .decisionLetter,
  ]

  @Test(arguments: FactKind.allCases.filter { !free.contains($0) })
  func `L7: what has to be checked first is not noted as it is`(kind: FactKind) async throws {
    let made = try await DecisionLedger.made()
    let head = await made.ledger.head()
    let fact = Fact(
      kind, of: "D-2026-0403", on: Self.today,
      Source(.command(person: "h.lowe", document: "D-2026-0403")))
    await #expect(throws: PostingFailure.refused(.hasItsOwnWay(kind))) {
      try await keepingBooks(of: made, by: "h.lowe") { try await $0.note(fact) }
    }
    #expect(await made.ledger.head() == head)
    let words = EventRefusal.hasItsOwnWay(kind).diagnostic()
    #expect(words.code == "not-a-note")
    #expect(words.problem == "“\(kind.rawValue)” cannot be noted as it is")
  }

  @Test func `L7: one person under two spellings does not prepare and close`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.on("2026-12-01", by: "A.Khan").type("period prepare 2026-09 --carry Late")
      .require()
    let same = await ledger.on("2026-12-01", by: "a.khan").type("period close 2026-09")
    #expect(same.status == 3)
    #expect(same.err.contains("error preparer-cannot-close: you prepared 2026-09"))
  }

  @Test func `a year is not closed while one before it is open`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.on("2028-04-03", by: "j.osei").type("period prepare 2028-03 --carry Late")
      .require()
    let refused = await ledger.on("2028-04-03").type("year close 2027-28")
    #expect(refused.status == 3)
    #expect(
      refused.err.contains(
        "error earlier-year-open: 2026-27 is not closed, and 2027-28 is after it"))
    try await ledger.on("2028-04-03", by: "j.osei").type("period prepare 2027-03 --carry Late")
      .require()
    try await ledger.on("2028-04-03").type("year close 2026-27").require()
    // What the year before closed with counts in it since it was prepared.
    let moved = await ledger.on("2028-04-03").type("year close 2027-28")
    #expect(moved.err.contains("error period-moved: 2027-03 has moved"), "\(moved)")
    try await ledger.on("2028-04-03", by: "j.osei").type("period prepare 2028-03 --carry Late")
      .require()
    try await ledger.on("2028-04-03").type("year close 2027-28").require()
  }
}
