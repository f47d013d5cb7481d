/// The agency that answers for a piece of provision.
public enum Agency: String, Hashable, Sendable, CaseIterable {
  case education
  case socialCare = "social-care"
  case health

  public var name: String {
    switch self {
    case .education: "Education"
    case .socialCare: "Social care"
    case .health: "Health"
    }
  }
}
