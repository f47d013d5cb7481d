import TestSupport
import Testing

/// What `scenario run` prints of the example: the sample pack's own figures.
@Suite struct ScenarioRunTests {
  /// The example's pack as text, each run of spaces as one.
  private func lines() async throws -> [String] {
    let answer = await (try await ScenarioLedger.made()).run()
    #expect(answer.status == 0, "\(answer.err)")
    return answer.out.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }

  @Test func `the five years are the sample pack's`() async throws {
    let lines = try await lines()
    for row in [
      "Base: no change, cost 8,000.0 8,487.0 9,003.6 9,551.7 10,133.2 45,175.6",
      "Base gap 0.0 247.0 516.4 809.9 1,129.1 2,702.5",
      "Option A: early help, 8,000.0 8,373.8 8,763.5 9,169.7 9,727.9 44,034.9",
      "Option A gap 0.0 133.8 276.3 427.9 723.8 1,561.9",
      "Option B: local places, 8,000.0 8,487.0 8,793.6 9,106.0 9,423.9 43,810.4",
      "Option B gap 0.0 247.0 306.4 364.2 419.8 1,337.4",
    ] { #expect(lines.contains(row), "\(row)") }
    #expect(
      lines.contains("Contributions (3.0% a 8,000.0 8,240.0 8,487.2 8,741.8 9,004.1 42,473.1"))
  }

