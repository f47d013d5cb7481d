import Bookkeeping

/// The bins into which the results of runs are counted.
///
/// They are chosen before the first run, from the projection without chance, so that what is kept
/// is in proportion to the bins and not to the runs. A bin is as many pence wide as a power of two.
struct Bins: Hashable, Sendable {
  let lowest: Int64
  /// The width of a bin is two to this power.
  let exponent: Int64
  static let most = 4096

  /// Bins that reach at least that far to both sides of the middle.
  init(around middle: Int64, reaching far: Int64) {
    var exponent: Int64 = 0
    while (2 * far) >> exponent >= Int64(Bins.most) - 1 { exponent += 1 }
    self.exponent = exponent
    lowest = middle - far
  }

  var width: Int64 { 1 << exponent }

  /// The bin of an amount; those at the two ends also hold whatever is beyond them.
  @inline(__always)
  func bin(of pence: Int64) -> Int {
    Int(max(0, min(Int64(Bins.most) - 1, (pence - lowest) >> exponent)))
  }
}

/// How often what was found, over many runs.
struct Histogram: Sendable {
  let bins: Bins
  private var counts = [UInt32](repeating: 0, count: Bins.most)
  private var least = Int64.max
  private var greatest = Int64.min
  /// How many were exactly the least and the greatest: a share that is capped has many there.
  private var atLeast = 0
  private var atGreatest = 0
  /// How many were exactly the mark: a partner bears nothing at all in many runs.
  private var atMark = 0
  private var sum: Int128 = 0
  private(set) var above: Int = 0
  private(set) var runs: Int = 0
  /// What a result is compared with: `above` counts the runs in which it was more.
  let mark: Int64

  init(_ bins: Bins, mark: Int64 = 0) {
    self.bins = bins
    self.mark = mark
  }

  mutating func count(_ results: [Int64]) {
    let bins = bins
    var (least, greatest, above) = (Int64.max, Int64.min, above)
    var sum: Int64 = 0
    for pence in results {
      counts[bins.bin(of: pence)] += 1
      least = min(least, pence)
      greatest = max(greatest, pence)
      above += pence > mark ? 1 : 0
      sum += pence
    }
    self.above = above
    let mark = mark
    atMark += results.count { $0 == mark }
    widen(least, results.count { $0 == least }, greatest, results.count { $0 == greatest })
    self.sum += Int128(sum)
    runs += results.count
  }

  mutating func add(_ other: Histogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
    widen(other.least, other.atLeast, other.greatest, other.atGreatest)
    sum += other.sum
    above += other.above
    atMark += other.atMark
    runs += other.runs
  }

  /// Takes in the ends of other results, and how many of them are there.
  private mutating func widen(_ low: Int64, _ atLow: Int, _ high: Int64, _ atHigh: Int) {
    if low <= least { atLeast = atLow + (low == least ? atLeast : 0) }
    if high >= greatest { atGreatest = atHigh + (high == greatest ? atGreatest : 0) }
    least = min(least, low)
    greatest = max(greatest, high)
  }
}

extension Histogram {
  /// The result that so many runs, itself counted, do not exceed; to within its bin.
  private func result(rank: Int) -> (pence: Int64, error: Int64) {
    if rank <= atLeast { return (least, 0) }
    if rank > runs - atGreatest { return (greatest, 0) }
    let below = runs - above - atMark
    if rank > below, rank <= below + atMark { return (mark, 0) }
    let found = interpolated(rank: rank)
    return (rank <= below ? min(found.pence, mark) : max(found.pence, mark), found.error)
  }

  /// The result of a rank, as if those of a bin were spread evenly over it.
  private func interpolated(rank: Int) -> (pence: Int64, error: Int64) {
    var before = 0
    for (bin, count) in counts.enumerated() where count > 0 {
      let here = Int(count)
      guard before + here < rank else {
        let edge = bins.lowest + Int64(bin) << bins.exponent
        let low = bin == 0 ? least : max(edge, least)
        let high = bin == Bins.most - 1 ? greatest : min(edge + bins.width - 1, greatest)
        let parts = Int128(2 * (rank - before) - 1)
        let inside = Int128(high - low + 1) * parts / Int128(2 * here)
        return (low + Int64(inside), high - low)
      }
      before += here
    }
    preconditionFailure("a rank beyond the runs")
  }

  /// The rank of a percentile, and how far it may be out by one standard error.
  private func rank(_ percent: Int, offBy errors: Int) -> Int {
    let rank = (runs * percent + 99) / 100
    let error = Int(Elementary.root(UInt64(runs * percent * (100 - percent)))) / 100
    return max(1, min(runs, rank + errors * error))
  }

  /// To the nearest penny, a half away from nothing.
  private var mean: Money {
    let magnitude = (sum.magnitude * 2 + UInt128(runs)) / UInt128(2 * runs)
    return Money(pence: sum < 0 ? -Int64(magnitude) : Int64(magnitude))
  }

  /// The results that parts of the runs, in hundredths, do not exceed; to within a bin.
  func results(at percents: [Int]) -> [Int64] {
    percents.map { result(rank: rank($0, offBy: 0)).pence }
  }

  /// The percentiles that a fan shows, and how they moved since half the runs.
  func band(since half: Histogram) -> Band {
    let percentiles = Percentile.shown.map { percent in
      let found = result(rank: rank(percent, offBy: 0))
      let atHalf = half.result(rank: half.rank(percent, offBy: 0))
      return Percentile(
        percent: percent, amount: Money(pence: found.pence), binError: Money(pence: found.error),
        low: Money(pence: result(rank: rank(percent, offBy: -1)).pence),
        high: Money(pence: result(rank: rank(percent, offBy: 1)).pence),
        movement: Money(pence: found.pence - atHalf.pence))
    }
    return Band(
      runs: runs, mean: mean, lowest: Money(pence: least),
      highest: Money(pence: greatest), runsAbove: above, percentiles: percentiles)
  }
}
