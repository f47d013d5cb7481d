import Foundation
import TestSupport
import Testing

/// A payee that the mapping of a statement knows from the settling of a row on.
struct NamedPayeeTests {
  @Test func `a payee is named in the mapping with the row that is settled, or neither is`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let mapping = ledger.path + "/mappings/spb-004655.yaml"
    let before = try String(contentsOfFile: mapping, encoding: .utf8)
    let rows = [
      "05/11/2026,DEB,NEW: A \u{201C}SHOP\u{201D} #1,5.00,,",
      "06/11/2026,DEB,NEW: A \u{201C}SHOP\u{201D} #1,7.00,,",
    ]
    let batch = try await ledger.statement(rows[0], rows[1])
    let head = await ledger.head()
    for words in [
      "--set-aside --reason Ours", "--line SPB-004655/1=-3.00 --line SPB-004655/3=-2.00",
    ] {
      let refused = await ledger.type("import settle \(batch) --row 2 --name-payee \(words)")
      #expect(refused.err.contains("error payee-not-named"), "\(refused)")
    }
    let wrong = await ledger.type("import settle \(batch) --row 2 --line SPB-004655/2 --name-payee")
    #expect(wrong.status == 3, "\(wrong)")
    let tried = await ledger.type(
      "import settle \(batch) --row 2 --line SPB-004655/1 --name-payee --dry-run")
    #expect(tried.status == 0, "\(tried)")
    #expect(await ledger.head() == head)
    #expect(try String(contentsOfFile: mapping, encoding: .utf8) == before)
    try await ledger.type("import settle \(batch) --row 2 --line SPB-004655/1 --name-payee")
      .require()
    let after = try String(contentsOfFile: mapping, encoding: .utf8)
    #expect(after.split(separator: "\n").count == before.split(separator: "\n").count + 1)
    #expect(after.contains("SPB-004655:\n    \""), "\(after)")
    let files = try FileManager.default.contentsOfDirectory(atPath: ledger.path + "/mappings")
    #expect(files.allSatisfy { !$0.hasPrefix(".") })
    let again = try await ledger.statement(rows[0], rows[1], named: "again.csv")
    #expect(await ledger.heldRows() == 0)
    #expect(await ledger.type("import list").out.contains(again))
    // The council, and whoever is known as something else, get no other name.
    let ours = try await ledger.statement(
      "08/11/2026,BGC,ANYSHIRE COUNCIL REFUND,,5.00,", "09/11/2026,DEB,NEW A SHOP 1 LTD,3.00,,",
      named: "d.csv")
    let council = await ledger.type(
      "import settle \(ours) --row 2 --line SPB-004655/1 --name-payee")
    #expect(council.err.contains("the payee is the council"), "\(council)")
    // A mapping without the child's payees is not added to.
    try before.replacing("payees:", with: "# payees:").replacing("  SPB-004655", with: "#  S")
      .replacing("    ", with: "#    ").write(toFile: mapping, atomically: true, encoding: .utf8)
    let third = try await ledger.statement("07/11/2026,DEB,ANOTHER,5.00,,", named: "c.csv")
    let refused = await ledger.type(
      "import settle \(third) --row 2 --line SPB-004655/1 --name-payee")
    #expect(refused.err.contains("error payee-not-named"), "\(refused)")
  }
}
