import Bookkeeping
import Funding
import Modelling
import Reporting
import Yams

/// A scenario as it is written in a file, read whole or with everything that is wrong with it.
struct ScenarioFile {
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

  private static let keys = [
    "name", "pool", "years", "base-cost", "partners", "agreement", "reserve", "services",
    "shown-year",
    "assumptions", "no-change", "options", "uncertainty", "deficit", "decision", "not-modelled",
    "changes", "contact", "remark", "runs", "seed", "children", "backtest",
  ]

  /// Reads the text of a file; the ledger's first day bounds what can be done, and an agreement that
  /// it has adopted may be taken from it.
  static func read(
    _ text: String, named file: String, ledgerOpens: Day, adopted: [AgreedPool]
  ) -> Result<ScenarioFile, ScenarioFaults> {
    do {
      guard let node = try Yams.compose(yaml: text) else { throw ScenarioFault.notYAML(file) }
      let root = try ScenarioPart(node, "the scenario", file: file, keys: keys)
      var faults: [Diagnostic] = []
      guard let read = ScenarioFile(root, ledgerOpens, adopted, noting: &faults), faults.isEmpty
      else {
        return .failure(ScenarioFaults(list: faults))
      }
      return .success(read)
    } catch let fault as Diagnostic {
      return .failure(ScenarioFaults(list: [fault]))
    } catch {
      let line = (error as? YamlError)?.line ?? 1
      return .failure(ScenarioFaults(list: [ScenarioFault.notYAML(file, line: line)]))
    }
  }

  private init?(
    _ root: ScenarioPart, _ opens: Day, _ adopted: [AgreedPool], noting faults: inout [Diagnostic]
  ) {
    func noted<Value>(_ read: () throws(Diagnostic) -> Value) -> Value? {
      do { return try read() } catch {
        faults.append(error)
        return nil
      }
    }
    let frame = noted { () throws(Diagnostic) in try Frame(root) }
    let base = noted { () throws(Diagnostic) in try ScenarioBase(root) }
    let uncertainty = noted { () throws(Diagnostic) in try PackUncertainty(root) }
    let words = noted { () throws(Diagnostic) in try PackWords(root) }
    let evidence = noted { () throws(Diagnostic) in try ScenarioEvidence(root) }
    let agreement = ScenarioAgreement(root, frame, adopted: adopted, noting: &faults)
    let uplift = SaidUplift(root, agreement)
    let table = AssumptionTable.read(root, uplift, noting: &faults)
    let options = PackOption.read(root, opens, noting: &faults)
    let deficit = noted { () throws(Diagnostic) in try DeficitOutlook?.read(root) } ?? nil
    guard let frame, let base, let agreement, let table, let uncertainty, let words,
      let evidence, faults.isEmpty
    else { return nil }
    self.frame = frame
    self.base = base
    self.agreement = agreement
    self.table = table
    self.options = options
    self.uncertainty = uncertainty
    self.deficit = deficit
    self.words = words
    self.evidence = evidence
    places = ScenarioPlaces(root)
    faults += faultsTogether(root)
  }

  /// What stands in single lines of the file.
  struct Frame {
    let name: String
    let pool: ContractReference
    let years: ClosedRange<FinancialYear>
    let runs: Int
    let seed: UInt64

    init(_ root: ScenarioPart) throws(Diagnostic) {
      name = try root.text("name")
      pool = try root.value("pool", as: "a contract’s reference") { ContractReference($0) }
      let part = try root.part("years", keys: ["first", "last"])
      let (first, last) = (try part.year("first"), try part.year("last"))
      guard first <= last else {
        throw ScenarioFault.unusable(
          "the years end before they begin", at: part.place, next: "name the earlier year first")
      }
      years = first...last
      runs = try root.value("runs", as: "a number of runs such as 20000, from 100 to 10 million") {
        Int($0).flatMap {
          (Simulation.fewestRuns...ScenarioDesk.mostRuns).contains($0) ? $0 : nil
        }
      }
      seed = try root.value("seed", as: "a whole number such as 20261120") { UInt64($0) }
    }
  }

  /// What each part allows and the parts together do not.
  private func faultsTogether(_ root: ScenarioPart) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if !options.contains(where: { $0.code == words.decision.recommended }) {
      faults.append(
        ScenarioFault.unusable(
          "the option that is recommended is not one of the options",
          at: root.place(of: "decision"), next: "recommend base or the code of an option"))
    }
    if !frame.years.contains(agreement.shown) {
      faults.append(
        ScenarioFault.unusable(
          "the year that is shown step by step is outside the years",
          at: root.place(of: "shown-year"), next: "name one of the years"))
    }
    for lever in options.flatMap(\.scenario.levers) {
      for year in lever.costToDeliver.keys.sorted() where !frame.years.contains(year) {
        faults.append(
          ScenarioFault.unusable(
            "the cost of delivering “\(lever.name)” in \(year) is outside the years",
            at: root.place(of: "options"), next: "name one of the years, or take more years in"))
      }
    }
    if let deficit {
      do { _ = try table.switches() } catch {
        faults.append(error.diagnostic(at: root.place(of: "assumptions")))
      }
      faults += outside(deficit, at: root.place(of: "assumptions"))
    }
    return faults
  }

  /// Rules of the deficit that are on from a year that it does not have.
  private func outside(_ deficit: DeficitOutlook, at place: Place) -> [Diagnostic] {
    table.rows.compactMap { row in
      guard case .turns = row.use, case .policy(let spread) = row.values else { return nil }
      let years = [spread.low, spread.central, spread.high].compactMap { state in
        if case .onFrom(let year) = state { year } else { nil }
      }
      return years.first { year in !deficit.years.contains { $0.year == year } }.map { year in
        ScenarioFault.unusable(
          "\(row.reference) is on from \(year), and the deficit has no such year", at: place,
          next: "name one of the deficit’s years, or write on or off")
      }
    }
  }
}

/// Where the parts of a file stand, for what is refused of them together.
struct ScenarioPlaces {
  let base: Place
  let assumptions: Place
  let agreement: Place
  let uncertainty: Place

  init(_ root: ScenarioPart) {
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

/// Everything that is wrong with a scenario file.
struct ScenarioFaults: Error {
  let list: [Diagnostic]
}
