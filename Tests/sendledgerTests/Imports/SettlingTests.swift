import Foundation
import TestSupport
import Testing

/// Imports after they were previewed: twins, rows that wait, and what is taken back.
struct SettlingTests {
  private static let advances = "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"

  private func advances(paid day: String) -> String {
    SettlingTests.advances
      + "SPB-004655,1,01/11/2026,\(day),November 2026,100.00,DP-A\n"
      + "SPB-004655,3,01/11/2026,\(day),November 2026,100.00,DP-B\n"
  }

  @Test func `two twins that are real are posted, and the ledger still verifies`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(advances(paid: "02/11/2026"), named: "a.csv", "--as direct-payments")
    let (answer, batch) = try await ledger.preview(
      text: advances(paid: "03/11/2026"), named: "b.csv", "--as direct-payments")
    #expect(answer.rows("Possible twins")?.rows == 2)
    let early = await ledger.type("import commit \(batch)")
    #expect(early.status == 3)
    #expect(early.err.contains("error twins-undecided: 2 possible twins have no decision"))
    for row in [2, 3] {
      try await ledger.type("import twins \(batch) --row \(row) real --reason Both").require()
    }
    try await ledger.type("import commit \(batch)").require()
    try await ledger.type("audit verify").require()
    let (again, _) = try await ledger.preview(
      text: advances(paid: "03/11/2026"), named: "b.csv", "--as direct-payments")
    #expect(again.rows("Known")?.rows == 2)
  }

  @Test func `a twin that is one is left out, and known from then on`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(advances(paid: "02/11/2026"), named: "a.csv", "--as direct-payments")
    let balance = await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out
    let (_, batch) = try await ledger.preview(
      text: advances(paid: "03/11/2026"), named: "b.csv", "--as direct-payments")
    for row in [2, 3] {
      try await ledger.type("import twins \(batch) --row \(row) twin --reason Late").require()
    }
    try await ledger.type("import commit \(batch)").require()
    #expect(
      await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out
        .withoutHead == balance.withoutHead)
    try await ledger.type("audit verify").require()
  }

  @Test func `a file previewed again replaces the preview that waits`() async throws {
    let ledger = try await TestLedger.october()
    let file = advances(paid: "02/11/2026")
    let (_, first) = try await ledger.preview(text: file, named: "a.csv", "--as direct-payments")
    let (_, second) = try await ledger.preview(text: file, named: "a.csv", "--as direct-payments")
    let answer = await ledger.type("import commit \(first)")
    #expect(answer.status == 3)
    #expect(
      answer.err.contains("import-given-up: \(first) was replaced by a later preview of the same"))
    try await ledger.type("import commit \(second)").require()
  }

  @Test func `an import that was only previewed can be dropped`() async throws {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    let (_, batch) = try await ledger.preview(
      text: advances(paid: "02/11/2026"), named: "a.csv", "--as direct-payments")
    #expect(await ledger.type("status").out.contains("1 import waits to be committed"))
    let answer = await ledger.type("import undo \(batch) --reason mistake")
    #expect(answer.out.contains("\(batch) was never committed, and is dropped."))
    #expect(!(await ledger.type("status").out.contains("to be committed")))
    #expect(await ledger.head() == head)
  }

  @Test(arguments: ["B-0002", "B-0004"])
  func `an import on which a later one rests is not taken back before it`(batch: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    let answer = await ledger.type("import undo \(batch) --reason mistake")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error later-record-rests-on-it: record "))
    #expect(answer.err.contains("next    take record"))
    #expect(await ledger.head() == head)
  }

  @Test func `a payment that was placed from suspense holds its import there`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.bring(
      SettlingTests.unplaced, named: "p.csv", "--as payments --mapping anyshire")
    let suspense = CommaSeparated(await ledger.type("event suspense --format csv").out)
    let record = try #require(suspense.rows.first { $0["record"] != "Total" }?["record"])
    try await ledger.type([
      "event", "record", "suspense-placed", "--day", "2026-11-03", "--record", record, "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Fee for autumn term",
    ]).require()
    let answer = await ledger.type("import undo \(batch) --reason mistake")
    #expect(answer.status == 3)
    #expect(answer.err.contains("rests on record \(record)"))
  }

  @Test func `undone twice is said, and undone once leaves what there was before`() async throws {
    let ledger = try await TestLedger.october()
    let before = await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out
    let batch = try await ledger.bring(
      advances(paid: "02/11/2026"), named: "a.csv", "--as direct-payments")
    try await ledger.type("import undo \(batch) --reason mistake").require()
    #expect(
      await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out.withoutHead
        == before.withoutHead)
    let again = await ledger.type("import undo \(batch) --reason mistake")
    #expect(again.status == 3)
    #expect(again.err.contains("import-undone: import \(batch) was taken back already"))
    try await ledger.type("audit verify").require()
    try await ledger.bring(advances(paid: "02/11/2026"), named: "a.csv", "--as direct-payments")
  }

  @Test func `a twin is placed at the line on which its row begins`() async throws {
    let ledger = try await TestLedger.october()
    let row = "SPB-004655,1,01/11/2026,02/11/2026,November 2026,100.00,DP-A\n"
    try await ledger.bring(SettlingTests.advances + row, named: "a.csv", "--as direct-payments")
    let (_, batch) = try await ledger.preview(
      text: SettlingTests.advances
        + "SPB-004655,3,01/11/2026,03/11/2026,\"November\n2026\",50.00,DP-C\n"
        + row.replacingOccurrences(of: "02/11/2026", with: "03/11/2026"),
      named: "b.csv", "--as direct-payments")
    let twins = await ledger.type("import twins \(batch)")
    #expect(twins.out.contains("4"))
    let rows = CommaSeparated(await ledger.type("import show \(batch) --format csv").out).rows
    #expect(rows.first { $0["verdict"] == "twins" && $0["row"] == "3" }?["line"] == "4")
  }

  private static let unplaced = """
    Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount
    FERNBANK HOUSE,200999,02/11/2026,51900999,Education,Fees,HN999,10.00

    """
}

extension String {
  /// A report without the lines that give the head of the ledger.
  var withoutHead: String {
    split(separator: "\n").filter { !$0.lowercased().contains("head") }.joined(separator: "\n")
  }
}
