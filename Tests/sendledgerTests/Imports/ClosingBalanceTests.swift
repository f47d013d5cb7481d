import Foundation
import TestSupport
import Testing

/// What a family's bank printed last of a month, whichever files say so.
struct ClosingBalanceTests {
  private func row(_ day: Int, _ name: String, _ spent: Int, _ balance: Int) -> String {
    "\(day < 10 ? "0" : "")\(day)/11/2026,FPO,\(name),\(spent).00,,\(balance).00"
  }

  /// Commits files one after the other, and says what the bank is said to hold.
  private func bring(_ files: [[String]], correcting: Bool = false) async throws -> String {
    let ledger = try await TestLedger.october()
    var last = ""
    for (number, rows) in files.enumerated() {
      let more = correcting && number > 0 ? " --corrects \(last)" : ""
      let (_, batch) = try await ledger.preview(
        text: BankStatement.text(rows), named: "bank\(number).csv", BankStatement.options + more)
      _ = await ledger.type("import twins \(batch) --all real --reason Seen")
      await ledger.type("import commit \(batch)")
      last = batch
    }
    let folder = ledger.path + "-statements"
    try await ledger.type(
      "statement build --period 2026-11 --child SPB-004655 --output-folder \(folder)"
    ).require()
    return try String(contentsOfFile: folder + "/2026-11/SPB-004655.txt", encoding: .utf8)
      .split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func `a file with known rows at its end says the balance all the same`() async throws {
    let first = [row(5, "ALPHA", 5, 95), row(28, "BETA", 10, 85)]
    let later = [row(5, "ALPHA", 5, 95), row(6, "GAMMA", 1, 94), row(28, "BETA", 10, 84)]
    let text = try await bring([first, later])
    #expect(text.contains("Your bank says £84."), "\(text)")
  }

  @Test func `a file that goes backwards and has further rows of the last day`() async throws {
    let first = [row(28, "BETA", 10, 85), row(5, "ALPHA", 5, 95)]
    let later = [row(28, "DELTA", 20, 60), row(28, "GAMMA", 5, 80)] + first
    let text = try await bring([first, later])
    #expect(text.contains("Your bank says £60."), "\(text)")
  }

  @Test func `a corrected statement takes the balance of the earlier one's last row back`()
    async throws
  {
    let alpha = row(5, "ALPHA", 5, 95)
    let text = try await bring(
      [[alpha, row(28, "BETA", 10, 85)], [alpha, row(7, "NU", 2, 93)]], correcting: true)
    #expect(text.contains("Your bank says £93."), "\(text)")
  }
}
