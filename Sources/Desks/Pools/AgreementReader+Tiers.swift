import Bookkeeping
import Funding
import Modelling
import Yams

extension AgreementReader {
  // MARK: Who bears what

  mutating func riskShare(in root: Node.Mapping) -> RiskShare {
    guard let node = root["risk share"] else { return .silent }
    guard let mapping = node.mapping else {
      fault(node, "this is not a risk share", "write overspend: and underspend: under it")
      return .silent
    }
    expect(mapping, only: ["overspend", "underspend"])
    let over = tiers(mapping["overspend"], .over)
    let under = tiers(mapping["underspend"], .under)
    do {
      return try RiskShare(overspend: over, underspend: under)
    } catch {
      // What one tier has wrong by itself has been said of its own line.
      if faults.isEmpty { refuse(error.diagnostic(at: place(node))) }
      return .silent
    }
  }

  private mutating func tiers(_ node: Node?, _ direction: RiskShare.Direction) -> [Tier] {
    guard let node else { return [] }
    guard let list = node.sequence else {
      fault(node, "this is not a list of tiers", "write each tier behind a hyphen")
      return []
    }
    return list.compactMap { node -> Tier? in
      guard let mapping = node.mapping, let tier = tier(mapping) else {
        if node.mapping == nil { fault(node, "this is not a tier", "write clause, takes and rule") }
        return nil
      }
      do throws(RiskShare.Refusal) {
        _ = try RiskShare(
          overspend: direction == .over ? [tier] : [], underspend: direction == .under ? [tier] : []
        )
        return tier
      } catch {
        refuse(error.diagnostic(at: place(mapping["shares"] ?? node)))
        return nil
      }
    }
  }

  private mutating func tier(_ mapping: Node.Mapping) -> Tier? {
    expect(mapping, only: ["clause", "takes", "rule", "partner", "shares", "cap"])
    let clause = clause(mapping)
    let extent = value(
      mapping, "takes", as: "an amount such as 200.00, a share such as 2% of the pool, or rest",
      Self.extent)
    let rule = rule(mapping)
    guard let clause, let extent, let rule else { return nil }
    return Tier(clause, extent, rule)
  }

  private static func extent(_ text: String) -> Tier.Extent? {
    if text == "rest" { return .rest }
    let ending = " of the pool"
    if text.hasSuffix(ending) {
      return Percentage(String(text.dropLast(ending.count))).map { .upToShareOfPool($0) }
    }
    return (try? Money(parsing: text)).map { .upTo($0) }
  }

  /// The words under which each rule is written.
  private enum RuleWord: String, CaseIterable {
    case reserve, reinvested, host, partner, equally
    case ownServices = "own services"
    case byContribution = "by contribution"
    case fixedShares = "fixed shares"
    case bySpend = "by tagged spend"
  }

  private mutating func rule(_ mapping: Node.Mapping) -> Tier.Rule? {
    let words = RuleWord.allCases.map(\.rawValue).joined(separator: ", ")
    guard let word = value(mapping, "rule", as: "one of: \(words)", RuleWord.init(rawValue:)) else {
      return nil
    }
    let cap = optional(mapping, "cap", as: "a share of each contribution, such as 5%") {
      Percentage($0)
    }
    switch word {
    case .reserve: return .reserve
    case .reinvested: return .reinvested
    case .host: return .host
    case .ownServices: return .ownServices
    case .partner: return partner(mapping, "partner").map { .partner($0) }
    case .equally: return .shared(.equally, cap: cap)
    case .byContribution: return .shared(.contribution, cap: cap)
    case .bySpend: return .shared(.beneficiary, cap: cap)
    case .fixedShares: return shares(mapping).map { .shared(.fixed($0), cap: cap) }
    }
  }

  private mutating func shares(_ mapping: Node.Mapping) -> [Tier.FixedShare]? {
    guard let list = mapping["shares"]?.mapping, !list.isEmpty else {
      fault(
        mapping["shares"] ?? mapping["rule"], "the shares are not given",
        "write shares: and under it each partner with its share, such as ICB: 25%")
      return nil
    }
    var shares: [Tier.FixedShare] = []
    for (key, node) in list {
      guard let partner = key.string.flatMap({ PartnerReference($0) }),
        let share = node.string.flatMap({ Percentage($0) })
      else {
        fault(key, "this is not a partner and its share", "write ICB: 25%")
        continue
      }
      shares.append(Tier.FixedShare(partner, share))
    }
    return shares.count == list.count ? shares : nil
  }
}
