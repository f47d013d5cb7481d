public import Bookkeeping

/// A rate or a share in hundredths, exact to a thousandth of one per cent: `3.5%`.
///
/// Whole thousandths can be counted through, so that a value at which something turns is found and
/// not guessed.
public struct Percentage: Hashable, Sendable {
  /// Thousandths of one per cent: 3.5% is 3,500.
  public let thousandths: Int64

  public init(thousandths: Int64) { self.thousandths = thousandths }

  public static let zero = Percentage(thousandths: 0)
  public static let whole = Percentage(thousandths: 100_000)

  /// The share as a fraction of one: 3.5% is 7/200.
  public var fraction: Fraction { Fraction(thousandths, over: 100_000) }

  /// What an amount is multiplied by when it grows at this rate: 3.5% is 207/200.
  public var growth: Fraction { Fraction(100_000 + thousandths, over: 100_000) }

  /// The nearest tenth of one per cent, a half away from nothing.
  public var toTenths: Percentage {
    let tenths = (thousandths.magnitude + 50) / 100 * 100
    return Percentage(thousandths: thousandths < 0 ? -Int64(tenths) : Int64(tenths))
  }
}

extension Percentage: AdditiveArithmetic {
  public static func + (left: Percentage, right: Percentage) -> Percentage {
    Percentage(thousandths: left.thousandths + right.thousandths)
  }

  public static func - (left: Percentage, right: Percentage) -> Percentage {
    Percentage(thousandths: left.thousandths - right.thousandths)
  }

  public static prefix func - (percentage: Percentage) -> Percentage { .zero - percentage }
}

extension Percentage: Comparable {
  public static func < (left: Percentage, right: Percentage) -> Bool {
    left.thousandths < right.thousandths
  }
}

extension Percentage: LosslessStringConvertible {
  /// Reads `3.5`, `3.5%`, `-2%` or `−2%`: three digits behind the point at most.
  public init?(_ text: String) {
    var rest = text[...]
    let isNegative = rest.first == "-" || rest.first == "\u{2212}"
    if isNegative { rest = rest.dropFirst() }
    if rest.last == "%" { rest = rest.dropLast() }
    guard let number = Fraction(decimal: String(rest)) else { return nil }
    let scaled = number * Fraction(1000)
    guard scaled.denominator == 1 else { return nil }
    self.init(thousandths: isNegative ? -scaled.numerator : scaled.numerator)
  }

  public var description: String {
    let size = Fraction(Int64(thousandths.magnitude), over: 1000)
    return (thousandths < 0 ? "\u{2212}" : "") + "\(size)%"
  }
}
