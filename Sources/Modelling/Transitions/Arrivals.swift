/// How many children of a year group join, and into which states.
///
/// The rate is those who joined out of those who lived here, in all years seen, with the rate of all
/// year groups added for as many residents as the weight says. It is as uncertain as its counts are
/// few: a gamma distribution, so that those who join in a year are negative binomial. Those drawn in
/// one year count for the next, so that one run has one rate.
struct Arrivals: Sendable {
  /// Into which states those who join come.
  let states: Urn
  /// Who lives here in each year of the projection, the year of the last known first.
  let residents: [Int64]
  /// Those who joined and the residents among whom they did, both times `scale`.
  private let joined: Int128
  private let exposed: Int128
  private let scale: Int128

  static func all(
    _ evidence: TransitionModel.Evidence, _ seen: MoveCounts, _ pooled: MoveCounts, _ weight: Int64
  ) -> [Arrivals] {
    let rows = evidence.population
    let years = Set(evidence.transitions.map(\.calendarYear))
    let past = rows.filter { years.contains($0.calendarYear) }
    let coming = rows.filter { row in years.allSatisfy { $0 < row.calendarYear } }
    let all = past.reduce(0) { $0 + $1.count }
    let joined = YearGroup.all.reduce(Int64(0)) { $0 + seen.arrivals($1).reduce(0, +) }
    let entries = pooled.arrivals.allSatisfy { $0 == 0 } ? seen.arrivals : pooled.arrivals
    return YearGroup.all.map { group in
      let here = seen.arrivals(group)
      let residents = past.filter { $0.yearGroup == group }.reduce(0) { $0 + $1.count }
      return Arrivals(
        states: Urn(here, pooled: entries, weight) ?? Urn(only: 0),
        residents: coming.filter { $0.yearGroup == group }
          .sorted { $0.calendarYear < $1.calendarYear }.map(\.count),
        joined: Int128(here.reduce(0, +)) * Int128(max(1, all)) + Int128(weight) * Int128(joined),
        exposed: (Int128(residents) + Int128(weight)) * Int128(max(1, all)),
        scale: Int128(max(1, all)))
    }
  }

  /// Whether anybody can join out of the year group in a year of the projection.
  private func isOpen(_ year: Int) -> Bool {
    year < residents.count && residents[year] > 0 && joined > 0 && exposed > 0
  }

  /// How many are expected to join in a year of the projection, to the nearest millionth.
  func expected(_ year: Int) -> Headcount {
    guard isOpen(year) else { return .zero }
    let product = Int128(residents[year]) * 1_000_000 * joined
    return Headcount(millionths: Int64((2 * product + exposed) / (2 * exposed)))
  }

  /// Draws how many join in each year of the projection.
  func drawn(years: Int, _ draws: inout Draws) -> [Int64] {
    var shape = Double(joined) / Double(scale)
    var exposure = Double(exposed) / Double(scale)
    return (0..<years).map { year in
      guard isOpen(year) else { return 0 }
      let residents = Double(residents[year])
      let count = min(
        Arrivals.count(shape: shape, odds: residents / exposure, &draws), self.residents[year])
      shape += Double(count)
      exposure += residents
      return count
    }
  }

  /// Draws from a negative binomial distribution, by its probabilities from nothing upwards.
  ///
  /// Where the first would be too small to be a number, the count is that of several smaller ones.
  private static func count(shape: Double, odds: Double, _ draws: inout Draws) -> Int64 {
    let rate = Elementary.logarithm(1 + odds)
    let parts = Int(shape * rate / 500) + 1
    let (shape, step) = (shape / Double(parts), odds / (1 + odds))
    return (0..<parts).reduce(0) { sum, _ in
      var left = draws.part()
      var chance = Elementary.exponentialDecay(shape * rate)
      var count = 0.0
      while left > chance, count < 1_000_000_000, chance > 0 || count < shape * odds {
        left -= chance
        chance *= (shape + count) / (count + 1) * step
        count += 1
      }
      return sum + Int64(count)
    }
  }
}
