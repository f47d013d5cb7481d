import TestSupport
import Testing

/// L7, of settings: one person does not change a value that holds from a day.
struct AdoptionPromise {
  private func change(_ old: String, _ new: String, in ledger: TestLedger) throws {
    let policy = try Project.text("ledgers/example/policy.yaml")
    try #require(policy.contains(old))
    try ledger.terminal.scratch.write(policy.replacing(old, with: new), to: "ledger/policy.yaml")
  }

  private func value(_ setting: String, _ ledger: TestLedger) async -> [String?] {
    CommaSeparated(await ledger.type("policy show --format csv").out).rows
      .filter { $0["setting"] == setting }.map { $0["value"] }
  }

  @Test(arguments: [
    ("twin-days", "value: 5\n", "value: 31\n", "31"),
    ("direct-payments-counted", "value: when-evidenced", "value: when-paid", "when-paid"),
  ])
  func `L7: a change to an adopted value holds once two people have adopted it`(
    setting: String, old: String, new: String, text: String
  ) async throws {
    let ledger = try await TestLedger.october()
    let before = await value(setting, ledger)
    try change(old, new, in: ledger)
    for name in ["a.khan", "A.KHAN", " a.khan", "a.khan"] {
      let answer = await ledger.on("2026-11-30", by: name).type("policy adopt")
      #expect(answer.status == 2)
      #expect(
        answer.out
          == "Waits until another person runs sendledger policy adopt: \(setting) from 2026-04-01.\n"
      )
      #expect(await value(setting, ledger) == before)
    }
    let second = await ledger.on("2026-11-30", by: "j.osei").type("policy adopt")
    #expect(second.status == 0)
    #expect(second.out == "Adopted: \(setting) from 2026-04-01.\n")
    #expect(await value(setting, ledger).last == text)
    #expect(await ledger.type("policy adopt").out.hasPrefix("Nothing is new"))
  }

  @Test func `L7: two people who want two values have changed nothing`() async throws {
    let ledger = try await TestLedger.october()
    try change("value: 5\n", "value: 31\n", in: ledger)
    #expect(await ledger.type("policy adopt").status == 2)
    try change("value: 5\n", "value: 30\n", in: ledger)
    #expect(await ledger.on("2026-11-30", by: "j.osei").type("policy adopt").status == 2)
    #expect(await value("twin-days", ledger) == ["5"])
    // What was taken up by two is not brought back by one.
    try await ledger.type("policy adopt").require()
    try change("value: 5\n", "value: 5\n", in: ledger)
    #expect(await ledger.type("policy adopt").status == 2)
    #expect(await ledger.on("2026-11-30", by: "j.osei").type("policy adopt").status == 0)
    #expect(await value("twin-days", ledger).last == "5")
  }

  @Test func `of two values for one day the file means the later`() async throws {
    let ledger = try await TestLedger.october()
    try change(
      "settings:\n", "settings:\n  - {setting: twin-days, from: 2026-04-01, value: 9, source: N}\n",
      in: ledger)
    #expect(await ledger.type("policy adopt").out.hasPrefix("Nothing is new"))
  }

  @Test func `a value of another day, and a better source, are one person's to adopt`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try change("procedure note 12, March", "procedure note 14, June", in: ledger)
    try await ledger.type("policy adopt").require()
    try change(
      "settings:\n",
      "settings:\n  - {setting: twin-days, from: 2026-12-01, value: 9, source: Note 15}\n",
      in: ledger)
    #expect(await ledger.type("policy adopt").status == 0)
  }

  @Test func `L7: a value that held on a day that has passed is changed by two`() async throws {
    let ledger = try await TestLedger.october()
    let policy = try Project.text("ledgers/example/policy.yaml")
    func adopt(from day: String) async throws -> Terminal.Answer {
      try ledger.terminal.scratch.write(
        policy + "  - {setting: twin-days, from: \(day), value: 31, source: Note}\n",
        to: "ledger/policy.yaml")
      return await ledger.on("2026-11-30").type("policy adopt")
    }
    #expect(try await adopt(from: "2026-04-02").out.contains("Waits until another person"))
    let second = await ledger.on("2026-11-30", by: "j.osei").type("policy adopt")
    #expect(second.out == "Adopted: twin-days from 2026-04-02.\n")
  }
}
