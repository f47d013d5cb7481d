import Bookkeeping

/// Whether the balances that a bank prints run from row to row, whichever way the file goes.
///
/// Where they do not, a row may be missing, or an amount read wrongly.
struct RunningBalance {
  private var last: (amount: Money, balance: Money)?
  private var down = Breaks()
  private var up = Breaks()

  private struct Breaks {
    var count = 0
    var first: Place?

    mutating func count(_ place: Place) {
      count += 1
      first = first ?? place
    }
  }

  /// Takes the next row; one without a balance says nothing of those on either side of it.
  mutating func take(_ amount: Money, leaving balance: Money?, at place: Place) {
    defer { last = balance.map { (amount, $0) } }
    guard let last, let balance else { return }
    if last.balance + amount != balance { down.count(place) }
    if balance + last.amount != last.balance { up.count(place) }
  }

  /// Where they do not run, and in how many places.
  var doubts: [Diagnostic] {
    let breaks = down.count <= up.count ? down : up
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
