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
}
