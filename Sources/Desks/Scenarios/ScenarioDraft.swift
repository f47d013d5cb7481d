package import Bookkeeping
package import Funding
package import Modelling
import Reporting

/// A scenario to be filled in: what the ledger knows is written, and the rest is left empty.
///
/// Nothing is guessed, so that `scenario check` names every value that is still to be given.
package struct ScenarioDraft {
  package let agreed: AgreedPool
  package let chart: Chart
  /// The last day that the base is read up to.
  package let day: Day

  package init(agreed: AgreedPool, chart: Chart, day: Day) {
    self.agreed = agreed
    self.chart = chart
    self.day = day
  }

  private static let yearsShown = 5

  package var text: String {
    [frame, partners, assumptions, options, uncertainty, words].joined(separator: "\n")
  }

  private var years: ClosedRange<FinancialYear> {
    let first = FinancialYear(of: day)
    return first...FinancialYear(starting: first.start + ScenarioDraft.yearsShown - 1)
  }

  private var frame: String {
    let pool = agreed.agreement.reference
    return """
      # A scenario of \(pool), to be filled in. docs/formats/scenarios.md says what each name means, and
      # sendledger scenario check names what is still missing.
      name:
      pool: \(pool)
      years: {first: \(years.lowerBound), last: \(years.upperBound)}

      base-cost:
        from-ledger:
          as-of: \(day)  # within a year it counts what is spent and committed by then
          funds: [\(Fund.poolGeneral(pool))]

      agreement: adopted
      """ + (isReserveSaid ? "" : "\nreserve: {each-year: }  # topped-up or run-down")
        + "\nshown-year: \(years.lowerBound)\n"
  }

  /// Whether the agreement says all of the reserve, or has none.
  private var isReserveSaid: Bool { agreed.reserve.map { $0.eachYear != nil } ?? true }

  private var partners: String {
    let rows = agreed.agreement.partners.map { one in
      """
        - partner: \(one.reference)
          name: "\(chart.name(of: one.reference))"
          short:
          affordable:  # per cent of its contribution
      """
    }
    return "partners:\n" + rows.joined(separator: "\n") + "\n"
  }

  private var assumptions: String {
    let rows: [(id: String, text: String, unit: String, drives: Driver)] = [
      ("A1", "Growth in children needing help", "% a year", .demandGrowth),
      ("A2", "Growth in what help for one child costs", "% a year", .priceGrowth),
      ("A3", "How far the first year is from its budget", "%", .firstYearCost),
      ("A4", "Uplift of contributions", "% a year", .contributionUplift),
    ]
    let isAgreed = agreed.agreement.terms.uplift != nil
    return "assumptions:\n"
      + rows.map { row in
        let central = row.drives == .contributionUplift && isAgreed ? " agreed" : ""
        return """
            - id: \(row.id)
              text: \(row.text)
              low:
              central:\(central)
              high:
              unit: "\(row.unit)"
              source:
              date:
              owner:
              confidence:  # A to D
              drives: \(row.drives.rawValue)
          """
      }.joined(separator: "\n") + "\n"
  }

  private var options: String {
    let people = PeopleMatter.allCases.map { "    \($0.rawValue):" }
    return "no-change:\n  people:\n\(people.joined(separator: "\n"))\n\noptions: []\n"
  }

  private var uncertainty: String {
    """
    # Standard deviations in per cent; growth and price go together by the correlation, from -1 to 1.
    uncertainty:
      growth:
      price:
      first-year:
      yearly:
      correlation:
      source:

    """
  }

  private var words: String {
    """
    decision:
      asked:
      by:
      recommended: base

    not-modelled:
      -

    contact:
    runs: 20000
    seed: 1

    """
  }
}
