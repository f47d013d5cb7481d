import TestSupport
import Testing

/// A pool's reserve over two years, through the commands.
struct PoolReserveTests {
  /// The general part overspends by 500.00 in the first year and by 60.00 in the second.
  private static func made(_ each: String) async throws -> PoolLedger {
    let made = PoolLedger(ledger: try await TestLedger.october())
    try await made.agree(
      ("to: 2027-03-31", "to: 2029-03-31"), ("  each year: run-down\n", each)
    ).require()
    let later = PoolLedger(ledger: made.ledger.on("2027-10-31"))
    try await later.record("pool-spent", "2027-02-01", "3600.00")
    for (partner, amount) in [("COUNCIL-SOCIAL-CARE", "1000.00"), ("ICB", "1000.00")] {
      try await later.record(
        "pool-agreed", "2027-04-01", amount, ["--partner", partner, "--due", "2027-10-01"])
    }
    try await later.record("pool-spent", "2027-06-01", "2060.00")
    return later
  }

  @Test(arguments: [
    ("  each year: run-down\n", ["0.00 100.00 100.00 0.00 0.00", "0.00 0.00 0.00 0.00 0.00"]),
    (
      "  each year: topped-up\n",
      ["0.00 100.00 100.00 0.00 0.00", "100.00 100.00 60.00 0.00 40.00"]
    ),
    ("", ["0.00 100.00 100.00 0.00 0.00", "0.00  0.00 0.00 "]),
  ])
  func `what a reserve gave in a year is gone in the next, unless it is topped up`(
    each: String, lines: [String]
  ) async throws {
    let made = try await Self.made(each)
    let tables = await made.tables("pool share POOL-2026 --as-of 2027-10-31")
    let found = (tables["reserve"] ?? []).map { row in
      ["topped_up", "opening", "used", "put_back", "closing"].map { row["\($0)_gbp"] ?? "" }
        .joined(separator: " ")
    }
    #expect(found == lines)
    let total = try #require(tables["risk-share"]?.rows(["clause": "Total"]).first)
    #expect(total["amount_gbp"] == "60.00")
    #expect(total["reserve_gbp"] == (each.contains("topped-up") ? "60.00" : "0.00"))
    let answer = await made.ledger.type("pool share POOL-2026 --as-of 2027-10-31")
    #expect(answer.out.contains("it is taken as given for") == each.isEmpty)
    let gap = "does not say whether the reserve is topped up or run down"
    #expect(answer.out.contains(gap) == each.isEmpty)
  }

  @Test func `as of the first year its reserve is there`() async throws {
    let made = try await Self.made("")
    let tables = await made.tables("pool share POOL-2026 --as-of 2027-03-31")
    #expect(tables["reserve"]?.map { $0["used_gbp"] } == ["100.00"])
    #expect(tables["risk-share"]?.rows(["clause": "Total"]).first?["amount_gbp"] == "500.00")
  }
}

extension PoolLedger {
  fileprivate func record(
    _ event: String, _ day: String, _ amount: String, _ more: [String] = []
  ) async throws {
    try await ledger.type(
      [
        "event", "record", event, "--day", day, "--amount", amount, "--fund",
        "pool-general-POOL-2026", "--document", "Pool invoice 18", "--fail-on", "error",
      ] + more
    ).require()
  }
}
