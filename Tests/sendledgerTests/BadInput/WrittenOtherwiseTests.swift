import TestSupport
import Testing

/// Days, amounts and cells as councils write them: read as what they are once the mapping says so.
struct WrittenOtherwiseTests {
  private static let head =
    "Supplier name,Date paid,Transaction number,Expense code,Cost centre,D/C,Amount\n"
  private static let columns = """
    kind: payments
    name: Otherwise
    columns:
      date: Date paid
      amount: Amount
      payee: Supplier name
      reference: Transaction number
      code: Expense code
      cost centre: Cost centre

    """

  private func preview(
    _ rows: String, mapping: String, head: String = head, today: String = "2026-11-30"
  ) async throws -> Terminal.Answer {
    let ledger = try await TestLedger.make(today: today)
    try ledger.terminal.scratch.write(mapping, to: "ledger/mappings/otherwise.yaml")
    return try await ledger.preview(
      text: head + rows, named: "list.csv", "--as payments --mapping otherwise"
    ).answer
  }

  private static let plain = columns + "codes: {HN122: {fund: high-needs, line: 1.2.2}}\n"

  @Test(arguments: [
    ("£(12.00)", "−12.00"), ("(£12.00)", "−12.00"), ("50.00-", "−50.00"), ("£ 12.50", "12.50"),
    ("\" £1,250.00 \"", "1,250.00"),
  ])
  func `an amount in its brackets, with its minus behind or spaced is what it says`(
    cell: String, amount: String
  ) async throws {
    let answer = try await preview(
      "OAKFIELD,11/11/2026,51,HN122,,,\(cell)\n", mapping: Self.plain)
    #expect(answer.rows("New")?.amount == amount, "\(answer)")
  }

  @Test(arguments: ["-", "£ -", " £-   "])
  func `a dash for nothing is nothing`(cell: String) async throws {
    let answer = try await preview(
      "OAKFIELD,11/11/2026,51,HN122,,,\(cell)\nOAKFIELD,11/11/2026,52,HN122,,,5.00\n",
      mapping: Self.plain)
    #expect(answer.rows("New")?.amount == "5.00", "\(answer)")
    #expect(answer.out.contains("1 dash, taken as nil"), "\(answer)")
    #expect(answer.rows("Refused") == nil)
  }

  @Test(arguments: ["50.00 DR", "50.00CR", "-50.00-", "(50.00)-", "--5.00", "5.00 -", "£-£5"])
  func `an amount with a word or two signs is refused`(cell: String) async throws {
    let answer = try await preview(
      "OAKFIELD,11/11/2026,51,HN122,,,\(cell)\n", mapping: Self.plain)
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
  }

  @Test func `a word behind the amount says which way money went, once the mapping says so`()
    async throws
  {
    let mapping = Self.plain + "signs: {out: [DR], in: [CR]}\n"
    let answer = try await preview(
      "OAKFIELD,11/11/2026,51,HN122,,,50.00 DR\nOAKFIELD,12/11/2026,52,HN122,,,20.00cr\n",
      mapping: mapping)
    #expect(answer.rows("New")?.amount == "30.00", "\(answer)")
    let bare = try await preview("OAKFIELD,11/11/2026,51,HN122,,,50.00\n", mapping: mapping)
    #expect(bare.err.contains("error amount-without-its-word"), "\(bare)")
  }

  @Test func `a column may say which way money went`() async throws {
    let mapping =
      Self.plain.replacing("columns:\n", with: "columns:\n  direction: D/C\n")
      + "signs: {out: [D], in: [C]}\n"
    let answer = try await preview(
      "OAKFIELD,11/11/2026,51,HN122,,D,50.00\nOAKFIELD,11/11/2026,51,HN122,,C,50.00\n"
        + "OAKFIELD,12/11/2026,52,HN122,,d,5.00\n",
      mapping: mapping)
    #expect(answer.rows("New")?.amount == "5.00", "\(answer)")
    #expect(answer.rows("New")?.rows == 3, "\(answer)")
    for row in ["OAKFIELD,11/11/2026,51,HN122,,X,50.00", "OAKFIELD,11/11/2026,51,HN122,,D,-50.00"] {
      #expect(try await preview(row + "\n", mapping: mapping).rows("Refused")?.rows == 1)
    }
    let unsaid = try await preview(
      "OAKFIELD,11/11/2026,51,HN122,,D,50.00\n",
      mapping: Self.plain.replacing("columns:\n", with: "columns:\n  direction: D/C\n"))
    #expect(unsaid.status == 78, "\(unsaid)")
  }

