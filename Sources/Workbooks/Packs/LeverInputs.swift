import Bookkeeping
import Modelling
import Reporting

/// What would be done under each option: when it begins, what it saves, and what doing it costs.
struct LeverInputs {
  private let plan: PackPlan
  private let years: [FinancialYear]
  /// The shares of the longest ramp; a shorter one goes on with its last.
  private let steps: Int

  private static let (begins, firstYear, saving, ramp) = (2, 3, 4, 6)

  init(_ plan: PackPlan) {
    self.plan = plan
    years = plan.outlook.everyYear
    steps = plan.options.flatMap(\.scenario.levers).map(\.ramp.shares.count).max() ?? 0
  }

  private func place(_ option: Int, _ lever: Int) -> Int {
    plan.options[..<option].map(\.scenario.levers.count).reduce(0, +) + lever
  }

  /// The share of a year’s cost that a lever saves; `begins` is the calendar year of its first day.
  func share(_ option: Int, _ lever: Int, in begins: Workbook.Expression) -> Workbook.Expression {
    let (sheet, place) = (PackSheet.levers, place(option, lever))
    let first = sheet.cell(Self.firstYear, place)
    let ramp = sheet.range(Self.ramp...(Self.ramp + steps - 1), place...place)
    let share = Workbook.Expression.entry(
      ramp, at: .least(begins - first + .number(1), .number(steps)))
    return .choice(
      Workbook.Condition(left: begins, comparison: .below, right: first), .number(0),
      sheet.cell(Self.saving, place) * share)
  }

  /// What delivering all levers of an option costs in a year.
  func delivering(_ option: Int, year: Int) -> Workbook.Expression {
    let first = place(option, 0)
    let last = first + plan.options[option].scenario.levers.count - 1
    let column = Self.ramp + steps + year
    return .sum(PackSheet.levers.range(column...column, first...last))
  }

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      PackSheet.levers.rawValue, title: "What would be done under each option",
      note: "Amounts in pounds. The delivery risk is beside the saving, and is not taken off it",
      headings: [
        "Option", "Lever", "Begins", "Financial year that begins in", "Saving at its full height",
        "Delivery risk",
      ]
        + (0..<steps).map { "Ramp, year \($0 + 1)" }
        + years.map { "Cost to deliver \($0)" },
      rows: plan.options.flatMap { option in
        option.scenario.levers.map { (option, $0) }
      }.enumerated().map { row($1.0, $1.1, at: $0) })
  }

  private func row(_ option: PackOption, _ lever: Lever, at place: Int) -> [Workbook.Cell] {
    let sheet = PackSheet.levers
    let day = sheet.cell(Self.begins, place)
    let inApril = Workbook.Condition(
      left: .calendarMonth(day), comparison: .below, right: .number(4))
    let first = Workbook.Expression.calendarYear(day) - .choice(inApril, .number(1), .number(0))
    let shares = lever.ramp.shares
    let ramp = (0..<steps).map { shares[min($0, shares.count - 1)] }
    return [
      .text(option.name), .text(lever.name), .day(lever.begins),
      sheet.formula(first, .number(FinancialYear(of: lever.begins).start)),
      .share(lever.saving.fraction), .share(lever.deliveryRisk.fraction),
    ] + ramp.map { .share($0) } + years.map { .money(lever.costToDeliver[$0] ?? .zero) }
  }
}
