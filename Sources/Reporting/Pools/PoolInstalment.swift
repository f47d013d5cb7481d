import Bookkeeping
import Funding

/// A sum that a partner has agreed to pay into a part of a pool by a day, and what came of it.
struct PoolInstalment: Hashable {
  let part: Fund
  let partner: PartnerReference
  let due: Day
  let agreed: Money
  /// What was paid in against it, the earliest instalments being paid first.
  var paid: Money = .zero
  /// The day of the last payment against it.
  var paidOn: Day?

  var isPaid: Bool { paid >= agreed }

  /// What was due by a day and had not been paid in.
  func late(on day: Day) -> Money { due <= day ? max(agreed - paid, .zero) : .zero }

  /// By how many days it was paid late, or is late by now.
  func daysLate(on day: Day) -> Int {
    max(0, due.distance(to: isPaid ? paidOn ?? due : day))
  }

  /// How it stands, in a word or two.
  func state(on day: Day) -> String {
    switch (isPaid, due <= day) {
    case (true, _): daysLate(on: day) > 0 ? "paid late" : "paid"
    case (false, true): paid > .zero ? "late in part" : "late"
    case (false, false): paid > .zero ? "paid in part" : "not yet due"
    }
  }
}

extension PoolBook {
  /// What was agreed, in order of day, part and partner, with what was paid in against it.
  var instalments: [PoolInstalment] {
    var sums: [PoolInstalment: Money] = [:]
    for item in standing {
      guard let due = item.due, let partner = item.partner else { continue }
      let one = PoolInstalment(part: item.fund, partner: partner, due: due, agreed: .zero)
      sums[one, default: .zero] += item.amount
    }
    var found = sums.filter { $0.value > .zero }.map { one, agreed in
      PoolInstalment(part: one.part, partner: one.partner, due: one.due, agreed: agreed)
    }.sorted { ($0.due, $0.part, $0.partner) < ($1.due, $1.part, $1.partner) }
    for item in standing where item.isPaidIn { PoolBook.pay(item, off: &found) }
    return found
  }

  private static func pay(_ item: Item, off instalments: inout [PoolInstalment]) {
    var left = item.amount
    for index in instalments.indices
    where left > .zero && instalments[index].part == item.fund
      && instalments[index].partner == item.partner && !instalments[index].isPaid
    {
      let taken = min(left, instalments[index].agreed - instalments[index].paid)
      instalments[index].paid += taken
      instalments[index].paidOn = item.day
      left -= taken
    }
  }

  /// What was paid in beyond everything that was agreed.
  func beyond(_ part: Fund, of partner: PartnerReference) -> Money {
    let agreed = instalments.filter { $0.part == part && $0.partner == partner }
    return sum(part, of: partner, \.isPaidIn) - agreed.map(\.paid).total()
  }
}
