import Bookkeeping
import TestSupport
import Testing

/// What the end of a placement gives back and releases, whatever came before it and whenever it is told.
struct PlacementEndTests {
  private static let headings =
    "Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,"
    + "Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on\n"

  /// A ledger with a line of £1,000 a month from September.
  private func ledger(on day: String) async throws -> TestLedger {
    let ledger = try await TestLedger.october().on(day)
    try await decide("1000.00", from: "01/09/2026", in: ledger)
    return ledger
  }

  @discardableResult
  private func decide(
    _ rate: String, from day: String, in ledger: TestLedger
  ) async throws -> String {
    let row =
      "SPB-004888,1,Top-up,F,High needs,1.2.2,,education,3,paid-to-setting,Oakfield Academy,"
      + "\(rate),,,month,days,monthly,\(day),,D-2026-0801,Panel,20/08/2026\n"
    let batch = try await ledger.preview(
      text: Self.headings + row, named: "line-\(rate).csv", "--as packages"
    ).batch
    try await ledger.type("import commit \(batch)").require()
    return batch
  }

  private func record(
    _ event: String, _ day: String, _ amount: String? = nil, in ledger: TestLedger
  ) async throws {
    try await ledger.type(
      ["event", "record", event, "--day", day, "--child", "SPB-004888", "--plan-line", "1"]
        + (amount.map { ["--amount", $0] } ?? []) + ["--document", "Notice"]
    ).require()
  }

  private func pay(
    _ months: [String], _ amount: String = "1000.00", in ledger: TestLedger
  ) async throws {
    for month in months {
      try await record("payment-made", "\(month)-05", amount, in: ledger)
    }
  }

  /// Committed and spent of line 1.2.2 beyond what the example has there.
  private func standing(_ ledger: TestLedger, _ month: String) async throws -> [Money] {
    let rows = CommaSeparated(
      await ledger.type("block position --block high-needs --period \(month) --format csv").out
    ).rows
    let row = try #require(rows.first { $0["line"] == "1.2.2" })
    let isFirst = month < "2027-04"
    return [
      try money(row["committed_gbp"]) - Money(pence: isFirst ? 900_000 : 0),
      try money(row["actual_gbp"]) - Money(pence: isFirst ? 1_249_315 : 0),
    ]
  }

