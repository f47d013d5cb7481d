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
