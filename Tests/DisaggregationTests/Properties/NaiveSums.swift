import Funding

/// The sums once more, in whole numbers, from the words of the method and from nothing else.
///
/// A quarter of a unit is a thousand grains, so that a tenth of a hundredth of a capacity is a whole
/// number of them.
struct NaiveSums {
  let sketch: Sketch

  static let unit = 4_000

  /// A price for so many grains, to the nearest penny, a half upwards.
  static func cost(_ pence: Int, _ grains: Int) -> Int {
    (2 * pence * grains + unit) / (2 * unit)
  }

  private var capacity: Int? { sketch.capacity.map { $0 * 1_000 } }

  private var band: Int {
    switch sketch.band {
    case .percent(let tenths): (sketch.capacity ?? 0) * tenths
    case .quarters(let quarters): quarters * 1_000
    case nil: 0
    }
  }

  /// What the bill falls by when so many grains in all are no longer used.
  func released(_ unused: Int) -> Int {
    var fall = 0
    switch sketch.kind {
    case .place:
      break
    case .topUp:
      fall = NaiveSums.cost(sketch.variable ?? 0, unused)
    case .framework, .spot:
      if let price = sketch.variable {
        fall = NaiveSums.cost(price, unused)
      } else if let sum = sketch.sum, unused > 0 {
        fall = capacity.map { (2 * sum * unused + $0) / (2 * $0) } ?? sum
      }
    case .contract, .inHouse:
      if unused > band {
        fall = NaiveSums.cost(sketch.variable ?? 0, unused - band)
        if let step = sketch.step {
          let lumps = unused / (step.quarters * 1_000)
          fall += step.saving * min(lumps, step.count ?? lumps)
        }
      }
    }
    if let sum = sketch.sum, fall > sum { return sum }
    return fall
  }

  /// What some more exits bring, behind those granted: given back, and not spent elsewhere.
  func brings(_ quarters: Int) -> (released: Int, backfill: Int, filled: Int) {
    let queue = (sketch.waiting?.quarters ?? 0) * 1_000
    let price = sketch.waiting?.price ?? 0
    let freed = [sketch.granted * 1_000, (sketch.granted + quarters) * 1_000]
    let filled = freed.map { $0 < queue ? $0 : queue }
    let unused = [0, 1].map { sketch.exits * 1_000 + freed[$0] - filled[$0] }
    return (
      released(unused[1]) - released(unused[0]),
      NaiveSums.cost(price, filled[1]) - NaiveSums.cost(price, filled[0]), filled[1] - filled[0]
    )
  }

  /// Whether fewer units would be in use than the provider has to keep on for.
  func isBelowMinimum(_ quarters: Int) -> Bool {
    guard let capacity, let minimum = sketch.minimum else { return false }
    let freed = (sketch.granted + quarters) * 1_000
    let refilled = min(freed, (sketch.waiting?.quarters ?? 0) * 1_000)
    return capacity - sketch.exits * 1_000 - freed + refilled < minimum * 1_000
  }

  /// Whether there are so many left to give up.
  func holds(_ quarters: Int) -> Bool {
    sketch.capacity.map { quarters <= $0 - sketch.exits - sketch.granted } ?? true
  }

  /// The sum in parts: by the units of each child, and the rest.
  ///
  /// Everyone has the whole pence of their share; the pence over go to whoever lost most by that,
  /// one each, the earlier of two alike.
  static func parts(of sum: Int, by quarters: [Int]) -> [Int] {
    let all = quarters.reduce(0, +)
    var parts = quarters.map { sum * $0 / all }
    var lost = quarters.map { sum * $0 % all }
    for _ in 0..<(sum - parts.reduce(0, +)) {
      var most = 0
      for place in lost.indices where lost[place] > lost[most] { most = place }
      parts[most] += 1
      lost[most] = -1
    }
    return parts
  }
}
