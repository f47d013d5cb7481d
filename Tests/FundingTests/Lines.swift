import Bookkeeping
import Funding

/// Plan lines for tests, with what a test does not care about filled in.
enum Lines {
  static func line(
    section: PlanSection? = .f, from fund: Fund = .highNeeds,
    _ use: Use = Use(line: .topUpAcademies, agency: .education, planLine: Words.plan),
    rate: Rate = Rate(Money(pence: 450_000), per: .year), proRata: ProRata = .days,
    instalments: InstalmentPattern = .monthly, days from: Day = Words.day("2026-04-01"),
    to: Day? = nil
  ) throws -> PlanLine {
    try PlanLine(
      Words.plan, for: Words.known(TextReference("0123456789abcdef")), section: section,
      from: fund, use, held: .paidToSetting, rate: rate, proRata: proRata,
      instalments: instalments, days: from, to: to,
      decision: PlanLine.Decision(reference: "D-2026-01", by: "Panel", on: from))
  }
}
