/// What took place in some histories.
public struct Tally: Sendable, CustomStringConvertible {
  /// By kind of step: how often it was done, and how often refused.
  private var kinds: [String: Count] = [:]
  private var happenings: [Happening: Int] = [:]
  /// How often an earlier point was read again.
  private(set) var rereads = 0

  private struct Count {
    var done = 0
    var refused = 0
  }

  public init() {}

  public var done: Int { kinds.values.reduce(0) { $0 + $1.done } }
  public var refused: Int { kinds.values.reduce(0) { $0 + $1.refused } }

  /// What ought to have taken place in so many histories, and never did.
  ///
  /// Of few histories something may be left out by chance.
  public func missing(of histories: Int) -> [String] {
    let steps = Step.kinds.filter { kinds[$0, default: Count()].done == 0 }
    let others = Happening.allCases.filter { happenings[$0, default: 0] == 0 }.map(\.rawValue)
    return (histories >= 200 ? steps : []) + (histories >= 1000 ? others : [])
  }

  mutating func count(_ step: Step, isDone: Bool) {
    if isDone { kinds[step.kind, default: Count()].done += 1 }
    if !isDone { kinds[step.kind, default: Count()].refused += 1 }
  }

  mutating func countReread() { rereads += 1 }

  mutating func count(_ found: [Happening: Int]) { happenings.merge(found) { $0 + $1 } }

  public static func += (left: inout Tally, right: Tally) {
    left.rereads += right.rereads
    left.count(right.happenings)
    for (kind, count) in right.kinds {
      left.kinds[kind, default: Count()].done += count.done
      left.kinds[kind, default: Count()].refused += count.refused
    }
  }

  public var description: String {
    let each = Step.kinds.map { kind in
      let count = kinds[kind, default: Count()]
      return "\(kind) \(count.done)/\(count.refused)"
    }
    return "\(done) done, \(refused) refused, \(rereads) earlier points read again\n"
      + "done/refused: " + each.joined(separator: ", ") + "\nand: "
      + Happening.allCases.map { "\($0.rawValue) \(happenings[$0, default: 0])" }
      .joined(separator: ", ")
  }
}
