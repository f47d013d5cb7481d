extension Money {
  /// This amount times each of some fractions, rounded once to the nearest penny, a half away from
  /// nothing.
  ///
  /// Growth over years is a product whose parts outgrow 64 bits long before the amount does. It is
  /// worked out in whole numbers of any length, so that nothing is rounded on the way.
  ///
  /// - Precondition: the product is an amount that 64 bits of pence can hold.
  public func times(_ fractions: [Fraction]) -> Money {
    var top = LongNumber(pence.magnitude)
    var bottom = LongNumber(1)
    var isNegative = pence < 0
    for fraction in fractions {
      top = top.times(fraction.numerator.magnitude)
      bottom = bottom.times(fraction.denominator.magnitude)
      if fraction.numerator < 0 { isNegative.toggle() }
    }
    let rounded = top.times(2).plus(bottom).quotient(by: bottom.times(2))
    return Money(pence: isNegative ? -rounded : rounded)
  }
}

/// A whole number of any length, not below nothing.
private struct LongNumber {
  /// Parts of 64 bits, the least first; the last is not nothing.
  private var parts: [UInt64]

  init(_ number: UInt64) {
    parts = number == 0 ? [] : [number]
  }

  func times(_ factor: UInt64) -> LongNumber {
    var product = LongNumber(0)
    guard factor != 0 else { return product }
    var carried: UInt64 = 0
    for part in parts {
      let (high, low) = part.multipliedFullWidth(by: factor)
      let (sum, isOver) = low.addingReportingOverflow(carried)
      product.parts.append(sum)
      carried = high + (isOver ? 1 : 0)
    }
    if carried != 0 { product.parts.append(carried) }
    return product
  }

  func plus(_ other: LongNumber) -> LongNumber {
    var sum = LongNumber(0)
    var carried: UInt64 = 0
    for index in 0..<max(parts.count, other.parts.count) {
      let one = index < parts.count ? parts[index] : 0
      let two = index < other.parts.count ? other.parts[index] : 0
      let (first, isOver) = one.addingReportingOverflow(two)
      let (second, isOverAgain) = first.addingReportingOverflow(carried)
      sum.parts.append(second)
      carried = (isOver ? 1 : 0) + (isOverAgain ? 1 : 0)
    }
    if carried != 0 { sum.parts.append(carried) }
    return sum
  }

  /// How often a number goes into this one, found by halving.
  func quotient(by divisor: LongNumber) -> Int64 {
    precondition(isBelow(divisor.times(1 << 63)), "an amount beyond 64 bits of pence")
    var (least, beyond) = (UInt64(0), UInt64(1) << 63)
    while beyond - least > 1 {
      let middle = least + (beyond - least) / 2
      if isBelow(divisor.times(middle)) { beyond = middle } else { least = middle }
    }
    return Int64(least)
  }

  private func isBelow(_ other: LongNumber) -> Bool {
    guard parts.count == other.parts.count else { return parts.count < other.parts.count }
    for (one, two) in zip(parts, other.parts).reversed() where one != two { return one < two }
    return false
  }
}
