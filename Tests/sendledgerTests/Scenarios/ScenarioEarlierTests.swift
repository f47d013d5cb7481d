import TestSupport
import Testing

/// A scenario as it was written before agreements had one form.
@Suite struct ScenarioEarlierTests {
  private static let agreed = """
    partners:
      - partner: COUNCIL-EDUCATION
        name: Council, education (not DSG)
        short: Education
        body: council
        fund: general-fund
        contribution: 3600000.00
        affordable: 5
        note: The medium-term plan holds £150,000 a year for this pool, not yet agreed by members.
      - partner: COUNCIL-SOCIAL-CARE
        name: Council, social care
        short: Social care
        body: council
        fund: social-care
        contribution: 2400000.00
        affordable: 5
        note: A saving on residential short breaks may pay for part of it.
      - partner: ICB
        name: ICB
        short: ICB
        body: health
        fund: health-ICB
        contribution: 2000000.00
        affordable: 10
        note: The board has not seen the rest of clause 9.4 worked through before.

    agreement:
      form: pooled
      from: 2026-04-01
      to: 2031-03-31
      host: COUNCIL-EDUCATION
      delivered-by: COUNCIL-EDUCATION
      uplift: {clause: "4.2", rate: 3}
      required: {a: "2.1", b: "4.1", c: "3.1", d: "3.2", f: "12.1", g: "8.1"}
      overspend:
        - {clause: "9.2", up-to: 100000.00, who: reserve}
        - {clause: "9.3", up-to: 200000.00, who: by-contribution}
        - clause: "9.4"
          shares: {COUNCIL-EDUCATION: 25, COUNCIL-SOCIAL-CARE: 25, ICB: 50}
      underspend:
        - {clause: "9.6", up-to: 50000.00, who: reserve}
        - {clause: "9.7", who: by-contribution}


    """

  /// The example in earlier words, with a piece of it replaced.
  private func file(_ made: ScenarioLedger, _ old: String = "", _ new: String = "") throws -> String
  {
    var text = try ScenarioLedger.text()
    let first = try #require(text.firstRange(of: "partners:\n")).lowerBound
    let last = try #require(text.firstRange(of: "reserve: {amount")).lowerBound
    text.replaceSubrange(first..<last, with: Self.agreed)
    if !old.isEmpty {
      try #require(text.contains(old), "“\(old)”")
      text = text.replacing(old, with: new)
    }
    return try made.ledger.terminal.scratch.write(text, to: "earlier.yaml")
  }

  @Test func `it gives every figure and gap that it gives in today's form`() async throws {
    let made = try await ScenarioLedger.made()
    func answer(_ file: String, _ format: String) async -> [Substring] {
      let answer = await made.ledger.type(
        ["scenario", "run", file, "--runs", "100", "--format", format])
      #expect(answer.status == 0, "\(answer.err)")
      // The digest is of the file.
      return answer.out.split(whereSeparator: \.isWhitespace).filter {
        !($0.count == 64 && $0.allSatisfy(\.isHexDigit))
      }
    }
    for format in ["csv", "table"] {
      let earlier = await answer(try file(made), format)
      // Both stand in one file after another, so that the file is called the same.
      let text = try ScenarioLedger.text()
      let path = try made.ledger.terminal.scratch.write(text, to: "earlier.yaml")
      let today = await answer(path, format)
      #expect(earlier == today)
      #expect(today.count > 500)
    }
  }

  @Test(arguments: [
    (
      "who: reserve}", "up-to-percent: 5, who: reserve}",
      "written-parts-unfit: agreement, overspend 1 has up-to and up-to-percent"
    ),
    (
      "shares: {COUNCIL", "who: equally\n      shares: {COUNCIL",
      "written-parts-unfit: agreement, overspend 3 has who and shares"
    ),
    ("    body: health\n", "", "written-value-missing: partners 3 does not say its body"),
    (
      "who: by-contribution}", "who: by-weight}",
      "written-value-unreadable: agreement, overspend 2, who cannot be read"
    ),
    (
      "fund: general-fund", "fund: high-needs",
      "grant-outside-ring-fence: COUNCIL-EDUCATION would bear a share"
    ),
    ("  to: 2031-03-31", "  to: 2021-03-31", "written-parts-unfit: the agreement ends on"),
  ])
  func `what is wrong with it is told in its own words`(
    old: String, new: String, words: String
  ) async throws {
    let made = try await ScenarioLedger.made()
    let answer = await made.ledger.type(["scenario", "check", try file(made, old, new)])
    #expect(answer.status == 65)
    #expect(answer.err.contains("error \(words)"), "\(answer.err)")
  }
}
