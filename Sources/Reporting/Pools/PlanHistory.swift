import Bookkeeping
public import Funding

/// The plan lines of all children through time: which version held on which days.
public struct PlanHistory: Sendable {
  /// By child, in order of plan line and first day.
  private let stretches: [ChildReference: [Stretch]]

  /// A version, and the last day on which it holds; none where it goes on.
  private struct Stretch: Sendable {
    let line: PlanLine
    let last: Day?

    func holds(in days: ClosedRange<Day>) -> Bool {
      line.from <= days.upperBound && (last.map { $0 >= days.lowerBound } ?? true)
    }
  }

  /// `lines` are the versions of plan lines, in the order in which they were recorded.
  ///
  /// A version ends where the next begins, also where the next is of a fund that is not counted.
  public init(_ scope: CostScope, _ lines: [PlanLine]) {
    let versions = Dictionary(grouping: lines, by: \.reference).sorted { $0.key < $1.key }.map {
      $0.value.reduce(into: [PlanLine]()) { versions, line in
        versions.removeAll { $0.from == line.from }
        versions.append(line)
      }.sorted { $0.from < $1.from }
    }
    let counted = versions.flatMap { lines in
      lines.enumerated().compactMap { index, line -> Stretch? in
        let next = index + 1 < lines.count ? lines[index + 1].from.advanced(by: -1) : nil
        guard scope.includes(line.fund, line.use.line) else { return nil }
        return Stretch(line: line, last: [line.to, next].compactMap(\.self).min())
      }
    }
    stretches = Dictionary(grouping: counted, by: \.line.reference.child)
  }

  /// Every child who has a line that is counted, in order.
  public var children: [ChildReference] { stretches.keys.sorted() }

  /// The versions of all children that hold on some day of a stretch, in order of plan line.
  func inForce(in days: ClosedRange<Day>) -> [PlanLine] {
    children.flatMap { inForce(for: $0, in: days) }
  }

  /// The versions of a child that hold on some day of a stretch, in order of plan line.
  func inForce(for child: ChildReference, in days: ClosedRange<Day>) -> [PlanLine] {
    (stretches[child] ?? []).filter { $0.holds(in: days) }.map(\.line)
  }

  /// The line by which a child is placed on a day: that of the largest sum a year.
  ///
  /// Of two alike, the one that the plan numbers first.
  func largest(for child: ChildReference, on day: Day) -> PlanLine? {
    inForce(for: child, in: day...day).reduce(nil) { largest, line in
      largest.map { $0.rate.aYear >= line.rate.aYear } ?? false ? largest : line
    }
  }

  /// On how many days of a stretch a child had a line, whichever it was.
  func daysInForce(for child: ChildReference, in days: ClosedRange<Day>) -> Int {
    var count = 0
    var next = days.lowerBound
    let held = (stretches[child] ?? []).filter { $0.holds(in: days) }
    for stretch in held.sorted(by: { $0.line.from < $1.line.from }) {
      let first = max(stretch.line.from, next)
      let last = min(stretch.last ?? days.upperBound, days.upperBound)
      guard first <= last else { continue }
      count += first.distance(to: last) + 1
      next = last.advanced(by: 1)
    }
    return count
  }
}
