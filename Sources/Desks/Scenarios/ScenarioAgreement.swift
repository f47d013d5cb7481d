import Bookkeeping
import Funding
import Importing
import Modelling
import Reporting

/// What a scenario file says of the partners and of what they have agreed.
struct ScenarioAgreement {
  let contributions: [PartnerContribution]
  let partners: [PackPartner]
  let rules: RiskShare
  let host: PartnerReference?
  let uplift: AgreedUplift?
  let reserve: Exposure.ReservePolicy
  let services: PackServices?
  let shown: FinancialYear
  let gaps: [String]
  /// Where the agreement is taken from, where that is not the file.
  let taken: [String]
  let restricted: [PackRestricted]
  let said: SaidUplift

  init?(_ root: WrittenPart, _ frame: ScenarioFile.Frame?, adopted: [AgreedPool]) {
    let found = AgreedPartners.read(root, frame, among: adopted)
    let shown = root.year("shown-year")
    guard let found, let frame else { return nil }
    let agreement = found.agreement
    let reserve = Exposure.ReservePolicy(root, found)
    services = PackServices?.read(root, agreement.terms.riskShare)
    guard let shown, let reserve else { return nil }
    self.shown = shown
    self.reserve = reserve
    said = found.said
    contributions = agreement.contributions(to: .general).map {
      PartnerContribution($0.partner, $0.amount.times(found.growth))
    }
    partners = contributions.compactMap { one in
      found.shown.first { $0.reference == one.partner }
    }
    rules = agreement.terms.riskShare
    host = agreement.terms.host
    uplift = agreement.terms.uplift
    restricted = agreement.contributions.filter { $0.part == .restricted }.map { one in
      let name = found.shown.first { $0.reference == one.partner }?.name
      return PackRestricted(name ?? one.partner.code, one.source, one.amount.times(found.growth))
    }
    let left = agreement.contributions(to: .restricted).map {
      "\($0.amount) of \($0.partner) stands in the restricted part, and is not in these figures"
    }
    gaps =
      found.gaps.map { $0.words + ($0.source.map { " (\($0))" } ?? "") } + left
      + agreement.yearsBeyond(frame.years)
    taken = found.taken
  }
}

/// An agreement with its partners as they are printed, wherever it is written.
struct AgreedPartners {
  let agreement: Modelling.Agreement
  let shown: [PackPartner]
  /// What its contributions are multiplied by to reach the scenario's first year, one after another.
  let growth: [Fraction]
  /// What the agreement says that the reserve holds.
  let reserve: AgreedReserve?
  let gaps: [Modelling.Agreement.Gap]
  let taken: [String]
  let said: SaidUplift
}

extension Modelling.Agreement {
  /// What is said of years in which nobody has agreed to put anything in.
  fileprivate func yearsBeyond(_ years: ClosedRange<FinancialYear>) -> [String] {
    var found: [String] = []
    if period.lowerBound > years.lowerBound.first {
      found.append(
        "the agreement begins on \(spoken(period.lowerBound)): what partners put in before that day "
          + "is supposed, and nobody has agreed it")
    }
    if period.upperBound < years.upperBound.last {
      found.append(
        "the agreement ends on \(spoken(period.upperBound)): what partners put in after that day is "
          + "supposed, and nobody has agreed it")
    }
    return found
  }
}

extension ScenarioAgreement {
  /// Where the figures suppose something else than was agreed, each a whole sentence.
  func departures(of outlook: Outlook) -> [String] {
    let supposed = outlook.rate(of: .contributionUplift)
    guard let uplift, uplift.rate != supposed else { return [] }
    return [
      "clause \(uplift.clause) raises contributions by \(uplift.rate) a year, and these figures raise "
        + "them by \(supposed)"
    ]
  }
}

extension Exposure.ReservePolicy {
  /// The reserve of a pool: what it holds stands in the agreement or in the file, and never in both.
  fileprivate init?(_ root: WrittenPart, _ agreed: AgreedPartners) {
    // Aligned budgets have no pool that could hold a reserve.
    if agreed.agreement.form == .aligned, !root.has("reserve") {
      self = .toppedUp(to: .zero)
      return
    }
    if let held = agreed.reserve, let eachYear = held.eachYear, !root.has("reserve") {
      self = Exposure.ReservePolicy(held.amount, eachYear)
      return
    }
    guard let part = root.part("reserve", ["amount", "each-year"]) else { return nil }
    for (name, isAgreed) in [
      ("amount", agreed.reserve != nil), ("each-year", agreed.reserve?.eachYear != nil),
    ] where isAgreed && part.has(name) {
      part.refuse(
        "the \(name) of the reserve is in the agreement, and is written again", at: name,
        next: "leave it out, so that it stands in one place")
    }
    let amount = if let held = agreed.reserve { held.amount } else { part.amount("amount") }
    if let amount, amount < .zero {
      part.refuse(
        RiskShare.Refusal.reserveNegative(amount).diagnostic(at: part.place(of: "amount")))
    }
    let eachYear =
      agreed.reserve?.eachYear
      ?? part.value("each-year", as: "topped-up or run-down") {
        AgreedReserve.EachYear(rawValue: $0)
      }
    guard let amount, let eachYear else { return nil }
    self = Exposure.ReservePolicy(amount, eachYear)
  }

  private init(_ amount: Money, _ eachYear: AgreedReserve.EachYear) {
    self =
      switch eachYear {
      case .toppedUp: .toppedUp(to: amount)
      case .runDown: .runDown(from: amount)
      }
  }
}
