import Bookkeeping
import Funding
import Modelling
import Reporting

extension AgreedPartners {
  private static let inAgreement = ["body", "fund", "contribution"]
  private static let shownKeys = ["partner", "name", "short", "affordable", "note"]

  /// The agreement on the scenario's pool that the ledger has adopted, or none where there is no such
  /// one or the file does not fit it.
  static func adopted(
    _ root: ScenarioPart, _ frame: ScenarioFile.Frame?, among pools: [AgreedPool],
    noting faults: inout [Diagnostic]
  ) -> AgreedPartners? {
    let before = faults.count
    let shown = root.each("partners", keys: shownKeys + inAgreement, noting: &faults) {
      (part) throws(Diagnostic) in try Self.shown(part)
    }
    guard faults.count == before, let frame else { return nil }
    do throws(Diagnostic) {
      guard let pool = pools.holding(frame) else { throw notAdopted(frame, root) }
      try expect(pool.agreement.partners.map(\.reference), shown.map(\.reference), root)
      let (growth, raised) = try growth(of: pool.agreement, root, frame)
      return AgreedPartners(
        agreement: pool.agreement, shown: shown, growth: growth,
        reserve: pool.reserve, gaps: pool.gaps, taken: [words(of: pool.agreement)] + raised)
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// A partner as a row of the file, which says nothing that the agreement says.
  private static func shown(_ part: ScenarioPart) throws(Diagnostic) -> PackPartner {
    let reference = try part.partner("partner")
    if let key = inAgreement.first(where: { part.has($0) }) {
      throw ScenarioFault.unusable(
        "the \(key) of \(reference) is in the adopted agreement, and is written again",
        at: part.place(of: key), next: "leave it out, so that it stands in one place")
    }
    return try PackPartner(reference, part)
  }

  private static func notAdopted(_ frame: ScenarioFile.Frame, _ root: ScenarioPart) -> Diagnostic {
    Diagnostic(
      .error, "agreement-not-adopted", at: root.place(of: "agreement"),
      problem: "no agreement on \(frame.pool) that holds in \(frame.years.lowerBound) has been "
        + "adopted",
      why: "what partners put in and bear is what they have agreed, and is not supposed",
      next: "adopt it: sendledger pool agree FILE; or write its terms under agreement")
  }

  /// Sees that the file names the partners of the agreement and nobody else.
  private static func expect(
    _ agreed: [PartnerReference], _ named: [PartnerReference], _ root: ScenarioPart
  ) throws(Diagnostic) {
    let place = root.place(of: "partners")
    for (index, one) in named.enumerated() where named[..<index].contains(one) {
      throw Modelling.Agreement.Refusal.partnerTwice(one).diagnostic(at: place)
    }
    if let stranger = named.first(where: { !agreed.contains($0) }) {
      throw Modelling.Agreement.Refusal.stranger(stranger).diagnostic(at: place)
    }
    if let missing = agreed.first(where: { !named.contains($0) }) {
      throw ScenarioFault.unusable(
        "\(missing) is a partner to the agreement, and is not among the partners", at: place,
        next: "give its partner, name, short and affordable")
    }
  }

  /// How contributions rise to the first year of the scenario, which may be a later one of the
  /// agreement.
  private static func growth(
    of agreement: Modelling.Agreement, _ root: ScenarioPart, _ frame: ScenarioFile.Frame
  ) throws(Diagnostic) -> ([Fraction], raised: [String]) {
    let first = FinancialYear(of: agreement.period.lowerBound)
    let since = frame.years.lowerBound.start - first.start
    guard since > 0 else { return ([], []) }
    guard let uplift = agreement.terms.uplift else {
      throw ScenarioFault.unusable(
        "the agreement says what is put in in \(first), and not by how much it rises each year",
        at: root.place(of: "years"), next: "begin with \(first), or agree an uplift")
    }
    let growth = [Fraction](repeating: uplift.rate.growth, count: since)
    let words =
      "Contributions of \(frame.years.lowerBound) are those of \(first), raised by \(uplift.rate) "
      + "a year (clause \(uplift.clause))."
    return (growth, [words])
  }

  private static func words(of agreement: Modelling.Agreement) -> String {
    "What partners put in, who hosts and who bears what is the agreement on \(agreement.reference) "
      + "that the ledger has adopted, from \(spoken(agreement.period.lowerBound)) to "
      + "\(spoken(agreement.period.upperBound))."
  }
}

extension [AgreedPool] {
  /// The agreement on a scenario's pool that holds in its first year, the latest where several do.
  fileprivate func holding(_ frame: ScenarioFile.Frame) -> AgreedPool? {
    let year = frame.years.lowerBound
    return filter { pool in
      pool.agreement.reference == frame.pool && pool.agreement.period.lowerBound <= year.last
        && pool.agreement.period.upperBound >= year.first && pool.holdsFrom <= year.last
    }.max { $0.holdsFrom < $1.holdsFrom }
  }
}

extension AgreedPool {
  /// The day from which on its terms hold: that of a variation, or the first of the agreement.
  fileprivate var holdsFrom: Day { variation?.from ?? agreement.period.lowerBound }
}
