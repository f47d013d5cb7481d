/// In whose hands the money for some provision is, before anybody asks to have it divided.
///
/// Regulation 4A of the Special Educational Needs (Personal Budgets) Regulations 2014 (SI 2014/1652)
/// speaks of an aggregate sum paid to a third party, and so only of some of these.
public enum ContractKind: String, Hashable, Sendable, CaseIterable {
  /// One sum a year to a third party, for many children.
  case contract
  /// A service of the council's own, which is no third party.
  case inHouse = "in-house"
  /// Place funding of a school or college, which belongs to no child.
  case place
  /// A child's top-up, paid to the setting.
  case topUp = "top-up"
  /// A price for each unit called off, with no promise of volume.
  case framework
  /// Bought for one child alone.
  case spot

  /// Whether one sum is paid to somebody else whatever one child uses of it.
  public var isAggregate: Bool { self == .contract || self == .topUp }

  /// Whether what is paid for one child stands by itself, in the child's own plan line.
  public var isOfOneChild: Bool { self == .topUp || self == .framework || self == .spot }
}
