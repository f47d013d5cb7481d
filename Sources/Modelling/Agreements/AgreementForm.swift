/// How partners have arranged their money: three forms that are never mixed.
///
/// Source: NHS Act 2006, section 75, and SI 2000/617, which was made under section 31 of the Health
/// Act 1999 and continues under it.
public enum AgreementForm: String, Hashable, Sendable, CaseIterable {
  /// One fund made up of contributions, spent as one (regulation 7).
  case pooled
  /// Each partner keeps and accounts for its own money, and they plan together. Not a section 75
  /// form: nothing is pooled and no risk is shared.
  case aligned
  /// One partner commissions with its own and another's functions (regulations 8 and 9).
  case leadCommissioner = "lead-commissioner"

  public var name: String {
    switch self {
    case .pooled: "Pooled fund"
    case .aligned: "Aligned budgets"
    case .leadCommissioner: "Lead commissioner"
    }
  }

  /// Whether it is made under section 75.
  public var isSection75: Bool {
    switch self {
    case .pooled, .leadCommissioner: true
    case .aligned: false
    }
  }
}
