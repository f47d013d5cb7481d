import Bookkeeping
import Disaggregation
import Funding

/// Live requests for one contract, in plain numbers.
struct Queue {
  var members: [Member] = []

  struct Member {
    let place: Int
    /// Days after the first on which anybody asked.
    let asked: Int
    let quarters: Int
    let bought: Int
    let price: Int
    let overheads: Int
    let notional: Int?
    let tolerance: Int

    var floor: Int { NaiveSums.cost(price, bought * 1_000) + overheads }
  }

  /// Each as the program takes it.
  var leavers: [Leaver] {
    members.map { member in
      Leaver(
        Sketch.line(member.place),
        asked: Sketch.day("2026-09-01").advanced(by: member.asked),
        units: Sketch.units(member.quarters),
        replacement: member.bought == member.quarters ? nil : Sketch.units(member.bought),
        price: Sketch.money(member.price), overheads: Sketch.money(member.overheads),
        notional: member.notional.map(Sketch.money), tolerance: Sketch.money(member.tolerance))
    }
  }

  /// The members of every set looked at: the largest that can be met, then the one that costs least,
  /// and then the one of those who asked first.
  func best(from sketch: Sketch) -> [Int] {
    let order = members.indices.sorted {
      (members[$0].asked, members[$0].place) < (members[$1].asked, members[$1].place)
    }
    let sums = NaiveSums(sketch: sketch)
    var best: (set: [Int], cost: Int) = ([], 0)
    for mask in 1..<(1 << order.count) {
      let set = order.indices.filter { mask >> $0 & 1 == 1 }
      guard set.count >= best.set.count else { continue }
      let leaving = set.map { members[order[$0]] }
      let quarters = leaving.map(\.quarters).reduce(0, +)
      let brought = sums.brings(quarters)
      let cost = leaving.map(\.floor).reduce(0, +) - brought.released - brought.backfill
      guard cost <= leaving.map(\.tolerance).reduce(0, +), sums.holds(quarters),
        !sums.isBelowMinimum(quarters)
      else { continue }
      let isBetter =
        set.count > best.set.count || cost < best.cost
        || (cost == best.cost && set.lexicographicallyPrecedes(best.set))
      if isBetter { best = (set, cost) }
    }
    return best.set.map { order[$0] }
  }
}

extension Chance {
  /// Some requests, priced around what a unit saves.
  mutating func queue(_ count: Int, for sketch: Sketch) -> Queue {
    let average = (sketch.sum ?? 200_000) * 4 / max(sketch.capacity ?? 100, 1)
    let lump = sketch.step.map { $0.saving * 4 / $0.quarters } ?? average
    let saved = one(of: [sketch.variable ?? average, average, lump])
    let most = max(1, (sketch.capacity ?? 200) / 12)
    let dear = within(60...130)
    return Queue(
      members: (0..<count).map { place in
        let quarters = within(1...most)
        return Queue.Member(
          place: place, asked: within(0...6), quarters: quarters,
          bought: yes(15) ? within(1...quarters * 2) : quarters,
          price: max(1, saved * (dear + within(-25...25)) / 100),
          overheads: yes(30) ? within(0...20_000) : 0,
          notional: yes(80) ? average * quarters / 4 : nil,
          tolerance: one(of: [0, within(0...30_000)]))
      })
  }
}
