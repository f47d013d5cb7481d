package import Bookkeeping
import Funding
package import Importing
package import Modelling
import Reporting

/// A scenario as it is written in a file, read whole or with everything that is wrong with it.
package struct ScenarioFile {
  let frame: Frame
  let base: ScenarioBase
  let agreement: ScenarioAgreement
  let table: AssumptionTable
  let options: [PackOption]
  let uncertainty: PackUncertainty
  let deficit: DeficitOutlook?
  let words: PackWords
  let evidence: ScenarioEvidence
  let places: ScenarioPlaces

  private static let names: WrittenNames = [
    "name", "pool", "years", "base-cost", "partners", "agreement", "reserve", "services",
    "shown-year",
    "assumptions", "no-change", "options", "uncertainty", "deficit", "decision", "not-modelled",
    "changes", "contact", "remark", "runs", "seed", "children", "backtest",
  ]

  /// Reads a file; the ledger's first day bounds what can be done, and an agreement that it has
  /// adopted may be taken from it.
  package static func read(
    _ file: WrittenFile, ledgerOpens: Day, adopted: [AgreedPool]
  ) throws(WrittenFaults) -> ScenarioFile {
    try file.read(names) { root in
      root.whole.whole { ScenarioFile(root, ledgerOpens, adopted) }
    }
  }

  private init?(_ root: WrittenPart, _ opens: Day, _ adopted: [AgreedPool]) {
    let years = Frame.years(root)
    let frame = Frame(root, years)
    let base = ScenarioBase(root)
    let uncertainty = PackUncertainty(root)
    let words = PackWords(root)
    evidence = ScenarioEvidence(root, years)
    let agreement = ScenarioAgreement(root, frame, adopted: adopted)
    let table = AssumptionTable.read(root, agreement?.said ?? .unread)
    options = PackOption.read(root, opens)
    deficit = DeficitOutlook?.read(root)
    guard let frame, let base, let agreement, let table, let uncertainty, let words else {
      return nil
    }
    self.frame = frame
    self.base = base
    self.agreement = agreement
    self.table = table
    self.uncertainty = uncertainty
    self.words = words
    places = ScenarioPlaces(root)
    checkTogether(root)
  }

  /// What stands in single lines of the file.
  struct Frame {
    let name: String
    let pool: PoolReference
    let years: ClosedRange<FinancialYear>
    let runs: Int
    let seed: UInt64

    init?(_ root: WrittenPart, _ years: ClosedRange<FinancialYear>?) {
      let name = root.text("name")
      let pool = root.value("pool", as: "a contract’s reference") { PoolReference($0) }
      let runs = root.value("runs", as: "a number of runs such as 20000, from 100 to 10 million") {
        Int($0).flatMap {
          (Simulation.fewestRuns...ScenarioDesk.mostRuns).contains($0) ? $0 : nil
        }
      }
      let seed = root.value("seed", as: "a whole number such as 20261120") { UInt64($0) }
      guard let name, let pool, let years, let runs, let seed else { return nil }
      (self.name, self.pool, self.years, self.runs, self.seed) = (name, pool, years, runs, seed)
    }

    fileprivate static func years(_ root: WrittenPart) -> ClosedRange<FinancialYear>? {
      guard let part = root.part("years", ["first", "last"]) else { return nil }
      guard let first = part.year("first"), let last = part.year("last") else { return nil }
      guard first <= last else {
        part.refuse("the years end before they begin", next: "name the earlier year first")
        return nil
      }
      return first...last
    }
  }

  /// What each part allows and the parts together do not.
  private func checkTogether(_ root: WrittenPart) {
    if !options.contains(where: { $0.code == words.decision.recommended }) {
      root.refuse(
        "the option that is recommended is not one of the options", at: "decision",
        next: "recommend base or the code of an option")
    }
    if !frame.years.contains(agreement.shown) {
      root.refuse(
        "the year that is shown step by step is outside the years", at: "shown-year",
        next: "name one of the years")
    }
    for lever in options.flatMap(\.scenario.levers) {
      for year in lever.costToDeliver.keys.sorted() where !frame.years.contains(year) {
        root.refuse(
          "the cost of delivering “\(lever.name)” in \(year) is outside the years", at: "options",
          next: "name one of the years, or take more years in")
      }
    }
    guard let deficit else { return }
    do { _ = try table.switches() } catch {
      root.refuse(error.diagnostic(at: root.place(of: "assumptions")))
    }
    for (row, year) in ruled(outside: deficit) {
      root.refuse(
        "\(row.reference) is on from \(year), and the deficit has no such year",
        at: "assumptions", next: "name one of the deficit’s years, or write on or off")
    }
  }

  /// Rules of the deficit that are on from a year that it does not have.
  private func ruled(outside deficit: DeficitOutlook) -> [(Assumption, FinancialYear)] {
    table.rows.compactMap { row in
      guard case .turns = row.use, case .policy(let spread) = row.values else { return nil }
      let years = [spread.low, spread.central, spread.high].compactMap { state in
        if case .onFrom(let year) = state { year } else { nil }
      }
      return years.first { year in !deficit.years.contains { $0.year == year } }
        .map { (row, $0) }
    }
  }
}

/// Where the parts of a file stand, for what is refused of them together.
struct ScenarioPlaces {
  let base: Place
  let assumptions: Place
  let agreement: Place
  let uncertainty: Place

  init(_ root: WrittenPart) {
    base = root.place(of: "base-cost")
    assumptions = root.place(of: "assumptions")
    agreement = root.place(of: "agreement")
    uncertainty = root.place(of: "uncertainty")
  }

  func place(of refusal: Outlook.Refusal) -> Place {
    switch refusal {
    case .priceNotPositive, .unitsNotPositive: base
    case .noContributions, .partnerWithoutContribution, .partnerTwice: agreement
    case .rateOutOfRange, .assumption, .tooManyYears, .outgrown: assumptions
    }
  }

  func diagnostic(_ refusal: PackFigures.Refusal) -> Diagnostic {
    switch refusal {
    case .outlook(let why): why.diagnostic(at: place(of: why))
    case .sharing: refusal.diagnostic(at: agreement)
    case .simulation: refusal.diagnostic(at: uncertainty)
    }
  }
}
