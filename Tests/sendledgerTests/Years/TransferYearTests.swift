import TestSupport
import Testing

/// What may leave the schools block in a year is told by the stored grant, and by the year to which each
/// transfer belongs.
struct TransferYearTests {
  private static let forum = "Schools Forum, 14 January 2026, minute 6"

  private func move(
    _ amount: String, _ day: String, in ledger: TestLedger, _ more: [String] = ["--forum", forum]
  ) async -> Terminal.Answer {
    await ledger.type(
      "block transfer --from schools --to high-needs".split(separator: " ").map(String.init)
        + ["--amount", amount, "--day", day] + more)
  }

  private func refused(_ answer: Terminal.Answer, _ words: String) {
    #expect(answer.status == 3)
    #expect(answer.err.contains(words), "\(answer)")
  }

  @Test(arguments: ["99999999", "239999.99", "240000.01", "140000", "0.01"])
  func `a base that is not the stored block is refused with both figures`(base: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    for authority in [["--forum", Self.forum], ["--secretary-of-state", "DFE-2026-014"]] {
      let answer = await move(
        "1.00", "2026-11-02", in: ledger, authority + ["--base", base])
      refused(answer, "error transfer-base-differs: the base would be £")
      #expect(answer.err.contains("and Schools of 2026-27 is £240,000.00"), "\(answer)")
    }
    #expect(await ledger.head() == head)
  }

