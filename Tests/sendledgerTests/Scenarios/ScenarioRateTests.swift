import TestSupport
import Testing

/// A rate of a scenario file that changes in a later year.
@Suite struct ScenarioRateTests {
  private static let first = "    drives: demand-growth\n"

  /// A second row of a driver, behind the first of the example.
  private static func later(_ year: String, drives: String) -> String {
    """
      - id: A5
        text: Growth once early help has begun to tell
        low: 0.5
        central: 1.5
        high: 4.0
        unit: "% a year"
        source: Local fit (invented)
        date: 2026-06-30
        owner: Commissioning
        confidence: C
        drives: \(drives)
        from: \(year)

    """
  }

  private func text(_ drives: String) async throws -> String {
    let made = try await ScenarioLedger.made()
    let file = try made.file([
      (Self.first, Self.first + Self.later("2029-30", drives: drives))
    ])
    let answer = await made.ledger.type(["scenario", "run", file, "--runs", "200"])
    #expect(answer.status == 0, "\(answer.err)")
    return answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `growth that changes is in the years, the tornado and the switching value`()
    async throws
  {
    let text = try await text("demand-growth")
    // 9,003.6 times 1.015 x 1.025, and again.
    #expect(text.contains("9,003.6 9,367.2 9,745.4"), "\(text)")
    #expect(text.contains("Demand growth to 2028-29 2.0% to 5.0%"))
    #expect(text.contains("Demand growth from 2029-30 0.5% to 4.0%"))
    #expect(text.contains("a year instead of 3.5% (and "), "\(text)")
    #expect(text.contains("instead of 1.5% from 2029-30)"))
    #expect(text.contains("the error that is drawn is added to the central rate of each year"))
  }

  @Test func `an uplift that changes is in the contributions and their heading`() async throws {
    let text = try await text("contribution-uplift")
    #expect(text.contains("Contributions (3.0% a"))
    #expect(text.contains("and 1.5% from"))
    // 8,487.2 times 1.015, and again.
    #expect(text.contains("8,487.2 8,614.5 8,743.7"), "\(text)")
  }

  @Test func `a year that no rate can change in is refused`() async throws {
    let made = try await ScenarioLedger.made()
    for (year, drives, words) in [
      ("2027-28", "demand-growth", "A5 changes a rate from 2027-28 on"),
      ("2031-32", "price-growth", "A5 changes a rate from 2031-32 on"),
      ("2029-30", "first-year-cost", "A5 is for the first year’s cost"),
    ] {
      let file = try made.file([(Self.first, Self.first + Self.later(year, drives: drives))])
      let answer = await made.ledger.type(["scenario", "check", file])
      #expect(answer.status == 65)
      #expect(answer.err.contains("error assumption-not-usable: \(words)"), "\(answer.err)")
    }
    let turned = try await made.check(
      "    turns: override", "    turns: override\n    from: 2028-29")
    #expect(turned.status == 65)
    #expect(turned.err.contains("error written-parts-unfit: a year is named"), "\(turned.err)")
  }
}
