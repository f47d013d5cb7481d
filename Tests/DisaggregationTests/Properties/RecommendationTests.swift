import Bookkeeping
import Disaggregation
import Foundation
import Funding
import TestSupport
import Testing

/// The set of requests that is recommended, beside every set there is.
struct RecommendationTests {
  private func compare(_ count: Int, _ chance: inout Chance) throws -> Int {
    let sketch = chance.sketch()
    let queue = chance.queue(count, for: sketch)
    let leavers = queue.leavers
    let found = Recommendation(of: leavers, from: try sketch.position())
    let best = queue.best(from: sketch)
    let at = "seed \(chance.seed): \(sketch) \(queue)"
    #expect(found.granted.map(\.leaver) == best.map { leavers[$0] }, "\(at)")
    #expect(found.method == .exact, "\(at)")
    #expect(Set(found.left).union(best.map { leavers[$0] }) == Set(leavers), "\(at)")
    #expect(found.left.count == count - best.count, "\(at)")
    return best.count
  }

  @Test func `no set is larger, and none as large costs less`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    var sizes: [Int: Int] = [:]
    for _ in 0..<400 {
      sizes[try compare(chance.within(0...9), &chance), default: 0] += 1
    }
    // Neither nobody nor everybody is the answer always.
    #expect(sizes.count >= 8, "seed \(chance.seed): \(sizes)")
  }

  @Test func `of fourteen requests, too, none of the sets is better`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    _ = try compare(14, &chance)
  }

  @Test func `of sets alike the one of those who asked first is recommended`() throws {
    // A lump of three, and four who are alike.
    var sketch = Sketch()
    sketch.sum = 1_000_000
    sketch.capacity = 80
    sketch.step = Sketch.Step(quarters: 12, saving: 150_000, count: nil)
    sketch.served = [4, 4, 4, 4]
    sketch.minimum = 65
    let queue = Queue(
      members: [3, 1, 0, 2].enumerated().map { place, asked in
        Queue.Member(
          place: place, asked: asked, quarters: 4, bought: 4, price: 49_000, overheads: 0,
          notional: nil, tolerance: 0)
      })
    let found = Recommendation(of: queue.leavers, from: try sketch.position())
    #expect(found.granted.map(\.leaver.line) == [2, 1, 3].map(Sketch.line))
    #expect(found.left.map(\.line) == [Sketch.line(0)])
  }

  @Test func `with more than twenty it is said that there may be a larger set`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    for _ in 0..<50 {
      let sketch = chance.sketch(.contract)
      let position = try sketch.position()
      let leavers = chance.queue(21, for: sketch).leavers
      let found = Recommendation(of: leavers, from: position)
      #expect(found.method == .byCost)
      // What is recommended can be met all the same.
      let sums = NaiveSums(sketch: sketch)
      if let effect = found.effect {
        let exits = Int((effect.exits * Fraction(4)).floor)
        #expect(effect.isOpen && sums.holds(exits) && !sums.isBelowMinimum(exits))
      }
      #expect(Recommendation(of: Array(leavers.prefix(20)), from: position).method == .exact)
    }
  }

  @Test func `twenty requests are looked through in seconds`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    var slowest = Duration.zero
    let clock = ContinuousClock()
    for _ in 0..<30 {
      var sketch = chance.sketch(.contract)
      if chance.yes(30), let capacity = sketch.capacity {
        // All could be met, and half of them may leave.
        sketch.minimum = capacity / 2
        sketch.variable = 90_000
      }
      let position = try sketch.position()
      let leavers = chance.queue(20, for: sketch).leavers
      slowest = max(slowest, clock.measure { _ = Recommendation(of: leavers, from: position) })
    }
    print("Twenty requests: \(slowest) at most, seed \(chance.seed)")
    #expect(slowest < .seconds(30), "seed \(chance.seed): \(slowest)")
  }

  @Test func `granted one after the other, each adds what was shown for it`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    var shares = 0
    for _ in 0..<500 {
      var sketch = chance.sketch()
      let queue = chance.queue(chance.within(1...8), for: sketch)
      let found = Recommendation(of: queue.leavers, from: try sketch.position())
      var alone: [Effect] = []
      for share in found.granted {
        let effect = Effect([share.leaver], from: try sketch.position())
        let at = "seed \(chance.seed): \(sketch)"
        #expect(effect.releasable == share.releasable, "\(at)")
        #expect(effect.backfill == share.backfill, "\(at)")
        #expect(effect.netCost == share.netCost, "\(at)")
        sketch.granted += Int((share.leaver.units * Fraction(4)).floor)
        sketch.gone += 1
        alone.append(effect)
      }
      shares += alone.count
      guard let effect = found.effect else {
        #expect(alone.isEmpty)
        continue
      }
      #expect(alone.map(\.floor).total() == effect.floor)
      #expect(alone.map(\.releasable).total() == effect.releasable)
      #expect(alone.map(\.backfill).total() == effect.backfill)
      #expect(alone.map(\.netCost).total() == effect.netCost)
      #expect(alone.map(\.givenBack).reduce(.zero, +) == effect.givenBack)
    }
    #expect(shares > 300, "seed \(chance.seed): \(shares)")
  }
}
