/// An exact quantity: a numerator over a positive denominator, in lowest terms.
///
/// Days of a year, places over two academic years and shares of a pool are fractions, and stay so
/// until an amount is worked out.
public struct Fraction: Hashable, Sendable {
  public let numerator: Int64
  public let denominator: Int64

  public init(_ numerator: Int64, over denominator: Int64 = 1) {
    precondition(denominator != 0, "a fraction over nothing")
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int64(divisor))
    self.denominator = sign * (denominator / Int64(divisor))
  }
}

extension Fraction {
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  public static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }
}

private func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
  right == 0 ? max(left, 1) : greatestCommonDivisor(right, left % right)
}

extension Fraction {
  /// Reads a quantity as people type it, `18` or `1.5`: nine digits before the point at most, and
  /// four behind it.
  ///
  /// - Returns: none where the text is not such a number, or is negative.
  public init?(decimal text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...9).contains(parts[0].utf8.count),
      let whole = decimal(Array(parts[0].utf8))
    else { return nil }
    guard parts.count == 2 else {
      self.init(Int64(whole))
      return
    }
    guard (1...4).contains(parts[1].utf8.count), let part = decimal(Array(parts[1].utf8)) else {
      return nil
    }
    let scale = parts[1].utf8.reduce(Int64(1)) { scale, _ in scale * 10 }
    self.init(Int64(whole) * scale + Int64(part), over: scale)
  }

  public static let zero = Fraction(0)
  public static let one = Fraction(1)

  /// The greatest whole number that is not above it.
  public var floor: Int64 {
    let whole = numerator / denominator
    return numerator % denominator < 0 ? whole - 1 : whole
  }

  /// The least whole number that is not below it.
  public var ceiling: Int64 { -Fraction(-numerator, over: denominator).floor }

  public static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(-right.numerator, over: right.denominator)
  }

  /// - Precondition: what it is divided by is not nothing.
  public static func / (left: Fraction, right: Fraction) -> Fraction {
    left * Fraction(right.denominator, over: right.numerator)
  }
}

extension Fraction: Comparable {
  public static func < (left: Fraction, right: Fraction) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}

extension Fraction: CustomStringConvertible {
  /// `18`, `1.5`, or, where no four decimals write it, `1/3`.
  public var description: String {
    if denominator == 1 { return String(numerator) }
    guard 10_000 % denominator == 0 else { return "\(numerator)/\(denominator)" }
    let scaled = numerator.magnitude * UInt64(10_000 / denominator)
    var decimals = String(scaled % 10_000 + 10_000).dropFirst()
    while decimals.last == "0" { decimals = decimals.dropLast() }
    return (numerator < 0 ? "-" : "") + "\(scaled / 10_000).\(decimals)"
  }
}
