/// The law under which somebody may ask for a sum in place of a service.
public enum Regime: String, Hashable, Sendable, CaseIterable {
  /// Special educational provision of section F: section 49 of the Children and Families Act 2014,
  /// and SI 2014/1652.
  case specialEducation = "special-education"
  /// Travel to school: sections 508A to 508F of the Education Act 1996.
  case travel
  /// A disabled child's care: section 17A of the Children Act 1989; from 18 the Care Act 2014.
  case socialCare = "social-care"
  /// Health: section 12A of the National Health Service Act 2006, and SI 2013/1617.
  case health

  /// The agency whose money it is.
  public var agency: Agency {
    switch self {
    case .specialEducation, .travel: .education
    case .socialCare: .socialCare
    case .health: .health
    }
  }

  /// What a message and a report call it.
  public var name: String {
    switch self {
    case .specialEducation: "special educational provision"
    case .travel: "travel to school"
    case .socialCare: "social care"
    case .health: "health"
    }
  }
}
