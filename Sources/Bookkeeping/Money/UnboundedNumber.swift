/// A whole number from nothing up, as long as it needs to be.
///
/// Five years of two rates in millionths are numbers of seventy digits, and a projection is exact.
public struct UnboundedNumber: Hashable, Sendable {
  /// The least significant first, and no nought at the end.
  private var limbs: [UInt64]

  public init(_ number: UInt64) { limbs = number == 0 ? [] : [number] }

  public static func * (left: UnboundedNumber, right: UInt64) -> UnboundedNumber {
    var result = left
    var carry: UInt64 = 0
    for index in result.limbs.indices {
      let product = result.limbs[index].multipliedFullWidth(by: right)
      let (low, isOver) = product.low.addingReportingOverflow(carry)
      result.limbs[index] = low
      carry = product.high + (isOver ? 1 : 0)
    }
    if carry > 0 { result.limbs.append(carry) }
    result.trim()
    return result
  }

  public static func + (left: UnboundedNumber, right: UnboundedNumber) -> UnboundedNumber {
    var result = left
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      if index == result.limbs.count { result.limbs.append(0) }
      let other = index < right.limbs.count ? right.limbs[index] : 0
      let (sum, isOver) = result.limbs[index].addingReportingOverflow(other)
      let (all, isOverAgain) = sum.addingReportingOverflow(carry)
      result.limbs[index] = all
      carry = (isOver ? 1 : 0) + (isOverAgain ? 1 : 0)
    }
    if carry > 0 { result.limbs.append(carry) }
    return result
  }

  /// Divided, and what is over is left out.
  public static func / (left: UnboundedNumber, right: UInt64) -> UnboundedNumber {
    var result = left
    var rest: UInt64 = 0
    for index in result.limbs.indices.reversed() {
      (result.limbs[index], rest) = right.dividingFullWidth((rest, result.limbs[index]))
    }
    result.trim()
    return result
  }

  /// The number, where it is one that an `Int128` holds.
  ///
  /// - Precondition: it is.
  public var value: Int128 {
    precondition(limbs.count <= 2, "a number that is too long")
    let value = limbs.reversed().reduce(UInt128(0)) { $0 << 64 | UInt128($1) }
    return Int128(value)
  }

  private mutating func trim() { while limbs.last == 0 { limbs.removeLast() } }
}

/// A quotient of a whole number by a product of small ones, rounded once.
public struct LongQuotient {
  private let dividend: UnboundedNumber
  private let divisors: [UInt64]

  public init(_ dividend: UnboundedNumber, by divisors: [UInt64]) {
    self.dividend = dividend
    self.divisors = divisors
  }

  /// To the nearest whole number, a half upwards.
  public var rounded: Int64 {
    let half = divisors.reduce(UnboundedNumber(1), *)
    return Int64((floor(of: dividend * 2 + half) / 2).value)
  }

  /// In parts of 2⁻³², what is over left out.
  public var inParts: Int128 { floor(of: dividend * (1 << 32)).value }

  /// Dividing by one after another, each time without what is over, is dividing by their product.
  private func floor(of number: UnboundedNumber) -> UnboundedNumber { divisors.reduce(number, /) }
}
