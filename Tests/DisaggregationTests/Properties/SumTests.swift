import Bookkeeping
import Disaggregation
import Foundation
import Funding
import TestSupport
import Testing

/// What holds of the sums of every contract.
struct SumTests {
  /// What so many exits come to, all together.
  private func effect(_ quarters: Int, _ position: ContractPosition) -> Effect {
    Effect(
      [
        Leaver(
          Sketch.line(0), asked: Sketch.day("2026-10-01"), units: Sketch.units(quarters),
          price: 1_00, overheads: .zero, notional: nil, tolerance: .zero)
      ], from: position)
  }

  @Test func `a contract never gives back more than its sum`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    for _ in 0..<2_000 {
      let sketch = chance.sketch()
      guard let sum = sketch.sum else { continue }
      let position = try sketch.position()
      let all = (sketch.capacity ?? 400) * 2
      for quarters in [1, all / 7 + 1, all / 2, all] {
        let found = effect(quarters, position).releasable
        #expect(found <= Sketch.money(sum), "seed \(chance.seed): \(sketch)")
      }
    }
  }

  @Test func `more exits never give back less`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    for _ in 0..<300 {
      let sketch = chance.sketch()
      let position = try sketch.position()
      var last = effect(1, position)
      for quarters in 2...min(sketch.capacity ?? 200, 200) {
        let next = effect(quarters, position)
        let at = "seed \(chance.seed): \(quarters) quarters of \(sketch)"
        #expect(next.releasable >= last.releasable, "\(at)")
        #expect(next.backfill >= last.backfill, "\(at)")
        #expect(next.filled + next.givenBack == next.exits, "\(at)")
        last = next
      }
    }
  }

  @Test func `the parts of a sum add to it, and odd pence go where most was lost`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    for _ in 0..<2_000 {
      let sketch = chance.sketch(.contract)
      let found = NotionalParts(of: try sketch.contract())
      guard let sum = sketch.sum, let capacity = sketch.capacity else {
        #expect(found == nil)
        continue
      }
      let parts = try #require(found)
      let at = "seed \(chance.seed): \(sketch)"
      #expect(parts.parts.values.total() + parts.rest == Sketch.money(sum), "\(at)")
      let naive = NaiveSums.parts(
        of: sum, by: sketch.served + [capacity - sketch.served.reduce(0, +)])
      let shown = sketch.served.indices.map { parts.parts[Sketch.line($0)] } + [parts.rest]
      #expect(shown == naive.map(Sketch.money), "\(at)")
    }
  }

  @Test func `of parts alike the earlier plan line has the odd penny`() throws {
    var sketch = Sketch()
    sketch.sum = 100_001
    sketch.capacity = 12
    sketch.served = [4, 4, 4]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let parts = try #require(NotionalParts(of: try sketch.contract(naming: order)))
      #expect(
        (0...2).map { parts.parts[Sketch.line($0)] } == [33_334, 33_334, 33_333].map(Sketch.money))
      #expect(parts.rest == .zero)
    }
  }
}

extension Sketch {
  /// The contract with what has been granted since.
  func position(naming places: [Int]? = nil) throws -> ContractPosition {
    ContractPosition(
      try contract(naming: places), granted: Sketch.units(granted), childrenGone: gone)
  }
}
