import TestSupport
import Testing

/// Payments, invoices, notices and what comes back, told in another order than they happened.
struct ToldInOrderTests {
  private static let payments =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount\n"
  private static let events = "Event,Day,Amount,Fund,Line,Child,Plan line,Commitment,Document\n"
  private static let end = "placement-ended,16/10/2026,,,,SPB-004655,5,,Leaver notice\n"

  private static func oak(_ day: String, _ number: String, _ amount: String) -> String {
    "OAKFIELD ACADEMY,200417,\(day)/2026,\(number),Education,Top-up,HN122,\"\(amount)\"\n"
  }

  private static func therapy(_ day: String, _ amount: String) -> String {
    "BRIGHTTALK,200733,\(day)/2026,51900140,Education,Therapies,HN213,\(amount)\n"
  }

  private static func invoice(_ day: String, _ amount: String) -> String {
    "invoice-received,\(day)/2026,\(amount),,,SPB-004655,2,,An invoice\n"
  }

  /// The ledger before anything was paid, with what follows brought into it.
  private func ledger(_ files: (rows: String, isPayments: Bool)...) async throws -> TestLedger {
    let ledger = try await TestLedger.make(today: "2026-11-12")
    for (file, options) in [
      ("01-april/openings.csv", "--as openings"),
      ("01-april/dsg-2026-03.csv", "--as dsg-allocation --published 2026-03-26"),
      ("01-april/budgets.csv", "--as budgets"), ("03-august/packages.csv", "--as packages"),
    ] {
      let (answer, batch) = await ledger.preview("imports/example/" + file, options)
      #expect(answer.rows("Refused") == nil, "\(answer)")
      try await ledger.type("import commit \(batch)").require()
    }
    for (number, file) in files.enumerated() {
      let (_, batch) = try await preview(file.rows, file.isPayments, "\(number).csv", in: ledger)
      _ = await ledger.type("import commit \(batch)")
    }
    return ledger
  }

  private func preview(
    _ rows: String, _ isPayments: Bool, _ name: String, in ledger: TestLedger
  ) async throws -> (answer: Terminal.Answer, batch: String) {
    try await ledger.preview(
      text: (isPayments ? Self.payments : Self.events) + rows, named: name,
      isPayments ? "--as payments --mapping anyshire" : "--as events")
  }

  /// What stands in some accounts of high needs.
  private func stands(_ account: String, in ledger: TestLedger) async -> String {
    let text = await ledger.type("trial-balance --layer actual --as-of 2026-11-12 --format csv").out
    return text.split(separator: "\n").map(String.init).first {
      $0.contains(",High needs,\(account),")
    }
      ?? ""
  }

  @Test func `an instalment that was cut short waits when it is paid in full`() async throws {
    let ledger = try await ledger((Self.end, false))
    let (answer, batch) = try await preview(
      Self.oak("11/09", "51900011", "1,430.14"), true, "p.csv", in: ledger)
    #expect(answer.status == 2 && answer.rows("Held")?.rows == 1, "\(answer)")
    _ = await ledger.type("import commit \(batch)")
    #expect(await ledger.type("import waiting").out.contains("after-its-end"))
    #expect(await stands("Expenditure", in: ledger).isEmpty)
    // In the other order it is paid, and what is too much is due back.
    let usual = try await self.ledger(
      (Self.oak("11/09", "51900011", "1,430.14"), true), (Self.end, false))
    #expect(await stands("Due from schools", in: usual).contains("936.99"))
    #expect(await stands("Expenditure", in: usual).contains("493.15"))
  }

  @Test func `what comes back is the credit that is due, or waits where it is part of one`()
    async throws
  {
    let before: [(String, Bool)] = [
      (Self.oak("11/09", "51900011", "1,430.14"), true), (Self.end, false),
    ]
    let whole = try await ledger(
      before[0], before[1], (Self.oak("05/11", "51900099", "-936.99"), true))
    #expect(await stands("Due from schools", in: whole).isEmpty)
    #expect(await stands("Expenditure", in: whole).contains("493.15"))
    try await whole.type("check --as-of 2026-11-12").require()
    let part = try await ledger(before[0], before[1])
    let (answer, batch) = try await preview(
      Self.oak("05/11", "51900099", "-400.00"), true, "part.csv", in: part)
    #expect(answer.rows("Held")?.rows == 1, "\(answer)")
    _ = await part.type("import commit \(batch)")
    #expect(await part.type("import waiting").out.contains("credit-due"))
  }

  @Test(arguments: ["180.00", "240.00"])
  func `an invoice that was paid before it was told waits, and is refused by hand`(amount: String)
    async throws
  {
    let ledger = try await ledger((Self.therapy("14/10", amount), true))
    let spent = await stands("Expenditure", in: ledger)
    #expect(spent.contains(amount))
    let (answer, batch) = try await preview(
      Self.invoice("30/09", amount), false, "e.csv", in: ledger)
    #expect(answer.rows("Held")?.rows == 1, "\(answer)")
    _ = await ledger.type("import commit \(batch)")
    #expect(await ledger.type("import waiting").out.contains("paid-already"))
    let typed =
      "event record invoice-received --day 2026-09-30 --amount \(amount) --child SPB-004655 --plan-line 2"
      + " --document Letter"
    let refused = await ledger.type(typed)
    #expect(refused.status == 3, "\(refused)")
    #expect(refused.err.contains("error paid-already: record "), "\(refused)")
    #expect(await stands("Expenditure", in: ledger) == spent)
    // One of a later day, or of another amount, is another.
    for (day, amount) in [("20/10", amount), ("30/09", "60.00")] {
      let (other, _) = try await preview(
        Self.invoice(day, amount), false, "o-\(amount)-\(day.prefix(2)).csv", in: ledger)
      #expect(other.rows("Held") == nil, "\(other)")
    }
    #expect(await ledger.type(typed + " --again").status != 3)
  }

  @Test func `a placement is not ended on a later day than it was`() async throws {
    let ledger = try await ledger(
      (Self.oak("11/09", "51900011", "1,430.14"), true), (Self.end, false))
    let (answer, _) = try await preview(
      Self.end.replacing("16/10", with: "30/10"), false, "later.csv", in: ledger)
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(
      answer.err.contains("error line-ended-already: SPB-004655/5 ends on 2026-10-16 already"),
      "\(answer)")
    let (earlier, _) = try await preview(
      Self.end.replacing("16/10", with: "10/10"), false, "earlier.csv", in: ledger)
    #expect(earlier.rows("New")?.rows == 1, "\(earlier)")
  }
}
