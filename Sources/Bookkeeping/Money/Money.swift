/// An amount of sterling, held as a whole number of pence.
///
/// A ledger that can be a penny out cannot be reconciled, so there is no way in from a binary
/// fraction: text is read by ``init(parsing:)``, and the operations that round are
/// ``times(_:)-(Fraction)``, ``times(_:)-([Fraction])`` and ``shared(in:)``.
public struct Money: Hashable, Sendable {
  public let pence: Int64

  @inlinable
  public init(pence: Int64) { self.pence = pence }

  public static let zero = Money(pence: 0)
}

extension Money: AdditiveArithmetic {
  // Overflow traps on purpose: a total that wrapped would be a wrong total that looks right.
  @inlinable
  public static func + (left: Money, right: Money) -> Money {
    Money(pence: left.pence + right.pence)
  }

  @inlinable
  public static func - (left: Money, right: Money) -> Money {
    Money(pence: left.pence - right.pence)
  }

  public static prefix func - (money: Money) -> Money {
    Money(pence: 0 - money.pence)
  }
}

extension Money: Comparable {
  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }
}

extension Money: ExpressibleByIntegerLiteral {
  /// A literal is a number of pence: `10_000_00` is ten thousand pounds.
  public init(integerLiteral pence: Int64) { self.init(pence: pence) }
}

extension Money {
  public var magnitude: Money { pence < 0 ? -self : self }
}

extension Sequence where Element == Money {
  public func total() -> Money { reduce(.zero, +) }
}

extension Money {
  /// This amount times each of some fractions, rounded once to the nearest penny, a half away from
  /// nothing.
  ///
  /// Growth over years is a product whose parts outgrow 64 bits long before the amount does. It is
  /// worked out in whole numbers of any length, so that nothing is rounded on the way.
  ///
  /// - Precondition: the product is an amount that 64 bits of pence can hold.
  public func times(_ fractions: [Fraction]) -> Money {
    let product = fractions.reduce(UnboundedNumber(pence.magnitude)) {
      $0 * $1.numerator.magnitude
    }
    let divisors = fractions.map(\.denominator.magnitude)
    let isNegative = (fractions.count { $0.numerator < 0 } + (pence < 0 ? 1 : 0)) % 2 == 1
    let rounded = LongQuotient(product, by: divisors).rounded
    return Money(pence: isNegative ? -rounded : rounded)
  }

  /// This amount times a fraction, rounded once to the nearest penny, a half away from nothing.
  public func times(_ fraction: Fraction) -> Money {
    let product = Int128(pence) * Int128(fraction.numerator)
    let divisor = Int128(fraction.denominator)
    let magnitude = (product.magnitude * 2 + divisor.magnitude) / (divisor.magnitude * 2)
    return Money(pence: product < 0 ? -Int64(magnitude) : Int64(magnitude))
  }

  /// This amount divided by weights, so that the parts add to the whole.
  ///
  /// Each part has the pence that it is sure of; those left over go one each to the largest
  /// remainders, the earlier first where they are equal. Whoever has no weight is given no penny.
  ///
  /// - Precondition: no weight is negative, and their sum is positive.
  public func shared(in weights: [Int64]) -> [Money] {
    pence.shared(in: weights).map { Money(pence: $0) }
  }
}

extension Int64 {
  /// This many of anything divided by weights as an amount of money is, so that the parts add to it.
  ///
  /// - Precondition: no weight is negative, and their sum is positive.
  public func shared(in weights: [Int64]) -> [Int64] {
    precondition(weights.allSatisfy { $0 >= 0 }, "a negative weight")
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(whole > 0, "no weights to share by")

    let products = weights.map { Int128(magnitude) * Int128($0) }
    var parts = products.map { Int64($0 / whole) }
    let left = Int(Int64(magnitude) - parts.reduce(0, +))
    let byRemainder = weights.indices.sorted { one, other in
      let (first, second) = (products[one] % whole, products[other] % whole)
      return first == second ? one < other : first > second
    }
    for index in byRemainder.prefix(left) { parts[index] += 1 }
    return self < 0 ? parts.map { -$0 } : parts
  }
}

extension Money: CustomStringConvertible {
  /// The amount as a message quotes it: `£1,234.50`, and `−£12.00` where it is negative.
  public var description: String { (pence < 0 ? "\u{2212}£" : "£") + grouped }

  /// Pounds and pence without sign or symbol, in groups of three: `1,234.50`.
  public var grouped: String {
    let digits = String(pence.magnitude / 100)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text + "." + twoDigits(pence.magnitude % 100)
  }

  /// Pounds and pence as a program reads them: `-1234.50`.
  public var plain: String {
    (pence < 0 ? "-" : "") + String(pence.magnitude / 100) + "."
      + twoDigits(pence.magnitude % 100)
  }
}

/// The number with a nought before it where it has one digit.
func twoDigits(_ number: some BinaryInteger) -> String { (number < 10 ? "0" : "") + String(number) }
