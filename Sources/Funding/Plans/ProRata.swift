/// How a part of a year, a month or a week is counted.
///
/// This is local policy and not national, so the rule is kept with each line.
public enum ProRata: String, Hashable, Sendable, CaseIterable {
  /// Days over the days of the financial year, 365 or 366.
  case days
  /// Calendar months begun, over twelve.
  case months
  /// School terms begun, over three.
  case terms
  /// School weeks begun, over the school weeks of the year.
  case schoolWeeks = "school-weeks"
}

extension ProRata {
  /// Whether a rate for so long is counted that way: a year in each of them, a week and a month by days alone.
  public func counts(_ per: Rate.Per) -> Bool { per == .year || self == .days }
}

/// How often a commitment falls due.
public enum InstalmentPattern: String, Hashable, Sendable, CaseIterable {
  /// On the first of each month.
  case monthly
  /// On 1 April, 1 September and 1 January.
  case termly
  /// Once, on the first day of the line or of the year.
  case yearly
}
