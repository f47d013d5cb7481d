import Bookkeeping
import Funding
import Importing
import Modelling

/// The words under which each rule of a tier is written.
enum RuleWord: String, CaseIterable {
  case reserve, reinvested, host, partner, equally
  case ownServices = "own services"
  case byContribution = "by contribution"
  case fixedShares = "fixed shares"
  case bySpend = "by tagged spend"
}

extension AgreementReader {
  // MARK: Who bears what

  func riskShare(in root: WrittenPart) -> RiskShare? {
    guard root.has("risk share") else { return .silent }
    return root.part("risk share", ["overspend", "underspend"]).flatMap(rules)
  }

  /// The tiers of a part, or none where something is wrong with them.
  func rules(in part: WrittenPart) -> RiskShare? {
    let over = tiers(part, .over)
    let under = tiers(part, .under)
    guard let over, let under else { return nil }
    do {
      return try RiskShare(overspend: over, underspend: under)
    } catch {
      part.refuse(error.diagnostic(at: part.place))
      return nil
    }
  }

  private func tiers(_ part: WrittenPart, _ direction: RiskShare.Direction) -> [Tier]? {
    let names = Self.names("clause", "takes", "rule", "partner", "shares", "cap")
    return part.each(direction.rawValue, names) { one in
      guard let tier = tier(one) else { return nil }
      // What one tier has wrong by itself is said of its own line.
      do throws(RiskShare.Refusal) {
        _ = try RiskShare(
          overspend: direction == .over ? [tier] : [], underspend: direction == .under ? [tier] : []
        )
      } catch {
        one.refuse(error.diagnostic(at: one.place(of: "shares")))
      }
      return tier
    }
  }

  private func tier(_ part: WrittenPart) -> Tier? {
    let clause = clause(part)
    let extent = extent(part)
    let rule = rule(part)
    guard let clause, let extent, let rule else { return nil }
    return Tier(clause, extent, rule)
  }

  private func extent(_ part: WrittenPart) -> Tier.Extent? {
    // A scenario’s tier once took the rest where it said nothing of it.
    let isEarlier = part.spelling(of: "rule") == "who" || (!part.has("rule") && part.has("shares"))
    if isEarlier, !part.has("takes") { return .rest }
    if part.spelling(of: "takes") == EarlierWords.percentOfPool {
      return part.percent("takes").map { .upToShareOfPool($0) }
    }
    let form = "an amount such as 200.00, a share such as 2% of the pool, or rest"
    return part.value("takes", as: form, Tier.Extent.init(written:))
  }

  private func rule(_ part: WrittenPart) -> Tier.Rule? {
    let cap = part.optional("cap", as: "a share of each contribution, such as 5%") {
      Percentage($0)
    }
    guard part.has("rule") || !part.has("shares") else { return shares(part, cap) }
    let words = RuleWord.allCases.map(\.rawValue).joined(separator: ", ")
    guard let text = part.text("rule", as: "one of: \(words)") else { return nil }
    guard let word = RuleWord(rawValue: EarlierWords.today(text)) else {
      // A scenario once wrote a partner where the rule stands.
      if part.spelling(of: "rule") == "who" { return partner(part, "rule").map { .partner($0) } }
      part.refuse("rule", as: "one of: \(words)")
      return nil
    }
    if !isKept { checkAlone(part, word) }
    switch word {
    case .reserve: return .reserve
    case .reinvested: return .reinvested
    case .host: return .host
    case .ownServices: return .ownServices
    case .partner: return partner(part, "partner").map { .partner($0) }
    case .equally: return .shared(.equally, cap: cap)
    case .byContribution: return .shared(.contribution, cap: cap)
    case .bySpend: return .shared(.beneficiary, cap: cap)
    case .fixedShares: return shares(part, cap)
    }
  }

  /// Whether it was adopted, and is read as it was then.
  private var isKept: Bool { if case .record = origin { true } else { false } }

  /// Sees that nothing is passed over beside a rule that does not go by it.
  private func checkAlone(_ part: WrittenPart, _ word: RuleWord) {
    if word != .fixedShares, part.has("shares") {
      part.refuse(
        "\(part.name) has \(part.spelling(of: "rule") ?? "rule") and shares", at: "shares",
        next: "keep one of them, and take out what is not meant")
    }
    if word != .partner, part.has("partner") {
      part.refuse(
        "\(part.name) names a partner, and its rule is \(word.rawValue)", at: "partner",
        next: "leave the partner out, or write rule: partner")
    }
    guard part.has("cap") else { return }
    switch word {
    case .equally, .byContribution, .bySpend, .fixedShares: break
    case .reserve, .reinvested, .host, .ownServices, .partner:
      part.refuse(
        "a cap stands with a rule that shares nothing", at: "cap",
        next: "leave out the cap, or share by contribution, equally, by fixed shares or by tagged "
          + "spend")
    }
  }

  private func shares(_ part: WrittenPart, _ cap: Percentage?) -> Tier.Rule? {
    let form = "each partner with its share, such as ICB: 25%"
    guard let value = part.needed("shares", as: form), let pairs = value.pairs(as: form) else {
      return nil
    }
    if pairs.isEmpty { value.refuse(as: form) }
    let shares = pairs.compactMap { name, value -> Tier.FixedShare? in
      let share = value.value(as: "a share such as 25%") { Percentage($0) }
      guard let partner = name.value(as: form, PartnerReference.init), let share else { return nil }
      return Tier.FixedShare(partner, share)
    }
    return shares.count == pairs.count ? .shared(.fixed(shares), cap: cap) : nil
  }
}

extension Tier.Extent {
  private static let ofThePool = " of the pool"

  init?(written text: String) {
    if text == "rest" {
      self = .rest
    } else if text.hasSuffix(Tier.Extent.ofThePool) {
      let share = Percentage(String(text.dropLast(Tier.Extent.ofThePool.count)))
      guard let share else { return nil }
      self = .upToShareOfPool(share)
    } else {
      guard let amount = try? Money(parsing: text) else { return nil }
      self = .upTo(amount)
    }
  }

  /// How much a tier takes, as an agreement writes it.
  var written: String {
    switch self {
    case .upTo(let amount): amount.plain
    case .upToShareOfPool(let share): share.description + Tier.Extent.ofThePool
    case .rest: "rest"
    }
  }
}