  @Test(arguments: [
    "20261101", "2026-11-01T00:00:00", "2026-11-01T09:30:00Z", "1st November 2026", "01-NOV-2026",
    "01.11.2026", "2026-11-01 00:00:00",
  ])
  func `a day is one however it is written out`(day: String) async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    try ledger.terminal.scratch.write(Self.plain, to: "ledger/mappings/otherwise.yaml")
    try await ledger.bring(
      Self.head + "OAKFIELD,\(day),51,HN122,,,50.00\n", named: "list.csv",
      "--as payments --mapping otherwise")
    let log = await ledger.type("audit log --last 2 --format csv").out
    #expect(
      log.contains("2026-11-01"), "\(log)")
  }

  @Test(arguments: ["01-NOV-26", "01/11/26", "1 Nov 26"])
  func `two digits are a year once the mapping says which`(day: String) async throws {
    let row = "OAKFIELD,\(day),51,HN122,,,50.00\n"
    let unsaid = try await preview(row, mapping: Self.plain)
    #expect(unsaid.err.contains("error date-two-digit-year"), "\(unsaid)")
    let said = try await preview(row, mapping: Self.plain + "two-digit-years-from: 1990\n")
    #expect(said.rows("New")?.amount == "50.00", "\(said)")
    let other = try await preview(row, mapping: Self.plain + "two-digit-years-from: 1920\n")
    #expect(other.err.contains("error date-out-of-range"), "\(other)")
  }

  @Test(arguments: ["2026-11-01T23:30:00Z", "20261301", "1stt November 2026", "0111", "Nov 2026"])
  func `what may be another day, or none, is refused`(day: String) async throws {
    let answer = try await preview(
      "OAKFIELD,\(day),51,HN122,,,50.00\n", mapping: Self.plain)
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
  }

  @Test(arguments: [(";", "semicolon"), ("\t", "tab"), ("|", "bar")])
  func `cells may be parted by another mark, which is said`(mark: String, word: String) async throws
  {
    let text = Self.head + "OAKFIELD,11/11/2026,51,HN122,,,50.00\n"
    let answer = try await preview(
      "", mapping: Self.plain, head: text.replacing(",", with: mark))
    #expect(answer.rows("New")?.amount == "50.00", "\(answer)")
    #expect(answer.out.contains("UTF-8, cells parted by \(word)s"), "\(answer)")
  }

  @Test func `account and cost centre decide together, from a day on`() async throws {
    let mapping =
      Self.columns + """
        rules:
          - code: R4415
            cost centre: [CC 100, cc200]
            from: 2026-10-01
            is: {fund: high-needs, line: 1.2.3}
          - code: R4415
            cost centre: CC100
            until: 2026-09-30
            is: suspense
        codes:
          HN122: {fund: high-needs, line: 1.2.2}

        """
    let answer = try await preview(
      "A,01/10/2026,1,R4415,CC100,,10.00\nB,02/10/2026,2,R4415,CC200.0,,20.00\n"
        + "C,30/09/2026,3,R4415,CC100,,40.00\nD,30/09/2026,4,R4415,CC200,,80.00\n"
        + "E,02/10/2026,5,R4415,CC300,,160.00\nF,02/10/2026,6,HN122,CC300,,320.00\n"
        + "G,02/10/2026,7,R4415,,,640.00\n",
      mapping: mapping)
    #expect(answer.rows("New")?.amount == "390.00", "\(answer)")
    #expect(answer.rows("Outside this ledger")?.amount == "240.00", "\(answer)")
    #expect(answer.rows("Refused")?.amount == "640.00", "\(answer)")
    #expect(answer.out.contains("R4415 CC300"), "\(answer)")
    let without = try await preview(
      "A,01/10/2026,1,R4415,,10.00\n", mapping: mapping,
      head: Self.head.replacing(",Cost centre", with: ""))
    #expect(without.status == 65, "\(without)")
    #expect(without.err.contains("no column for the cost centre: Cost centre"), "\(without)")
  }

  @Test func `of two headings of one name a mapping says which is meant`() async throws {
    let head = "Supplier name,Date paid,Transaction number,Expense code,Amount,Amount\n"
    let row = "OAKFIELD,11/11/2026,51,HN122,60.00,50.00\n"
    let plain = Self.plain.replacing("  cost centre: Cost centre\n", with: "")
    let unsaid = try await preview(row, mapping: plain, head: head)
    #expect(unsaid.err.contains("error heading-twice"), "\(unsaid)")
    let said = try await preview(
      row, mapping: plain.replacing("amount: Amount", with: "amount: {heading: Amount, nth: 2}"),
      head: head)
    #expect(said.rows("New")?.amount == "50.00", "\(said)")
  }

  @Test func `equal rows are kept, and counted`() async throws {
    let row = "OAKFIELD,11/11/2026,51,HN122,,,50.00\n"
    let answer = try await preview(row + row + row, mapping: Self.plain)
    #expect(answer.rows("New")?.amount == "150.00", "\(answer)")
    #expect(
      answer.out.contains("2 rows are the same as others of the file (£100.00); all are kept"),
      "\(answer)")
  }

  @Test(arguments: ["payees: {}", "remarks: [Total]"])
  func `what a mapping says and nothing reads is refused`(line: String) async throws {
    let answer = try await preview(
      "OAKFIELD,11/11/2026,51,HN122,,,50.00\n", mapping: Self.plain + line + "\n")
    #expect(answer.status == 78, "\(answer)")
  }
}
