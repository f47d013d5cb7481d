/// Sums as they are done on paper, in whole pence.
enum NaiveSums {
  /// A part of an amount to the nearest penny, a half upwards.
  static func part(_ pence: Int, _ share: Int, of whole: Int) -> Int {
    (pence * share * 2 + whole) / (whole * 2)
  }

  /// An amount cut up: each has the pence that it is sure of, and odd ones go to whoever lost most.
  static func cut(_ pence: Int, by weights: [Int]) -> [Int] {
    let whole = weights.reduce(0, +)
    var parts = weights.map { pence * $0 / whole }
    for _ in 0..<(pence - parts.reduce(0, +)) {
      let lost = zip(weights, parts).map { pence * $0 - $1 * whole }
      if let most = lost.firstIndex(of: lost.max() ?? 0) { parts[most] += 1 }
    }
    return parts
  }
}
