import Foundation
import TestSupport
import Testing

/// A paper in a family's drawer says whether the accounts before it were changed, whoever changed them.
struct PaperTests {
  private func pay(_ amount: String, in ledger: TestLedger) async throws {
    try await ledger.type([
      "event", "record", "payment-made", "--day", "2026-10-30", "--amount", amount, "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Invoice 1",
    ]).require()
  }

  /// The record and the check number that a paper carries.
  private func proof(_ text: String) throws -> (record: String, digits: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let place = try #require(words.firstIndex(of: "number"))
    let record = try #require(words[..<place].last { Int($0) != nil })
    let digits = words[(place + 1)...].prefix(5).joined(separator: " ")
    return (record, digits.filter { $0 != "." })
  }

  @Test func `accounts made anew from the first record are named by one statement`() async throws {
    let ledger = try await TestLedger.october()
    let path = ledger.terminal.scratch.path + "/forged"
    try TestLedger.copy(ledger.path, to: path)
    let forged = TestLedger(terminal: ledger.terminal, path: path)
    try await pay("10.00", in: ledger)
    try await pay("11.00", in: forged)
    let folder = ledger.terminal.scratch.path + "/papers"
    try await ledger.type([
      "statement", "build", "--period", "2026-10", "--issue-date", "2026-11-06", "--child",
      "SPB-004655", "--format", "txt", "--output-folder", folder,
    ]).require()
    let text = try String(contentsOfFile: folder + "/2026-10/SPB-004655.txt", encoding: .utf8)
    let proof = try proof(text)
    #expect(proof.digits.count == 24)
    let check = ["audit", "verify", "--at", proof.record, "--digest", proof.digits]
    let whole = await ledger.type(check)
    #expect(whole.out.contains("Record \(proof.record) has the digest that was printed."))
    // It is whole in itself, and with its register.
    try await forged.type("audit verify").require()
    let named = await forged.type(check)
    #expect(named.status == 3)
    #expect(named.err.contains("error printed-head-differs: record \(proof.record) "))
  }

  @Test func `a letter carries the head of its decision, whenever it is written`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    try await made.approve("D-2026-0403").require()
    let letter = ["decision", "letter", "D-2026-0403"]
    let first = await made.ledger.on("2026-11-24", by: "h.lowe").type(letter)
    let proof = try proof(first.out)
    let check = ["audit", "verify", "--at", proof.record, "--digest", proof.digits]
    #expect(await made.ledger.type(check).out.contains("has the digest that was printed"))
    try await made.ledger.on("2026-11-24").type("period prepare 2026-09 --carry Late").require()
    #expect(await made.ledger.on("2026-11-24", by: "h.lowe").type(letter).out == first.out)
  }

  @Test(arguments: [
    ("--at 176 --digest zz", 64, "--digest is seven digits or more"),
    ("--at 176 --digest aaaaaa", 64, "--digest is seven digits or more"),
    (
      "--at 9999999 --digest aaaaaaa", 3,
      "printed-head-differs: the ledger has no record 9999999: its last is 176"
    ),
    (
      "--at 176 --digest aaaaaaa", 3,
      "printed-head-differs: record 176 of the ledger has another digest"
    ),
  ])
  func `digits that are none, and another head than the ledger's, are told apart`(
    words: String, status: Int32, said: String
  ) async throws {
    let ledger = try await TestLedger.october()
    let answer = await ledger.type("audit verify " + words)
    #expect(answer.status == status, "\(answer)")
    #expect(answer.err.contains(said), "\(answer)")
  }
}
