import Bookkeeping

/// How many children moved, by year group, from each state to each.
///
/// A state is its place in a list; behind the last of them is outside.
struct MoveCounts {
  private let states: Int
  private var counts: [[[Int64]]]

  init(_ transitions: [Transition], among states: [SupportState]) {
    self.states = states.count
    let places = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
    let none = [Int64](repeating: 0, count: states.count + 1)
    counts = YearGroup.all.map { _ in [[Int64]](repeating: none, count: states.count + 1) }
    for transition in transitions {
      let (from, to) = (transition.from.map { places[$0] }, transition.to.map { places[$0] })
      // A wider area may have states that this one does not.
      guard let from = from ?? states.count, let to = to ?? states.count else { continue }
      counts[transition.yearGroup.index][from][to] += 1
    }
  }

  /// Where those of a year group went, outside last.
  func moves(_ group: YearGroup, from state: Int) -> [Int64] { counts[group.index][state] }

  /// Where children of a year group and state may be expected to go, for want of counts of their own.
  ///
  /// They leave as all of their year group do, and those who do not move as all of their state do:
  /// whether a plan ends follows from age, and where a child goes on from where it is. In shares of a
  /// million. None where nobody was seen in the state at all.
  func expected(_ group: YearGroup, from state: Int) -> [Int64]? {
    let ofState = moves(from: state)
    guard ofState.contains(where: { $0 > 0 }) else { return nil }
    let ofGroup = counts[group.index].dropLast()
    let left = ofGroup.reduce(0) { $0 + $1[states] }
    let stayed = ofGroup.reduce(0) { $0 + $1.dropLast().reduce(0, +) }
    // A year group in which nobody was seen leaves as the state does in all of them.
    let leaving: (Int64, of: Int64) =
      left + stayed > 0 ? (left, left + stayed) : (ofState[states], ofState.reduce(0, +))
    let staying = Array(ofState.dropLast())
    let places = staying.contains { $0 > 0 } ? staying : states.only(state)
    let gone = MoveCounts.whole * leaving.0 / leaving.of
    return (MoveCounts.whole - gone).shared(in: places) + [gone]
  }

  /// Shares are parts of a million.
  private static let whole: Int64 = 1_000_000

  /// Where those of all year groups went together.
  ///
  /// Those of the last had to leave, which says nothing of the others.
  func moves(from state: Int) -> [Int64] {
    counts.dropLast().reduce([Int64](repeating: 0, count: states + 1)) { sum, group in
      zip(sum, group[state]).map(+)
    }
  }

  /// Into which states children of a year group came from outside.
  func arrivals(_ group: YearGroup) -> [Int64] { Array(counts[group.index][states].dropLast()) }

  /// Into which states children came from outside, all year groups together.
  var arrivals: [Int64] { Array(moves(from: states).dropLast()) }

  /// How many are in each state after the moves, by the year group that they are then in.
  static func standing(_ transitions: [Transition], among states: [SupportState]) -> [[Int64]] {
    let counts = MoveCounts(transitions, among: states)
    let none = [Int64](repeating: 0, count: states.count)
    return [none]
      + YearGroup.all.dropLast().map { group in
        states.indices.map { state in counts.counts[group.index].reduce(0) { $0 + $1[state] } }
      }
  }
}

extension Int {
  /// One child in one of so many states.
  fileprivate func only(_ state: Int) -> [Int64] { (0..<self).map { $0 == state ? 1 : 0 } }
}
