import TestSupport
import Testing

/// Amounts that are more than what stands for their line.
struct BeyondAgreedTests {
  private func record(
    _ event: String, _ amount: String, line: Int, in ledger: TestLedger
  ) async -> Terminal.Answer {
    await ledger.type(
      "event record \(event) --day 2026-11-02 --amount=\(amount) --child SPB-004655 --plan-line "
        + "\(line) --document Letter")
  }

  @Test(arguments: [
    ("direct-payment-advanced", 1, ""), ("payment-made", 5, ""), ("payment-made", 5, "-"),
    ("invoice-received", 2, ""), ("credit-due", 5, ""),
  ])
  func `an amount far beyond what is agreed is refused, and one beyond it is told`(
    event: String, line: Int, sign: String
  ) async throws {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    for amount in ["999999.00", "60000.00"] {
      let answer = await record(event, sign + amount, line: line, in: ledger)
      #expect(answer.status == 3, "\(answer)")
      #expect(answer.err.contains("error amount-beyond-agreed: £"), "\(answer)")
      #expect(
        answer.err.contains("what goes more than £25,000.00 beyond is not recorded on one person's")
      )
      #expect(await ledger.head() == head)
    }
    let told = await record(event, sign + "20000.00", line: line, in: ledger)
    #expect(told.status == 2)
    #expect(told.err.contains("warning amount-beyond-agreed: £20,000.00 is £"), "\(told)")
    #expect(told.err.contains(" that stands for SPB-004655/\(line)"))
    #expect(await ledger.head() != head)
  }

  @Test func `sums for funds, partners and pools are held to budgets, grants and agreements`()
    async throws
  {
    let ledger = try await TestLedger.october()
    for event in ["grant-instalment-received --fund high-needs"]
      + ["agreed", "due"].map({ "contribution-\($0) --fund health-ICB --partner ICB" })
    {
      let answer = await ledger.type(
        "event record \(event) --day 2026-11-02 --amount=-90000000.00 --document Letter")
      #expect(answer.status == 3, "\(event): \(answer)")
      #expect(answer.err.contains("error amount-beyond-agreed: £90,000,000.00 is £"), "\(answer)")
    }
    for (event, options) in [
      ("payment-made", "--fund high-needs --line 1.2.11"),
      ("invoice-received", "--fund high-needs --line 1.2.11"),
      ("commitment-made", "--fund high-needs --line 1.2.11"),
      ("grant-instalment-received", "--fund high-needs"),
      ("contribution-due", "--fund health-ICB --partner ICB"),
      ("contribution-received", "--fund health-ICB --partner ICB"),
      ("pool-spent", "--fund pool-education-POOL-2026"),
      ("pool-due", "--fund pool-general-POOL-2026 --partner ICB"),
      ("pool-received", "--fund pool-general-POOL-2026 --partner ICB"),
    ] {
      let answer = await ledger.type(
        "event record \(event) --day 2026-11-02 --amount 99000000.00 \(options) --document Letter")
      #expect(answer.status == 3, "\(event): \(answer)")
      #expect(answer.err.contains("error amount-beyond-agreed: £99,000,000.00 is £"), "\(event)")
    }
  }

  @Test func `an amount within what is agreed is recorded without a word`() async throws {
    let ledger = try await TestLedger.october()
    for (event, line) in [("direct-payment-advanced", 1), ("invoice-received", 2)] {
      let answer = await record(event, "1.00", line: line, in: ledger)
      #expect(answer.status == 0)
      #expect(answer.err.isEmpty, "\(answer)")
    }
  }

  @Test func `an authority adopts a limit of its own`() async throws {
    let ledger = try await TestLedger.october()
    try ledger.terminal.scratch.write(
      try Project.text("ledgers/example/policy.yaml")
        + "  - {setting: beyond-agreed, from: 2026-11-01, value: 10.00, source: Note 16}\n",
      to: "ledger/policy.yaml")
    try await ledger.type("policy adopt").require()
    let answer = await record("direct-payment-advanced", "20000.00", line: 1, in: ledger)
    #expect(answer.status == 3)
    #expect(answer.err.contains("what goes more than £10.00 beyond"), "\(answer)")
  }

  @Test func `our payment into a pool is held to what is set aside for it`() async throws {
    let ledger = try await TestLedger.october()
    func pay(_ amount: String) async -> Terminal.Answer {
      await ledger.type(
        "event record pool-paid --day 2027-01-02 --fund pool-education-POOL-2026 --line 1.2.13 "
          + "--partner COUNCIL-EDUCATION --paid-by high-needs --contract POOL-2026 "
          + "--document Letter --amount \(amount)")
    }
    #expect(await pay("999999.00").err.contains("error amount-beyond-agreed: £999,999.00 is £"))
    #expect(
      await pay("1300.00").err.contains("warning amount-beyond-agreed: £1,300.00 is £100.00 "))
  }

  @Test func `a preview tells of amounts beyond what is agreed, and refuses those far beyond`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let row = "02/11/2026,SPB-004655,1,Letter\n"
    let (answer, _) = try await ledger.preview(
      text: "Event,Amount,Day,Child,Plan line,Document\ndirect-payment-advanced,300000.00,\(row)"
        + "direct-payment-advanced,20000.00,\(row)credit-due,5000000.00,\(row)",
      named: "events.csv", "--as events")
    #expect(answer.rows("Refused")?.rows == 2, "\(answer)")
    #expect(answer.err.contains("error amount-beyond-agreed: "))
    #expect(answer.err.contains("warning amount-beyond-agreed: £20,000.00 is £"), "\(answer)")
  }

  @Test func `many small sums are not let through for one large`() async throws {
    let ledger = try await TestLedger.october()
    func pay(_ event: String, _ amount: String, _ document: String) async -> Terminal.Answer {
      await ledger.type("event record \(event) --amount \(amount) --document \(document)")
    }
    let line = "payment-made --day 2026-11-02 --child SPB-004655 --plan-line 5"
    #expect(await pay(line, "20000.00", "A").status == 2)
    let again = await pay(line, "20000.00", "B")
    #expect(again.err.contains("error amount-beyond-agreed: £20,000.00 is £20,000.00"), "\(again)")
    #expect(await pay(line, "4000.00", "C").status == 2)
    let partner = "contribution-received --day 2026-11-02 --fund health-ICB --partner ICB"
    #expect(await pay(partner, "24000.00", "D").status == 2)
    let more = await pay(partner, "24000.00", "E")
    #expect(more.err.contains("error amount-beyond-agreed: £24,000.00 is £24,000.00"), "\(more)")
  }

  @Test func `a payment for a contract is held to what is set aside for it, in its own fund`()
    async throws
  {
    let ledger = try await TestLedger.october()
    func pay(_ contract: String, _ amount: String, _ fund: String = "high-needs")
      async -> Terminal.Answer
    {
      await ledger.type(
        "event record payment-made --day 2026-11-02 --fund \(fund) --line 1.2.13 "
          + "--document X --contract \(contract) --amount \(amount)")
    }
    #expect(await pay("NO-SUCH", "10.00").err.contains("error contract-not-known"))
    try await ledger.type(
      "event record commitment-made --day 2026-11-02 --fund high-needs --line 1.2.13 --document Y "
        + "--contract TAXIS-26 --amount 900.00"
    ).require()
    try await pay("TAXIS-26", "900.00").require()
    #expect(await pay("TAXIS-26", "26000.00").err.contains("error amount-beyond-agreed"))
  }

  @Test func `proof of spending far beyond what was paid over does not wait for it`() async throws {
    let ledger = try await TestLedger.october()
    let answer = await record("direct-payment-evidenced", "9999999.00", line: 3, in: ledger)
    #expect(answer.err.contains("error amount-beyond-agreed: £9,999,999.00 is £"), "\(answer)")
  }

  @Test func `what one child or one contract would cost is held to the whole block`() async throws {
    let ledger = try await TestLedger.october()
    let heading =
      "Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,"
      + "Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on\n"
    let (answer, _) = try await ledger.preview(
      text: heading
        + "SPB-004655,9,Place,F,High needs,1.2.2,special,education,3,paid-to-setting,,28000000.00,,,year,"
        + "days,monthly,2026-12-01,,D-9,Panel,2026-11-01\n",
      named: "packages.csv", "--as packages")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.err.contains("error amount-beyond-agreed"), "\(answer)")
  }

  @Test func `a line that has ended is not ended again on the same day`() async throws {
    let ledger = try await TestLedger.october()
    func end(_ day: String, line: Int = 5) async -> Terminal.Answer {
      await ledger.type(
        "event record placement-ended --day \(day) --child SPB-004655 --plan-line \(line) "
          + "--document Leaver")
    }
    for _ in 1...3 {
      let head = await ledger.head()
      let answer = await end("2026-10-16")
      #expect(answer.status == 3)
      #expect(
        answer.err.contains("error line-ended-already: SPB-004655/5 ends on 2026-10-16 already"),
        "\(answer)")
      #expect(await ledger.head() == head)
    }
    try await end("2026-11-30", line: 2).require()
    #expect(await end("2026-11-30", line: 2).status == 3)
    try await end("2026-11-20", line: 2).require()
  }

  @Test func `a payment and its large refund in one file come to what their preview said`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let before = await ledger.type("trial-balance --format csv").out.withoutHead
    let (preview, batch) = try await ledger.preview(
      text:
        "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,"
        + "Expense code,Amount\nA SCHOOL,1,02/11/2026,5001,Education,Top-up,HN122,30000.00\n"
        + "A SCHOOL,1,03/11/2026,5002,Education,Top-up,HN122,-30000.00\n",
      named: "refund.csv", "--as payments --mapping anyshire")
    #expect(preview.rows("New")?.rows == 2, "\(preview)")
    let commit = await ledger.type("import commit \(batch)")
    #expect(commit.out.contains("2 rows posted"), "\(commit)")
    #expect(await ledger.type("trial-balance --format csv").out.withoutHead == before)
  }

  @Test func `a payment told by hand without the day it was due is the row of a file that has it`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let told = await record("direct-payment-advanced", "280.00", line: 1, in: ledger)
    #expect(told.status == 0, "\(told)")
    let (preview, batch) = try await ledger.preview(
      text: "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-A\n",
      named: "dp.csv", "--as direct-payments")
    #expect(preview.rows("Held for a person")?.rows == 1, "\(preview)")
    _ = await ledger.type("import commit \(batch)")
    #expect(await ledger.type("import waiting").out.contains("said-before"))
  }
}
