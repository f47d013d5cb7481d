import TestSupport
import Testing

/// L5: one thing told in two ways counts once, whatever was known of it each time.
struct SaidOtherwisePromise {
  /// Something that is told by hand, and by a row of a file.
  struct Telling: CustomTestStringConvertible {
    let name: String
    let typed: String
    /// What has to have happened first, typed too.
    var before: String?
    let file: String
    let options: String
    let rows: String

    var testDescription: String { name }
  }

  private static let child = "--child SPB-004655 --plan-line"
  private static let bank =
    "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,"
    + "Credit Amount,Balance\n"
  private static let payments =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"
    + "Amount\n"

  static let tellings = [
    // The money that is out is less than what was spent: of one, some waits.
    Telling(
      name: "proof of spending",
      typed: "direct-payment-evidenced --day 2026-11-05 --amount 900 \(child) 3",
      file: "bank.csv", options: "--as bank --mapping spb-004655 --child SPB-004655",
      rows: bank + "05/11/2026,FPO,'30-00-00,12345678,RUTH WAGES NOV,900.00,,100.00\n"),
    Telling(
      name: "money for a pool",
      typed: "contribution-received --day 2026-11-05 --amount 700 --fund health --partner ICB",
      file: "contributions.csv", options: "--as contributions",
      rows: "Partner,Fund,Event,Day,Amount,Reference\nICB,Health,received,05/11/2026,700.00,L\n"),
    Telling(
      name: "an invoice paid", typed: "invoice-paid --day 2026-11-05 --amount 66.50 \(child) 2",
      before: "invoice-received --day 2026-11-02 --amount 66.50 \(child) 2 --document A",
      file: "payments.csv", options: "--as payments --mapping anyshire",
      rows: payments
        + "BRIGHTTALK,200733,05/11/2026,51900199,Education,Therapies,HN213,66.50\n"),
    Telling(
      name: "a payment that the line had committed",
      typed: "payment-made --day 2026-11-05 --amount 66.50 \(child) 2",
      file: "events.csv", options: "--as events",
      rows: "Event,Day,Amount,Child,Plan line,Document\n"
        + "payment-made,05/11/2026,66.50,SPB-004655,2,B\n"),
    Telling(
      name: "an advance paid another day",
      typed: "direct-payment-advanced --day 2026-11-03 --due 2026-11-01 --amount 280 \(child) 1",
      file: "direct-payments.csv", options: "--as direct-payments",
      rows: "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "SPB-004655,1,01/11/2026,04/11/2026,November 2026,280.00,DP-A\n"),
  ]

  @Test(arguments: tellings) func `L5: what was typed waits in a file`(telling: Telling)
    async throws
  {
    let ledger = try await TestLedger.october()
    if let before = telling.before { try await ledger.type("event record \(before)").require() }
    try await ledger.type("event record \(telling.typed) --document Note-1").require()
    let (answer, batch) = try await ledger.preview(
      text: telling.rows, named: telling.file, telling.options)
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    #expect(await ledger.type("import commit \(batch)").status == 2)
    #expect(await ledger.type("import show \(batch)").out.contains("said-before"))
    try await ledger.type("audit verify").require()
  }

  @Test(arguments: tellings) func `L5: what a file brought is asked about when it is typed`(
    telling: Telling
  ) async throws {
    let ledger = try await TestLedger.october()
    if let before = telling.before { try await ledger.type("event record \(before)").require() }
    _ = try await ledger.bring(telling.rows, named: telling.file, telling.options)
    let head = await ledger.head()
    let refused = await ledger.type("event record \(telling.typed) --document Note-1")
    #expect(refused.status == 3, "\(refused)")
    #expect(refused.err.contains("error "), "\(refused)")
    #expect(await ledger.head() == head)
  }

  @Test func `L5: what a list of events told waits in another kind of file, and the other way`()
    async throws
  {
    let event =
      "Event,Day,Amount,Fund,Line,Document\npayment-made,05/11/2026,66.50,High needs,1.2.3,C\n"
    let row =
      Self.payments + "OAKFIELD ACADEMY,200417,05/11/2026,51900177,Education,X,HN123,66.50\n"
    let files = [
      ("events.csv", event, "--as events"), ("p.csv", row, "--as payments --mapping anyshire"),
    ]
    for (first, second) in [(files[0], files[1]), (files[1], files[0])] {
      let ledger = try await TestLedger.october()
      try await ledger.bring(first.1, named: first.0, first.2)
      let (answer, _) = try await ledger.preview(text: second.1, named: second.0, second.2)
      #expect(answer.rows("Held for a person")?.rows == 1, "\(second.0): \(answer)")
      #expect(answer.rows("New") == nil, "\(second.0): \(answer)")
    }
  }
}
