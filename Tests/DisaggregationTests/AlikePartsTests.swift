import Bookkeeping
import TestSupport
import Testing

@testable import Disaggregation

/// Several alike, whose parts are worked out without sharing the sum between them one by one.
struct AlikePartsTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `parts of several alike are those of sharing by largest remainder`(seed: UInt64) {
    var chance = Seeded(seed: seed)
    for _ in 0..<200 {
      let units = Fraction(Int64.random(in: 1...40, using: &chance), over: 4)
      let count = Int.random(in: 1...60, using: &chance)
      let rest = Fraction(Int64.random(in: 0...900, using: &chance), over: 4)
      let capacity = units * Fraction(Int64(count)) + rest
      let sum = Money(pence: Int64.random(in: 1...90_000_000, using: &chance))
      let parts = AlikeParts(count, of: units, in: capacity, for: sum)
      let weights = Fraction.weights(Array(repeating: units, count: count) + [rest])
      let shared = sum.shared(in: weights).prefix(count)
      #expect(parts.total == shared.total(), "seed \(seed): \(count) of \(units) in \(capacity)")
      #expect(shared.count { $0 > parts.each } == parts.pennies)
    }
  }
}
