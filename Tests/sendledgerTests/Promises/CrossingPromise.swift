import Bookkeeping
import Funding
import Testing

/// L9: money crosses between funds by a transfer with its authority, and a fund pays for what its
/// table allows.
struct CrossingPromise {
  private static let day = FinancialYear(starting: 2026).first
  private static let forum = ["--forum", "Schools Forum, 14 January 2026, minute 6"]
  private static let secretary = ["--secretary-of-state", "DFE-2026-014"]

  private func move(
    _ amount: String, from: String = "schools", in ledger: TestLedger, _ authority: [String],
    day: String = "2026-04-01"
  ) async -> Terminal.Answer {
    await ledger.type(
      [
        "block", "transfer", "--from", from, "--to", "high-needs", "--amount", amount, "--day", day,
      ] + authority)
  }

  @Test(arguments: [
    ("240000", "1200.00", "1200.01"), ("240199.99", "1200.99", "1201.00"),
    ("240001", "1200.00", "1200.01"), ("0.99", "0", "0.01"),
  ])
  func `L9: half of one per cent of the block may leave the schools block, and not a penny more`(
    block: String, most: String, more: String
  ) async throws {
    let ledger = try await TestLedger.make()
    try await ledger.publish(schools: block, on: "2026-03-26")
    let head = await ledger.head()
    let refused = await move(more, in: ledger, Self.forum)
    #expect(refused.status == 3)
    #expect(refused.err.contains("error transfer-needs-secretary-of-state: "))
    #expect(await ledger.head() == head)
    if most != "0" { try await move(most, in: ledger, Self.forum).require() }
    try await move(more, in: ledger, Self.secretary).require()
  }

  @Test func `L9: the year's transfers count together, and another year's do not`() async throws {
    let ledger = try await TestLedger.make()
    for year in [2026, 2027] {
      try await ledger.publish(schools: "240000", year: year, on: "\(year)-03-26")
    }
    try await move("400.00", in: ledger, Self.forum).require()
    let again = await move("400.00", in: ledger, Self.forum)
    #expect(again.status == 3)
    #expect(again.err.contains("error said-before: record "))
    for _ in 1...2 { try await move("400.00", in: ledger, Self.forum + ["--again"]).require() }
    let head = await ledger.head()
    let refused = await move("0.01", in: ledger, Self.forum)
    #expect(refused.status == 3)
    #expect(refused.err.contains("£1,200.00 has left it in 2026-27"))
    #expect(await ledger.head() == head)
    try await move("0.01", in: ledger, Self.secretary).require()
    #expect(await move("0.01", in: ledger, Self.forum).err.contains("transfer-needs-secretary"))
    try await move("1200", in: ledger, Self.forum, day: "2027-04-01").require()
  }

  @Test(arguments: ["schools", "central", "early-years"])
  func `L9: a transfer that names no authority is refused`(from: String) async throws {
    let ledger = try await TestLedger.make()
    let head = await ledger.head()
    let answer = await move("1.00", from: from, in: ledger, [])
    #expect(answer.status == 3)
    #expect(answer.err.contains("error transfer-without-authority: "))
    #expect(await ledger.head() == head)
  }

  @Test func `L9: an entry that moves money between blocks cannot be held without its authority`()
    throws
  {
    let movements = [
      Movement<Coding>(
        5_00, debit: Coding(.schools, .transferOut), credit: Coding(.schools, .dueFromDepartment)),
      Movement<Coding>(
        5_00, debit: Coding(.highNeeds, .dueFromDepartment),
        credit: Coding(.highNeeds, .transferIn)),
    ]
    let origin = Origin.command(person: "a.khan", document: "Minute 6")
    func entry(_ movements: [Movement<Coding>], _ details: [Detail]) throws -> FundingEntry {
      try FundingEntry(
        FundingProposal(
          on: Self.day, parts: [Part(Source(origin, details: details), movements)]))
    }
    let authority = [Detail(.authority, "Minute 6")]
    #expect(throws: FundingEntry.Refusal.forbidden(.transferWithoutAuthority)) {
      try entry(movements, [])
    }
    #expect(throws: FundingEntry.Refusal.forbidden(.transferNotWhole)) {
      try entry([movements[0]], authority)
    }
    #expect(throws: Never.self) { try entry(movements, authority) }
  }

  @Test(arguments: [
    (Fund.highNeeds, Use(line: .shortBreaks, agency: .socialCare)),
    (.highNeeds, Use(line: .shortBreaks)), (.highNeeds, Use(agency: .health)),
    (.schools, Use(line: .topUpMaintained, agency: .health)),
    (.socialCare, Use(line: .topUpMaintained, agency: .socialCare)),
    (.earlyYears, Use(line: .topUpMaintained, agency: .education)),
  ])
  func `L9: a fund cannot pay for what its table does not allow`(fund: Fund, use: Use) {
    #expect(throws: FundingEntry.Refusal.self) {
      try FundingEntry(
        FundingProposal(
          on: Self.day.advanced(by: 183),
          parts: [
            Part(
              Source(.command(person: "a.khan", document: "Invoice 1")),
              [Movement(1_00, debit: Coding(fund, .expenditure, use), credit: Coding(fund, .bank))])
          ]))
    }
  }

  @Test(arguments: ["Section,F,Agency,health", "Section,G,Agency,education"])
  func `L9: the schools grant does not pay for health provision of a plan`(words: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    let words = words.split(separator: ",")
    let (answer, batch) = try await ledger.preview(
      text: """
        Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,\
        Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on
        SPB-004655,9,Therapy,\(words[1]),High needs,1.2.11,,\(words[3]),3,direct-payment,,20.00,2,\
        hour,month,days,monthly,01/11/2026,,D-2026-0999,Panel,20/10/2026

        """, named: "packages.csv", "--as packages")
    #expect(answer.rows("Refused")?.rows == 1)
    #expect(answer.err.contains("error "))
    _ = await ledger.type("import commit \(batch)")
    #expect(await ledger.head() == head)
  }
}
