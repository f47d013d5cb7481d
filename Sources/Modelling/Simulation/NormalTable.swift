/// Turns a draw into a normal deviate: how many standard deviations from the middle.
///
/// It is a table of the inverse of the normal distribution, read with a straight line between two
/// knots. Each halving of the tail has 64 knots, thirty-two halvings deep, so that the furthest
/// deviate is 6.3 and the line is nowhere further from the curve than two hundred-thousandths.
struct NormalTable: Sendable {
  private static let halvings = 32
  private static let cells = 64

  /// The deviate at the near end of each cell, and what is added by its far end.
  private let knots: [Double]

  static let standard = NormalTable()

  private init() {
    // From the middle outwards: each knot is a step of Newton's method from the one before.
    var (deviate, tail) = (0.0, 0.5)
    var knots = [Double](repeating: 0, count: 2 * NormalTable.halvings * NormalTable.cells)
    for halving in 0..<NormalTable.halvings {
      let least = 0.25 / Double(1 << halving)
      for cell in (0..<NormalTable.cells).reversed() {
        let next = least * (1 + Double(cell) / Double(NormalTable.cells))
        let outer = NormalTable.deviate(tail: next, from: deviate, at: tail)
        let index = 2 * (halving * NormalTable.cells + cell)
        knots[index] = outer
        knots[index + 1] = deviate - outer
        (deviate, tail) = (outer, next)
      }
    }
    self.knots = knots
  }

  /// The first bit is the side, the place of the next that is set is the halving, six more are the
  /// cell and those behind them the place in it.
  @inline(__always)
  func deviate(_ word: UInt64) -> Double {
    let rest = (word << 1) | (1 << 32)
    let halving = rest.leadingZeroBitCount
    let behind = (rest << UInt64(halving)) << 1
    let index = 2 * (halving * NormalTable.cells + Int(behind >> 58))
    let part = Double((behind << 6) >> 32) / 4_294_967_296
    let deviate = knots[index] + knots[index + 1] * part
    return word >> 63 == 0 ? deviate : -deviate
  }
}

extension NormalTable {
  /// The deviate with that much beyond it, found from one near by.
  private static func deviate(tail: Double, from near: Double, at nearTail: Double) -> Double {
    let step = (nearTail - tail) / density(near)
    let guess = near + step + near * step * step / 2
    let better = guess + (beyond(guess) - tail) / density(guess)
    return better + (beyond(better) - tail) / density(better)
  }

  static func density(_ x: Double) -> Double {
    Elementary.exponentialDecay(x * x / 2) / 2.5066282746310002
  }

  /// How much of a normal distribution lies beyond a deviate from nothing up.
  static func beyond(_ x: Double) -> Double {
    x < 2.5 ? 0.5 - density(x) * series(x) : density(x) / fraction(x)
  }

  private static func series(_ x: Double) -> Double {
    var (sum, term, odd) = (x, x, 3.0)
    while term > sum * 1e-17 {
      term = term * x * x / odd
      sum += term
      odd += 2
    }
    return sum
  }

  private static func fraction(_ x: Double) -> Double {
    var value = x
    for index in stride(from: 60.0, through: 1, by: -1) { value = x + index / value }
    return value
  }
}
