public import Bookkeeping

/// How far each figure, moved by itself, moves the gap of all years: the longest bar first.
///
/// A rate that changes in a later year has a bar for each of its rows, because each has a low and a
/// high value of its own.
public struct Tornado: Hashable, Sendable {
  /// The gap with every figure at its central value.
  public let centre: Money
  public let bars: [Bar]

  /// One figure moved down and up.
  public struct Bar: Hashable, Sendable {
    public let driver: Driver
    /// The years in which it holds, where there are other rates of it for others.
    public let span: Span?
    /// The value that gives the lesser gap, which for the uplift is the higher.
    public let lowValue: Percentage
    /// The value that gives the greater gap.
    public let highValue: Percentage
    /// How far the gap is from the centre at the one and at the other.
    public let low: Money
    public let high: Money

    public var swing: Money { high - low }

    /// `Demand growth`, or `Demand growth from 2029-30`.
    public var name: String { driver.name + (span.map { " \($0.words)" } ?? "") }
  }

  /// The years in which one of several rates holds.
  public enum Span: Hashable, Sendable {
    case to(FinancialYear)
    case from(FinancialYear)

    var words: String {
      switch self {
      case .to(let year): "to \(year)"
      case .from(let year): "from \(year)"
      }
    }
  }

  /// - Throws: a refusal where one of the values cannot be.
  public init(
    of outlook: Outlook, under scenario: Scenario, moving table: AssumptionTable
  ) throws(Outlook.Refusal) {
    let centre = Projection(of: outlook, under: scenario).gap
    var bars: [Bar] = []
    for driver in Driver.allCases {
      guard case .rate(let spread, _)? = table.row(driving: driver)?.values else { continue }
      let changes = table.changes(of: driver)
      let until = changes.first.map { Span.to(FinancialYear(starting: $0.from.start - 1)) }
      let rows = [(until, spread)] + changes.map { (Span.from($0.from), $0.spread) }
      for (span, spread) in rows {
        bars.append(
          try Bar(of: driver, span, spread) { (step) throws(Outlook.Refusal) in
            let moved = try outlook.moving(driver, from: span?.change, by: step)
            return Projection(of: moved, under: scenario).gap - centre
          })
      }
    }
    self.centre = centre
    // Sorting keeps the order of the drivers where two bars are as long.
    self.bars = bars.enumerated()
      .sorted { ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset) }.map(\.element)
  }
}

extension Tornado.Span {
  /// The year from which the rate holds, where it is not the first.
  fileprivate var change: FinancialYear? {
    switch self {
    case .to: nil
    case .from(let year): year
    }
  }
}

extension Tornado.Bar {
  /// The bar of a rate, whose change of the gap is worked out for a step from the central value.
  fileprivate init(
    of driver: Driver, _ span: Tornado.Span?, _ spread: Assumption.Spread<Percentage>,
    _ change: (Percentage) throws(Outlook.Refusal) -> Money
  ) throws(Outlook.Refusal) {
    let down = try change(spread.low - spread.central)
    let up = try change(spread.high - spread.central)
    let rises = down <= up
    self.init(
      driver: driver, span: span, lowValue: rises ? spread.low : spread.high,
      highValue: rises ? spread.high : spread.low, low: min(down, up), high: max(down, up))
  }
}
