import Bookkeeping
import TestSupport
import Testing

import class Foundation.ProcessInfo

struct MoneySharingTests {
  @Test func `places that span two academic years come to the sum the department published`() {
    // Knowsley's special academy, 80 places and then 92, at £10,000: DSG workbook 2023-24.
    let places = Fraction(80) * Fraction(5, over: 12) + Fraction(92) * Fraction(7, over: 12)
    #expect((10_000_00 as Money).times(places) == 870_000_00)
    // Halton's resourced provision, 9 places and then 14: 119,166.67, printed in whole pounds.
    let others = Fraction(9) * Fraction(5, over: 12) + Fraction(14) * Fraction(7, over: 12)
    #expect((10_000_00 as Money).times(others) == 119_166_67)
  }

  @Test func `a half penny is rounded away from nothing, either way`() {
    #expect((1 as Money).times(Fraction(1, over: 2)) == 1)
    #expect((-1 as Money).times(Fraction(1, over: 2)) == -1)
    #expect((3 as Money).times(Fraction(1, over: 2)) == 2)
    #expect((1 as Money).times(Fraction(49, over: 100)) == 0)
  }

  @Test func `whoever has no share is given no penny`() {
    #expect(Money(pence: 15).shared(in: [0, 1, 1]) == [0, 8, 7])
    #expect(Money(pence: 1).shared(in: [0, 0, 5]) == [0, 0, 1])
  }

  @Test func `a pool's bill is shared by contribution to the penny`() {
    #expect((500_00 as Money).shared(in: [800_00, 1000_00]) == [222_22, 277_78])
    #expect((2600_00 as Money).shared(in: [1600_00, 2000_00]) == [1155_56, 1444_44])
  }

  @Test func `parts always add to the whole, and no part is a penny from its due`() {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    print("seed \(chance.seed)")
    for _ in 0..<2000 {
      let whole = Money(pence: Int64.random(in: -10_000_000...10_000_000, using: &chance))
      let weights = (0..<Int.random(in: 1...9, using: &chance)).map { _ in
        Int64.random(in: 0...5000, using: &chance)
      }
      guard weights.reduce(0, +) > 0 else { continue }
      let parts = whole.shared(in: weights)
      #expect(parts.total() == whole)
      for (part, weight) in zip(parts, weights) {
        let due = Double(whole.pence) * Double(weight) / Double(weights.reduce(0, +))
        #expect(abs(Double(part.pence) - due) < 1)
        if weight == 0 { #expect(part == 0) }
      }
    }
  }

  @Test func `a total too large to hold stops the program`() async {
    await #expect(processExitsWith: .failure) {
      print(Money(pence: .max) + Money(pence: 1))
    }
  }
}
