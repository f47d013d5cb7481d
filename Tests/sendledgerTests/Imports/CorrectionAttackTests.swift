import TestSupport
import Testing

/// Corrections and settlements that were got round once.
struct CorrectionAttackTests {
  private static let heading =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"
    + "Amount\n"
  private static let options = "--as payments --mapping anyshire"
  private static let bank =
    "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,"
    + "Debit Amount,Credit Amount,Balance\n"
  private static let bankOptions = "--as bank --mapping spb-004655 --child SPB-004655"

  private func row(
    _ payee: String, _ amount: String, number: Int = 1, day: String = "05/11/2026",
    code: String = "HN123"
  ) -> String {
    "\(payee),1,\(day),\(number),Education,T,\(code),\(amount)\n"
  }

  private func books(_ ledger: TestLedger) async -> String {
    await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out.withoutHead
  }

  /// Imports a file, whatever a person has to look at.
  @discardableResult
  private func bring(
    _ rows: String, _ more: String = "", named name: String = "p.csv", to ledger: TestLedger
  ) async throws -> String {
    let (_, batch) = try await ledger.preview(
      text: Self.heading + rows, named: name, Self.options + more)
    await ledger.type("import commit \(batch)")
    return batch
  }

  private func fresh(_ rows: String) async throws -> String {
    let ledger = try await TestLedger.october()
    try await bring(rows, to: ledger)
    return await books(ledger)
  }

  @Test func `corrected, undone and corrected again comes to the file's own books`() async throws {
    let ledger = try await TestLedger.october()
    let first = try await bring(row("P1", "100.00"), to: ledger)
    for _ in 0..<2 {
      let second = try await bring(row("P1", "110.00"), " --corrects \(first)", to: ledger)
      #expect(await books(ledger) == (try await fresh(row("P1", "110.00"))))
      try await ledger.type("import undo \(second) --reason Wrong").require()
      #expect(await books(ledger) == (try await fresh(row("P1", "100.00"))))
    }
    try await ledger.type("import undo \(first) --reason Wrong").require()
    #expect(await books(ledger) == (try await fresh("")))
    try await ledger.type("audit verify").require()
  }

