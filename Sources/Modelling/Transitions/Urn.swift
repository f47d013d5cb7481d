import Bookkeeping

/// What children of a year group and state do next, as far as those seen before tell.
///
/// It is an urn of Pólya: a move is drawn by its weight, and put back with one more of its kind.
/// Drawing so is the same as first drawing the probabilities, from those seen and the pooled ones
/// (a distribution of Dirichlet), and then each child's move with them; it needs whole numbers only.
struct Urn: Sendable {
  /// Where they may go, the likeliest first.
  let places: [Int]
  private(set) var weights: [Int64]
  private(set) var whole: Int64
  /// The weight of one child.
  private let child: Int64

  /// None where nothing was seen, neither here nor where it is pooled.
  ///
  /// With n seen, m pooled and the weight w, a move has the probability (nᵢ + w·mᵢ/m)/(n + w).
  init?(_ seen: [Int64], pooled: [Int64], _ weight: Int64) {
    let (count, all) = (seen.reduce(0, +), pooled.reduce(0, +))
    guard count > 0 || all > 0 else { return nil }
    let weight = all == 0 ? 0 : count == 0 ? max(1, weight) : weight
    child = max(1, all)
    let weighed = zip(seen, pooled).map { $0 * max(1, all) + weight * $1 }
    places = weighed.indices.filter { weighed[$0] > 0 }
      .sorted { (weighed[$1], $0) < (weighed[$0], $1) }
    weights = places.map { weighed[$0] }
    whole = weights.reduce(0, +)
  }

  /// One from which only one place can be drawn.
  init(only place: Int) {
    places = [place]
    weights = [1]
    whole = 1
    child = 1
  }

  /// Draws where a child goes.
  mutating func draw(_ draws: inout Draws) -> Int {
    var left = draws.below(whole)
    var index = 0
    while left >= weights[index] {
      left -= weights[index]
      index += 1
    }
    weights[index] += child
    whole += child
    return places[index]
  }

  /// Divides children by the probabilities, to the millionth and to the last of them.
  ///
  /// What is left over goes to the largest remainders, the likelier first where they are equal.
  func divided(_ children: Headcount) -> [(place: Int, children: Headcount)] {
    zip(places, children.millionths.shared(in: weights)).map {
      ($0, Headcount(millionths: $1))
    }
  }
}
