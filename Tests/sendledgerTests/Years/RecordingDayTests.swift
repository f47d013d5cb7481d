import TestSupport
import Testing

/// The day under which something is recorded, where the clock or a person is wrong about it.
struct RecordingDayTests {
  private static let payment =
    "event record payment-made --amount 5.00 --fund high-needs --line 1.2.3 --document Invoice --day"

  private func resuming(_ day: String, in ledger: TestLedger) throws {
    let policy = try Project.text("ledgers/example/policy.yaml")
    try ledger.terminal.scratch.write(
      policy
        + "  - {setting: recording-resumes, from: \(day), value: \(day), source: Note of \(day)}\n",
      to: "ledger/policy.yaml")
  }

  private func recorded(_ ledger: TestLedger) async -> [String?] {
    let rows = CommaSeparated(await ledger.type("audit log --last 2 --format csv").out).rows
    return rows.map { $0["recorded"] }
  }

  @Test(arguments: ["2196-10-31", "2029-12-31", "2029-01-09"])
  func `a day long after the last record is asked about, whatever would be written`(day: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    let far = ledger.on(day)
    for line in [
      "\(Self.payment) 2026-11-30", "period prepare 2026-04", "event reverse 146 --reason Slip",
      "pool agree \(PoolLedger.agreement)",
      "budget set --fund high-needs --line 1.2.3 --amount 9 --budget-version 9 --authority F --day "
        + "2026-11-30",
    ] {
      let answer = await far.type(line)
      #expect(answer.status == 3, "\(line): \(answer)")
      #expect(
        answer.err.contains(
          "error clock-far-ahead: today would be \(day), and the last record is of 2026-10-31"),
        "\(answer)")
      #expect(!answer.err.contains("SENDLEDGER_TODAY"))
    }
    #expect(await ledger.head() == head)
    try await ledger.on("2026-11-30").type("\(Self.payment) 2026-11-30").require()
  }

  @Test func `eight hundred days without a record are passed`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.on("2029-01-08").type("\(Self.payment) 2029-01-08").require()
  }

  @Test func `two people say that a ledger has rested, and one does not`() async throws {
    let ledger = try await TestLedger.october().on("2029-06-01")
    try resuming("2029-06-01", in: ledger)
    let line = "\(Self.payment) 2029-06-01"
    for name in ["a.khan", "A.Khan", "a.khan "] {
      let answer = await ledger.on("2029-06-01", by: name).type("policy adopt")
      #expect(answer.status == 2)
      #expect(
        answer.out.contains(
          "Waits until another person runs sendledger policy adopt: recording-resumes from "
            + "2029-06-01."))
      #expect(await ledger.type(line).status == 3)
    }
    // What one person said has not moved the day for anybody.
    try await ledger.on("2026-11-30").type("\(Self.payment) 2026-11-30").require()
    try await ledger.on("2029-06-01", by: "j.osei").type("policy adopt").require()
    try await ledger.type(line).require()
    #expect(await recorded(ledger) == ["2026-11-30", "2029-06-01"])
    #expect(await ledger.on("2196-10-31").type(line).status == 3)
    #expect(await ledger.type("audit verify").status == 0)
  }

  @Test func `a record of a wrong later day locks nobody out`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.on("2027-09-30").type("\(Self.payment) 2026-10-30").require()
    let today = ledger.on("2026-11-30")
    let status = await today.type("status").out
    #expect(
      status.contains("after today, 2026-11-30: until then all is recorded under it"), "\(status)")
    try await today.type("\(Self.payment) 2026-11-30").require()
    #expect(await recorded(today) == ["2027-09-30", "2027-09-30"])
    // What may be done goes by the day that it is, and not by that under which it stands.
    let early = await today.on("2026-11-30", by: "j.osei").type(
      "period prepare 2027-01 --carry Late")
    #expect(early.err.contains("error period-not-over: 2027-01 is not over on 2026-11-30"))
    #expect(await today.type("audit verify").status == 0)
  }
}
