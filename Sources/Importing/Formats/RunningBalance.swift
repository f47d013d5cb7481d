package import Bookkeeping

/// Whether the balances that a bank prints run from row to row, whichever way the file goes.
///
/// Where they do not, a row may be missing, or an amount read wrongly.
package struct RunningBalance {
  private var last: (amount: Money, balance: Money)?
  /// What has moved since, in rows without a balance.
  private var since = Money.zero
  private var days: (first: Day, last: Day)?
  private var down = Breaks()
  private var up = Breaks()

  struct Breaks {
    fileprivate(set) var count = 0
    fileprivate(set) var first: Place?

    fileprivate mutating func count(_ place: Place) {
      count += 1
      first = first ?? place
    }
  }

  package init() {}

  /// Takes the next row; one without a balance counts towards the next that has one.
  package mutating func take(
    _ amount: Money, leaving balance: Money?, on day: Day?, at place: Place
  ) {
    if let day { days = (days?.first ?? day, day) }
    guard let balance else {
      since += amount
      return
    }
    if let last {
      if last.balance + since + amount != balance { down.count(place) }
      if balance + since + last.amount != last.balance { up.count(place) }
    }
    last = (amount, balance)
    since = .zero
  }

  /// Whether the file goes from its last day to its first; where all rows are of one day, as the balances run.
  package var isNewestFirst: Bool {
    if let days, days.first != days.last { return days.first > days.last }
    return down.count > up.count
  }

  var breaks: Breaks { isNewestFirst ? up : down }

  /// Where they do not run, and in how many places.
  var doubts: [Diagnostic] {
    guard let first = breaks.first else { return [] }
    let places = breaks.count == 1 ? "in one place" : "in \(breaks.count) places, first here"
    return [
      Diagnostic(
        .warning, "balance-does-not-run", at: first,
        problem: "the balance is not the one before it and the amount, \(places)",
        why: "a row may be missing, or money may have gone the other way",
        next: "hold the file against the bank’s own statement before it is committed")
    ]
  }
}
