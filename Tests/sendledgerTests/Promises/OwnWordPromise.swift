import GRDB
import TestSupport
import Testing

/// What one person's word does not do.
struct OwnWordPromise {
  @Test func `L9: the council gives nothing to a fund of its own`() async throws {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    for partner in ["COUNCIL-EDUCATION", "COUNCIL-SOCIAL-CARE"] {
      for fund in ["schools", "central", "early-years", "high-needs", "social-care"] {
        for event in ["agreed", "due", "received"] {
          let answer = await ledger.type(
            "event record contribution-\(event) --day 2026-11-02 --amount 240.00 --fund \(fund) --partner "
              + "\(partner) --document a")
          #expect(answer.status == 3, "\(answer)")
          #expect(answer.err.contains("error council-gives-to-itself: "), "\(answer)")
        }
      }
    }
    #expect(await ledger.head() == head)
    // Another's money is another's.
    let board = await ledger.type(
      "event record contribution-agreed --day 2026-11-02 --amount 240.00 --fund high-needs --partner ICB"
        + " --document a")
    #expect(board.status == 0, "\(board)")
  }

  @Test func `what is paid out of health is held to what its board agreed to`() async throws {
    let ledger = try await TestLedger.october()
    for event in ["payment-made", "invoice-received"] {
      let answer = await ledger.type(
        "event record \(event) --day 2026-11-01 --amount 3000000 --fund health-ICB --document x")
      #expect(answer.status == 3, "\(answer)")
      #expect(
        answer.err.contains("error amount-beyond-agreed: £3,000,000.00 is £2,998,180.00 more than"),
        "\(answer)")
    }
    let (listed, _) = try await ledger.preview(
      text: "Event,Day,Amount,Fund,Document\npayment-made,01/11/2026,3000000.00,Health,x\n",
      named: "e.csv", "--as events")
    #expect(listed.rows("Refused")?.rows == 1, "\(listed)")
  }

  @Test func `L7: a budget is not set for a year that is closed`() async throws {
    let year = try await WorkedYear.closed.value
    let ledger = TestLedger(terminal: year.terminal, path: year.ledger)
    let copy = try ledger.copied()
    let answer = await copy.type(
      "budget set --fund high-needs --line 1.2.4 --amount 5000 --budget-version 7 --day 2026-05-01"
        + " --authority b")
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("error year-is-closed: 2026-27 is closed"), "\(answer)")
  }

  @Test(arguments: ["-", "none", "N/A", ".", "—"])
  func `an authority that says nothing is none`(text: String) async throws {
    let ledger = try await TestLedger.october()
    let answer = await ledger.type([
      "block", "transfer", "--from", "schools", "--to", "high-needs", "--amount", "500", "--day",
      "2026-11-02", "--secretary-of-state=" + text,
    ])
    #expect(answer.status != 0, "\(answer)")
    #expect(answer.err.contains("error text-missing: "), "\(answer)")
  }

  @Test func `of five payments for one month the first is paid, and the others wait`() async throws
  {
    let ledger = try await TestLedger.october()
    let rows = (1...5).map {
      "SPB-004655,1,0\($0)/11/2026,0\($0)/11/2026,November 2026,280.00,DP-\($0)\n"
    }
    let heading = "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
    let (answer, batch) = try await ledger.preview(
      text: heading + rows.joined(), named: "a.csv", "--as direct-payments")
    #expect(answer.rows("New")?.rows == 1 && answer.rows("Held")?.rows == 4, "\(answer)")
    _ = await ledger.type("import commit \(batch)")
    let (later, _) = try await ledger.preview(
      text: heading + "SPB-004655,1,09/11/2026,09/11/2026,November 2026,280.00,DP-9\n",
      named: "b.csv", "--as direct-payments")
    #expect(later.rows("Held")?.rows == 1, "\(later)")
    let (next, _) = try await ledger.preview(
      text: heading + "SPB-004655,1,01/12/2026,30/11/2026,December 2026,280.00,DP-12\n",
      named: "c.csv", "--as direct-payments")
    #expect(next.rows("New")?.rows == 1, "\(next)")
  }

  @Test func `what rows came to is the chain's to say, whatever stands in the register`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let before = await ledger.type("import list").out
    try await DatabaseQueue(path: ledger.path + "/register.sqlite").write {
      try $0.execute(
        sql: "UPDATE import_tally SET pence = 99900000, rows = 999 WHERE verdict = 'new'")
    }
    #expect(await ledger.type("import list").out == before)
  }
}
