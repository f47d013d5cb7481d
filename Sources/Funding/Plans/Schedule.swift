public import Bookkeeping

/// A share of a plan line's sum, from the first day on which it may be used.
public struct Instalment: Hashable, Sendable {
  public let covers: ClosedRange<Day>
  public let amount: Money

  /// The day on which it is committed.
  public var day: Day { covers.lowerBound }
}

extension PlanLine {
  /// Why a schedule cannot be worked out.
  public enum ScheduleFailure: Error, Hashable, Sendable {
    /// The line counts school weeks, and no term dates are set for the year.
    case termDatesMissing(FinancialYear)
  }

  /// The instalments of a financial year.
  ///
  /// They add to the sum for the days that the line runs.
  ///
  /// `year` is the year of account.
  /// `last` is the last day to count, where the line ends or is changed earlier than it says.
  /// `terms` is the authority's term dates, for lines that count school weeks.
  public func instalments(
    in year: FinancialYear, until last: Day? = nil, terms: TermDates?
  ) throws(ScheduleFailure) -> [Instalment] {
    let end = [to, last, year.last].compactMap(\.self).min() ?? year.last
    let start = max(from, year.first)
    guard start <= end else { return [] }

    let pieces = instalments.pieces(of: start...end)
    let parts: [Money]
    switch rate.per {
    case .month: parts = pieces.map { byMonth($0) }
    case .week: parts = shares(of: rate.amount, over: 7, days: start...end, pieces)
    case .year: parts = try yearly(in: year, days: start...end, pieces, terms: terms)
    }
    return zip(pieces, parts).map { Instalment(covers: $0, amount: $1) }
      .filter { $0.amount > .zero }
  }

  /// Whole months at the rate, and part of a month by its days.
  private func byMonth(_ days: ClosedRange<Day>) -> Money {
    InstalmentPattern.monthly.pieces(of: days).map { piece in
      let month = Month(of: piece.lowerBound)
      let length = Day.length(ofMonth: month.month, in: month.year)
      return rate.amount.times(Fraction(Int64(piece.count), over: Int64(length)))
    }.total()
  }

  /// The sum for all the days, shared by the days of each piece.
  private func shares(
    of amount: Money, over length: Int, days: ClosedRange<Day>, _ pieces: [ClosedRange<Day>]
  ) -> [Money] {
    amount.times(Fraction(Int64(days.count), over: Int64(length)))
      .shared(in: pieces.map { Int64($0.count) })
  }

  private func yearly(
    in year: FinancialYear, days: ClosedRange<Day>, _ pieces: [ClosedRange<Day>],
    terms: TermDates?
  ) throws(ScheduleFailure) -> [Money] {
    switch proRata {
    case .days:
      return shares(of: rate.amount, over: year.length, days: days, pieces)
    case .months:
      return counted(InstalmentPattern.monthly, of: 12, days, pieces)
    case .terms:
      return counted(InstalmentPattern.termly, of: 3, days, pieces)
    case .schoolWeeks:
      guard let terms, terms.weeks(in: year.days) > 0 else { throw .termDatesMissing(year) }
      let weeks = pieces.map { terms.weeks(in: $0) }
      guard weeks.reduce(0, +) > 0 else { return pieces.map { _ in .zero } }
      let whole = Fraction(terms.weeks(in: days), over: terms.weeks(in: year.days))
      return rate.amount.times(whole).shared(in: weeks)
    }
  }

  /// The sum for months or terms begun, each of them counted where it begins.
  private func counted(
    _ pattern: InstalmentPattern, of whole: Int64, _ days: ClosedRange<Day>,
    _ pieces: [ClosedRange<Day>]
  ) -> [Money] {
    let starts = pattern.pieces(of: days).map(\.lowerBound)
    let weights = pieces.map { piece in Int64(starts.filter(piece.contains).count) }
    return rate.amount.times(Fraction(Int64(starts.count), over: whole)).shared(in: weights)
  }
}

extension InstalmentPattern {
  /// The days cut where an instalment begins.
  func pieces(of days: ClosedRange<Day>) -> [ClosedRange<Day>] {
    var pieces: [ClosedRange<Day>] = []
    var start = days.lowerBound
    while start <= days.upperBound {
      let next = cut(after: start)
      pieces.append(start...min(next.advanced(by: -1), days.upperBound))
      start = next
    }
    return pieces
  }

  /// The first day after that one on which an instalment begins.
  private func cut(after day: Day) -> Day {
    var month = Month(of: day).next
    switch self {
    case .monthly: break
    case .termly: while ![1, 4, 9].contains(month.month) { month = month.next }
    case .yearly: while month.month != 4 { month = month.next }
    }
    return month.first
  }
}
