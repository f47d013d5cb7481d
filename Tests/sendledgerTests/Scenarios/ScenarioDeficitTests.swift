import TestSupport
import Testing

/// A rule of the deficit that is on from a later year.
@Suite struct ScenarioDeficitTests {
  private static let grant = """
        low: "off"
        central: "on"
        high: "on"
        unit: policy
        source: Explanatory note
    """

  private func file(_ made: ScenarioLedger, from year: String) throws -> String {
    try made.file([
      (Self.grant, Self.grant.replacing("low: \"off\"", with: "low: on from \(year)"))
    ])
  }

  @Test func `a grant that may come a year late is a case of its own`() async throws {
    let made = try await ScenarioLedger.made()
    let file = try file(made, from: "2027-28")
    let answer = await made.ledger.type(["scenario", "run", file, "--runs", "100"])
    #expect(answer.status == 0, "\(answer.err)")
    let text = answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("The deficit where one rule holds from a later year on"))
    // 27,100.0 at the end of the first year; 34,000.0 less the grant of 17,100.0 at that of the second.
    #expect(text.contains("Stability Grant, 27,100.0 16,900.0 24,400.0"), "\(text)")
  }

  @Test func `the example has no such case, and a year without a deficit is refused`() async throws
  {
    let made = try await ScenarioLedger.made()
    #expect(!(await made.run()).out.contains("holds from a later year on"))
    let answer = await made.ledger.type(
      ["scenario", "check", try file(made, from: "2035-36")])
    #expect(answer.status == 65)
    #expect(
      answer.err.contains(
        "error written-parts-unfit: P2 is on from 2035-36, and the deficit has no such year"))
  }
}