  @Test func `an import that is corrected already is corrected by naming the later one`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let first = try await bring(row("P1", "100.00"), to: ledger)
    let second = try await bring(row("P1", "110.00"), " --corrects \(first)", to: ledger)
    let answer = try await ledger.preview(
      text: Self.heading + row("P1", "120.00"), named: "c.csv",
      Self.options + " --corrects \(first)"
    ).answer
    #expect(answer.status == 3)
    #expect(answer.err.contains("error corrected-already: \(first) is corrected by \(second)"))
  }

  @Test func `what a person had reversed stays so when a correction is undone`() async throws {
    let ledger = try await TestLedger.october()
    let rows = row("P1", "100.00") + row("B", "7.00", number: 2)
    let first = try await bring(rows, to: ledger)
    try await ledger.type("event reverse 177 --reason Wrong").require()
    let before = await books(ledger)
    let second = try await bring(
      row("B", "7.00", number: 2), " --corrects \(first)", to: ledger)
    try await ledger.type("import undo \(second) --reason Wrong").require()
    #expect(await books(ledger) == before)
  }

  @Test(arguments: ["R4001,2.00", "HN123,0.00"])
  func `a month with rows that are outside or nil is compared`(rest: String) async throws {
    let ledger = try await TestLedger.october()
    let first = try await bring(
      row("A", "100.00", day: "05/10/2026") + row("B", "7.00", number: 2), to: ledger)
    let rows =
      row("A", "101.00", day: "05/10/2026") + "OUT LTD,1,09/11/2026,3,Education,T,\(rest)\n"
    try await bring(rows, " --corrects \(first)", named: "c.csv", to: ledger)
    #expect(await books(ledger) == (try await fresh(rows)))
  }

  @Test func `an import whose rows another had posted is not corrected by its own name`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let shared = row("P2", "5.00", number: 2)
    try await bring(row("P1", "100.00") + shared, to: ledger)
    let second = try await bring(
      row("P1", "100.00") + shared + row("P3", "7.00", number: 3), named: "b.csv", to: ledger)
    let answer = try await ledger.preview(
      text: Self.heading + row("P1", "110.00") + shared + row("P3", "7.00", number: 3),
      named: "c.csv", Self.options + " --corrects \(second)"
    ).answer
    #expect(answer.status == 3)
    #expect(
      answer.err.contains(
        "error corrects-known-rows: 2 rows of \(second) were known from earlier imports"),
      "\(answer)")
  }

  private func statement(
    _ rows: String, _ more: String = "", named name: String = "k.csv", to ledger: TestLedger
  ) async throws -> String {
    let (_, batch) = try await ledger.preview(
      text: Self.bank + rows, named: name, Self.bankOptions + more)
    await ledger.type("import commit \(batch)")
    return batch
  }

  private func paid() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-A\n"
        + "SPB-004655,3,01/11/2026,02/11/2026,November 2026,390.00,DP-B\n",
      named: "dp.csv", "--as direct-payments")
    return ledger
  }

  private func spent(_ payee: String, _ amount: String, day: String = "05/11/2026") -> String {
    "\(day),DEB,'30-00-00,12345678,\(payee),\(amount),,600.00\n"
  }

  @Test func `a row that was settled by hand goes with its correction, and comes back with it`()
    async throws
  {
    let ledger = try await paid()
    let seals = spent("SEALS SWIM CLUB", "44.00")
    let first = try await statement(seals + spent("UNKNOWN SHOP", "50.00"), to: ledger)
    try await ledger.type("import settle \(first) --row 3 --line SPB-004655/1").require()
    let settled = await books(ledger)
    let second = try await statement(
      seals + spent("UNKNOWN SHOP", "51.00"), " --corrects \(first)", named: "c.csv", to: ledger)
    try await ledger.type("import settle \(second) --row 3 --line SPB-004655/1").require()
    let other = try await paid()
    let whole = try await statement(seals + spent("UNKNOWN SHOP", "51.00"), to: other)
    try await other.type("import settle \(whole) --row 3 --line SPB-004655/1").require()
    #expect(await books(ledger) == (await books(other)))
    try await ledger.type("import undo \(second) --reason Wrong").require()
    #expect(await books(ledger) == settled)
    #expect(!(await ledger.type("import waiting").out.contains("payee-not-known")))
    try await ledger.type("audit verify").require()
  }

  @Test func `of a split row the share that is reversed waits again, and no more`() async throws {
    let ledger = try await paid()
    let batch = try await statement(spent("SHOP", "50.00"), to: ledger)
    let placed = await ledger.type(
      "import settle \(batch) --row 2 --line SPB-004655/1=-30.00 --line SPB-004655/3=-20.00")
    let record = placed.out.split(separator: " ").last?.dropLast(2) ?? ""
    try await ledger.type("event reverse \(record) --reason Wrong").require()
    let list = await ledger.type("import waiting").out
    #expect(list.contains("−20.00"), "\(list)")
    let whole = await ledger.type("import settle \(batch) --row 2 --line SPB-004655/1=-50.00")
    #expect(whole.err.contains("error shares-do-not-add"), "\(whole)")
    try await ledger.type("import settle \(batch) --row 2 --line SPB-004655/1").require()
    #expect(!(await ledger.type("import waiting").out.contains("payee-not-known")))
    try await ledger.type("audit verify").require()
  }

  @Test(arguments: [
    "--line SPB-004655/1=-60.00 --line SPB-004655/3=10.00",
    "--line SPB-004655/1=-50.00 --line SPB-004655/3=0.00",
  ])
  func `a share of nothing, or against the row, is refused`(shares: String) async throws {
    let ledger = try await paid()
    let batch = try await statement(spent("SHOP", "50.00"), to: ledger)
    let answer = await ledger.type("import settle \(batch) --row 2 \(shares)")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error shares-do-not-add"), "\(answer)")
  }

  @Test func `a changed row that is matched with the entry of its earlier form is committed`()
    async throws
  {
    let ledger = try await paid()
    func credit(_ day: String) -> String {
      "\(day),BGC,'30-00-00,12345678,ANYSHIRE COUNCIL,,280.00,600.00\n"
    }
    let first = try await statement(credit("03/11/2026"), to: ledger)
    let (answer, second) = try await ledger.preview(
      text: Self.bank + credit("04/11/2026"), named: "c.csv",
      Self.bankOptions + " --corrects \(first)")
    #expect(answer.rows("Matched")?.rows == 1, "\(answer)")
    try await ledger.type("import commit \(second)").require()
    try await ledger.type("audit verify").require()
  }

  @Test func `a row that a later file holds again waits once`() async throws {
    let ledger = try await TestLedger.october()
    let nobody = ",,05/11/2026,1,Education,T,HN123,9.00\n"
    try await bring(nobody, to: ledger)
    try await bring(nobody + row("P", "5.00", number: 2), named: "b.csv", to: ledger)
    let status = await ledger.type("status").out
    #expect(status.contains("1 row waits for a person"), "\(status)")
  }

  @Test func `a payment that is matched in part is still missing the rest`() async throws {
    let ledger = try await paid()
    let batch = try await statement(
      "04/11/2026,BGC,'30-00-00,12345678,OTHER,,5.00,600.00\n"
        + spent("SEALS SWIM CLUB", "5.00", day: "20/11/2026"), to: ledger)
    try await ledger.type("import settle \(batch) --row 2 --match 178").require()
    let list = await ledger.type("import waiting").out
    #expect(list.contains("385.00") && list.contains("178"), "\(list)")
  }
}
