public import Bookkeeping

/// How far each figure, moved by itself, moves the gap of all years: the longest bar first.
public struct Tornado: Hashable, Sendable {
  /// The gap with every figure at its central value.
  public let centre: Money
  public let bars: [Bar]

  /// One figure moved down and up.
  public struct Bar: Hashable, Sendable {
    public let driver: Driver
    /// The value that gives the lesser gap, which for the uplift is the higher.
    public let lowValue: Percentage
    /// The value that gives the greater gap.
    public let highValue: Percentage
    /// How far the gap is from the centre at the one and at the other.
    public let low: Money
    public let high: Money

    public var swing: Money { high - low }
  }

  /// - Throws: a refusal where one of the values cannot be.
  public init(
    of outlook: Outlook, under scenario: Scenario, moving table: AssumptionTable
  ) throws(Outlook.Refusal) {
    let centre = Projection(of: outlook, under: scenario).gap
    var bars: [Bar] = []
    for driver in Driver.allCases {
      guard case .rate(let spread, _)? = table.row(driving: driver)?.values else { continue }
      func change(to value: Percentage) throws(Outlook.Refusal) -> Money {
        let moved = try outlook.moving(driver, by: value - spread.central)
        return Projection(of: moved, under: scenario).gap - centre
      }
      let (low, high) = (try change(to: spread.low), try change(to: spread.high))
      bars.append(
        low <= high
          ? Bar(driver: driver, lowValue: spread.low, highValue: spread.high, low: low, high: high)
          : Bar(driver: driver, lowValue: spread.high, highValue: spread.low, low: high, high: low))
    }
    self.centre = centre
    // Sorting keeps the order of the drivers where two bars are as long.
    self.bars = bars.enumerated()
      .sorted { ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset) }.map(\.element)
  }
}
