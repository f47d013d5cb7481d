/// An amount of sterling, held as a whole number of pence.
///
/// A ledger that can be a penny out cannot be reconciled, so there is no way in from a binary
/// fraction: text is read by ``init(parsing:)``, and the operations that round are
/// ``times(_:)-(Fraction)``, ``times(_:)-([Fraction])`` and ``shared(in:)``.
public struct Money: Hashable, Sendable {
  public let pence: Int64

  @inlinable
  public init(pence: Int64) {
    self.pence = pence
  }

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
  public static func < (left: Money, right: Money) -> Bool {
    left.pence < right.pence
  }
}

extension Money: ExpressibleByIntegerLiteral {
  /// A literal is a number of pence: `10_000_00` is ten thousand pounds.
  public init(integerLiteral pence: Int64) {
    self.init(pence: pence)
  }
}

extension Money {
  public var magnitude: Money { pence < 0 ? -self : self }
}

extension Sequence where Element == Money {
  public func total() -> Money { reduce(.zero, +) }
}
