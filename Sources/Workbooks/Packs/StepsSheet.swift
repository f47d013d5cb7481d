import Bookkeeping
import Modelling
import Reporting

/// How each tier shares the gap of each year of each option, as formulas.
///
/// The tiers of an overspend and of an underspend stand below each other, so that the formulas hold
/// when a changed input turns the one into the other.
struct StepsSheet {
  private let pack: ScenarioPack
  private let inputs: RuleInputs
  private let projection: ProjectionSheet
  private let columns: StepsColumns
  private let rules: RiskShare
  private let years: Int

  init(_ pack: ScenarioPack, _ projection: ProjectionSheet) {
    self.pack = pack
    self.projection = projection
    inputs = RuleInputs(plan: pack.plan)
    columns = StepsColumns(partners: pack.plan.partners.count)
    rules = pack.plan.sharing.rules
    years = pack.figures.base.years.count
  }

  private var aYear: Int { rules.overspend.count + rules.underspend.count }

  /// The place of the first tier of a direction in a year.
  private func place(_ option: Int, _ year: Int, _ direction: RiskShare.Direction) -> Int {
    (option * years + year) * aYear + (direction == .over ? 0 : rules.overspend.count)
  }

  private func cell(_ column: Int, _ place: Int) -> Workbook.Expression {
    PackSheet.steps.cell(column, place)
  }

  /// What the tiers of a year give to a partner, or to the reserve where there is no partner.
  func sum(_ option: Int, _ year: Int, of partner: Int?) -> Workbook.Expression {
    guard aYear > 0 else { return .number(0) }
    let column = partner.map(columns.borne) ?? columns.reserve
    let first = place(option, year, .over)
    return .sum(PackSheet.steps.range(column...column, first...(first + aYear - 1)))
  }

  /// What comes out of the reserve, or goes into it; what is reinvested does neither.
  func drawn(_ option: Int, _ year: Int) -> Workbook.Expression {
    let places = RiskShare.Direction.allCases.flatMap { direction in
      rules.tiers(for: direction).indices.filter {
        rules.tiers(for: direction)[$0].rule == .reserve
      }.map { place(option, year, direction) + $0 }
    }
    return places.reduce(.number(0)) { $0 + cell(columns.reserve, $1) }
  }

  /// What the tiers of a direction leave of the gap, without a sign.
  func left(_ option: Int, _ year: Int, _ direction: RiskShare.Direction) -> Workbook.Expression {
    let tiers = rules.tiers(for: direction).count
    guard tiers > 0 else { return start(option, year, direction) }
    return cell(columns.after, place(option, year, direction) + tiers - 1)
  }

  /// The gap if it goes that way, and else nothing.
  private func start(
    _ option: Int, _ year: Int, _ direction: RiskShare.Direction
  ) -> Workbook.Expression {
    let gap = projection.gap(option, year: year)
    return .greatest(direction == .over ? gap : .negative(gap), .number(0))
  }

  var sheet: Workbook.Sheet {
    let options = zip(pack.plan.options, pack.figures.exposures).enumerated()
    let rows = options.flatMap { option, pair in
      pair.1.years.enumerated().flatMap { year, shared in
        StepFigures.all(of: rules, in: shared).map { step in
          [.text(pair.0.name), .text(shared.year.description)] + row(option, year, step)
        }
      }
    }
    return Workbook.Sheet(
      PackSheet.steps.rawValue, title: "How each tier shares the gap of each year",
      note: "Amounts in pounds. Pence that do not divide go to the largest parts of a penny",
      headings: columns.headings(pack.plan.partners.map(\.short)), rows: rows)
  }

  private func row(_ option: Int, _ year: Int, _ step: StepFigures) -> [Workbook.Cell] {
    let first = place(option, year, step.direction)
    let place = first + step.index
    let pool = projection.contributions(year: year)
    let line = StepLine(
      step: step, place: place, columns: columns, rules: inputs,
      contributions: pack.plan.partners.indices.map { projection.contribution($0, year: year) },
      pool: pool, partners: pack.plan.partners.map(\.reference), host: pack.plan.sharing.host)
    let held = pack.plan.held(
      before: step, from: SharingSheet.reserve(option * years + year), at: first, columns)
    let left =
      step.index == 0 ? start(option, year, step.direction) : cell(columns.after, place - 1)
    return [
      .text(step.direction.rawValue), .text(step.tier.clause), .text(line.words),
      PackSheet.steps.formula(left, .money(step.left)),
    ] + reach(step, of: pool, at: place)
      + [line.reserve(held: held)] + line.borne + [after(step, at: place)] + line.pence
  }

  /// How much the tier takes at the most, and how much it takes.
  private func reach(
    _ step: StepFigures, of pool: Workbook.Expression, at place: Int
  ) -> [Workbook.Cell] {
    let sheet = PackSheet.steps
    let left = cell(columns.left, place)
    guard let reach = inputs.reach(step.direction, step.index, of: pool), let most = step.reach
    else { return [.text("the rest"), sheet.formula(left, .money(step.takes))] }
    let takes = Workbook.Expression.least(left, cell(columns.reach, place))
    return [sheet.formula(reach, .money(most)), sheet.formula(takes, .money(step.takes))]
  }

  /// What the tier leaves to those behind it.
  private func after(_ step: StepFigures, at place: Int) -> Workbook.Cell {
    let sheet = PackSheet.steps
    let left = cell(columns.left, place)
    let borne = Workbook.Expression.sum(sheet.range(columns.allBorne, place...place))
    let taken = cell(columns.reserve, place) + borne
    let after = step.direction == .over ? left - taken : left + taken
    return sheet.formula(after.toPence, .money(step.after))
  }
}

extension PackPlan {
  /// What the reserve still holds before a tier: what it began the year with, less what tiers before
  /// have taken from it.
  fileprivate func held(
    before step: StepFigures, from start: Workbook.Expression, at first: Int,
    _ columns: StepsColumns
  ) -> Workbook.Expression {
    let tiers = sharing.rules.tiers(for: step.direction)[..<step.index]
    let earlier = tiers.indices.filter { tiers[$0].rule == .reserve }
    return earlier.isEmpty
      ? start
      : earlier.reduce(start) {
        $0 - PackSheet.steps.cell(columns.reserve, first + $1)
      }.toPence
  }
}
