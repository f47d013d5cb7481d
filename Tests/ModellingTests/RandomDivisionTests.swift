import Bookkeeping
import Funding
import Modelling
import TestSupport
import Testing

import class Foundation.ProcessInfo

/// Agreements and results drawn by chance: whatever they are, the columns add up.
struct RandomDivisionTests {
  private struct Draw {
    var chance: Seeded
    let columns: [PartnerContribution]

    init(_ chance: Seeded) {
      var chance = chance
      let count = Int.random(in: 1...5, using: &chance)
      columns = (0..<count).map { index in
        PartnerContribution(
          SamplePool.partner("PARTNER-\(index)"),
          Money(pence: Int64.random(in: 1...2_000_000_00, using: &chance)))
      }
      self.chance = chance
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
      Int64.random(in: range, using: &chance)
    }

    mutating func partner() -> PartnerReference {
      columns[Int(number(0...Int64(columns.count - 1)))].partner
    }

    mutating func basis() -> Tier.Basis {
      switch number(0...3) {
      case 0: return .contribution
      case 1: return .equally
      case 2: return .beneficiary
      default:
        // Shares cut out of the whole at places drawn by chance, so that they come to 100%.
        let cuts = (1..<columns.count).map { _ in number(0...100_000) }.sorted()
        let ends = zip([0] + cuts, cuts + [100_000])
        return .fixed(
          zip(columns, ends).map {
            Tier.FixedShare($0.partner, Percentage(thousandths: $1.1 - $1.0))
          })
      }
    }

    mutating func tier(_ index: Int, _ direction: RiskShare.Direction) -> Tier {
      let extent: Tier.Extent =
        switch number(0...4) {
        case 0: .rest
        case 1, 2: .upToShareOfPool(Percentage(thousandths: number(1...30_000)))
        default: .upTo(Money(pence: number(1...500_000_00)))
        }
      let rule: Tier.Rule =
        switch number(0...6) {
        case 0: .reserve
        case 1: .host
        case 2: .partner(partner())
        case 3 where direction == .under: .reinvested
        case 4: .shared(basis(), cap: Percentage(thousandths: number(1...20_000)))
        default: .shared(basis(), cap: nil)
        }
      return Tier("9.\(index)", extent, rule)
    }

    mutating func tiers(_ direction: RiskShare.Direction) -> [Tier] {
      var tiers: [Tier] = []
      while tiers.count < 5, number(0...4) > 0, !(tiers.last?.takesAll ?? false) {
        tiers.append(tier(tiers.count, direction))
      }
      return tiers
    }

    mutating func pool(_ variance: Money) -> PoolYear {
      // Parts of the variance for some partners, and often something that is nobody's.
      let parts = variance.shared(in: (0...columns.count).map { _ in number(0...9) } + [1])
      let tagged = Dictionary(uniqueKeysWithValues: zip(columns.map(\.partner), parts))
      return PoolYear(
        columns, host: number(0...3) == 0 ? nil : partner(),
        reserve: Money(pence: number(0...200_000_00)), tagged: tagged)
    }
  }

  @Test func `columns, reserve and what is nobody's add to the variance, to the penny`() throws {
    let first = Seeded.fresh(ProcessInfo.processInfo.environment)
    print("seed \(first.seed)")
    for step in 0..<3000 {
      var draw = Draw(Seeded(seed: first.seed &+ UInt64(step)))
      let rules = try RiskShare(overspend: draw.tiers(.over), underspend: draw.tiers(.under))
      let variance = Money(pence: draw.number(-900_000_00...900_000_00))
      let pool = draw.pool(variance)
      let division = try rules.divided(variance, in: pool)
      #expect(
        division.borne.total() + division.reserve + division.unallocated == variance, "\(step)")
      let amounts = division.borne + [division.reserve, division.unallocated]
      #expect(
        amounts.allSatisfy { variance < .zero ? $0 <= .zero : $0 >= .zero }, "\(step) \(amounts)")
      #expect(variance < .zero || division.reserve <= pool.reserve, "\(step)")
      #expect((division.unallocated == .zero) == (division.gap == nil), "\(step)")
    }
  }

  @Test func `an overspend a penny greater is borne by nobody for less`() throws {
    let first = Seeded.fresh(ProcessInfo.processInfo.environment)
    print("seed \(first.seed)")
    for step in 0..<500 {
      var draw = Draw(Seeded(seed: first.seed &+ UInt64(step)))
      let shares = draw.basis()
      guard shares != .beneficiary else { continue }
      let rules = try RiskShare(
        overspend: [Tier("9", .rest, .shared(shares, cap: nil))], underspend: [])
      let pool = PoolYear(draw.columns, host: nil, reserve: 0)
      let variance = Money(pence: draw.number(0...900_000_00))
      let one = try rules.divided(variance, in: pool)
      let more = try rules.divided(variance + 1, in: pool)
      // The largest remainder may move a penny from one to another, and no more than that.
      for (less, greater) in zip(one.borne, more.borne) { #expect(greater >= less - 1, "\(step)") }
    }
  }
}
