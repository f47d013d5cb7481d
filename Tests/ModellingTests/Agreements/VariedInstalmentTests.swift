import Bookkeeping
import Funding
import Modelling
import TestSupport
import Testing

import class Foundation.ProcessInfo

/// A year's contribution that is varied part-way, divided over what is not yet due.
struct VariedInstalmentTests {
  private static let day = SamplePool.day

  private func instalments(_ amounts: (Money, String)...) -> [AgreedInstalment] {
    amounts.map { AgreedInstalment($0, due: Self.day($1)) }
  }

  @Test func `what was due before the day stays, and the rest follows the new sum`() {
    let old = instalments((1_000_00, "2026-10-01"), (1_000_00, "2027-01-01"))
    #expect(
      old.varied(to: 2_200_00, from: Self.day("2026-10-02"))
        == instalments((1_000_00, "2026-10-01"), (1_200_00, "2027-01-01")))
    // What falls due on the day itself is due under the varied terms.
    #expect(
      old.varied(to: 2_200_00, from: Self.day("2026-10-01"))
        == instalments((1_100_00, "2026-10-01"), (1_100_00, "2027-01-01")))
    // Where none is left, the rest is due on the day.
    #expect(
      old.varied(to: 2_200_00, from: Self.day("2027-02-01"))
        == old + instalments((200_00, "2027-02-01")))
    // More was due than the new sum: the others fall away, and the rest is to be paid back.
    #expect(
      old.varied(to: 900_00, from: Self.day("2026-11-01"))
        == instalments((1_000_00, "2026-10-01"), (-100_00, "2026-11-01")))
    #expect(
      old.varied(to: 1_000_00, from: Self.day("2026-11-01"))
        == instalments((1_000_00, "2026-10-01")))
  }

  @Test func `a penny that does not divide is not lost`() {
    let old = instalments((100, "2026-07-01"), (100, "2026-10-01"), (100, "2027-01-01"))
    #expect(
      old.varied(to: 301, from: Self.day("2026-08-01"))
        == instalments((100, "2026-07-01"), (101, "2026-10-01"), (100, "2027-01-01")))
  }

  @Test func `varied instalments are those of pennies handed out one by one`() {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 1...5, using: &chance)).map { index in
        AgreedInstalment(
          Money(pence: Int64.random(in: 1...90, using: &chance)),
          due: SamplePool.opens.advanced(by: 40 * index))
      }
      let sum = Money(pence: Int64.random(in: 1...400, using: &chance))
      // Often the day of an instalment itself, or the day beside it.
      let from = SamplePool.opens.advanced(
        by: 40 * Int.random(in: 0...5, using: &chance) + Int.random(in: -1...1, using: &chance))
      let found = old.shuffled(using: &chance).varied(to: sum, from: from)
      #expect(found.map(\.amount).total() == sum, "seed \(chance.seed)")
      #expect(found == handedOut(old, sum, from), "seed \(chance.seed)")
    }
  }

  /// Each penny to whoever is furthest below its part: slow, and plainly right.
  private func handedOut(
    _ old: [AgreedInstalment], _ sum: Money, _ from: Day
  ) -> [AgreedInstalment] {
    var pennies = Int(sum.pence)
    var found: [AgreedInstalment] = []
    for one in old where one.due < from {
      found.append(one)
      pennies -= Int(one.amount.pence)
    }
    let after = old.filter { !($0.due < from) }
    if pennies == 0 { return found }
    if pennies < 0 || after.isEmpty {
      return found + [AgreedInstalment(Money(pence: Int64(pennies)), due: from)]
    }
    let whole = after.map { Int($0.amount.pence) }.reduce(0, +)
    var given = after.map { _ in 0 }
    for _ in 0..<pennies {
      let lacks = zip(after, given).map { pennies * Int($0.amount.pence) - $1 * whole }
      let most = lacks.max() ?? 0
      if let place = lacks.firstIndex(of: most) { given[place] += 1 }
    }
    return found
      + zip(after, given).filter { $1 > 0 }.map {
        AgreedInstalment(Money(pence: Int64($1)), due: $0.due)
      }
  }
}
