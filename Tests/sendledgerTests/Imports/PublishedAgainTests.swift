import TestSupport
import Testing

/// What comes again after something else has come is asked about, or refused.
struct PublishedAgainTests {
  private static let heading =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount\n"
  private static let options = "--as payments --mapping anyshire"
  private static let first =
    heading + "OAK,1,03/11/2026,901,Ed,x,HN122,100.00\nELM,1,06/11/2026,902,Ed,x,HN122,50.00\n"
    + "ASH,1,06/11/2026,903,Ed,x,HN122,70.00\n"

  @Test func `a file that was corrected since is not posted again`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.bring(Self.first, named: "a.csv", Self.options)
    let corrected = try await ledger.preview(
      text: Self.first.replacing("50.00", with: "55.00"), named: "b.csv",
      Self.options + " --corrects \(batch)"
    ).batch
    try await ledger.type("import commit \(corrected)").require()
    let again = try ledger.terminal.scratch.write(Self.first, to: "a-again.csv")
    let answer = await ledger.type("import preview \(again) \(Self.options)")
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("error file-posted-already"), "\(answer)")
  }

  @Test(arguments: [
    "OAK,1,03/11/2026,901,Ed,x,HN122,130.00\nELM,1,06/11/2026,902,Ed,x,HN122,55.00\n"
      + "ASH,1,06/11/2026,903,Ed,x,HN122,70.00\n",
    "OAK,1,03/11/2026,901,Ed,x,HN122,60.00\nOAK,1,03/11/2026,901,Ed,x,HN123,40.00\n",
  ])
  func `rows of known numbers and other amounts are told, however few are known`(rows: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.bring(Self.first, named: "a.csv", Self.options)
    let (answer, _) = try await ledger.preview(
      text: Self.heading + rows, named: "b.csv", Self.options)
    #expect(answer.status == 2, "\(answer)")
    #expect(answer.err.contains("warning may-correct-another"), "\(answer)")
    #expect(answer.err.contains("of \(batch) on these days"), "\(answer)")
  }

  @Test func `rows of other numbers are new, and nothing is said`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.first, named: "a.csv", Self.options)
    try await ledger.bring(
      Self.heading + "OAK,1,03/11/2026,911,Ed,x,HN122,130.00\n", named: "b.csv", Self.options)
  }

  @Test(arguments: ["PENDING", "Auth approval", "declined", "Payment failed"])
  func `what no bank has booked proves nothing`(word: String) async throws {
    let ledger = try await TestLedger.october()
    let (answer, _) = try await ledger.preview(
      text: BankStatement.text([
        "28/11/2026,\(word),APPWORLD,10.00,,", "28/11/2026,DEB,SEALS SWIM CLUB,5.00,,",
      ]), named: "b.csv", BankStatement.options)
    #expect(answer.rows("New")?.amount == "−5.00", "\(answer)")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.err.contains("row-not-booked: the row is"), "\(answer)")
  }

  @Test(arguments: [
    ("100.00,144.00,134.00,104.00", true), ("100.00,56.00,46.00,36.00", false),
    ("100.00,144.00,154.00,164.00", false),
  ])
  func `the balance of a card is held to its rows, whichever way it runs`(
    balances: String, isTold: Bool
  ) async throws {
    let ledger = try await TestLedger.october()
    try ledger.terminal.scratch.write(
      """
      kind: card
      name: Ours
      columns: {date: Date, payee: Merchant, amount: Amount, balance: Balance}
      amounts: spending is positive
      payees: {SPB-004655: {Seals: 3}}

      """, to: "ledger/mappings/ours.yaml")
    let rows = zip(["44.00", "44.00", "10.00", "10.00"], balances.split(separator: ","))
      .enumerated()
    let text =
      "Date,Merchant,Amount,Balance\n"
      + rows.map {
        "0\(5 + $0.offset)/11/2026,SEALS \($0.offset),\($0.element.0),\($0.element.1)\n"
      }.joined()
    let (answer, _) = try await ledger.preview(
      text: text, named: "card.csv", "--as card --mapping ours --child SPB-004655")
    #expect(answer.err.contains("balance-does-not-run") == isTold, "\(answer)")
  }

  @Test(arguments: [
    "Early years,High needs,100.00,,Schools Forum 14 Jan 2026 minute 7,,01/04/2026\n",
    "early-years,high-needs,100.0,,\"Forum, minute 7\",,2026-04-01\n",
  ])
  func `one transfer is moved once, however a list writes it`(row: String) async throws {
    let heading = "From,To,Amount,Base,Forum minute,Reference,Day\n"
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      heading
        + "Early years,High needs,100.00,,\"Schools Forum, 14 January 2026, minute 7\",,01/04/2026\n",
      named: "a.csv", "--as transfers")
    let (answer, _) = try await ledger.preview(
      text: heading + row, named: "b.csv", "--as transfers")
    #expect(answer.rows("Refused")?.amount == "100.00", "\(answer)")
    #expect(answer.err.contains("error transfer-stands: the same sum was moved"), "\(answer)")
    try await ledger.bring(
      heading + row.replacing("100.0", with: "100.5"), named: "c.csv", "--as transfers")
  }

  @Test func `what a later list has known is told before it is taken away`() async throws {
    let ledger = try await TestLedger.october()
    let first = try await ledger.bring(Self.first, named: "a.csv", Self.options)
    try await ledger.bring(
      Self.heading
        + "OAK,1,03/11/2026,901,Ed,x,HN122,100.00\nFIR,1,07/11/2026,904,Ed,x,HN122,7.00\n",
      named: "b.csv", Self.options)
    let (answer, _) = try await ledger.preview(
      text: Self.first.replacing("OAK,1,03/11/2026,901,Ed,x,HN122,100.00\n", with: ""),
      named: "c.csv",
      Self.options + " --corrects \(first)")
    #expect(answer.status == 2)
    #expect(answer.err.contains("warning rows-known-through-it: rows of B-0024"), "\(answer)")
  }

  @Test func `an import is not taken back under a row that was left out as its twin`() async throws
  {
    let ledger = try await TestLedger.october()
    let first = try await ledger.bring(Self.first, named: "a.csv", Self.options)
    let (_, second) = try await ledger.preview(
      text: Self.heading
        + "OAK,1,05/11/2026,901,Ed,x,HN122,100.00\nFIR,1,07/11/2026,904,Ed,x,HN122,7.00\n",
      named: "b.csv", Self.options)
    try await ledger.type("import twins \(second) --all twin --reason Again").require()
    try await ledger.type("import commit \(second)").require()
    let answer = await ledger.type("import undo \(first) --reason Wrong")
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("error rows-known-through-it: a row of \(second)"), "\(answer)")
  }

  @Test(arguments: [("01/11/2026", true), ("20/11/2026", false)])
  func `a row that may have moved over the end of a month is told`(day: String, isTold: Bool)
    async throws
  {
    let ledger = try await TestLedger.october()
    let rest = "OAK SCHOOL,2,03/11/2026,,Ed,x,HN122,50.00\n"
    let batch = try await ledger.bring(
      Self.heading + "ELM SCHOOL,1,31/10/2026,,Ed,x,HN122,100.00\n" + rest, named: "a.csv",
      Self.options)
    let (answer, _) = try await ledger.preview(
      text: Self.heading + "ELM SCHOOL,1,\(day),,Ed,x,HN122,100.00\n" + rest, named: "b.csv",
      Self.options + " --corrects \(batch)")
    #expect(
      answer.err.contains("warning may-have-moved-over: a row of this file") == isTold, "\(answer)")
  }

  @Test func `direct payments of a known number and another amount are told`() async throws {
    let ledger = try await TestLedger.october()
    func list(_ amount: String) -> String {
      "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "SPB-004655,1,01/11/2026,01/11/2026,November 2026,\(amount),DP-2611-0042\n"
        + "SPB-004655,3,01/11/2026,01/11/2026,November 2026,390.00,DP-2611-0042\n"
    }
    let batch = try await ledger.bring(list("280.00"), named: "a.csv", "--as direct-payments")
    let (answer, _) = try await ledger.preview(
      text: list("270.00"), named: "b.csv", "--as direct-payments")
    #expect(answer.status == 2, "\(answer)")
    #expect(answer.err.contains("warning may-correct-another: 1 row of \(batch)"), "\(answer)")
    #expect(answer.err.contains("--corrects \(batch)"), "\(answer)")
  }

  @Test func `a row of a known number that moved over a month with another amount is told`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let rest = "OAK SCHOOL,2,03/11/2026,801,Ed,x,HN122,50.00\n"
    let batch = try await ledger.bring(
      Self.heading + "ELM SCHOOL,1,05/10/2026,800,Ed,x,HN122,100.00\n" + rest, named: "a.csv",
      Self.options)
    let (answer, _) = try await ledger.preview(
      text: Self.heading + "ELM SCHOOL,1,25/11/2026,800,Ed,x,HN122,99.00\n" + rest, named: "b.csv",
      Self.options + " --corrects \(batch)")
    #expect(answer.err.contains("warning may-have-moved-over: a row of this file"), "\(answer)")
  }
}
