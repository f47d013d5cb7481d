import Bookkeeping
import Funding
import Importing
import Modelling
import Reporting

extension PackServices? {
  /// Whose services the cost of a scenario file is, or none where no clause asks.
  static func read(_ root: WrittenPart, _ rules: RiskShare) -> PackServices? {
    guard let part = root.optionalPart("services", ["shares", "source", "date"]) else { return nil }
    if rules.clauseByServices == nil {
      root.refuse(
        "it is said whose services the cost is, and no clause goes by them", at: "services",
        next: "leave the services out, or write own services or by tagged spend in a tier")
    }
    let shares = part.pairs(
      "shares", as: "each partner with its share in per cent", { PartnerReference($0) },
      { Percentage($0) })
    let (source, day) = (part.text("source"), part.day("date"))
    guard let shares, let source, let day else { return nil }
    do {
      return PackServices(
        try ServiceShares(shares.map { Tier.FixedShare($0.0, $0.1) }), source: source,
        sourced: day)
    } catch {
      part.refuse(error.diagnostic(at: part.place(of: "shares")))
      return nil
    }
  }
}
