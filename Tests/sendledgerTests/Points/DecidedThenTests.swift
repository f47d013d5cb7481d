import TestSupport
import Testing

/// What was known when a request was decided is what the chain held then.
struct DecidedThenTests {
  private func evidence(of ledger: TestLedger) async -> String {
    CommaSeparated(await ledger.type("import list --format csv").out).rows
      .last { $0["kind"] == "evidence" }?["import"] ?? ""
  }

  @Test func `a decision whose evidence has been taken back is not approved`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    let batch = await evidence(of: made.ledger)
    try await made.ledger.on("2026-11-21").type("import undo \(batch) --reason Wrong").require()
    let answer = await made.approve("D-2026-0403")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error figures-have-moved"))
    #expect(!answer.out.contains("is approved"))
    let listed = await made.ledger.type("decision show D-2026-0403")
    #expect(!listed.out.contains("Approved"))
  }

  @Test func `an assessment at an earlier point is what it was, once its evidence is taken back`()
    async throws
  {
    let made = try await DecisionLedger.made()
    let point = await made.ledger.lastRecord() ?? ""
    let words = "decision assess D-2026-0403 --day 2026-11-20 --as-known-at \(point)"
    let before = await made.ledger.type(words)
    #expect(before.out.contains("Outcome    DISAGGREGATE"))
    let batch = await evidence(of: made.ledger)
    try await made.ledger.on("2026-11-21").type("import undo \(batch) --reason Wrong").require()
    let after = await made.ledger.type(words)
    #expect(after.out == before.out)
    #expect(after.status == before.status)
    let now = await made.ledger.type("decision assess D-2026-0403 --day 2026-11-20")
    #expect(now.out.contains("INSUFFICIENT_EVIDENCE"))
  }
}
