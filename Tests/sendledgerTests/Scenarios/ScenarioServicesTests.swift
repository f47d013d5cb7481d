import TestSupport
import Testing

/// A scenario whose variance goes by services: aligned budgets, and tagged spend.
@Suite struct ScenarioServicesTests {
  private static let terms = """
      form: pooled
      from: 2026-04-01
      to: 2031-03-31
      host: COUNCIL-EDUCATION

    """
  private static let rules = """
      risk share:
        overspend:
          - {clause: "9.2", takes: 100000.00, rule: reserve}
          - {clause: "9.3", takes: 200000.00, rule: by contribution}
          - clause: "9.4"
            takes: rest
            rule: fixed shares
            shares: {COUNCIL-EDUCATION: 25%, COUNCIL-SOCIAL-CARE: 25%, ICB: 50%}
        underspend:
          - {clause: "9.6", takes: 50000.00, rule: reserve}
          - {clause: "9.7", takes: rest, rule: by contribution}

    reserve: {amount: 100000.00, each-year: topped-up}

    """
  private static let services = """
    services:
      shares: {COUNCIL-EDUCATION: 60, COUNCIL-SOCIAL-CARE: 20, ICB: 20}
      source: Spending by service 2025-26 (invented)
      date: 2026-06-30

    """

  /// Aligned budgets: no host, no reserve, and each its own services.
  private static func aligned(_ more: String) -> [(String, String)] {
    [
      (terms, "  form: aligned\n  from: 2026-04-01\n  to: 2031-03-31\n"),
      (
        rules,
        """
          risk share:
            overspend: [{clause: "7.1", takes: rest, rule: own services}]
            underspend: [{clause: "7.1", takes: rest, rule: own services}]
        \(more)

        """
      ),
    ]
  }

  private func text(_ changes: [(String, String)]) async throws -> String {
    let made = try await ScenarioLedger.made()
    let file = try made.file(changes)
    let answer = await made.ledger.type(["scenario", "run", file, "--runs", "200"])
    #expect(answer.status == 0, "\(answer.err)")
    return answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `in aligned budgets each bears its own services, and the pack says whose they are`()
    async throws
  {
    let text = try await text(Self.aligned(Self.services))
    // 9,003,646.13 by 60, 20 and 20, less 3,819,240.00, 2,546,160.00 and 2,121,800.00.
    #expect(
      text.contains("1 All to each partner for its 516.4 0.0 1,582.9 −745.4 −321.1"), "\(text)")
    #expect(text.contains("Council, education (not DSG) 60% Council, social care 20% ICB 20%"))
    #expect(text.contains("Source: Spending by service 2025-26 (invented), 30 June 2026."))
    #expect(text.contains("There is no reserve."))
    #expect(text.contains("There is no section 75 agreement: each partner keeps its own money"))
  }

  @Test func `by tagged spend the variance is divided by what the services cost`() async throws {
    let last = """
            - clause: "9.4"
              takes: rest
              rule: fixed shares
              shares: {COUNCIL-EDUCATION: 25%, COUNCIL-SOCIAL-CARE: 25%, ICB: 50%}

      """
    let text = try await text([
      (last, "      - {clause: \"9.4\", takes: rest, rule: by tagged spend}\n"),
      ("shown-year", Self.services + "shown-year"),
    ])
    // 216,446.13 by 60, 20 and 20.
    #expect(text.contains("3 Rest by tagged spend (clause 216.4 0.0 129.9 43.3 43.3"), "\(text)")
    #expect(text.contains("Whose services the cost is, in every year and under every option"))
  }

  @Test func `services that are not said, not whole, nobody's or not asked for are refused`()
    async throws
  {
    for (changes, words) in [
      (Self.aligned(""), "services-not-said: clause 7.1 goes by services"),
      (
        Self.aligned(Self.services.replacing("ICB: 20", with: "ICB: 15")),
        "shares-not-whole: the shares of the services come to 95%"
      ),
      (
        Self.aligned(Self.services.replacing("ICB: 20", with: "NORTH-ICB: 20")),
        "partner-without-contribution: spending is tagged for NORTH-ICB"
      ),
      (
        Self.aligned(Self.services.replacing("  date: 2026-06-30\n", with: "")),
        "written-value-missing: services does not say its date"
      ),
      ([("shown-year", Self.services + "shown-year")], "written-parts-unfit: it is said whose"),
      (
        [(Self.terms, Self.terms.replacing("pooled", with: "aligned"))],
        "aligned-shares-nothing: the budgets are aligned"
      ),
      (
        [
          (
            "rule: reserve}\n      - {clause: \"9.3\"",
            "rule: reserve, cap: 5%}\n      - {clause: \"9.3\""
          )
        ],
        "written-parts-unfit: a cap stands with a rule that shares nothing"
      ),
    ] {
      let made = try await ScenarioLedger.made()
      let answer = await made.ledger.type(["scenario", "check", try made.file(changes)])
      #expect(answer.status == 65, "\(answer.err)")
      #expect(answer.err.contains("error \(words)"), "\(answer.err)")
    }
  }
}