  @Test func `the last publication is the base, whatever an earlier one said`() async throws {
    let ledger = try await TestLedger.make()
    try await ledger.publish(schools: "240000", on: "2026-03-26")
    try await move("1200", "2026-04-01", in: ledger).require()
    refused(await move("0.01", "2026-04-01", in: ledger), "which is £1,200.00")
    let larger = try await ledger.publish(schools: "260000", on: "2026-07-20")
    #expect(larger.err.isEmpty, "\(larger)")
    try await move("100", "2026-04-01", in: ledger, ["--forum", Self.forum, "--base", "260000"])
      .require()
    refused(await move("0.01", "2026-09-01", in: ledger), "£1,300.00 has left it in 2026-27")
    let smaller = try await ledger.publish(schools: "200000", on: "2026-09-20")
    #expect(
      smaller.err.contains(
        "warning transfers-beyond-new-base: £1,300.00 has left the schools block in 2026-27"),
      "\(smaller)")
    #expect(smaller.err.contains("which is £1,000.00 as it is published now"), "\(smaller)")
    refused(await move("0.01", "2026-10-01", in: ledger), "which is £1,000.00")
  }

  @Test func `where no grant of the year is stored, the forum cannot agree a share of it`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try await ledger.publish(schools: "240000", on: "2026-03-26")
    let head = await ledger.head()
    refused(
      await move("0.01", "2027-04-01", in: ledger),
      "error grant-not-stored: no grant of 2027-28 is stored")
    refused(
      await move("1.00", "2027-04-01", in: ledger, ["--forum", Self.forum, "--base", "240000"]),
      "the base would be £240,000.00, and no grant of 2027-28 is stored")
    #expect(await ledger.head() == head)
    try await move("1.00", "2027-04-01", in: ledger, ["--secretary-of-state", "DFE-9"]).require()
  }

  @Test func `a transfer of a closed month counts in the year to which it belongs`() async throws {
    let ledger = try await TestLedger.make().on("2027-05-20")
    for year in [2026, 2027] {
      try await ledger.publish(schools: "240000", year: year, on: "\(year)-03-26")
    }
    try await ledger.close("2026-04", "2026-10", "2027-03", "2027-04")
    for day in ["2026-04-30", "2026-10-01", "2027-03-31"] {
      try await move("400", day, in: ledger).require()
    }
    for day in ["2026-04-01", "2026-11-02", "2027-03-31"] {
      refused(await move("0.01", day, in: ledger), "£1,200.00 has left it in 2026-27")
    }
    try await move("1200", "2027-04-30", in: ledger).require()
    refused(await move("0.01", "2027-05-01", in: ledger), "£1,200.00 has left it in 2027-28")
    let rows = CommaSeparated(await ledger.type("block transfers --format csv").out).rows
    #expect(rows.map { $0["day"] } == ["2026-04-30", "2026-10-01", "2027-03-31", "2027-04-30"])
    #expect(rows.map { $0["year_total_gbp"] } == ["400.00", "800.00", "1200.00", "1200.00"])
  }

  @Test func `a transfer that was taken back counts no more, and is listed no more`() async throws {
    let ledger = try await TestLedger.make().on("2027-05-20")
    try await ledger.publish(schools: "240000", on: "2026-03-26")
    try await move("1200", "2026-06-01", in: ledger).require()
    let number = try #require(await ledger.lastRecord())
    // It is taken back in another year than its own.
    try await ledger.close("2026-06", "2027-03")
    try await ledger.type(["event", "reverse", number, "--reason", "Entered twice"]).require()
    #expect(CommaSeparated(await ledger.type("block transfers --format csv").out).rows.isEmpty)
    try await move("1200", "2026-07-01", in: ledger).require()
    refused(await move("0.01", "2026-07-01", in: ledger), "£1,200.00 has left it in 2026-27")
  }

  @Test func `a file of transfers goes the same way`() async throws {
    let ledger = try await TestLedger.make()
    try await ledger.publish(schools: "240000", on: "2026-03-26")
    func row(_ amount: String, _ base: String, _ day: String) -> String {
      "Schools,High needs,\(amount),\(base),\"\(Self.forum)\",\(day)\n"
    }
    let text =
      "From,To,Amount,Base,Forum minute,Day\n" + row("700", "", "01/04/2026")
      + row("600", "", "02/04/2026") + row("500", "240000", "03/04/2026")
      + row("0.01", "240000.01", "04/04/2026") + row("1", "", "31/12/2099")
    let (answer, batch) = try await ledger.preview(
      text: text, named: "transfers.csv", "--as transfers")
    #expect(answer.rows("Refused")?.rows == 3, "\(answer)")
    for code in ["transfer-needs-secretary-of-state", "transfer-base-differs", "date-far-off"] {
      #expect(answer.err.contains("error \(code)"), "\(answer)")
    }
    #expect(await ledger.type("import commit \(batch)").out.contains("2 rows posted"))
    let rows = CommaSeparated(await ledger.type("block transfers --format csv").out).rows
    #expect(rows.map { $0["amount_gbp"] } == ["700.00", "500.00"])
    #expect(rows.map { $0["base_gbp"] } == ["240000.00", "240000.00"])
  }

  @Test(arguments: [
    "block transfer --from schools --to high-needs --amount 1 --secretary-of-state 9 --day",
    "block transfer --from central --to schools --amount 1 --forum Minute --day",
    "budget set --fund high-needs --line 1.2.3 --amount 900 --budget-version 9 --authority F --day",
    "event record payment-made --amount 5 --fund high-needs --line 1.2.3 --document I --day",
    "event record payment-made --amount=-5 --fund schools --line 1.0.1 --document I --day",
    "event record commitment-made --amount 5 --fund central --line 1.4.1 --document I --day",
    "event record grant-instalment-received --amount 5 --fund schools --document I --day",
    "event record contribution-due --amount 5 --fund health-ICB --partner ICB --document I --day",
    "event record pool-spent --amount 5 --fund pool-general-POOL-2026 --document I --day",
    "event record direct-payment-advanced --amount 5 --child SPB-004655 --plan-line 1 "
      + "--document I --day",
  ])
  func `what is recorded counts by the end of the next year at the latest`(line: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    for day in ["2028-04-01", "2029-02-28", "2099-12-31"] {
      let answer = await ledger.type("\(line) \(day)")
      refused(answer, "error date-far-off: \(day) is after 2028-03-31")
    }
    #expect(await ledger.head() == head)
    try await ledger.type("\(line) 2028-03-31").require()
  }
}
