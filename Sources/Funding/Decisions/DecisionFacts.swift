public import Bookkeeping

/// A letter or a report made of a decision, by its digest.
public struct IssuedLetter: Noted, Hashable {
  public static let kind = FactKind.decisionLetter
  public let reference: DecisionReference
  public let day: Day
  public let digest: Digest

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let reference = DecisionReference(fact.subject),
      let day = fact.day, let digest = DetailReader(fact).read("sha256", as: Digest.self)
    else { return nil }
    self.reference = reference
    self.day = day
    self.digest = digest
  }
}

/// A request that could not be met, for whoever lets the contract next.
public struct Demand: Noted, Hashable {
  public static let kind = FactKind.demand
  public let contract: ContractReference
  public let day: Day
  public let decision: DecisionReference
  /// What came of the request, as it was written.
  public let outcome: String
  public let units: Fraction
  public let unit: Rate.Unit
  /// What would have been paid, where that was worked out.
  public let floor: Money?

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let contract = ContractReference(fact.subject),
      let day = fact.day, let decision = details.read("decision", { DecisionReference($0) }),
      let outcome = fact.source["outcome"],
      let units = details.read("units", { Fraction(decimal: $0) }),
      let unit = details.read("unit", { Rate.Unit(rawValue: $0) })
    else { return nil }
    self.contract = contract
    self.day = day
    self.decision = decision
    self.outcome = outcome
    self.units = units
    self.unit = unit
    floor = details.money("floor")
    guard details.isSound else { return nil }
  }
}
