import Bookkeeping
import TestSupport
import Testing

import class Foundation.ProcessInfo

struct MoneyProductTests {
  @Test func `a product of one fraction is what one multiplication gives`() {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    print("seed \(chance.seed)")
    for _ in 0..<2000 {
      let money = Money(pence: Int64.random(in: -1_000_000_000...1_000_000_000, using: &chance))
      let fraction = Fraction(
        Int64.random(in: -5000...5000, using: &chance),
        over: Int64.random(in: 1...5000, using: &chance))
      #expect(money.times([fraction]) == money.times(fraction), "\(money) \(fraction)")
    }
  }

  @Test func `a long product is rounded once, at its end`() {
    let half = Fraction(1, over: 2)
    #expect((3 as Money).times([half, half]) == 1)
    #expect((3 as Money).times(half).times(half) == 1)
    #expect((5 as Money).times([half, half]) == 1)
    // Rounded on the way, the same would be 2: 2.5 is 3, and 1.5 is 2.
    #expect((5 as Money).times(half).times(half) == 2)
    #expect((-6 as Money).times([half, half]) == -2)
    #expect((7 as Money).times([]) == 7)
  }

  @Test func `thirty years of growth are exact though no fraction of them fits 64 bits`() {
    let up = Array(repeating: Fraction(103_517, over: 100_000), count: 30)
    let down = up.map { Fraction($0.denominator, over: $0.numerator) }
    #expect((800_000_000 as Money).times(up + down) == 800_000_000)
    #expect((800_000_000 as Money).times(up) == 2_256_525_818)
  }

  @Test func `an amount beyond 64 bits of pence stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Money(pence: .max).times([Fraction(2)])
    }
  }

  @Test func `the greatest amount is still held`() {
    #expect(Money(pence: .max).times([Fraction(3), Fraction(1, over: 3)]) == Money(pence: .max))
  }
}
