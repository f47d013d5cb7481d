import TestSupport
import Testing

/// Figures that a comma of their own has parted, and other tables that were read wrongly once.
struct PartedFigureTests {
  private static let head =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"

  private func preview(
    _ text: String, _ options: String = "--as payments --mapping anyshire", mapping: String = ""
  ) async throws -> Terminal.Answer {
    let ledger = try await TestLedger.october()
    if !mapping.isEmpty {
      try ledger.terminal.scratch.write(mapping, to: "ledger/mappings/trial.yaml")
    }
    return try await ledger.preview(text: text, named: "list.csv", options).answer
  }

  @Test(arguments: [
    "1,250.00,", "1,250.00", "£1,250.00,", "-1,250.00,", "1,250,000.00,", "12,000.00,",
  ])
  func `a thousand is not a pound where columns follow`(cells: String) async throws {
    let answer = try await preview(
      Self.head + "Amount,Notes\nACME,2,03/11/2026,7,Ed,Top,HN122,\(cells)\n")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.rows("New") == nil)
  }

  @Test func `a small figure before a number of three digits is one`() async throws {
    let answer = try await preview(
      Self.head + "Amount,Box\nACME,2,03/11/2026,7,Ed,Top,HN122,5,100\n")
    #expect(answer.rows("New")?.amount == "5.00", "\(answer)")
  }

  @Test(arguments: [
    (
      "Child,Line,Date,Amount,What for,How worked out,Receipt\n"
        + "SPB-004655,1,03/10/2026,1,180.00,Tutor,have\n", "receipts"
    ),
    (
      "Partner,Fund,Event,Day,Amount,Notes\nICB,Health,received,24/11/2026,1,820.00,\n",
      "contributions"
    ),
  ])
  func `other kinds too`(text: String, kind: String) async throws {
    let answer = try await preview(text, "--as " + kind)
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
  }

  @Test func `a row that a quotation mark swallowed is refused`() async throws {
    let answer = try await preview(
      Self.head + "Amount\n\"ACME,2,03/11/2026,1,Ed,Top,HN122,10.00\nBETA\",2,03/11/2026,2,Ed,Top,"
        + "HN122,20.00\nACME,2,03/11/2026,3,Ed,Top,HN122,5.00\n")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.rows("New")?.amount == "5.00")
  }

  @Test func `what the mapping names counts before a column that it does not`() async throws {
    let mapping = """
      kind: bank
      name: x
      columns: {date: Date, payee: Desc, amount: Amount}
      payees: {SPB-004655: {Ruth: 3}}

      """
    let answer = try await preview(
      "Date,Desc,Amount,Paid out,Paid in\n03/11/2026,Ruth,-10.00,99.00,\n04/11/2026,Ruth,7.00,,55.00\n",
      "--as bank --mapping trial --child SPB-004655", mapping: mapping)
    #expect(answer.rows("New")?.amount == "−3.00", "\(answer)")
  }

  @Test(arguments: ["Direction", "DR/CR", "D/C"])
  func `a column of signs is not passed over`(heading: String) async throws {
    let answer = try await preview(
      Self.head + "Amount,\(heading)\nACME,2,03/11/2026,1,Ed,Top,HN122,10.00,DR\n")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.err.contains("error direction-without-signs"), "\(answer)")
  }

  @Test(arguments: [
    "03/11/2026,60.00,1000.00\n10/11/2026,60.00,940.00\n17/11/2026,60.00,880.00\n",
    "03/11/2026,-10.00,100.00\n04/11/2026,-20.00,\n05/11/2026,-30.00,10.00\n",
  ])
  func `balances that run the other way, or over a gap, are told`(rows: String) async throws {
    let mapping = """
      kind: bank
      name: x
      columns: {date: Date, amount: Amount, balance: Balance, payee: Desc}

      """
    let text = rows.split(separator: "\n").map { $0 + ",RUTH\n" }.joined()
    let answer = try await preview(
      "Date,Amount,Balance,Desc\n" + text, "--as bank --mapping trial --child SPB-004655",
      mapping: mapping)
    #expect(answer.err.contains("warning balance-does-not-run"), "\(answer)")
  }

  @Test func `a price of one unit needs how many`() async throws {
    let heading = try Project.text("imports/example/03-august/packages.csv").split(separator: "\n")[
      0]
    let answer = try await preview(
      heading + "\nSPB-004655,23,Thing,F,High needs,1.2.13,,education,3,organised-arrangement,Prov,"
        + "100.00,,hour,year,,,01/09/2026,,D-1,Panel,20/08/2026\n", "--as packages")
    #expect(answer.err.contains("error cell-missing"), "\(answer)")
  }

  @Test(arguments: ["Total HN122", "Sub-total"])
  func `a total of a code is no payment`(payee: String) async throws {
    let answer = try await preview(
      Self.head + "Amount\nACME,2,03/11/2026,1,Ed,Top,HN122,10.00\n"
        + "Total HN122,,03/11/2026,,,,HN122,10.00\n")
    #expect(answer.rows("New")?.amount == "10.00", "\(answer)")
  }

  @Test func `a suggested mapping is added under a new name, and never over another`() async throws
  {
    let ledger = try await TestLedger.october()
    let path = try ledger.terminal.scratch.write(
      "Supplier,Date,Amount,Code\nA,01/11/2026,-5.00,6401\nB,02/11/2026,-6.00,6401.0\n", to: "l.csv"
    )
    let words = ["mapping", "suggest", path, "--as", "payments", "--name"]
    try await ledger.type(words + ["ours"]).require()
    let checked = await ledger.type(["mapping", "check", "ours", path])
    #expect(checked.status == 0, "\(checked)")
    #expect(checked.out.contains("11.00"), "\(checked.out)")
    let again = await ledger.type(words + ["ours"])
    #expect(again.status == 73 && again.err.contains("error output-exists"), "\(again)")
  }
}
