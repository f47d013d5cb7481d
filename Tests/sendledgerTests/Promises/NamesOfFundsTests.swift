import Foundation
import TestSupport
import Testing

/// What a ledger calls its funds is changed by two people, and what it has named stays.
struct NamesOfFundsTests {
  private func write(_ changes: [(String, String)], to ledger: TestLedger) throws {
    var text = try Project.text("ledgers/example/ledger.yaml")
    for (old, new) in changes {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    try ledger.terminal.scratch.write(text, to: "ledger/ledger.yaml")
  }

  private static let swap = [
    ("high-needs: High needs", "high-needs: X"),
    ("early-years: Early years", "early-years: Young children"),
    ("high-needs: X", "high-needs: The early block"),
  ]

  @Test func `two funds that change names wait for a second person`() async throws {
    let ledger = try await TestLedger.october()
    let before = await ledger.type("block position --block high-needs --period 2026-10").out
    try write(Self.swap, to: ledger)
    for _ in 1...2 {
      let first = await ledger.type("policy adopt")
      #expect(first.status == 2, "\(first)")
      #expect(
        first.out
          == "Waits until another person runs sendledger policy adopt: funds and partners.\n")
      let after = await ledger.type("block position --block high-needs --period 2026-10").out
      #expect(
        after.split(separator: "\n").dropFirst(5) == before.split(separator: "\n").dropFirst(5))
    }
    let second = await ledger.on("2026-11-30", by: "j.osei").type("policy adopt")
    #expect(second.out == "Adopted: funds and partners.\n", "\(second)")
  }

  @Test(arguments: [
    ([("  high-needs: High needs\n", "")], "name-stays: ledger.yaml has no high-needs any more"),
    ([("early-years: Early years", "early-years: high  NEEDS")], "is the name of two"),
    ([("early-years: Early years", "early-years: high-needs")], "is the name of two"),
  ])
  func `a fund that is gone, and two of one name, are refused`(
    changes: [(String, String)], words: String
  ) async throws {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    try write(changes, to: ledger)
    let answer = await ledger.type("policy adopt")
    #expect(answer.err.contains(words), "\(answer)")
    #expect(await ledger.head() == head)
  }

  @Test func `the limit that holds where none was adopted is raised by two`() async throws {
    let ledger = try await TestLedger.october()
    let policy = try Project.text("ledgers/example/policy.yaml")
    try ledger.terminal.scratch.write(
      policy.replacing(
        "settings:\n",
        with:
          "settings:\n  - {setting: beyond-agreed, from: 2026-04-01, value: 999999, source: N}\n"),
      to: "ledger/policy.yaml")
    let first = await ledger.type("policy adopt")
    #expect(first.out.hasPrefix("Waits until another person"), "\(first)")
    #expect(
      await ledger.on("2026-11-30", by: "j.osei").type("policy adopt").out.hasPrefix(
        "Adopted: beyond"))
  }
}
