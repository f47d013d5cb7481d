import TestSupport
import Testing

/// Any cell of a contract, a request or a piece of evidence may hold anything.
struct ContractCellTests {
  @Test func `a row with anything in any cell comes to something, and the ledger is as it was`()
    async throws
  {
    let ledger = try await TestLedger.make()
    for (kind, cells) in ContractFile.full {
      var rows: [[String]] = []
      for index in cells.indices {
        for cell in AnyCellTests.cells {
          var changed = cells.map(\.cell)
          // Two versions on one day would be refused for that alone.
          if kind == "contracts" { changed[0] = "SALT-\(rows.count)" }
          if kind == "requests" { changed[0] = "D-\(rows.count)-1" }
          changed[index] = cell
          rows.append(changed)
        }
      }
      let text =
        cells.map(\.column).joined(separator: ",") + "\n"
        + rows.map(AnyCellTests.written).joined()
      let head = await ledger.head()
      let (answer, _) = try await ledger.preview(
        text: text, named: kind + ".csv", "--as \(kind) --dry-run")
      #expect(answer.status == 2, "\(answer.err.prefix(400))")
      #expect(!answer.err.contains("not-foreseen"))
      #expect(answer.rows("Rows of data")?.rows == rows.count)
      #expect(try #require(answer.rows("New")?.rows) > cells.count)
      #expect(await ledger.head() == head)
      // What the next kind rests on.
      try await ledger.bring(
        ContractFile.text(cells), named: "sound-\(kind).csv", "--as \(kind)")
    }
  }
}
