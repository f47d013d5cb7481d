public import Bookkeeping

/// What a pool's reserve held, gave and was given in one year.
public struct ReserveYear: Hashable, Sendable {
  public let year: FinancialYear
  /// What was put in at the beginning of the year; negative where the reserve was lowered.
  public let toppedUp: Money
  /// With what was put in; none where the agreement does not say what it holds.
  public let opening: Money?
  /// What an overspend took out of it.
  public fileprivate(set) var used = Money.zero
  /// What an underspend put into it.
  public fileprivate(set) var putBack = Money.zero

  public var closing: Money? { opening.map { $0 - used + putBack } }
}

/// A pool's reserve, from one year to the next.
///
/// What it gave in a year is gone in the next, unless the agreement has it topped up. Where the
/// agreement does not say what becomes of it, it is there in the first year only.
public struct ReserveRoll: Hashable, Sendable {
  /// Each year that was opened, in order.
  public private(set) var years: [ReserveYear] = []
  private var held = Money.zero
  /// The amount agreed, as the year before had it.
  private var agreed: Money?

  public init() {}

  /// Opens the year that follows.
  ///
  /// - Returns: what an overspend may take.
  public mutating func open(_ year: FinancialYear, under reserve: AgreedReserve?) -> Money {
    let opening = reserve.flatMap { self.opening(under: $0) }
    let isFirst = years.isEmpty
    years.append(
      ReserveYear(
        year: year, toppedUp: isFirst ? .zero : opening.map { $0 - held } ?? .zero,
        opening: opening))
    held = opening ?? held
    agreed = reserve?.amount ?? agreed
    return opening ?? .zero
  }

  private func opening(under reserve: AgreedReserve) -> Money? {
    // What is named for the first time is there in full, beside what an underspend has put in.
    guard let agreed else { return held + reserve.amount }
    switch reserve.eachYear {
    // What an underspend put in beyond the amount is nobody's to take out.
    case .toppedUp: return max(held, reserve.amount)
    case .runDown: return max(held + reserve.amount - agreed, .zero)
    case nil: return nil
    }
  }

  /// Closes the year that was opened last, by what its result took out or put in.
  ///
  /// - Precondition: a year was opened.
  public mutating func close(_ division: DividedVariance) {
    guard let last = years.indices.last else { preconditionFailure("no year was opened") }
    let drawn = division.drawn
    years[last].used = max(drawn, .zero)
    years[last].putBack = max(-drawn, .zero)
    held -= drawn
  }
}
