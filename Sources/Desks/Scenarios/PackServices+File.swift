import Bookkeeping
import Funding
import Modelling
import Reporting

extension PackServices? {
  /// Whose services the cost of a scenario file is, or none where no clause asks.
  static func read(_ root: ScenarioPart, _ rules: RiskShare) throws(Diagnostic) -> PackServices? {
    guard root.has("services") else { return nil }
    guard rules.clauseByServices != nil else {
      throw ScenarioFault.unusable(
        "it is said whose services the cost is, and no clause goes by them",
        at: root.place(of: "services"),
        next: "leave the services out, or write own-services or tagged-spend in a tier")
    }
    let part = try root.part("services", keys: ["shares", "source", "date"])
    let shares = try part.pairs(
      "shares", as: "each partner with its share in per cent", { PartnerReference($0) },
      { Percentage($0) })
    do {
      return PackServices(
        try ServiceShares(shares.map { Tier.FixedShare($0.0, $0.1) }),
        source: try part.text("source"), sourced: try part.day("date"))
    } catch let refusal as RiskShare.Refusal {
      throw refusal.diagnostic(at: part.place(of: "shares"))
    } catch {
      throw error as? Diagnostic ?? ScenarioFault.notYAML(part.place.file)
    }
  }
}
