import TestSupport
import Testing

/// What is closed is all that was there at the end of a month.
struct ClosedBeforeTests {
  private func pay(_ day: String, _ ledger: TestLedger) async throws {
    try await ledger.type([
      "event", "record", "payment-made", "--day", day, "--amount", "333", "--fund", "high-needs",
      "--line",
      "1.2.5", "--document", "Invoice \(day)",
    ]).require()
  }

  private func spent(_ ledger: TestLedger) async -> String? {
    let text = await ledger.type("block position --block high-needs --period 2026-10 --format csv")
      .out
    return CommaSeparated(text).rows.first { $0["line"] == "1.2.5" }?["actual_gbp"]
  }

  @Test func `what counts before the end of a month has it prepared again`() async throws {
    let ledger = try await TestLedger.october()
    let other = ledger.on("2026-11-30", by: "j.osei")
    try await other.type("period prepare 2026-10 --carry Late").require()
    try await pay("2026-09-05", ledger)
    let answer = await ledger.type("period close 2026-10")
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("error period-moved: 2026-"), "\(answer)")
  }

  @Test func `a month is closed with what was open before it, and moves no more`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.on("2026-11-30", by: "j.osei").type("period prepare 2026-10 --carry Late")
      .require()
    let closed = await ledger.type("period close 2026-10")
    #expect(closed.status == 0)
    let before = await spent(ledger)
    try await pay("2026-09-05", ledger)
    #expect(before != nil)
    #expect(await spent(ledger) == before)
    let again = await ledger.type("period close 2026-09")
    #expect(again.err.contains("error period-closed"), "\(again)")
    try await ledger.type("audit verify").require()
    try await ledger.type("check").require()
  }
}
