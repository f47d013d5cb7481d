/// The state of each switch; one that is not among them is off.
public typealias DeficitSwitches = [DeficitSwitch: Assumption.PolicyState]

/// A part of the deficit by year that can be turned on and off.
public enum DeficitSwitch: String, Hashable, Sendable, CaseIterable {
  /// Money moved out of the schools block.
  case blockTransfer = "block-transfer"
  /// The grant for deficits at 31 March 2026.
  case stabilityGrant = "stability-grant"
  /// The rule that keeps a deficit off the general fund, to the day that was announced.
  case override = "override"

  public var name: String {
    switch self {
    case .blockTransfer: "Block transfer"
    case .stabilityGrant: "High Needs Stability Grant"
    case .override: "Override to 31 March 2028"
    }
  }
}
