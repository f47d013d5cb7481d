/// The section of an education, health and care plan that names a piece of provision.
///
/// Sections are set by the Special Educational Needs and Disability Regulations 2014, reg 12.
public enum PlanSection: String, Hashable, Sendable, CaseIterable {
  /// Special educational provision.
  case f = "F"
  /// Health provision.
  case g = "G"
  /// Social care provision.
  case h = "H"
}
