extension Day {
  /// The same day of another month, or its last where it is shorter.
  public func addingMonths(_ months: Int) -> Day {
    let (year, month, day) = parts
    let whole = year * 12 + month - 1 + months
    let (newYear, newMonth) = (whole / 12, whole % 12 + 1)
    let length = Day.length(ofMonth: newMonth, in: newYear)
    guard let moved = Day(year: newYear, month: newMonth, day: min(day, length)) else {
      preconditionFailure("a day outside the calendar")
    }
    return moved
  }

  /// The day itself, where a month begins on it, and else the first of the next.
  public var firstOfMonth: Day { dayOfMonth == 1 ? self : Month(of: self).next.first }
}
