import Foundation
import TestSupport
import Testing

/// A first mapping out of a file, and what a mapping makes of one.
struct MappingCommandTests {
  /// Previews a file through the mapping that is suggested for it.
  private func preview(
    _ path: String, as kind: String = "payments", corrected: [(String, String)] = [],
    _ more: String = ""
  ) async throws -> (answer: Terminal.Answer, mapping: String) {
    let ledger = try await TestLedger.make(year: "2008-09", today: "2026-11-30")
    let drafted = await ledger.type(["mapping", "suggest", path, "--as", kind])
    try drafted.require()
    var text = drafted.out
    for (old, new) in corrected {
      #expect(text.contains(old), "\(text)")
      text = text.replacing(old, with: new)
    }
    try ledger.terminal.scratch.write(text, to: "ledger/mappings/first.yaml")
    let answer = await ledger.preview(path, "--as \(kind) --mapping first" + more).answer
    return (answer, text)
  }

  @Test(
    .enabled(if: SharedData.isThere),
    arguments: [
      ("devon/DCCSpendingOver500_202511.csv", "devon"),
      ("devon/DCCSpendingOver500_201407.csv", "devon"),
      ("warwickshire/all-november-2014.csv", "warwickshire"),
      ("warwickshire/all-december-2010.csv", "warwickshire"),
      ("warwickshire/all-july-2020.csv", "warwickshire"),
    ])
  func `a suggested mapping reads a council's file as the one that was written for it`(
    file: String, mapping: String
  ) async throws {
    let path = SharedData.path("council-spend/" + file)
    let ledger = try await TestLedger.make(year: "2008-09", today: "2026-11-30")
    let written = await ledger.preview(path, "--as payments --mapping \(mapping)").answer
    let first = try await preview(path)
    let (one, other) = (written.rows("Rows of data"), first.answer.rows("Rows of data"))
    #expect(one?.rows == other?.rows, "\(first.answer.out)\(first.answer.err.prefix(2000))")
    #expect(one?.amount == other?.amount)
    #expect(written.rows("Refused")?.rows == first.answer.rows("Refused")?.rows)
  }

  private static let ledgerExtract =
    "Posting Date|Supplier|Account|Cost Centre|D/C|Amount|Voucher Number\n"
    + "01-SEP-26|OAKFIELD SCHOOL|R4415|CC100|D|1,430.14|V1\n"
    + "02-SEP-26|HILLTOP FUELS|R4415|CC900|D|99.00|V2\n"
    + "03-SEP-26|OAKFIELD SCHOOL|R4415|CC100|C|30.14|V3\n"
    + "04-SEP-26|PEN AND INK|R1000|CC100|D|5.00|V4\n"

  @Test func `bars, two-digit years and a column of signs are read after one correction`()
    async throws
  {
    let scratch = try Scratch()
    let path = try scratch.write(Self.ledgerExtract, to: "extract.csv")
    let rules = """
      rules:
        - code: R4415
          cost centre: CC100
          is: {fund: high-needs, line: 1.2.3}
      codes:
      """
    let (answer, mapping) = try await preview(path, corrected: [("codes:", rules)])
    #expect(mapping.contains("separator: bar"))
    #expect(mapping.contains("two-digit-years-from: 1990"))
    #expect(mapping.contains("signs: {out: [D], in: [C]}"))
    #expect(answer.rows("New")?.amount == "1,400.00", "\(answer)\(mapping)")
    #expect(answer.rows("Outside this ledger")?.amount == "104.00", "\(answer)")
    #expect(answer.rows("Refused") == nil)
  }

  @Test func `a file without headings, and one of two columns of one name, are suggested too`()
    async throws
  {
    let scratch = try Scratch()
    let plain = try scratch.write(
      "01/09/2026,TESCO,-12.34,100.00\n03/09/2026,ACME,20.00,120.00\n", to: "plain.csv")
    let bare = try await preview(plain, as: "bank", " --child SPB-004655")
    #expect(bare.mapping.contains("order: [date, payee, amount, balance]"), "\(bare.mapping)")
    #expect(bare.answer.rows("Rows of data")?.amount == "7.66", "\(bare.answer)")
    let twice = try scratch.write(
      "Supplier,Date,Amount,Amount,Code\nOAK,01/09/2026,words,5.00,X1\n", to: "twice.csv")
    let two = try await preview(twice)
    #expect(two.mapping.contains("amount: {heading: Amount, nth: 2}"), "\(two.mapping)")
    #expect(two.answer.rows("Outside this ledger")?.amount == "5.00", "\(two.answer)")
  }

  /// Suggests a mapping for a table.
  private func suggest(_ table: String, as kind: String) async throws -> String {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    return try await preview(
      try scratch.write(table, to: "table.csv"), as: kind,
      kind == "bank" ? " --child SPB-004655" : ""
    ).mapping
  }

  @Test(arguments: [
    ("Withdrawn", "Lodged"), ("Load", "Spend"), ("Spend (GBP)", "Load (GBP)"), ("Used", "Put on"),
  ])
  func `two columns of money with nought in the empty cell are one way each`(
    first: String, second: String
  ) async throws {
    let rows = [
      ("12.34", "0.00", "87.66"), ("0.00", "20.00", "107.66"), ("7.66", "0.00", "100.00"),
    ]
    let isTurned = first == "Load"
    let table = rows.enumerated().map { number, row in
      let (one, other) = isTurned ? (row.1, row.0) : (row.0, row.1)
      return "0\(number + 1)/09/2026,SHOP \(number),\(one),\(other),\(row.2)\n"
    }
    let mapping = try await suggest(
      "Date,Details,\(first),\(second),Balance\n" + table.joined(), as: "bank")
    let (out, into) = isTurned ? (second, first) : (first, second)
    #expect(mapping.contains("paid out: \(quoted(out))"), "\(mapping)")
    #expect(mapping.contains("paid in: \(quoted(into))"), "\(mapping)")
    #expect(!mapping.contains("Nothing here says"), "\(mapping)")
  }

