import Bookkeeping
import Funding
import Importing
import Modelling
import Reporting

extension AgreedPartners {
  /// The agreement on the scenario's pool that the ledger has adopted, or none where there is no such
  /// one or the file does not fit it.
  static func adopted(
    _ root: WrittenPart, _ frame: ScenarioFile.Frame?, among pools: [AgreedPool]
  ) -> AgreedPartners? {
    guard let shown = shown(root), let frame else { return nil }
    guard let pool = pools.holding(frame) else {
      root.refuse(notAdopted(frame, root))
      return nil
    }
    let agreement = pool.agreement
    guard expect(agreement, shown, root), let rise = Rise(of: agreement, root, frame) else {
      return nil
    }
    return AgreedPartners(
      agreement: agreement, shown: shown, growth: rise.growth, reserve: pool.reserve,
      gaps: pool.gaps, taken: [words(of: agreement)] + rise.words,
      said: .adopted(agreement.terms.uplift))
  }

  private static func notAdopted(_ frame: ScenarioFile.Frame, _ root: WrittenPart) -> Diagnostic {
    .error(
      "agreement-not-adopted",
      "no agreement on \(frame.pool) that holds in \(frame.years.lowerBound) has been adopted",
      at: root.place(of: "agreement"),
      why: "what partners put in and bear is what they have agreed, and is not supposed",
      next: "adopt it: \(.adoptAgreement); or write its terms under agreement")
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
