import Bookkeeping
import Funding
import Modelling

extension RiskShare {
  /// What a scenario file may say of an agreement.
  static let agreementKeys = [
    "form", "from", "to", "host", "delivered-by", "uplift", "required", "overspend", "underspend",
  ]

  private static let tierKeys = ["clause", "up-to", "up-to-percent", "who", "shares", "cap"]

  /// The rules of a scenario file, or none where something is wrong with them.
  static func read(_ root: ScenarioPart, noting faults: inout [Diagnostic]) -> RiskShare? {
    let before = faults.count
    do throws(Diagnostic) {
      let part = try root.part("agreement", keys: agreementKeys)
      let tiers = ["overspend", "underspend"].map { key in
        part.each(key, keys: tierKeys, noting: &faults) { (one) throws(Diagnostic) in
          try Tier(one)
        }
      }
      guard faults.count == before else { return nil }
      do { return try RiskShare(overspend: tiers[0], underspend: tiers[1]) } catch {
        throw error.diagnostic(at: part.place(of: "overspend"))
      }
    } catch {
      faults.append(error)
      return nil
    }
  }
}

extension Tier {
  /// A tier as a line of the file; one without a reach takes the rest.
  fileprivate init(_ part: ScenarioPart) throws(Diagnostic) {
    let clause = try part.text("clause")
    try part.onlyOne(of: "up-to", "up-to-percent")
    try part.onlyOne(of: "who", "shares")
    var extent = Extent.rest
    if part.has("up-to") {
      extent = .upTo(try part.money("up-to"))
    } else if part.has("up-to-percent") {
      extent = .upToShareOfPool(try part.percent("up-to-percent"))
    }
    let tier = Tier(clause, extent, try Rule(part))
    if case .shared(.fixed, _) = tier.rule {
      // The shares are looked at here, so that a fault of them is placed on the tier.
      do { _ = try RiskShare(overspend: [tier], underspend: []) } catch {
        throw error.diagnostic(at: part.place(of: "shares"))
      }
    }
    self = tier
  }
}

extension Tier.Rule {
  fileprivate init(_ part: ScenarioPart) throws(Diagnostic) {
    let cap = part.has("cap") ? try part.percent("cap") : nil
    self = try Tier.Rule.read(part, cap)
    if cap == nil { return }
    guard case .shared = self else {
      throw ScenarioFault.unusable(
        "a cap stands with a rule that shares nothing", at: part.place(of: "cap"),
        next: "leave out the cap, or share by contribution, equally, by shares or tagged-spend")
    }
  }

  private static func read(
    _ part: ScenarioPart, _ cap: Percentage?
  ) throws(Diagnostic) -> Tier.Rule {
    if part.has("shares") {
      let shares = try part.pairs(
        "shares", as: "each partner with its share in per cent",
        { PartnerReference($0) }, { Percentage($0) })
      return .shared(.fixed(shares.map { Tier.FixedShare($0.0, $0.1) }), cap: cap)
    }
    let words = "reserve, reinvested, host, own-services, by-contribution, equally, tagged-spend"
    return try part.value("who", as: "\(words) or a partner") { text in
      switch text {
      case "reserve": .reserve
      case "reinvested": .reinvested
      case "host": .host
      case "by-contribution": .shared(.contribution, cap: cap)
      case "equally": .shared(.equally, cap: cap)
      case "own-services": .ownServices
      case "tagged-spend": .shared(.beneficiary, cap: cap)
      // Any other word is the reference of a partner, or is refused.
      default: PartnerReference(text).map { .partner($0) }
      }
    }
  }
}
