import Bookkeeping
import Funding
import Modelling
import TestSupport
import Testing

import class Foundation.ProcessInfo

/// Whose money is left, by each of the three rules.
struct LineageTests {
  private static let care = SamplePool.socialCare
  private static let board = SamplePool.board
  private static let partners = [care, board]

  private func lineage(_ rule: LineageRule, _ movements: [PoolMovement]) -> Lineage {
    Lineage(by: rule, among: Self.partners, movements)
  }

  private func paid(_ partner: PartnerReference, _ amount: Money, _ day: String) -> PoolMovement {
    PoolMovement(.paidIn(by: partner), amount, on: SamplePool.day(day))
  }

  private func spent(_ amount: Money, _ day: String, on line: Section251Line? = nil)
    -> PoolMovement
  {
    PoolMovement(.spent(on: line), amount, on: SamplePool.day(day))
  }

  private var october: [PoolMovement] {
    [
      spent(500_00, "2026-10-22"), paid(Self.board, 1000_00, "2026-10-15"),
      paid(Self.care, 800_00, "2026-10-01"),
    ]
  }

  @Test func `first in uses the earlier contribution up before the later`() {
    #expect(lineage(.firstIn, october).shares.map(\.left) == [300_00, 1000_00])
    let more = october + [spent(400_00, "2026-10-30")]
    #expect(lineage(.firstIn, more).shares.map(\.left) == [0, 900_00])
  }

  @Test func `pro rata goes by what each had put in at the time`() {
    #expect(lineage(.proRata, october).shares.map(\.used) == [222_22, 277_78])
    // What comes in later bears nothing of what was spent before.
    let later = october + [paid(Self.care, 200_00, "2026-11-01"), spent(100_00, "2026-11-02")]
    #expect(lineage(.proRata, later).shares.map(\.used) == [272_22, 327_78])
  }

  @Test func `pro rata takes no more than a partner has, and the rest from the others`() {
    let movements = [
      paid(Self.care, 100, "2026-10-01"), spent(100, "2026-10-02"),
      paid(Self.board, 100, "2026-10-03"), spent(60, "2026-10-04"),
    ]
    #expect(lineage(.proRata, movements).shares.map(\.used) == [100, 60])
  }

  @Test func `a partner's money pays the lines that are named for it, and no other`() {
    let rule = LineageRule.namedLine(NamedLines([.shortBreaks: Self.care]))
    let movements = [
      paid(Self.care, 100, "2026-10-01"), paid(Self.board, 100, "2026-10-01"),
      spent(70, "2026-10-02", on: .shortBreaks), spent(50, "2026-10-02", on: .therapies),
      spent(40, "2026-10-03", on: .shortBreaks), spent(5, "2026-10-04"),
    ]
    let found = lineage(rule, movements)
    #expect(found.shares.map(\.used) == [100, 0])
    #expect(found.uncovered == 65)
    #expect(found.left == 35)
    let others = LineageRule.namedLine(NamedLines([.shortBreaks: Self.care], others: Self.board))
    #expect(lineage(others, movements).shares.map(\.used) == [100, 55])
    #expect(lineage(others, movements).uncovered == 10)
  }

  @Test func `what comes in on a day can be spent on that day`() {
    let movements = [spent(10, "2026-10-01"), paid(Self.care, 10, "2026-10-01")]
    #expect(lineage(.firstIn, movements).uncovered == 0)
  }

  @Test func `what was spent before there was money is taken from the next that may pay it`() {
    let movements = [
      spent(30, "2026-10-01"), paid(Self.board, 20, "2026-10-02"),
      paid(Self.care, 20, "2026-10-03"),
    ]
    for rule in [LineageRule.firstIn, .proRata] {
      #expect(lineage(rule, movements).shares.map(\.used) == [10, 20])
      #expect(lineage(rule, Array(movements.prefix(2))).uncovered == 10)
    }
  }

  @Test func `every rule agrees with a model that moves penny by penny`() {
    let first = Seeded.fresh(ProcessInfo.processInfo.environment)
    print("seed \(first.seed)")
    for step in 0..<400 {
      var chance = Seeded(seed: first.seed &+ UInt64(step))
      let partners = (0..<Int.random(in: 1...4, using: &chance)).map {
        SamplePool.partner("PARTNER-\($0)")
      }
      let rule = PennyModel.rule(partners, &chance)
      let movements = PennyModel.movements(partners, &chance)
      var model = PennyModel(rule, partners)
      for movement in movements { model.follow(movement) }
      let found = Lineage(by: rule, among: partners, movements)
      #expect(found.shares.map(\.left.pence) == partners.map(model.left), "\(step) \(rule)")
      #expect(found.uncovered.pence == Int64(model.waiting.count), "\(step) \(rule)")
      let left = found.shares.map(\.left).total() - found.uncovered
      #expect(left == found.left, "\(step)")
      #expect(left == found.paidIn - found.spent, "\(step)")
      #expect(found.shares.allSatisfy { $0.left >= .zero && $0.used >= .zero }, "\(step)")
    }
  }
}
