public import Bookkeeping

private let months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// A day as it is read aloud: 16 October 2026.
public func spoken(_ day: Day) -> String {
  "\(day.dayOfMonth) \(months[day.monthOfYear - 1]) \(day.year)"
}

/// A month as it is read aloud: October 2026.
public func spoken(_ month: Month) -> String { "\(months[month.month - 1]) \(month.year)" }

/// A day without its year, where the year is plain: 16 October.
public func spokenInYear(_ day: Day) -> String {
  "\(day.dayOfMonth) \(months[day.monthOfYear - 1])"
}
