import Foundation
import TestSupport
import Testing

/// Any cell of any kind of file may hold anything: its row comes to something, and no other suffers.
struct AnyCellTests {
  static let kinds = [
    "01-april/openings.csv --as openings",
    "01-april/dsg-2026-03.csv --as dsg-allocation --published 2026-03-27",
    "01-april/transfers.csv --as transfers", "01-april/budgets.csv --as budgets",
    "05-october/contributions.csv --as contributions", "03-august/packages.csv --as packages",
    "03-august/families.csv --as families", "05-october/direct-payments.csv --as direct-payments",
    "05-october/payments.csv --as payments --mapping anyshire",
    "05-october/events.csv --as events", "05-october/receipts.csv --as receipts",
    "05-october/bank.csv --as bank --mapping spb-004655 --child SPB-004655",
  ]

  static let cells = [
    "", "0", "-1", "9999", "999999999999.99", "-999999999999.99", "99999999999999999999", "0.005",
    "31/12/2099", "01/01/1990", "30/02/2026", "1.2.11", "week", "high-needs", "SPB-004655",
    "SPB-004655/99999999999999999999", "\"", "a\u{0}b", "=1+1", "é\u{301}🥐", "a\nb",
    String(repeating: "9", count: 40_000),
  ]

  private static func filled(_ record: [String]) -> Int { record.filter { !$0.isEmpty }.count }

  static func written(_ record: [String]) -> String {
    record.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
  }

  @Test(arguments: kinds)
  func `a row with anything in any cell comes to something, and the ledger is as it was`(
    kind: String
  ) async throws {
    let scratch = try Scratch()
    let year = try await WorkedYear.october.value
    try TestLedger.copy(year.ledger, to: scratch.path + "/ledger")
    let ledger = TestLedger(terminal: Terminal(scratch), path: scratch.path + "/ledger")
    let head = await ledger.head()

    let words = kind.split(separator: " ").map(String.init)
    var text = try Project.text("imports/example/" + words[0])
    let records = CommaSeparated.records(text).filter { $0.contains { !$0.isEmpty } }
    // The fullest of the rows, so that most of what can be read is there to go wrong.
    let most = records.map(Self.filled).max()
    let row = try #require(records.last { Self.filled($0) == most })
    for column in row.indices {
      for cell in Self.cells {
        var changed = row
        changed[column] = cell
        text += Self.written(changed)
      }
    }
    let file = try scratch.write(text, to: "any.csv")
    let answer = await ledger.type(["import", "preview", file, "--dry-run"] + words.dropFirst())
    #expect(answer.status == 2, "\(answer.err.prefix(400))")
    #expect(!answer.err.contains("not-foreseen"))
    let all = try #require(answer.rows("Rows of data")?.rows)
    // A row may be blank, a heading or a total, of which there are few.
    #expect(all > row.count * Self.cells.count * 3 / 4)
    #expect(all <= row.count * Self.cells.count + records.count)
    #expect(await ledger.head() == head)
  }
}
