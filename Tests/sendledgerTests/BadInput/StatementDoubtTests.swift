import TestSupport
import Testing

/// Rows of a family's statement that could be read in two ways, and are left to a person.
struct StatementDoubtTests {
  private func preview(_ rows: String..., in ledger: TestLedger? = nil) async throws
    -> Terminal.Answer
  {
    var ledger = ledger
    if ledger == nil { ledger = try await TestLedger.october() }
    return try await #require(ledger).preview(
      text: BankStatement.text(rows), named: "bank.csv", BankStatement.options
    ).answer
  }

  @Test(arguments: [
    ("06/11/2026,DEB,SEALS SWIM CLUB,-44.00,,494.00", "amount-against-its-column"),
    ("06/11/2026,DEB,SEALS SWIM CLUB,,-44.00,494.00", "amount-against-its-column"),
    ("06/11/2026,DEB,SEALS SWIM CLUB,44.00,12.00,494.00", "amount-both-ways"),
  ])
  func `a sign in a column for one way, or money both ways, is refused`(
    row: String, code: String
  ) async throws {
    let answer = try await preview(row)
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.rows("New") == nil)
    #expect(answer.err.contains("error \(code): "), "\(answer)")
  }

  @Test func `a nought in the other column is nothing`() async throws {
    let answer = try await preview("06/11/2026,DEB,SEALS SWIM CLUB,44.00,0.00,494.00")
    #expect(answer.rows("New")?.amount == "−44.00", "\(answer)")
  }

  @Test func `a balance that does not run is told, whichever way the file goes`() async throws {
    let rows = [
      "04/11/2026,DEB,SEALS SWIM CLUB,44.00,,456.00",
      "05/11/2026,DEB,SEALS SWIM CLUB,6.00,,450.00",
      "06/11/2026,DEB,SEALS SWIM CLUB,50.00,,400.00",
    ]
    for file in [rows, rows.reversed()] {
      let whole = try await preview(file[0], file[1], file[2])
      #expect(whole.status == 0, "\(whole)")
      #expect(!whole.err.contains("balance-does-not-run"), "\(whole)")
      let cut = try await preview(file[0], file[2])
      #expect(cut.status == 2, "\(cut)")
      #expect(
        cut.err.contains(
          "bank.csv:3: warning balance-does-not-run: the balance is not the one before it and the "
            + "amount, in one place"), "\(cut)")
    }
  }

  @Test
  func `money that only the amount makes ours waits, and ours is matched whatever stands first`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-2611\n"
        + "SPB-004655,3,01/11/2026,02/11/2026,November 2026,390.00,DP-2611\n",
      named: "dp.csv", "--as direct-payments")
    let answer = try await preview(
      "03/11/2026,FPI,GRANDMA J TAYLOR,,670.00,814.00",
      "04/11/2026,BGC,ANYSHIRE COUNCIL DP-2611-0042,,670.00,1484.00", in: ledger)
    #expect(answer.rows("Matched")?.rows == 1, "\(answer)")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    let batch = answer.out.split(separator: "\n")[0].split(separator: " ").last ?? ""
    let shown = await ledger.type("import show \(batch)")
    #expect(shown.out.contains("credit-not-named"), "\(shown.out)")
  }

  @Test func `the council is known by its name where a mapping says nothing of it`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-2611\n",
      named: "dp.csv", "--as direct-payments")
    let answer = try await ledger.preview(
      text: BankStatement.heading
        + "04/11/2026,BGC,'30-00-00,12345678,ANYSHIRE COUNCIL DP-2611,,280.00,1484.00\n",
      named: "bank.csv", "--as bank --mapping lloyds --child SPB-004655"
    ).answer
    #expect(answer.rows("Matched")?.rows == 1, "\(answer)")
  }

  @Test func `a payment on which a statement rests is taken back only when that is asked for`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.bring(
      "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-2611\n",
      named: "dp.csv", "--as direct-payments")
    try await ledger.bring(
      BankStatement.heading
        + "04/11/2026,BGC,'30-00-00,12345678,ANYSHIRE COUNCIL DP-2611,,280.00,1484.00\n",
      named: "bank.csv", "--as bank --mapping spb-004655 --child SPB-004655")
    let refused = await ledger.type(["import", "undo", batch, "--reason", "Wrong month"])
    #expect(refused.status == 3)
    #expect(refused.err.contains("error matched-row-rests-on-it: a row of a statement was matched"))
    try await ledger.type(["import", "undo", batch, "--reason", "Wrong month", "--even-so"])
      .require()
    try await ledger.type("check").require()
  }

  @Test func `a payment of which more is accounted for than would be left stays`() async throws {
    let ledger = try await TestLedger.october()
    let list = await ledger.type("import list --format csv").out
    let batch = try #require(
      CommaSeparated(list).rows.last { $0["kind"] == "direct-payments" }?["import"])
    let refused = await ledger.type(["import", "undo", batch, "--reason", "Wrong month"])
    #expect(refused.status == 3, "\(refused)")
    #expect(
      refused.err.contains("matched-row-rests-on-it")
        || refused.err.contains("payment-accounted-for"), "\(refused)")
  }
}
