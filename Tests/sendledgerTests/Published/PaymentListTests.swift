import Foundation
import TestSupport
import Testing

/// Councils' payments as they published them: what is in them, what is refused, and that nothing of
/// them is ever written twice.
@Suite(.enabled(if: SharedData.isThere, "the published files are not on this machine"))
struct PaymentListTests {
  /// A file, the first year of a ledger that takes it, and what its rows come to.
  struct List: Sendable {
    let file: String
    let mapping: String
    let year: String
    let rows: Int
    let sum: String
    let note: String
    let status: Int32
  }

  private static let lists = [
    List(
      file: "devon/DCCSpendingOver500_202511.csv", mapping: "devon", year: "2025-26", rows: 1838,
      sum: "28,916,429.05", note: "", status: 2),
    List(
      file: "devon/DCCSpendingOver500_202503.csv", mapping: "devon", year: "2024-25",
      rows: 14_183, sum: "", note: "1086 amounts with binary noise", status: 2),
    List(
      file: "warwickshire/all-january-2022.csv", mapping: "warwickshire", year: "2021-22",
      rows: 9_999, sum: "50,770,373.65", note: "", status: 2),
  ]

  @Test(arguments: lists)
  func `a council's list is read whole, and written once`(list: List) async throws {
    let ledger = try await TestLedger.make(year: list.year, today: "2026-11-21")
    let file = SharedData.path("council-spend/" + list.file)
    let options = "--as payments --mapping \(list.mapping)"
    let (answer, batch) = await ledger.preview(file, options)
    let all = try #require(answer.rows("Rows of data"))
    #expect(all.rows == list.rows)
    if !list.sum.isEmpty { #expect(all.amount == list.sum) }
    #expect(list.note.isEmpty || answer.out.contains(list.note))

    try await decideEverything(batch, in: ledger)
    let commit = await ledger.type("import commit \(batch)")
    #expect(commit.status == 0 || commit.status == 2, "\(commit.err)")
    let head = await ledger.head()

    let (again, second) = await ledger.preview(file, options)
    #expect(again.rows("New") == nil)
    #expect(again.rows("Possible twins") == nil)
    let nothing = await ledger.type("import commit \(second)")
    #expect(nothing.out.contains("nothing to write"))
    #expect(await ledger.head() == head)
    let verdict = await ledger.type("audit verify")
    #expect(verdict.status == 0)
  }

  /// Rows that may be twins are called real, as a person would who knows them.
  private func decideEverything(_ batch: String, in ledger: TestLedger) async throws {
    let twins = CommaSeparated(await ledger.type("import show \(batch) --format csv").out)
      .rows.filter { $0["verdict"] == "twins" && $0["row"]?.isEmpty == false }
    for row in twins {
      let number = try #require(row["row"])
      try await ledger.type([
        "import", "twins", batch, "--row", number, "real", "--reason", "Two payments",
      ]).require()
    }
  }

  @Test func `one row that stands 146 times is kept 146 times`() async throws {
    let text = String(
      decoding: SharedData.bytes("council-spend/warwickshire/all-january-2022.csv"), as: UTF8.self)
    let lines = text.split { $0.isNewline }.reduce(into: [Substring: Int]()) {
      $0[$1, default: 0] += 1
    }
    let most = try #require(lines.max { $0.value < $1.value })
    #expect(most.value == 146)
    // The row is of a code that the example leaves outside, so a mapping that takes all of them in
    // is written for it.
    let ledger = try await TestLedger.make(year: "2021-22", today: "2026-11-21")
    let mapping = try Project.text("ledgers/example/mappings/warwickshire.yaml")
      .replacingOccurrences(of: "otherwise: outside", with: "otherwise: suspense")
    try ledger.terminal.scratch.write(mapping, to: "ledger/mappings/everything.yaml")
    let header = text.split { $0.isNewline }[0]
    let file = ([header] + Array(repeating: most.key, count: 146)).joined(separator: "\n")
    let (answer, batch) = try await ledger.preview(
      text: file + "\n", named: "one-row.csv", "--as payments --mapping everything")
    #expect(answer.rows("New")?.rows == 146)
    try await ledger.type("import commit \(batch)").require()
    let (again, _) = try await ledger.preview(
      text: file + "\n", named: "one-row-again.csv", "--as payments --mapping everything")
    #expect(again.rows("Known")?.rows == 146)
    let (more, _) = try await ledger.preview(
      text: file + "\n" + most.key + "\n", named: "one-more.csv",
      "--as payments --mapping everything")
    #expect(more.rows("Known")?.rows == 146)
    #expect(more.rows("Possible twins")?.rows == 1)
  }

  @Test func `blank records are passed over, and a fraction of a penny is refused`() async throws {
    let ledger = try await TestLedger.make(year: "2011-12", today: "2026-11-21")
    let mapping = try Project.text("ledgers/example/mappings/devon.yaml")
    try ledger.terminal.scratch.write(mapping, to: "ledger/mappings/devon-2011.yaml")
    let (answer, _) = await ledger.preview(
      SharedData.path("council-spend/devon/DCCSpendingOver500_201104.csv"),
      "--as payments --mapping devon")
    #expect(answer.out.contains("2800 blank"))
    #expect(answer.err.components(separatedBy: "error amount-fraction-of-penny: ").count == 2)
    #expect(answer.err.contains("“568.2113”"))
    #expect(answer.err.contains("201104.csv:5352"))
  }

  @Test func `a list that misses its own total is refused, with the row that lost its comma`()
    async throws
  {
    let ledger = try await TestLedger.make(year: "2011-12", today: "2026-11-21")
    let (answer, batch) = await ledger.preview(
      SharedData.path("council-spend/lambeth/2012-02-payments.csv"),
      "--as payments --mapping lambeth")
    #expect(answer.status == 2)
    #expect(answer.err.contains("error control-total-missed"))
    #expect(answer.err.contains("£44,773,003.39, and the rows add to £44,772,263.39"))
    #expect(answer.err.contains("£740.00 is missing; the amount of row 882 could not be read"))
    #expect(await ledger.type("import commit \(batch)").status == 3)
  }

  @Test func `a quotation mark that swallows the rest of a file stops it, and says where`()
    async throws
  {
    let ledger = try await TestLedger.make(year: "2011-12", today: "2026-11-21")
    let (answer, batch) = await ledger.preview(
      SharedData.path("council-spend/lambeth/2011-11-payments.csv"),
      "--as payments --mapping lambeth")
    #expect(answer.status == 2)
    #expect(answer.err.contains("a quotation mark at byte 28142 stands where it may not"))
    #expect(answer.err.contains("(row 912)") || answer.err.contains(":912"))
    let commit = await ledger.type("import commit \(batch)")
    #expect(commit.status == 3)
  }

  @Test func `headings over two rows are read by a mapping that names them whole`() async throws {
    let ledger = try await TestLedger.make(year: "2021-22", today: "2026-11-21")
    let (answer, _) = await ledger.preview(
      SharedData.path("council-spend/warwickshire/p-card-december-2021.csv"),
      "--as payments --mapping warwickshire-cards")
    #expect(answer.out.contains("2 rows of headings"), "\(answer)")
    #expect(answer.rows("Outside this ledger")?.rows == 663, "\(answer)")
    #expect(answer.out.contains("59,600.65"))
  }

  @Test func `a heading cut over two rows is refused and never booked`() async throws {
    let ledger = try await TestLedger.make(year: "2021-22", today: "2026-11-21")
    let (answer, _) = await ledger.preview(
      SharedData.path("council-spend/warwickshire/p-card-december-2021.csv"),
      "--as payments --mapping warwickshire")
    #expect(answer.status == 65)
    #expect(answer.err.contains("error columns-not-found"))
  }
}
