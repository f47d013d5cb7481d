import TestSupport
import Testing

/// Tables that would be read wrongly, and are refused, held or told.
struct WrongTableTests {
  private static let heading =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"
    + "Amount\n"

  private func preview(
    _ rows: String, heading: String = WrongTableTests.heading,
    _ options: String = "--as payments --mapping anyshire"
  ) async throws -> Terminal.Answer {
    let ledger = try await TestLedger.october()
    return try await ledger.preview(text: heading + rows, named: "list.csv", options).answer
  }

  @Test(arguments: [
    (
      "OAKFIELD,7,11/11/2026,51,Education,Top-up,HN122,1,430.14", heading,
      "payments --mapping anyshire"
    ),
    (
      "OAKFIELD,7,11/11/2026,51,Education,Top-up,1,430.14,HN122,", heading,
      "payments --mapping anyshire"
    ),
    ("ICB,Health,received,05/11/2026,1,260.00", "Partner,Fund,Event,Day,Amount\n", "contributions"),
    (
      "payment-made,05/11/2026,12,400.00,SPB-004655,2", "Event,Day,Amount,Child,Plan line\n",
      "events"
    ),
  ])
  func `a comma in a figure without quotation marks is refused, and never a pound for a thousand`(
    row: String, heading: String, kind: String
  ) async throws {
    let answer = try await preview(row + "\n", heading: heading, "--as " + kind)
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.rows("New") == nil, "\(answer)")
    #expect(answer.err.contains("list.csv:2: error "), "\(answer)")
  }

  @Test func `empty cells behind the headings are passed, and counted`() async throws {
    let answer = try await preview("OAKFIELD,7,11/11/2026,51,Education,Top-up,HN122,30.14,,,\n")
    #expect(answer.rows("New")?.amount == "30.14", "\(answer)")
    #expect(answer.out.contains("1 row with empty cells behind the last heading"), "\(answer)")
  }

  @Test(arguments: ["HN 122", "hn122", "HN122.0", " HN122 "])
  func `a code is the same however it is spaced or spelt`(code: String) async throws {
    let answer = try await preview("OAKFIELD,7,11/11/2026,51,Education,Top-up,\(code),30.14\n")
    #expect(answer.rows("New")?.amount == "30.14", "\(answer)")
  }

  @Test
  func `what falls outside is listed by its code, and one that is nearly another is pointed out`()
    async throws
  {
    let answer = try await preview(
      "OAKFIELD,7,11/11/2026,51,Education,Top-up,HN128,1000.00\n"
        + "HILLTOP,8,11/11/2026,52,Highways,Fuel,R4400,20.00\n"
        + "HILLTOP,8,12/11/2026,53,Highways,Fuel,R4400,30.00\n")
    #expect(answer.rows("Outside this ledger")?.amount == "1,050.00", "\(answer)")
    #expect(answer.out.contains("HN128  nearly HN122     1  1,000.00          2"), "\(answer.out)")
    #expect(answer.out.contains("R4400                   2     50.00          3"), "\(answer.out)")
    #expect(answer.out.contains("of the mapping’s codes: DP401, HN122"), "\(answer.out)")
  }

  @Test func `a file without the column of the codes is refused, and a row without its code too`()
    async throws
  {
    let other = try await preview(
      "OAKFIELD,7,11/11/2026,51,Education,Top-up,HN122,30.14\n",
      heading: Self.heading.replacing("Expense code", with: "Cost Centr"))
    #expect(other.status == 65, "\(other)")
    #expect(other.err.contains("error columns-not-found: the file has no column for the code"))
    let row = try await preview("OAKFIELD,7,11/11/2026,51,Education,Top-up,,30.14\n")
    #expect(row.rows("Refused")?.rows == 1, "\(row)")
  }

  @Test func `a column that the mapping names and the file lacks is told`() async throws {
    let answer = try await preview(
      "OAKFIELD,7,11/11/2026,51,Education,Top-up,HN122,30.14\n",
      heading: Self.heading.replacing("Transaction number", with: "Transaction no."))
    #expect(answer.status == 2, "\(answer)")
    #expect(answer.out.contains("of the mapping’s reference"), "\(answer)")
  }

  @Test func `dates with the month first commit nothing`() async throws {
    let ledger = try await TestLedger.october()
    let rows = ["10/05", "10/06", "10/13", "10/27"].enumerated().map {
      "OAKFIELD,7,\($1)/2026,5\($0),Education,Top-up,HN122,30.14\n"
    }
    let (answer, batch) = try await ledger.preview(
      text: Self.heading + rows.joined(), named: "list.csv", "--as payments --mapping anyshire")
    #expect(
      answer.err.contains("error dates-month-first: Date paid is written with the month first"))
    #expect(await ledger.type("import commit \(batch)").status == 3)
  }

  @Test func `what is paid on a day that has not come, or to nobody, waits`() async throws {
    let answer = try await preview(
      "OAKFIELD,7,11/12/2026,51,Education,Top-up,HN122,30.14\n"
        + ",,11/11/2026,52,Education,Top-up,HN122,40.00\n"
        + "OAKFIELD,7,11/11/2026,53,Education,Top-up,HN122,50.00\n")
    #expect(answer.rows("Held for a person")?.rows == 2, "\(answer)")
    #expect(answer.rows("New")?.amount == "50.00")
  }

  @Test(arguments: [
    "Total,,30/11/2026,,,,,150.00", ",,30/11/2026,TOTAL,,,,150.00", ",,,,,,Grand Total,150.00",
    "TOTAL,,30/11/2026,,,,HN122,150.00",
  ])
  func `a total is one wherever its word stands`(total: String) async throws {
    let rows =
      "OAKFIELD,7,11/11/2026,51,Education,Top-up,HN122,100.00\n"
      + "HILLTOP,8,11/11/2026,52,Education,Top-up,HN122,50.00\n"
    let answer = try await preview(rows + total + "\n")
    #expect(answer.rows("New")?.amount == "150.00", "\(answer)")
    #expect(answer.rows("Rows of data")?.rows == 2, "\(answer)")
    let wrong = try await preview(rows + total.replacing("150.00", with: "151.00") + "\n")
    #expect(wrong.err.contains("error control-total-missed"), "\(wrong)")
  }
}
