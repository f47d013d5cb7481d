/// Who holds the money of a plan line until it is spent.
///
/// These are the forms of the SEND Code of Practice, 9.101, and a fourth that is no personal budget:
/// a top-up paid to the setting.
public enum HowHeld: String, Hashable, Sendable, CaseIterable {
  case directPayment = "direct-payment"
  case organisedArrangement = "organised-arrangement"
  case thirdParty = "third-party"
  case paidToSetting = "paid-to-setting"

  /// Whether the money leaves the council before anyone knows what it bought.
  public var isAdvanced: Bool {
    switch self {
    case .directPayment, .thirdParty: true
    case .organisedArrangement, .paidToSetting: false
    }
  }
}
