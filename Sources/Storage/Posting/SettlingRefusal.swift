public import Bookkeeping
public import Funding

/// Why a row is not settled so.
public enum SettlingRefusal: Error, Hashable, Sendable {
  case notWaiting(RowPlace)
  case reasonMissing
  /// It is of a day that has not come.
  case dayAfterToday(Day, today: Day)
  case sharesDoNotAdd(Money, row: Money)
  case notOfItsKind(RowPlace, kind: String)
  case lineOfAnotherChild(PlanLineReference, ChildReference)
  /// The entry is no payment that such a row could be.
  case notAPayment(Int)
  /// Other rows have been matched with so much of it already.
  case matchedAlready(Int, left: Money)
  case matchesDoNotAdd(Money, row: Money)
}

extension SettlingRefusal {
  /// The refusal as a person should read it.
  public var diagnostic: Diagnostic {
    switch self {
    case .notWaiting(let place):
      .error(
        "row-not-waiting", "\(place) does not wait for anybody",
        next: "see which rows do: \(.listWaiting)")
    case .reasonMissing:
      .error(
        "reason-missing", "no reason is given",
        why: "a person's word on a payment is kept with the reason for it",
        next: "give one: --reason TEXT")
    case .dayAfterToday(let day, let today):
      .error(
        "day-after-today", "the row is of \(day), which is after today, \(today)",
        why: "nothing has been paid yet", next: "settle it when its day has come, or set it aside")
    case .sharesDoNotAdd(let sum, let row):
      .error(
        "shares-do-not-add",
        sum == row
          ? "a share is nothing, or runs against the sign of the row"
          : "the shares come to \(sum), and the row is \(row)",
        why: "every penny of a row has one place",
        next: "give each line its share, with the sign of the row: --line LINE=AMOUNT")
    case .notOfItsKind(let place, let kind):
      .error(
        "settled-otherwise", "\(place) is of kind \(kind), and is placed on no line by hand",
        next: "record the event by hand, and set the row aside with that as the reason")
    case .lineOfAnotherChild(let line, let child):
      .error(
        "line-of-another-child", "\(line) is not a line of \(child), whose statement the row is of",
        next: "name a line of that child")
    case .notAPayment(let record):
      .error(
        "record-not-a-payment", "record \(record) is no payment that such a row could be",
        why: "money in is a payment of ours to the family, and money out one that came back",
        next: "see what waits to be matched: \(.listWaiting)")
    case .matchedAlready(let record, let left):
      .error(
        "record-matched-already",
        "of record \(record) \(left) is not matched yet, and the row is more",
        why: "other rows were matched with it before",
        next: "name all the payments that the row is: --match RECORD --match RECORD")
    case .matchesDoNotAdd(let sum, let row):
      .error(
        "matches-do-not-add", "the payments come to \(sum), and the row is \(row)",
        why: "a row is matched to the penny",
        next: "name others, or place the rest by hand")
    }
  }
}
