/// Powers and logarithms from plus, minus, times and divided by.
///
/// Those four are the same on every machine to the last bit; a system's mathematics library is not.
enum Elementary {
  private static let e = 2.718281828459045
  private static let logarithmOfTwo = 0.6931471805599453

  /// e to the power of −x, for x from nothing up.
  static func exponentialDecay(_ x: Double) -> Double {
    guard x < 740 else { return 0 }
    let whole = Int(x)
    let rest = x - Double(whole)
    var (sum, term) = (1.0, 1.0)
    for index in 1...18 {
      term = -term * rest / Double(index)
      sum += term
    }
    return sum / power(e, whole)
  }

  /// A number to a whole power from nothing up.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }

  /// The natural logarithm of a positive number.
  static func logarithm(_ x: Double) -> Double {
    precondition(x > 0, "the logarithm of a number that is not positive")
    let part = (x.significand - 1) / (x.significand + 1)
    let square = part * part
    var (sum, term) = (0.0, part)
    for odd in stride(from: 1, through: 41, by: 2) {
      sum += term / Double(odd)
      term *= square
    }
    return 2 * sum + Double(x.exponent) * logarithmOfTwo
  }

  /// The whole part of a square root.
  static func root(_ square: UInt64) -> UInt64 {
    guard square > 1 else { return square }
    var root: UInt64 = 1 << ((64 - square.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + square / root) / 2
      if next >= root { return root }
      root = next
    }
  }
}
