import Bookkeeping
import Funding
import Modelling

/// A sum that a partner has agreed to pay into a part of a pool by a day, and what came of it.
struct PoolInstalment: Hashable {
  let part: Fund
  let partner: PartnerReference
  let due: Day
  /// The year that it was agreed in, and is for.
  let year: FinancialYear
  /// Negative where it is to be paid back, since more was due than the year's varied sum.
  let agreed: Money
  /// What was paid in against it, the earliest instalments being paid first.
  var paid: Money = .zero
  /// The day of the last payment against it.
  var paidOn: Day?

  var isPaid: Bool { paid >= agreed }

  /// What was due by a day and had not been paid in.
  func late(on day: Day) -> Money { due <= day ? max(agreed - paid, .zero) : .zero }

  /// By how many days it was paid late, or is late by now.
  func daysLate(on day: Day) -> Int { max(0, due.distance(to: isPaid ? paidOn ?? due : day)) }

  /// How it stands, in a word or two.
  func state(on day: Day) -> String {
    if agreed < .zero { return "to be paid back" }
    return switch (isPaid, due <= day) {
    case (true, _): daysLate(on: day) > 0 ? "paid late" : "paid"
    case (false, true): paid > .zero ? "late in part" : "late"
    case (false, false): paid > .zero ? "paid in part" : "not yet due"
    }
  }
}

extension PoolBook {
  /// What was agreed, in order of day, part and partner, with what was paid in against it.
  ///
  /// Where the agreement is varied by the book's day, instalments from then on follow its new sum.
  func instalments(under agreed: VariedAgreement?) -> [PoolInstalment] {
    var found = Dictionary(grouping: posted, by: PoolInstalment.Purpose.init)
      .flatMap { purpose, own in varied(own, for: purpose, under: agreed) }
      .sorted { ($0.due, $0.part, $0.partner, $0.year) < ($1.due, $1.part, $1.partner, $1.year) }
    for item in standing where item.isPaidIn { PoolBook.pay(item, off: &found) }
    return found
  }

  /// What events have agreed, as they are posted.
  private var posted: [PoolInstalment] {
    var sums: [PoolInstalment: Money] = [:]
    for item in standing {
      guard let due = item.due, let partner = item.partner else { continue }
      let one = PoolInstalment(
        part: item.fund, partner: partner, due: due, year: FinancialYear(of: item.day),
        agreed: .zero)
      sums[one, default: .zero] += item.amount
    }
    return sums.filter { $0.value > .zero }.map { one, agreed in
      PoolInstalment(
        part: one.part, partner: one.partner, due: one.due, year: one.year, agreed: agreed)
    }
  }

  private func varied(
    _ posted: [PoolInstalment], for purpose: PoolInstalment.Purpose,
    under agreed: VariedAgreement?
  ) -> [PoolInstalment] {
    guard let agreed, let part = part(of: purpose.part) else { return posted }
    let changes = agreed.changes(of: purpose.partner, in: part, through: day).dropFirst()
      .filter { $0.year == purpose.year }
    guard !changes.isEmpty else { return posted }
    return changes.reduce(posted.map { AgreedInstalment($0.agreed, due: $0.due) }) {
      $0.varied(to: $1.amount, from: $1.from)
    }.map {
      PoolInstalment(
        part: purpose.part, partner: purpose.partner, due: $0.due, year: purpose.year,
        agreed: $0.amount)
    }
  }

  /// Which part of the pool a fund is.
  private func part(of fund: Fund) -> AgreedContribution.Part? {
    if fund == .poolGeneral(pool) { return .general }
    return fund == .poolEducation(pool) ? .restricted : nil
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
}

extension PoolInstalment {
  /// What instalments are of one sum for.
  fileprivate struct Purpose: Hashable {
    let part: Fund
    let partner: PartnerReference
    let year: FinancialYear

    init(_ one: PoolInstalment) {
      part = one.part
      partner = one.partner
      year = one.year
    }
  }
}

extension [PoolInstalment] {
  /// What a partner has agreed to put into a part, in all or for one year.
  func agreed(
    _ part: Fund, of partner: PartnerReference? = nil, in year: FinancialYear? = nil
  ) -> Money {
    filter {
      $0.part == part && (partner == nil || $0.partner == partner)
        && (year == nil || $0.year == year)
    }.map(\.agreed).total()
  }

  /// What was paid in beyond everything that was agreed.
  func beyond(_ part: Fund, of partner: PartnerReference, in book: PoolBook) -> Money {
    let own = filter { $0.part == part && $0.partner == partner }
    return book.sum(part, of: partner, \.isPaidIn) - own.map(\.paid).total()
  }
}