  @Test func `figures that suppose something else than was agreed say so`() async throws {
    let made = try await ScenarioLedger.made()
    let file = try made.file([("rate: 3%}", "rate: 9%}"), ("to: 2031-03-31", "to: 2028-03-31")])
    let answer = await made.ledger.type(["scenario", "run", file, "--runs", "200"])
    let text = answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "Clause 4.2 raises contributions by 9% a year, and these figures raise them by 3%."))
    #expect(text.contains("The agreement ends on 31 March 2028: what partners put in after"))
  }

  @Test func `rates that outgrow what is kept are refused, with the year`() async throws {
    let made = try await ScenarioLedger.made()
    let file = try made.file([
      ("last: 2030-31}", "last: 2055-56}"),
      ("central: 3.5\n    high: 5.0", "central: 80\n    high: 90"),
    ])
    let answer = await made.ledger.type(["scenario", "check", file])
    #expect(answer.status == 65)
    #expect(answer.err.contains("error projection-outgrown: the cost of 20"), "\(answer.err)")
  }

  @Test func `the named year is shared as in the sample pack`() async throws {
    let lines = try await lines()
    for row in [
      "1 First £100,000.00 to the pool’s 100.0 100.0 0.0 0.0 0.0",
      "2 Next £200,000.00 by 200.0 0.0 90.0 60.0 50.0",
      "3 Rest by fixed shares: Education 216.4 0.0 54.1 54.1 108.2",
      "Total 516.4 100.0 144.1 114.1 158.2",
    ] { #expect(lines.contains(row), "\(row)") }
  }

  @Test func `what each partner bears is the sample pack's, but for its ninth run in ten`()
    async throws
  {
    let lines = try await lines()
    // The sample prints 36.7 for the board: it is 36,750.00, and a half goes up here.
    for row in [
      "Council, education (not 0.0 66.2 144.1 217.5 297.3",
      "Council, social care 0.0 44.1 114.1 187.5",
      "ICB 0.0 36.8 158.2 305.0 464.6", "From reserve 0.0 100.0 100.0 100.0 100.0 100.0",
    ] { #expect(lines.contains { $0.hasPrefix(row) }, "\(row)") }
  }

  @Test func `the tornado and the switching values are the sample pack's`() async throws {
    let lines = try await lines()
    for row in [
      "Demand growth 2.0% to 5.0% −1,366.2 1,407.5 2,773.7",
      "Price growth 1.5% to 4.0% −924.2 1,421.5 2,345.6",
      "Year 1 cost −2.0% to 2.0% −903.5 903.5 1,807.0",
      "Contribution uplift 4.0% to 2.0% −857.5 840.8 1,698.3",
    ] { #expect(lines.contains(row), "\(row)") }
    #expect(
      lines.joined(separator: " ").contains(
        "The 5-year gap closes if partners raise contributions by 6.1% a year, or if demand grows "
          + "by 0.5% a year instead of 3.5%"))
  }

  @Test func `the first page names the decision, the cost to each partner and the largest risk`()
    async throws
  {
    let text = try await lines().joined(separator: " ")
    let page = text.prefix(upTo: try #require(text.firstRange(of: "2. The options")).lowerBound)
    for words in [
      "Agree Option B, local places, and pay for its first year from April 2028.",
      "We need the decision by 31 January 2027.",
      "the pool costs £2.7 million more than partners put in over 5 years", "£1.3 million",
      "The gap opens in 2027-28",
      "ICB bears the largest part of it in 2030-31, and first does so in 2028-29",
      "Demand growth. Between 2.0% and 5.0%", "Total 8,000.0 0.0 42,473.1 937.4 2,302.5",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test func `the same seed gives the same bytes on one task and on two, and another seed others`()
    async throws
  {
    let made = try await ScenarioLedger.made()
    let one = await made.run("--tasks", "1")
    #expect(one.out == (await made.run("--tasks", "2")).out)
    #expect(one.out != (await made.run("--seed", "2")).out)
    #expect(one.out.contains("--runs 400\n--seed 20261120 --at "))
  }

  @Test func `as csv every figure stands in long form, and the parts add to each gap`()
    async throws
  {
    let answer = await (try await ScenarioLedger.made()).run("--format", "csv")
    #expect(answer.out.hasPrefix("scenario,year,partner,measure,percentile,gbp\r\n"))
    let rows = CommaSeparated(answer.out).rows.filter { $0["percentile"] == "central" }
    var gaps: [String: Int] = [:]
    for row in rows {
      let pence = try #require(Int((row["gbp"] ?? "").filter { $0 != "." }))
      let key = "\(row["scenario"] ?? "") \(row["year"] ?? "")"
      switch row["measure"] {
      case "gap": gaps[key, default: 0] += pence
      case "extra", "from-reserve", "nobody": gaps[key, default: 0] -= pence
      case .some, .none: break
      }
    }
    #expect(gaps.count == 15)
    #expect(gaps.values.allSatisfy { $0 == 0 })
  }

  @Test func `the ledger is read as it was at a record, and the pack says so`() async throws {
    let made = try await ScenarioLedger.made()
    let now = await made.run()
    let head = try #require(now.out.split(separator: " ").last).prefix(12)
    #expect((await made.run("--at", String(head))).out == now.out)
    let other = await made.run("--at", "0000000")
    #expect(other.status == 4)
    #expect(other.err.contains("point-not-known"))
  }

  @Test func `a base read from the ledger is what was spent and committed, with its address`()
    async throws
  {
    let ledger = ScenarioLedger(ledger: try await TestLedger.october())
    let given = """
        amount: 8000000.00
        source: Pool budget, schedule 2 of the agreement (invented)
        date: 2026-04-01
      """
    let read = """
        from-ledger:
          as-of: 2026-10-31
          funds: [pool-general-POOL-2026, pool-education-POOL-2026]
      """
    let file = try ledger.file([(given, read)])
    let answer = await ledger.ledger.type([
      "scenario", "run", file, "--runs", "100", "--unit", "pounds",
    ])
    #expect(answer.status == 0, "\(answer.err)")
    let text = answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // Pool invoices 17 of the example: 500.00 for short breaks and 400.00 for education.
    #expect(text.contains("position/2026-10/pool-general-POOL-2026/total/actual"), "\(text)")
    #expect(text.contains("Total 900.00"), "\(text)")
    #expect(text.contains("cost is what was spent and committed by 31 October 2026. What the rest"))
  }
}