  private func quoted(_ text: String) -> String { text.contains("(") ? "\"\(text)\"" : text }

  @Test func `a column that says credit note gives the sign, or is asked about`() async throws {
    let heading = "Supplier,Date Paid,Type,Amount,Account Code,Voucher\n"
    func row(_ number: Int, _ type: String, _ amount: String = "10.00") -> String {
      "OAK \(number),0\(number)/09/2026,\(type),\(amount),R4415,V\(number)\n"
    }
    let ways = try await suggest(
      heading + row(1, "Invoice") + row(2, "Credit Note") + row(3, "Invoice"), as: "payments")
    #expect(ways.contains("direction: Type"), "\(ways)")
    #expect(
      ways.contains("signs: {out: [INVOICE], in: [\"CREDIT NOTE\"]}")
        || ways.contains("signs: {out: [INVOICE], in: [CREDIT NOTE]}"), "\(ways)")
    let asked = try await suggest(
      heading + row(1, "Grant") + row(2, "Supplier Credit Note") + row(3, "Fee") + row(4, "Other"),
      as: "payments")
    #expect(asked.contains("# Some rows say that they are a credit note, in Type"), "\(asked)")
    let signed = try await suggest(
      heading + row(1, "Invoice") + row(2, "Credit Note", "-10.00"), as: "payments")
    #expect(!signed.contains("direction"), "\(signed)")
  }

  @Test func `a list without codes, and one with an invoice's total, are drafted with a word`()
    async throws
  {
    let none = try await suggest(
      "Supplier,Date Paid,Amount,Voucher\nOAK,01/09/2026,10.00,1\nELM,01/09/2026,11.00,2\n",
      as: "payments")
    #expect(none.contains("# No column of codes was found"), "\(none)")
    let lines = try await suggest(
      "Supplier,Date Paid,Invoice Amount,Line Amount,Account Code\n"
        + "OAK,01/09/2026,30.00,10.00,R1\nOAK,01/09/2026,30.00,20.00,R2\n", as: "payments")
    #expect(lines.contains("amount: Line Amount"), "\(lines)")
  }

  @Test func `a mapping is shown with what each code and rule of it catches`() async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    let text = """
      kind: payments
      name: Extract
      columns: {date: Posting Date, amount: Amount, payee: Supplier, code: Account, cost centre: Cost Centre, direction: D/C}
      signs: {out: [D], in: [C]}
      two-digit-years-from: 2000
      rules:
        - {code: R4415, cost centre: CC100, is: {fund: high-needs, line: 1.2.3}}
        - {code: R7777, is: suspense}
      codes: {R1001: compared}

      """
    try ledger.terminal.scratch.write(text, to: "ledger/mappings/extract.yaml")
    let path = try ledger.terminal.scratch.write(Self.ledgerExtract, to: "extract.csv")
    let answer = await ledger.type(["mapping", "check", "extract", path])
    #expect(answer.status == 0, "\(answer)")
    #expect(answer.out.contains("In no row  R1001, rule 2"), "\(answer.out)")
    let rows = CommaSeparated(
      await ledger.type(["mapping", "check", "extract", path, "--format", "csv"]).out
    ).rows
    let first = try #require(rows.first { $0["rule"] == "1" })
    #expect(first["becomes"] == "high-needs 1.2.3" && first["sum_gbp"] == "1400.00", "\(rows)")
    let near = try #require(rows.first { $0["code"] == "R1000 CC100" })
    #expect(near["becomes"] == "outside")
    #expect(await ledger.type("import list").out.contains("B-") == false)
  }

  @Test func `a file of a kind that needs no mapping, or that is none, is refused`() async throws {
    let ledger = try await TestLedger.make()
    let path = try ledger.terminal.scratch.write("words and more\nof no kind\n", to: "no.csv")
    let kind = await ledger.type(["mapping", "suggest", path, "--as", "budgets"])
    #expect(kind.status == 64 && kind.err.contains("option-not-for-kind"), "\(kind)")
    let none = await ledger.type(["mapping", "suggest", path, "--as", "payments"])
    #expect(none.status == 65 && none.err.contains("columns-not-found"), "\(none)")
  }

  @Test(arguments: [
    ["IN", "CR", "IN"], ["IN", "IN", "IN"], ["CR", "CR", "CR"], ["C", "C", "C"],
  ])
  func `invoices and creditors are no word for a way`(types: [String]) async throws {
    let rows = types.enumerated().map { number, type in
      "0\(number + 1)/10/2026,HILLSIDE \(number),90\(number),\(type),4301,Indep fees,1\(number)0.00\n"
    }
    let mapping = try await suggest(
      "Payment Date,Supplier,Payment No,Type,Account,Description,Net Amount\n" + rows.joined(),
      as: "payments")
    #expect(!mapping.contains("direction: Type"), "\(mapping)")
    #expect(mapping.contains("#   Type: CR, IN") == (Set(types).count == 2), "\(mapping)")
  }

  @Test func `a column of days with the month first is said to be one`() async throws {
    let mapping = try await suggest(
      "Payment Date,Supplier,Voucher,Account,Amount\n10/21/2026,OAK,1,R1,10.00\n"
        + "10/22/2026,ELM,2,R1,11.00\n10/23/2026,ASH,3,R2,12.00\n", as: "payments")
    #expect(mapping.contains("# Payment Date has the month first"), "\(mapping)")
  }
}
