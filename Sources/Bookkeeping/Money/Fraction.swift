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
    Fraction(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }
}

private func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
  right == 0 ? max(left, 1) : greatestCommonDivisor(right, left % right)
}
