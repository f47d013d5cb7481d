import Crypto
import Foundation
import TestSupport
import Testing

/// L6: every figure leads to its postings, and every posting to its origin.
struct TracePromise {
  private static let reports = [
    "position/2026-10/high-needs", "position/2026-10/high-needs/group",
    "trial-balance/actual/2026-10-31", "trial-balance/budget/2027-03-31",
    "child/SPB-004655/2026-09", "child/SPB-004655/2026-10", "year/2026-27",
  ]

  @Test(arguments: reports)
  func `L6: every figure of a report is added again from steps that have an origin`(
    report: String
  ) async throws {
    let year = try await WorkedYear.october.value
    let addresses = await year.terminal.type(["trace", report, "--addresses", "-C", year.ledger])
    try addresses.require()
    let all = addresses.out.split(separator: "\n").map(String.init)
    #expect(all.count > 5)
    for address in all {
      let trace = try await year.tables("trace \(address)")
      let total = try #require(trace.rows.last)
      #expect(total["day"] == "Added again", "\(address)")
      let steps = trace.rows.dropLast()
      let sum = steps.compactMap { $0["amount_gbp"].flatMap(Figures.pence) }.reduce(0, +)
      #expect(total["amount_gbp"].flatMap(Figures.pence) == sum, "\(address)")
      for step in steps {
        #expect(step["record"].flatMap(Int.init) != nil, "\(address)")
        #expect(step["origin"]?.isEmpty == false, "\(address)")
      }
    }
  }

  @Test(arguments: [
    "block position --period 2026-10", "trial-balance --layer actual --as-of 2026-10-31",
    "trial-balance --layer budget --as-of 2027-03-31", "year show 2026-27",
  ])
  func `L6: each amount that a report prints with an address is what its postings add to`(
    line: String
  ) async throws {
    let year = try await WorkedYear.october.value
    let words = line.split(separator: " ").map(String.init) + ["-C", year.ledger]
    let answer = await year.terminal.type(words + ["--format", "json"])
    try answer.require()
    let printed = try #require(
      JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
    let tables = try #require(printed["tables"] as? [[String: Any]])
    var followed = 0
    for row in tables.flatMap({ $0["rows"] as? [[String: Any]] ?? [] }) {
      for (column, address) in row["addresses"] as? [String: String] ?? [:] {
        let amount = try #require(row[column] as? NSNumber)
        let trace = await year.terminal.type(["trace", address, "-C", year.ledger])
        #expect(trace.status == 0, "\(address)")
        let pence = Int64((amount.doubleValue * 100).rounded())
        let added = try #require(await self.added(address, in: year))
        #expect(line.hasPrefix("trial") ? added.magnitude == pence : added == pence, "\(address)")
        followed += 1
      }
    }
    #expect(followed > 3)
  }

  private func added(_ address: String, in year: WorkedYear) async throws -> Int64? {
    try await year.tables("trace \(address)").rows.last?["amount_gbp"].flatMap(Figures.pence)
  }

  @Test func `L6: a step from a file names it, its row, its cells and its SHA-256`() async throws {
    let year = try await WorkedYear.october.value
    let address = "trial-balance/actual/2026-10-31/schools/bank"
    let out = await year.terminal.type([
      "trace", address, "-C", year.ledger, "--format", "json",
    ]).out
    #expect(out.contains("events.csv row 5: event “grant-instalment-received”"))
    #expect(out.contains("amount “80000.00”"))
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: Project.path("imports/example/05-october/events.csv")))
    let digest = SHA256.hash(data: bytes).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    .joined()
    #expect(out.contains("events.csv, SHA-256 \(digest)"))
  }

  @Test func `L6: every record has an origin, and one by command names the person and the paper`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.on("2026-11-30", by: "j.osei").type([
      "event", "record", "payment-made", "--day", "2026-11-02", "--amount", "10.00", "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Invoice 1011",
    ]).require()
    let log = CommaSeparated(await ledger.type("audit log --last 999 --format csv").out)
    #expect(log.rows.count == 177)
    for row in log.rows { #expect(row["origin"]?.isEmpty == false, "\(row)") }
    #expect(log.rows.last?["origin"]?.contains("j.osei") == true)
    #expect(log.rows.last?["origin"]?.contains("Invoice 1011") == true)
  }
}
