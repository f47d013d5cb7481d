/// What a balance is kept by: a coding without the child, the plan line or the provider.
///
/// Money for a named child is kept apart from the rest of its line, since a commitment made for a
/// child is not there for anyone else.
public struct Account: Hashable, Sendable {
  public let fund: Fund
  public let heading: Heading
  public let use: Use
  public let partner: PartnerReference?
  public let isForChild: Bool

  public init(_ coding: Coding) {
    fund = coding.fund
    heading = coding.heading
    use = coding.use.withoutWhom
    partner = coding.partner
    isForChild = coding.use.planLine != nil
  }
}

extension Account: LosslessStringConvertible {
  /// Reads what ``description`` wrote.
  public init?(_ text: String) {
    let isForChild = text.hasSuffix("|*")
    guard let coding = Coding(isForChild ? String(text.dropLast(2)) : text) else { return nil }
    fund = coding.fund
    heading = coding.heading
    use = coding.use.withoutWhom
    partner = coding.partner
    self.isForChild = isForChild
  }

  public var description: String {
    Coding(fund, heading, use, partner: partner).text + (isForChild ? "|*" : "")
  }
}
