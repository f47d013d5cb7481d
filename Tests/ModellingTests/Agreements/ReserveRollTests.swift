import Bookkeeping
import Funding
import Modelling
import TestSupport
import Testing

import class Foundation.ProcessInfo

/// A pool's reserve from one year to the next.
struct ReserveRollTests {
  private static let contributions = [PartnerContribution(SamplePool.board, 1_000_00)]

  /// All of an overspend out of the reserve, all of an underspend into it.
  private static func divided(_ variance: Money, reserve: Money) throws -> DividedVariance {
    let rules = try RiskShare(
      overspend: [Tier("9.2", .rest, .reserve)], underspend: [Tier("9.6", .rest, .reserve)])
    return try rules.divided(variance, in: PoolYear(contributions, host: nil, reserve: reserve))
  }

  private static func roll(_ variances: [Money], _ terms: [AgreedReserve?]) throws -> ReserveRoll {
    var roll = ReserveRoll()
    var year = SamplePool.year("2026-27")
    for (variance, reserve) in zip(variances, terms) {
      let held = roll.open(year, under: reserve)
      roll.close(try divided(variance, reserve: held))
      year = year.next
    }
    return roll
  }

  private func lines(_ each: AgreedReserve.EachYear?, _ variances: Money...) throws -> [String] {
    let reserve = AgreedReserve("9.2", 100, eachYear: each)
    return try Self.roll(variances, variances.map { _ in reserve }).years.map { year in
      [year.toppedUp, year.opening, year.used, year.putBack, year.closing]
        .map { $0.map { "\($0.pence)" } ?? "?" }.joined(separator: " ")
    }
  }

  @Test func `what it gave is gone, unless it is topped up`() throws {
    #expect(
      try lines(.runDown, 70, 70, -20, 50) == [
        "0 100 70 0 30", "0 30 30 0 0", "0 0 0 20 20", "0 20 20 0 0",
      ])
    #expect(
      try lines(.toppedUp, 70, 70, -20, 50) == [
        "0 100 70 0 30", "70 100 70 0 30", "70 100 0 20 120", "0 120 50 0 70",
      ])
    #expect(try lines(nil, 70, 70, -20) == ["0 100 70 0 30", "0 ? 0 0 ?", "0 ? 0 20 ?"])
  }

  @Test func `an amount that is varied is put in or taken out when the year begins`() throws {
    func reserve(_ amount: Money) -> AgreedReserve {
      AgreedReserve("9.2", amount, eachYear: .runDown)
    }
    let years = try Self.roll(
      [70, 0, 0], [reserve(100), reserve(150), reserve(20)]
    ).years
    #expect(years.map(\.toppedUp) == [0, 50, -80])
    #expect(years.map(\.opening) == [100, 80, 0])
  }

  @Test func `nobody knows what a reserve holds that no agreement names`() throws {
    let years = try Self.roll([70, -10], [nil, nil]).years
    #expect(years.map(\.opening) == [nil, nil])
    #expect(years.map(\.used) == [0, 0])
    #expect(years.map(\.putBack) == [0, 10])
  }

  @Test func `every year is that of a jar of pennies`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    for _ in 0..<300 {
      let each = AgreedReserve.EachYear.allCases.randomElement(using: &chance)
      let amount = Int64.random(in: 0...60, using: &chance)
      let variances = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
        Money(pence: Int64.random(in: -50...50, using: &chance))
      }
      let reserve = AgreedReserve("9.2", Money(pence: amount), eachYear: each)
      let found = try Self.roll(variances, variances.map { _ in reserve }).years
      var jar = (0..<amount).map { _ in "penny" }
      for (year, variance) in zip(found, variances) {
        if each == .toppedUp { while jar.count < amount { jar.append("penny") } }
        #expect(year.opening == Money(pence: Int64(jar.count)), "seed \(chance.seed)")
        var used = 0
        for _ in 0..<max(variance.pence, 0) where !jar.isEmpty {
          jar.removeLast()
          used += 1
        }
        for _ in 0..<max(-variance.pence, 0) { jar.append("penny") }
        #expect(year.used == Money(pence: Int64(used)), "seed \(chance.seed)")
        #expect(year.closing == Money(pence: Int64(jar.count)), "seed \(chance.seed)")
      }
      for (one, next) in zip(found, found.dropFirst()) {
        #expect(next.opening == one.closing.map { $0 + next.toppedUp }, "seed \(chance.seed)")
      }
    }
  }
}
