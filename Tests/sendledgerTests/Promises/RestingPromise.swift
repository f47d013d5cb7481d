import TestSupport
import Testing

/// Nothing is taken back, and nothing is said anew, under what rests on it.
struct RestingPromise {
  private func record(_ words: String, in ledger: TestLedger) async throws {
    try await ledger.type("event record \(words) --document D").require()
  }

  private func last(_ ledger: TestLedger) async -> Int {
    let head = await ledger.type("status").out.split(separator: "\n").first { $0.hasPrefix("Head") }
    return Int(head?.split { !$0.isNumber }.first ?? "") ?? 0
  }

  /// Records one event and what rests on it, and takes the first back.
  private func takeBack(
    _ first: String, under others: [String]
  ) async throws -> (answer: Terminal.Answer, ledger: TestLedger) {
    let ledger = try await TestLedger.october()
    let number = await last(ledger) + 1
    try await record(first, in: ledger)
    for other in others { try await record(other, in: ledger) }
    return (await ledger.type("event reverse \(number) --reason Wrong"), ledger)
  }

  @Test(arguments: [
    (
      "commitment-made --day 2026-11-03 --amount 500 --fund high-needs --line 1.2.4",
      ["payment-made --day 2026-11-04 --amount 500 --fund high-needs --line 1.2.4 --commitment yes"]
    ),
    (
      "invoice-received --day 2026-11-03 --amount 60 --child SPB-004655 --plan-line 2",
      ["invoice-paid --day 2026-11-04 --amount 240 --child SPB-004655 --plan-line 2"]
    ),
    (
      "contribution-due --day 2026-11-03 --amount 1000 --fund pool-general-POOL-2026 --partner ICB",
      [
        "contribution-received --day 2026-11-04 --amount 1000 --fund pool-general-POOL-2026"
          + " --partner ICB"
      ]
    ),
  ])
  func `an entry stays under what was paid, received or spent of it`(
    first: String, others: [String]
  ) async throws {
    let (answer, ledger) = try await takeBack(first, under: others)
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("error later-record-rests-on-it"), "\(answer)")
    // The other way round both go.
    let number = await last(ledger)
    let taken = await ledger.type("event reverse \(number) --reason Wrong")
    #expect(taken.status == 0 || taken.err.contains("rests-on-it"), "\(taken)")
  }

  @Test func `a share of a pool goes with its entry, and stays under what was spent by it`()
    async throws
  {
    let share =
      "pool-agreed --day 2026-11-02 --amount 24000 --fund pool-general-POOL-2026 --partner ICB"
      + " --due 2026-12-01"
    let spending = "pool-spent --day 2026-11-04 --amount 90 --fund pool-general-POOL-2026"
    let (under, _) = try await takeBack(share, under: [spending])
    #expect(under.err.contains("error later-record-rests-on-it"), "\(under)")
    let (alone, ledger) = try await takeBack(share, under: [])
    try alone.require()
    let plain = try await TestLedger.october()
    for ledger in [ledger, plain] { try await record(spending, in: ledger) }
    func pool(_ ledger: TestLedger) async -> String {
      await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out.withoutHead
    }
    #expect(await pool(ledger) == (await pool(plain)))
  }

  @Test func `the end of a placement is not taken back by its entry alone`() async throws {
    let (answer, _) = try await takeBack(
      "placement-ended --day 2026-11-10 --child SPB-004655 --plan-line 1", under: [])
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("error came-with-a-fact"), "\(answer)")
  }

  @Test(arguments: [
    ("Social care", "3.4.1", "social-care", "none"), ("High needs", "1.2.5", "education", "3"),
  ])
  func `a version of a plan line at another place is refused`(
    fund: String, line: String, agency: String, element: String
  ) async throws {
    let ledger = try await TestLedger.october()
    let names =
      "Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,Quantity,"
      + "Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on\n"
    let (answer, _) = try await ledger.preview(
      text: names
        + "SPB-004655,1,Tutor,\(element == "3" ? "F" : "H"),\(fund),\(line),,\(agency),\(element),direct-payment,,280.00,,,"
        + "month,days,monthly,01/11/2026,,D-2026-0911,Panel,01/11/2026\n", named: "v.csv",
      "--as packages")
    #expect(answer.err.contains("error placed-otherwise: SPB-004655/1 is at"), "\(answer)")
  }

  @Test func `the openings of a closed year stay`() async throws {
    let ledger = try await TestLedger.october().on("2027-04-20")
    try await ledger.type("period prepare 2027-03 --carry all").require()
    await ledger.on("2027-04-20", by: "j.osei").type("year close 2026-27")
    let answer = await ledger.type("event reverse 12 --reason Late")
    #expect(answer.err.contains("error opening-stands: 2026-27 is closed"), "\(answer)")
  }

  @Test func `a suspense placement that was taken back leaves the payment waiting`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"
        + "Amount\nBAR,2,02/11/2026,T2,Education,Susp,HN999,200.00\n", named: "s.csv",
      "--as payments --mapping anyshire")
    let listed = await ledger.type("event suspense --format csv").out
    #expect(listed.contains("200.00"), "\(listed)")
    let number = try #require(CommaSeparated(listed).rows.first?["record"])
    let place = "suspense-placed --day 2026-11-05 --record \(number) --fund high-needs --line"
    try await record("\(place) 1.2.3", in: ledger)
    let placed = await last(ledger)
    #expect(!(await ledger.type("event suspense --format csv").out.contains("200.00")))
    try await ledger.type("event reverse \(placed) --reason Wrong").require()
    #expect(await ledger.type("event suspense --format csv").out.contains("200.00"))
    try await record("\(place) 1.2.2", in: ledger)
  }

  @Test func `what a pool has spent counts, and what was agreed later does not`() async throws {
    let ledger = try await TestLedger.october()
    let spending = "event record pool-spent --amount 1500 --fund pool-education-POOL-2026"
    await ledger.type("\(spending) --day 2026-11-04 --document A")
    let second = await ledger.type("\(spending) --day 2026-11-05 --document B")
    #expect(second.err.contains("amount-beyond-agreed"), "\(second)")
  }

  @Test func `a share of a pool is no contribution beside it`() async throws {
    let ledger = try await TestLedger.october()
    let answer = await ledger.type(
      "event record contribution-agreed --day 2026-11-04 --amount=-500 --fund"
        + " pool-general-POOL-2026 --partner ICB --document p")
    #expect(answer.status == 3 && answer.err.contains("error share-of-a-pool"), "\(answer)")
  }
}
