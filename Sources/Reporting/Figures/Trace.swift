public import Bookkeeping
public import Funding

/// A figure followed to the movements of which it is the sum.
public struct Trace: Sendable {
  public let figure: Figure
  public private(set) var steps: [Step] = []
  public private(set) var total = Money.zero
  private let keeps: Int

  /// A movement, and what it adds to the figure.
  public struct Step: Hashable, Sendable {
    public let record: Int
    public let moved: Moved
    public let amount: Money
  }

  /// `keeps` is how many of the last steps are kept to be shown; all of them count.
  public init(_ figure: Figure, keeping keeps: Int = .max) {
    self.figure = figure
    self.keeps = keeps
  }

  /// Looks at a record, in order of day and number.
  public mutating func follow(_ record: JournalRecord) {
    for moved in record.content.moved {
      let amount = figure.terms.map { $0.counts(moved) }.total()
      guard amount != .zero else { continue }
      total += amount
      steps.append(Step(record: record.number, moved: moved, amount: amount))
      if steps.count > keeps { steps.removeFirst() }
    }
  }

  /// The days that the figure looks at.
  public static func days(of figure: Figure) -> DaySpan {
    let spans = figure.terms.map(\.days)
    let first = spans.contains { $0.first == nil } ? nil : spans.compactMap(\.first).min()
    let last = spans.contains { $0.last == nil } ? nil : spans.compactMap(\.last).max()
    return DaySpan(from: first, through: last)
  }
}
