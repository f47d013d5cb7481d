import Bookkeeping

extension LineStanding {
  /// The instalments of a version, without what grants have taken out of them.
  ///
  /// A version restates its sum: what was granted before it began is taken to be in it.
  func less(
    _ instalments: [Instalment], of version: PlanLine, in year: FinancialYear
  ) -> [Instalment] {
    let grants = grants.filter { version.from < $0.starts }
    guard !grants.isEmpty else { return instalments }
    let posted = released(in: year)
    var amounts = instalments.map { $0.amount - (posted[$0.day] ?? .zero) }
    for taken in grants.flatMap({ $0.taken(from: reference) }) where taken.from <= year.last {
      // What was given back of the year of the grant was posted with it.
      if year.days.contains(taken.from), !posted.isEmpty { continue }
      let open = instalments.filter { $0.day >= taken.from }
      guard let first = open.first, let last = open.last else { continue }
      let days = first.day.distance(to: last.covers.upperBound) + 1
      let share = Fraction(Int64(days), over: Int64(year.length))
      let parts = taken.amount.times(share).shared(in: open.map(\.amount.pence))
      for (offset, part) in parts.enumerated() {
        let index = amounts.count - parts.count + offset
        amounts[index] = max(amounts[index] - part, .zero)
      }
    }
    return zip(instalments, amounts).map { Instalment(covers: $0.covers, amount: $1) }
      .filter { $0.amount > .zero }
  }
}
