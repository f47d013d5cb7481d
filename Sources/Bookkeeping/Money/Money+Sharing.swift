extension Money {
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
