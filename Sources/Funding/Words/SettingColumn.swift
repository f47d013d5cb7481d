/// The column of a section 251 line: the kind of setting that the money is for.
public enum SettingColumn: String, Hashable, Sendable, CaseIterable {
  case earlyYears = "early-years"
  case primary
  case secondary
  case special
  case alternativeProvision = "alternative-provision"
  case postSchool = "post-school"
}
