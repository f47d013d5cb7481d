import Funding

extension Agreement {
  /// Something that an agreement does not say, and that somebody will need to know.
  public struct Gap: Hashable, Sendable {
    /// The whole sentence: `the agreement does not say who the host partner is`.
    public let words: String
    /// The law that asks for it, where one does.
    public let source: String?
  }

  /// What the agreement does not say, in the order in which an agreement would say it.
  public var gaps: [Gap] { requiredGaps + namedGaps + riskGaps }

  private var requiredGaps: [Gap] {
    switch form {
    case .pooled:
      return RequiredTerm.allCases.filter { terms.required[$0].map(\.isEmpty) ?? true }
        .map { .unsaid($0.name, source: $0.source) }
    case .leadCommissioner:
      return [
        Gap(
          words: "what regulations 8 and 9 of SI 2000/617 ask of it was not compared with this "
            + "agreement",
          source: "SI 2000/617, regulations 8 and 9")
      ]
    case .aligned:
      return [
        Gap(
          words: "there is no section 75 agreement: each partner keeps its own money",
          source: "NHS Act 2006, section 75")
      ]
    }
  }

  private var namedGaps: [Gap] {
    var gaps: [Gap] = []
    switch form {
    case .pooled:
      if terms.host == nil { gaps.append(.unsaid("who the host partner is")) }
    case .leadCommissioner:
      if terms.host == nil { gaps.append(.unsaid("who leads")) }
    case .aligned: break
    }
    if terms.deliveredBy == nil {
      gaps.append(.unsaid("whose services they are, and so what value added tax comes back"))
    }
    if terms.uplift == nil {
      gaps.append(.unsaid("by how much contributions rise each year"))
    }
    return gaps
  }

  private var riskGaps: [Gap] {
    guard form.isSection75 else { return [] }
    return RiskShare.Direction.allCases.compactMap { direction in
      let tiers = terms.riskShare.tiers(for: direction)
      let who = direction == .over ? "who bears" : "who is given"
      guard let last = tiers.last else { return .unsaid("\(who) an \(direction.rawValue)") }
      return takesAll(last, direction)
        ? nil : .unsaid("\(who) what clause \(last.clause) leaves of an \(direction.rawValue)")
    }
  }

  /// Whether nothing is left behind a tier: a host who is named bears the rest, and the reserve takes
  /// in the whole of an underspend.
  private func takesAll(_ tier: Tier, _ direction: RiskShare.Direction) -> Bool {
    guard !tier.takesAll, tier.extent == .rest else { return tier.takesAll }
    return tier.rule == .host && terms.host != nil
      || tier.rule == .reserve && direction == .under
  }
}

extension Agreement.Gap {
  fileprivate static func unsaid(_ matter: String, source: String? = nil) -> Agreement.Gap {
    Agreement.Gap(words: "the agreement does not say \(matter)", source: source)
  }
}

extension Clause {
  /// Whether nothing is said.
  var isEmpty: Bool { !words.contains { $0 != " " } }
}
