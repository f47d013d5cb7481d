import Bookkeeping
import Foundation
import Funding
import TestSupport
import Testing

/// A plan line's sum, cut into instalments.
struct ScheduleTests {
  private static let terms = TermDates([
    Words.day("2027-09-02")...Words.day("2027-12-17"),
    Words.day("2028-01-04")...Words.day("2028-03-24"),
    Words.day("2027-04-12")...Words.day("2027-07-21"),
  ])

  @Test func `the worked month's top-up is £1,430.14 and £1,109.59`() throws {
    let line = try Lines.line(instalments: .termly, days: Words.day("2026-09-07"))
    let found = try line.instalments(in: FinancialYear(starting: 2026), terms: nil)
    #expect(found.map(\.amount) == [Money(pence: 143_014), Money(pence: 110_959)])
    #expect(found.map(\.day) == [Words.day("2026-09-07"), Words.day("2027-01-01")])
    #expect(found.map(\.covers.count) == [116, 90])
    #expect(found.map(\.amount).total() == Money(pence: 253_973))
  }

  @Test func `a year of 366 days is shared by 366`() throws {
    let line = try Lines.line(
      rate: Rate(Money(pence: 36_600), per: .year), days: Words.day("2027-04-01"))
    let found = try line.instalments(in: FinancialYear(starting: 2027), terms: nil)
    #expect(found.count == 12)
    #expect(found.allSatisfy { $0.amount.pence == Int64($0.covers.count) * 100 })
    #expect(found.first { $0.day == Words.day("2028-02-01") }?.amount == Money(pence: 2_900))
  }

  @Test func `a line that ends in the middle of a month is paid for its days`() throws {
    let line = try Lines.line(
      rate: Rate(Money(pence: 31_000), per: .month), days: Words.day("2026-09-16"),
      to: Words.day("2026-10-10"))
    let found = try line.instalments(in: FinancialYear(starting: 2026), terms: nil)
    #expect(found.map(\.amount) == [Money(pence: 15_500), Money(pence: 10_000)])
    let sooner = try line.instalments(
      in: FinancialYear(starting: 2026), until: Words.day("2026-10-01"), terms: nil)
    #expect(sooner.map(\.amount) == [Money(pence: 15_500), Money(pence: 1_000)])
  }

  @Test func `school weeks need term dates, and say of which year`() throws {
    let year = FinancialYear(starting: 2026)
    let line = try Lines.line(proRata: .schoolWeeks)
    for terms in [nil, ScheduleTests.terms] {
      #expect(throws: PlanLine.ScheduleFailure.termDatesMissing(year)) {
        try line.instalments(in: year, terms: terms)
      }
    }
  }

  @Test func `the parts of every schedule add to its whole`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    let year = FinancialYear(starting: 2027)
    for _ in 0..<4_000 {
      let per = Rate.Per.allCases.randomElement(using: &chance) ?? .year
      let rule = ProRata.allCases.randomElement(using: &chance) ?? .days
      let pattern = InstalmentPattern.allCases.randomElement(using: &chance) ?? .monthly
      let pence = Int64.random(in: 1...9_999_999, using: &chance)
      let from = year.first.advanced(by: Int.random(in: -200...365, using: &chance))
      let to = from.advanced(by: Int.random(in: 0...500, using: &chance))
      let line = try Lines.line(
        rate: Rate(Money(pence: pence), per: per), proRata: rule, instalments: pattern,
        days: from, to: to)
      let found = try line.instalments(in: year, terms: ScheduleTests.terms)
      let days = max(from, year.first)...max(from, year.first, min(to, year.last))
      let whole =
        to < year.first
        ? 0 : ScheduleTests.whole(pence, per, rule, days, ScheduleTests.terms)
      #expect(
        found.map(\.amount).total() == Money(pence: whole),
        "seed \(seed): \(pence) a \(per) by \(rule), \(pattern), \(days)")
      for (one, next) in zip(found, found.dropFirst()) {
        #expect(one.covers.upperBound < next.day, "seed \(seed)")
      }
      #expect(found.allSatisfy { days.contains($0.day) && days.contains($0.covers.upperBound) })
    }
  }

  /// The sum for some days of 2027-28, counted day by day.
  private static func whole(
    _ pence: Int64, _ per: Rate.Per, _ rule: ProRata, _ days: ClosedRange<Day>,
    _ terms: TermDates
  ) -> Int64 {
    switch (per, rule) {
    case (.week, _): rounded(pence * Int64(days.count), over: 7)
    case (.month, _):
      Dictionary(grouping: days) { Month(of: $0) }
        .map { rounded(pence * Int64($1.count), over: Int64($0.days.count)) }.reduce(0, +)
    case (.year, .days): rounded(pence * Int64(days.count), over: 366)
    case (.year, .months):
      rounded(pence * Int64(Set(days.map { Month(of: $0) }).count), over: 12)
    case (.year, .terms): rounded(pence * Int64(Set(days.map(term)).count), over: 3)
    case (.year, .schoolWeeks):
      rounded(
        pence * weeks(days, terms),
        over: weeks(FinancialYear(starting: 2027).days, terms))
    }
  }

  /// The school term of a day of one year of account.
  private static func term(_ day: Day) -> String {
    switch day.monthOfYear {
    case 9...12: "autumn"
    case 1...3: "spring"
    default: "summer"
    }
  }

  private static func weeks(_ days: ClosedRange<Day>, _ terms: TermDates) -> Int64 {
    // 4 January 2027 was a Monday.
    let monday = Words.day("2027-01-04")
    return Int64(
      Set(
        days.filter { day in terms.terms.contains { $0.contains(day) } }
          .map { monday.distance(to: $0) / 7 }
      ).count)
  }

  private static func rounded(_ product: Int64, over divisor: Int64) -> Int64 {
    (product * 2 + divisor) / (divisor * 2)
  }
}
