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

  private static func row(_ day: String, _ code: String, _ amount: String) -> String {
    "STEPWELL LTD,200998,\(day)/11/2026,5300\(day),Education,X,\(code),\(amount)\n"
  }

  @Test(arguments: [
    ("credit-received --day 2026-11-10 --amount 936.99 \(child) 5", row("10", "HN122", "-936.99")),
    (
      "pool-paid --day 2026-11-10 --amount 1200 --fund pool-education-POOL-2026 --line 1.2.13 "
        + "--contract POOL-2026 --partner COUNCIL-EDUCATION --paid-by high-needs",
      row("10", "HN213", "1200.00")
    ),
    ("payment-made --day 2026-11-10 --amount 240 \(child) 2", row("12", "HN213", "240.00")),
    (
      "invoice-received --day 2026-11-03 --amount 500 --fund high-needs --line 1.2.3",
      row("10", "HN123", "500.00")
    ),
  ])
  func `L5: whatever passed through the bank by a person's word waits in the list of payments`(
    typed: String, row: String
  ) async throws {
    let ledger = try await TestLedger.october()
    try await ledger.type("event record \(typed) --document Note-1").require()
    let (answer, _) = try await ledger.preview(
      text: Self.payments + row, named: "p.csv", "--as payments --mapping anyshire")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    #expect(answer.rows("New") == nil, "\(answer)")
  }

  @Test func `L5: one hand record is one row's, and the next row is another payment`() async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.type(
      "event record payment-made --day 2026-11-10 --amount 60 --fund high-needs --line 1.2.3 "
        + "--document A"
    ).require()
    let (answer, _) = try await ledger.preview(
      text: Self.payments + Self.row("10", "HN123", "60.00")
        + Self.row("10", "HN123", "60.00")
        .replacing("5300", with: "5301"), named: "p.csv", "--as payments --mapping anyshire")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    #expect(answer.rows("New")?.rows == 1, "\(answer)")
  }

  @Test func `L5: a month that is closed, or opened again, hides nothing of what was said`()
    async throws
  {
    let typed =
      "event record payment-made --day 2026-10-10 --fund high-needs --line 1.2.3 --amount 321 "
      + "--document Invoice-X"
    for isReopened in [true, false] {
      let ledger = try await TestLedger.october()
      func close(_ month: String, on day: String) async throws {
        try await ledger.on(day).type("period prepare \(month) --carry Late").require()
        try await ledger.on(day, by: "h.lowe").type("period close \(month)").require()
      }
      for month in 4...10 {
        try await close("2026-" + (month < 10 ? "0" : "") + "\(month)", on: "2026-11-30")
      }
      try await ledger.type(typed).require()
      if isReopened {
        for person in ["a.khan", "h.lowe"] {
          await ledger.on("2026-12-05", by: person).type("period reopen 2026-10 --reason Late")
        }
      } else {
        try await close("2026-11", on: "2026-12-05")
      }
      let again = await ledger.on("2026-12-05").type(typed)
      #expect(again.err.contains("error said-before"), "\(isReopened): \(again)")
    }
  }

  @Test func `L5: instalments that are due on other days are others`() async throws {
    let ledger = try await TestLedger.october()
    for due in ["2026-12-01", "2027-01-01"] {
      try await ledger.type(
        "event record pool-agreed --day 2026-11-01 --due \(due) --amount 100 "
          + "--fund pool-general-POOL-2026 --partner ICB --document Variation"
      ).require()
    }
  }

  @Test func `L5: proof that is taken back does not wait, and is not posted later`() async throws {
    let ledger = try await TestLedger.october()
    let proof =
      "event record direct-payment-evidenced --day 2026-11-05 --amount 500 \(Self.child) 1"
    let said = await ledger.type(proof + " --document Return-Nov")
    let number = try #require(said.out.split { !$0.isNumber }.first.flatMap { Int($0) }, "\(said)")
    try await ledger.type("event reverse \(number) --reason Wrong").require()
    let advance =
      "event record direct-payment-advanced --day 2026-11-06 --due 2026-11-01 --amount 280 "
    try await ledger.type(advance + "\(Self.child) 1 --document Run").require()
    let after = await ledger.type("audit log --last 1 --format csv").out
    #expect(!after.contains("direct-payment-evidenced"), "\(after)")
  }
}
