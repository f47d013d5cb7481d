import Bookkeeping

/// Where amounts stand from top to bottom of a plot, in whole units of its chart.
///
/// It begins at nil, unless all amounts are so far from nil that they would lie on one
/// another: a line, unlike a bar, may begin elsewhere, and the chart says where.
struct ChartScale {
  let lowest: Money
  let highest: Money
  let top: Int
  let height: Int

  /// - Precondition: there is an amount at least.
  init(of amounts: [Money], top: Int, height: Int) {
    guard var low = amounts.min(), var high = amounts.max() else {
      preconditionFailure("a scale of no amounts")
    }
    if low > .zero, low.pence < high.pence / 2 || low == high { low = .zero }
    if high < .zero, high.pence > low.pence / 2 || low == high { high = .zero }
    let step = ChartScale.step(of: high - low)
    lowest = Money(pence: ChartScale.floor(low.pence, step))
    highest = max(Money(pence: -ChartScale.floor(-high.pence, step)), lowest + Money(pence: 1))
    self.top = top
    self.height = height
  }

  /// The greatest power of ten that goes into a span four times.
  private static func step(of span: Money) -> Int64 {
    var step: Int64 = 1
    while step <= span.pence / 40 { step *= 10 }
    return step
  }

  private static func floor(_ pence: Int64, _ step: Int64) -> Int64 {
    let whole = pence / step * step
    return whole > pence ? whole - step : whole
  }

  var bottom: Int { top + height }

  /// The place of an amount from the top of the chart.
  func y(_ amount: Money) -> Int {
    let span = highest - lowest
    let below = (highest - amount).times(Fraction(Int64(height), over: span.pence))
    return top + Int(below.pence)
  }

  /// What the scale runs from and to, as words.
  func words(_ reader: Reader) -> String {
    lowest == .zero && highest.pence == 1
      ? "Nothing in any year"
      : "Scale from \(reader.text(lowest)) to \(reader.text(highest))"
  }
}
