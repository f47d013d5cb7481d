public import Bookkeeping

/// By how much a sum paid in cash may cost more than it saves, and still be an efficient use of money.
///
/// No law says how much. It is the authority's own setting, and is printed wherever it is applied.
public struct Tolerance: Hashable, Sendable {
  /// A share of the notional sum, in hundredths.
  public let percent: Fraction
  /// What it is for each request at least.
  public let minimum: Money

  public init(percent: Fraction, minimum: Money) {
    self.percent = percent
    self.minimum = minimum
  }

  /// The tolerance for one request.
  ///
  /// `notional` is its notional sum; where that is not known, the least tolerance is all there is.
  public func amount(for notional: Money?) -> Money {
    max(notional?.times(percent * Fraction(1, over: 100)) ?? .zero, minimum)
  }
}

extension Tolerance: LosslessStringConvertible {
  /// Reads `10% 250.00`.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, words[0].hasSuffix("%"),
      let percent = Fraction(decimal: String(words[0].dropLast())), percent <= Fraction(100),
      let minimum = try? Money(parsing: words[1]), minimum >= .zero
    else { return nil }
    self.init(percent: percent, minimum: minimum)
  }

  public var description: String { "\(percent)% \(minimum.plain)" }
}