  private func money(_ text: String?) throws -> Money {
    Money(pence: try #require(Int64((text ?? "").filter { $0 != "." })))
  }

  private func dueFromSchools(_ ledger: TestLedger, _ day: String) async throws -> Money {
    let rows = CommaSeparated(
      await ledger.type("trial-balance --layer actual --as-of \(day) --format csv").out
    ).rows
    // The example's own leaver owes £936.99 of it.
    return try money(rows.first { $0["account"] == "Due from schools" }?["debit_gbp"])
      - Money(pence: 93_699)
  }

  @Test func `a leaver whose rate was changed and who was paid what was owed owes nothing`()
    async throws
  {
    let ledger = try await ledger(on: "2027-02-10")
    try await decide("900.00", from: "01/12/2026", in: ledger)
    try await pay(["2026-09", "2026-10", "2026-11"], in: ledger)
    try await pay(["2026-12", "2027-01"], "900.00", in: ledger)
    #expect(try await standing(ledger, "2027-03") == [180_000, 480_000])
    try await record("placement-ended", "2027-01-31", in: ledger)
    #expect(try await standing(ledger, "2027-03") == [0, 480_000])
    #expect(try await dueFromSchools(ledger, "2027-03-31") == .zero)
    try await ledger.type("year open 2026-27").require()
    #expect(try await standing(ledger, "2027-03") == [0, 480_000])
  }

  @Test(arguments: [false, true])
  func `an end told late gives back what was paid of the next year, once`(isCreditFirst: Bool)
    async throws
  {
    let year = try await ledger(on: "2027-03-31")
    try await year.type("year open 2027-28").require()
    try await pay(
      ["2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03"], in: year)
    let ledger = year.on("2027-06-01")
    try await pay(["2027-04", "2027-05"], in: ledger)
    #expect(try await standing(ledger, "2027-06") == [1_000_000, 200_000])
    if isCreditFirst { try await record("credit-due", "2027-06-01", "2000.00", in: ledger) }
    try await record("placement-ended", "2027-03-31", in: ledger)
    #expect(try await standing(ledger, "2027-06") == [0, 0])
    #expect(try await dueFromSchools(ledger, "2027-06-30") == 200_000)
    try await ledger.type("year open 2027-28").require()
    #expect(try await standing(ledger, "2027-06") == [0, 0])
    try await ledger.type("audit verify").require()
  }

  @Test func `an end told after a year was closed releases nothing of it, and nothing is carried`()
    async throws
  {
    let ledger = try await TestLedger.october().on("2027-03-31")
    try await ledger.type("year open 2027-28").require()
    try await ledger.on("2027-05-01", by: "j.osei").type("period prepare 2027-03 --carry Late")
      .require()
    try await ledger.on("2027-05-01").type("year close 2026-27").require()
    let late = ledger.on("2028-03-31")
    try await late.on("2028-05-01", by: "j.osei").type("period prepare 2028-03 --carry Late")
      .require()
    try await late.on("2028-05-01").type("year close 2027-28").require()
    try await late.on("2028-05-02").type([
      "event", "record", "placement-ended", "--day", "2027-03-15", "--child", "SPB-004655",
      "--plan-line", "2", "--document", "Late notice",
    ]).require()
    try await late.on("2028-05-02").type("year open 2028-29").require()
    let rows = CommaSeparated(
      await late.on("2028-05-02").type(
        "block position --block high-needs --period 2028-04 --format csv"
      ).out
    ).rows
    #expect(rows.first { $0["line"] == "1.2.13" }?["committed_gbp"] == "0.00")
  }

  @Test func `an end is the end of versions that were to follow`() async throws {
    let ledger = try await ledger(on: "2026-11-05")
    try await ledger.type("year open 2027-28").require()
    try await decide("1100.00", from: "01/04/2027", in: ledger)
    #expect(try await standing(ledger, "2027-04") == [1_320_000, 0])
    try await record("placement-ended", "2026-12-31", in: ledger)
    #expect(try await standing(ledger, "2027-04") == [0, 0])
    try await ledger.type("year open 2027-28").require()
    #expect(try await standing(ledger, "2027-04") == [0, 0])
    try await ledger.type("audit verify").require()
  }

  @Test func `what was set aside in a year that is closed is not taken back`() async throws {
    let ledger = try await TestLedger.october().on("2027-02-10")
    let batch = try await decide("1000.00", from: "01/09/2026", in: ledger)
    try await ledger.on("2027-05-01", by: "j.osei").type("period prepare 2027-03 --carry Late")
      .require()
    let late = ledger.on("2027-05-01")
    try await late.type("year close 2026-27").require()
    let undone = await late.type(["import", "undo", batch, "--reason", "Wrong line"])
    #expect(undone.status == 3)
    #expect(
      undone.err.contains("commitment-lapsed: record 183 is of what was set aside in 2026-27"))
    #expect(try await standing(late, "2027-05") == [0, 0])
  }

  @Test(arguments: [false, true])
  func `what was paid of a later year is due back but what was owed, closed or not`(
    isClosed: Bool
  ) async throws {
    let year = try await ledger(on: "2027-03-31")
    try await year.type("year open 2027-28").require()
    try await pay(["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"], in: year)
    let ledger = year.on("2027-06-20")
    try await pay(["2027-04", "2027-05", "2027-06"], in: ledger)
    if isClosed {
      try await ledger.on("2027-06-20", by: "j.osei").type("period prepare 2027-03 --carry Late")
        .require()
      try await ledger.type("year close 2026-27").require()
    }
    // £2,000 were still owed for February and March.
    try await record("placement-ended", "2027-03-31", in: ledger)
    #expect(try await standing(ledger, "2027-06") == [0, 200_000])
    #expect(try await dueFromSchools(ledger, "2027-06-30") == 100_000)
    try await ledger.type("year open 2027-28").require()
    #expect(try await standing(ledger, "2027-06") == [0, 200_000])
  }

  @Test func `what is out with a family was paid, and is not owed a second time`() async throws {
    let ledger = try await TestLedger.october().on("2027-01-20")
    let row =
      "SPB-004888,1,Tutor,F,High needs,1.2.11,,education,3,direct-payment,,"
      + "300.00,,,month,days,monthly,01/09/2026,,D-2026-0802,Panel,20/08/2026\n"
    let batch = try await ledger.preview(
      text: Self.headings + row, named: "tutor.csv", "--as packages"
    ).batch
    try await ledger.type("import commit \(batch)").require()
    for month in ["09", "10", "11", "12"] {
      try await record("direct-payment-advanced", "2026-\(month)-03", "300.00", in: ledger)
    }
    try await record("direct-payment-evidenced", "2026-12-20", "900.00", in: ledger)
    try await record("placement-ended", "2026-12-31", in: ledger)
    let child = await ledger.type("child show SPB-004888 --format csv").out
    #expect(
      child.contains("direct-payment,0.00,300.00,900.00"), "committed, advanced, spent: \(child)")
  }
}
