import Foundation
import TestSupport
import Testing

/// No paper and no file for another program is made from a ledger that is not the one that was last written.
struct PartedPaperTests {
  /// The example, put back to an earlier moment beside the register of a later one.
  private func cut() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    let old = ledger.path + "-old"
    try TestLedger.copy(ledger.path, to: old)
    try await ledger.type([
      "event", "record", "payment-made", "--day", "2026-10-30", "--amount", "10.01", "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Invoice 1",
    ]).require()
    try FileManager.default.removeItem(atPath: ledger.path + "/ledger.sqlite")
    try FileManager.default.copyItem(
      atPath: old + "/ledger.sqlite", toPath: ledger.path + "/ledger.sqlite")
    return ledger
  }

  /// What there is beside what SQLite makes for itself.
  private func files(_ ledger: TestLedger) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: ledger.terminal.scratch.path)
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
  }

  @Test(arguments: [
    "statement build --period 2026-10 --output-folder out",
    "export --format ledger --output all.journal",
    "scenario run imports/example/scenarios/pool-2027.yaml",
    "scenario pack imports/example/scenarios/pool-2027.yaml --output-folder pack",
    "scenario new ours.yaml --pool POOL-2026",
  ])
  func `what is given out is refused, with what is wrong`(command: String) async throws {
    let ledger = try await cut()
    let before = try files(ledger)
    let answer = await ledger.type(command)
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.out.isEmpty, "\(answer)")
    #expect(answer.err.contains("error chain-cut: the chain ends after record 176"), "\(answer)")
    #expect(try files(ledger) == before)
  }

  @Test func `a report is made with its warning, and its status says that a person must look`()
    async throws
  {
    let answer = try await cut().type("block position --block high-needs --period 2026-10")
    #expect(answer.status == 2)
    #expect(answer.out.contains("Warning"))
  }
}
