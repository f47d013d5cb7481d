public import Bookkeeping

/// What payments and invoices of a line may be that are told in another order than they happened.
extension LineStanding {
  /// Whether an instalment of a year came to an amount before the line was cut short, and comes to less now.
  public func wasCut(from amount: Money, in year: FinancialYear) -> Bool {
    guard versions.last?.to != nil else { return false }
    var whole: [Day: Money] = [:]
    for posting in postings where posting.isScheduled && year.days.contains(posting.ownDay) {
      whole[posting.ownDay, default: .zero] += max(posting.gain(.committed), .zero)
    }
    let left = scheduled(in: year)
    return whole.contains { $0.value == amount && left[$0.key] ?? .zero < amount }
  }

  /// Whether money that was due in a month is paid over.
  public func isAdvanced(for month: Month) -> Bool {
    postings.filter {
      $0.event == .directPaymentAdvanced && Month(of: $0.saidOn ?? $0.ownDay) == month
    }.map { $0.gain(.advanced) }.total() > .zero
  }

  /// A payment of an amount on some days that no invoice was paid by, and that was not taken back.
  public func payment(of amount: Money, in days: ClosedRange<Day>) -> Int? {
    let back = postings.filter { $0.traits.contains(.isReversal) && $0.gain(.spent) < .zero }
    return postings.first { posting in
      posting.event == .paymentMade && !posting.traits.contains(.isReversal)
        && days.contains(posting.ownDay) && posting.gain(.spent) == amount
        && !back.contains { $0.ownDay == posting.ownDay && $0.gain(.spent) == -amount }
    }?.record
  }
}
