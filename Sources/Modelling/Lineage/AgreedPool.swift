/// An agreement as a ledger holds it: with whose money is used, and what the reserve holds.
public struct AgreedPool: Hashable, Sendable {
  public let agreement: Agreement
  /// The document that the agreement stands in.
  public let document: String
  public let lineage: AgreedLineage?
  public let reserve: AgreedReserve?
  /// Where it is not the agreement as first made: what says that it is varied.
  public let variation: AgreementVariation?

  public init(
    _ agreement: Agreement, document: String, lineage: AgreedLineage?, reserve: AgreedReserve?,
    variation: AgreementVariation? = nil
  ) {
    self.agreement = agreement
    self.document = document
    self.lineage = lineage
    self.reserve = reserve
    self.variation = variation
  }

  /// What the agreement does not say, in the order in which an agreement would say it.
  public var gaps: [Agreement.Gap] {
    guard agreement.form == .pooled else { return agreement.gaps }
    var gaps = agreement.gaps
    let rules = agreement.terms.riskShare.overspend + agreement.terms.riskShare.underspend
    if reserve == nil, rules.contains(where: { $0.rule == .reserve }) {
      gaps.append(
        Agreement.Gap(words: "the agreement does not say what the reserve holds", source: nil))
    }
    if let reserve, reserve.eachYear == nil {
      gaps.append(
        Agreement.Gap(
          words:
            "the agreement does not say whether the reserve is topped up or run down each year",
          source: nil))
    }
    if lineage == nil {
      gaps.append(
        Agreement.Gap(words: "the agreement does not say whose money is used first", source: nil))
    }
    return gaps
  }
}

/// The rule of an agreement on whose money is used, and the clause that says so.
public struct AgreedLineage: Hashable, Sendable {
  public let clause: String
  public let rule: LineageRule

  public init(_ clause: String, _ rule: LineageRule) {
    self.clause = clause
    self.rule = rule
  }
}
