import Foundation
import TestSupport
import Testing

/// `scenario backtest` on a ledger of seven years.
@Suite struct ScenarioBacktestTests {
  /// What high needs pays independent schools for each year from 2018-19 on, in pounds.
  private static let costs = [1_000_000, 1_060_000, 1_113_000, 1_190_910, 1_262_365, 1_400_000]

  /// A ledger in which each year's cost was recorded at its end.
  ///
  /// `late` is a payment for 2020-21 that came to light in 2023.
  private func ledger(late: String? = nil) async throws -> TestLedger {
    let ledger = try await TestLedger.make(year: "2018-19", today: "2018-04-01")
    for (index, cost) in ScenarioBacktestTests.costs.enumerated() {
      let year = 2018 + index
      let at = ledger.on("\(year + 1)-03-31")
      if index > 0 {
        try await at.on("\(year)-04-01").type("year open \(year)-\(String(year + 1).suffix(2))")
          .require()
      }
      try await at.bring(
        "event,day,amount,fund,line,setting\n"
          + "payment-made,\(year + 1)-03-01,\(cost).00,high-needs,1.2.3,special\n",
        named: "events-\(year).csv", "--as events")
      if let late, year == 2022 {
        try await at.bring(
          "event,day,amount,fund,line,setting\n"
            + "payment-made,2021-03-02,\(late),high-needs,1.2.3,special\n",
          named: "late.csv", "--as events")
      }
    }
    return ledger
  }

  private func backtest(_ ledger: TestLedger, _ more: String...) async -> Terminal.Answer {
    await ledger.type(
      ["scenario", "backtest", "--as-of", "2024-03-31", "--runs", "2000", "--fund", "high-needs"]
        + more)
  }

  @Test func `it begins with what was known, and is scored against what followed`() async throws {
    let ledger = try await ledger()
    let answer = await backtest(ledger, "--as-known-at", "2021-04-30", "--format", "csv")
    #expect(answer.status == 0, "\(answer.err)")
    let rows = CommaSeparated(answer.out).rows.filter { $0["table"] == "backtest" }
    #expect(rows.map { $0["year"] } == ["2021-22", "2022-23", "2023-24"])
    #expect(rows.map { $0["actual_gbp"] } == ["1190910.00", "1262365.00", "1400000.00"])
    for row in rows {
      let (projected, actual, error) = (
        Decimal(string: row["projected_gbp"] ?? ""), Decimal(string: row["actual_gbp"] ?? ""),
        Decimal(string: row["error_gbp"] ?? "")
      )
      #expect(try #require(projected) - #require(actual) == error)
    }
    // 6% and 5% a year were seen: the middle of the runs goes on at 5.5%.
    let first = try #require(Double(rows[0]["projected_gbp"] ?? ""))
    #expect(abs(first - 1_113_000 * 1.055) < 2_000)
  }

  @Test func `what came to light later is not known then, and is said`() async throws {
    let late = try await ledger(late: "50000.00")
    let without = try await ledger()
    let answer = await backtest(late, "--as-known-at", "2021-04-30")
    #expect(answer.status == 0, "\(answer.err)")
    let words = answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("2020-21 had cost £1,113,000.00."))
    #expect(words.contains("it has been corrected to £1,163,000.00; nobody could know that."))
    let plain = await backtest(without, "--as-known-at", "2021-04-30", "--format", "csv")
    let again = await backtest(late, "--as-known-at", "2021-04-30", "--format", "csv")
    #expect(CommaSeparated(plain.out).rows == CommaSeparated(again.out).rows)
  }

  @Test func `too little known, and nothing since, are refused in words`() async throws {
    let ledger = try await ledger()
    let early = await backtest(ledger, "--as-known-at", "2020-04-30")
    #expect(early.status == 65)
    #expect(early.err.contains("error backtest-not-usable: 2 years were known, and 3 are needed"))
    let late = await backtest(ledger, "--as-known-at", "2024-03-31")
    #expect(late.err.contains("no year has ended since"))
    let empty = await backtest(ledger, "--as-known-at", "2021-04-30", "--line", "1.2.1")
    #expect(empty.err.contains("0 years were known"))
    let never = await backtest(ledger, "--as-known-at", "99999")
    #expect(never.status == 4)
  }

  @Test func `with a scenario's rates one known year is enough`() async throws {
    let ledger = try await ledger()
    let answer = await backtest(
      ledger, "--as-known-at", "2019-04-30", "--scenario", ScenarioLedger.example, "--seed", "3")
    #expect(answer.status == 0, "\(answer.err)")
    #expect(answer.out.contains("Supposed: growth 3.5% a year"))
    #expect(answer.out.contains("the rates of"))
    let again = await backtest(
      ledger, "--as-known-at", "2019-04-30", "--scenario", ScenarioLedger.example, "--seed", "3",
      "--tasks", "1")
    #expect(again.out == answer.out)
  }

  @Test func `a pack prints it, where its scenario names an earlier point`() async throws {
    let made = ScenarioLedger(ledger: try await ledger().on("2024-03-31"))
    let backtest = "backtest: {known-at: 2021-04-30, funds: [high-needs]}\n\nnot-modelled:"
    let file = try made.file([("not-modelled:\n", backtest + "\n")])
    #expect((await made.pack(file)).status == 0)
    let text = made.files()["pack.txt"] ?? ""
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Where the same rates would have been wrong before:"))
    #expect(words.contains("2020-21 had cost £1,113,000.00."))
    let later = try made.file([
      ("not-modelled:\n", backtest.replacingOccurrences(of: "2021", with: "2024") + "\n")
    ])
    let refused = await made.ledger.type(["scenario", "check", later])
    #expect(refused.status == 65)
    #expect(refused.err.contains("no year has ended since"))
  }
}
