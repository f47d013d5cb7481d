import Bookkeeping
import Modelling
import Reporting

/// Contributions, cost and gap of each year as formulas of the inputs.
struct ProjectionSheet {
  private let pack: ScenarioPack
  private let assumptions: AssumptionInputs
  private let pool: PoolInputs
  private let levers: LeverInputs
  private let places: ProjectionPlaces

  /// The column of the first year.
  private static let firstYear = 2

  init(_ pack: ScenarioPack) {
    self.pack = pack
    assumptions = AssumptionInputs(table: pack.plan.table)
    pool = PoolInputs(plan: pack.plan)
    levers = LeverInputs(pack.plan)
    places = ProjectionPlaces(pack.plan)
  }

  private var years: [ProjectedYear] { pack.figures.base.years }

  private func cell(_ place: Int, _ year: Int) -> Workbook.Expression {
    PackSheet.projection.cell(Self.firstYear + year, place)
  }

  func contribution(_ partner: Int, year: Int) -> Workbook.Expression {
    cell(places.contribution(partner), year)
  }

  func contributions(year: Int) -> Workbook.Expression { cell(places.contributions, year) }
  func cost(_ option: Int, year: Int) -> Workbook.Expression { cell(places.cost(option), year) }
  func gap(_ option: Int, year: Int) -> Workbook.Expression { cell(places.gap(option), year) }

  /// The gap of all years together.
  func gap(_ option: Int) -> Workbook.Expression { cell(places.gap(option), years.count) }

  var sheet: Workbook.Sheet {
    let rows =
      time + contributions
      + [amounts("Cost if nothing is done", years.map(\.unmitigated)) { cost(leaving: nil, $0) }]
      + pack.plan.options.indices.flatMap { option($0) }
    let bold = pack.plan.options.indices.flatMap { [places.cost($0), places.gap($0)] }
    return Workbook.Sheet(
      PackSheet.projection.rawValue, title: "Contributions, cost and gap of each year",
      note: "Amounts in pounds. Every figure is a formula, rounded once to the penny",
      headings: ["Line", "Option"] + years.map(\.year.description) + ["All years"],
      rows: rows.enumerated().map { withSum($1, at: $0) },
      totals: Set(bold + [places.contributions]))
  }

  private var time: [[Workbook.Cell]] {
    let first = years.first?.year.start ?? 0
    let after = years.indices.map { year in
      PackSheet.projection.formula(
        cell(places.begins, year) - cell(places.begins, 0), .number(years[year].year.start - first))
    }
    return [
      [.text("Begins in April of"), .empty] + years.map { .number($0.year.start) } + [.empty],
      [.text("Years after the first"), .empty] + after + [.empty],
    ]
  }

  private var contributions: [[Workbook.Cell]] {
    let partners = pack.plan.partners.enumerated().map { place, partner in
      amounts(
        "Contribution of \(partner.short)", years.map { $0.contributions[place].amount }
      ) { year in
        (pool.contribution(place)
          * growth(.contributionUplift, pack.plan.outlook.uplift, to: year)).toPence
      }
    }
    let count = pack.plan.partners.count
    return partners + [
      amounts("Contributions", years.map(\.contributed)) { year in
        let column = Self.firstYear + year
        let first = places.contribution(0)
        return .sum(PackSheet.projection.range(column...column, first...(first + count - 1)))
      }
    ]
  }

  private func option(_ option: Int) -> [[Workbook.Cell]] {
    let projected = pack.figures.projections[option]
    let name = pack.plan.options[option].name
    let hasLevers = !projected.scenario.levers.isEmpty
    let cost = amounts("Cost", of: name, projected.years.map(\.cost)) { year in
      guard hasLevers else { return cell(places.unmitigated, year) }
      return (cell(places.left(option), year) + cell(places.delivering(option), year)).toPence
    }
    let gap = amounts("Gap", of: name, projected.years.map(\.gap)) { year in
      (cell(places.cost(option), year) - cell(places.contributions, year)).toPence
    }
    return (hasLevers ? saving(option, projected, name) : []) + [cost, gap]
  }

  /// The share that each lever saves, what they leave and save, and what delivering them costs.
  private func saving(
    _ option: Int, _ projected: Projection, _ name: String
  ) -> [[Workbook.Cell]] {
    let shares = projected.scenario.levers.enumerated().map { index, lever in
      [.text("Share saved by: \(lever.name)"), .text(name)]
        + years.indices.map { year in
          PackSheet.projection.formula(
            levers.share(option, index, in: cell(places.begins, year)),
            .share(lever.share(in: years[year].year)))
        } + [.empty] as [Workbook.Cell]
    }
    let saved = projected.years.map { $0.levers.map(\.gross).total() }
    let left = amounts(
      "Cost that the levers leave", of: name, zip(years, saved).map { $0.unmitigated - $1 }
    ) { cost(leaving: option, $0) }
    let gross = amounts("Saved by the levers", of: name, saved) { year in
      (cell(places.unmitigated, year) - cell(places.left(option), year)).toPence
    }
    let delivering = amounts(
      "Cost of delivering the levers", of: name,
      projected.years.map { $0.levers.map(\.costToDeliver).total() }
    ) { levers.delivering(option, year: $0) }
    return shares + [left, gross, delivering]
  }

  /// The first year’s cost, moved and grown, and what the levers of an option leave of it.
  private func cost(leaving option: Int?, _ year: Int) -> Workbook.Expression {
    let outlook = pack.plan.outlook
    var cost = pool.firstCost
    if let moved = assumptions.value(of: .firstYearCost) { cost = cost * (.number(1) + moved) }
    cost = cost * growth(.demandGrowth, outlook.demand, to: year)
    cost = cost * growth(.priceGrowth, outlook.price, to: year)
    guard let option else { return cost.toPence }
    let column = Self.firstYear + year
    let saved = places.saved(option)
    return
      (cost * (.number(1) - .sum(PackSheet.projection.range(column...column, saved)))).toPence
  }

  /// What an amount of the first year is multiplied by to reach a year.
  private func growth(
    _ driver: Driver, _ rate: YearlyRate, to year: Int
  ) -> Workbook.Expression {
    guard let value = assumptions.value(of: driver) else { return .number(1) }
    guard !rate.changes.isEmpty else { return (.number(1) + value).power(cell(places.after, year)) }
    return years[..<year].reduce(.number(1)) { factor, before in
      let into = assumptions.value(of: driver, into: before.year.next) ?? value
      return factor * (.number(1) + into)
    }
  }

  /// A row of amounts, to which ``withSum(_:at:)`` adds their sum.
  private func amounts(
    _ line: String, of option: String? = nil, _ values: [Money],
    _ expression: (Int) -> Workbook.Expression
  ) -> [Workbook.Cell] {
    [.text(line), option.map { .text($0) } ?? .empty]
      + values.enumerated().map { year, value in
        PackSheet.projection.formula(expression(year), .money(value))
      } + [.empty]
  }

  /// A row with the sum of its years in the last column, where they are amounts.
  private func withSum(_ row: [Workbook.Cell], at place: Int) -> [Workbook.Cell] {
    let amounts = row.compactMap { cell -> Money? in
      if case .formula(_, .money(let amount)) = cell { amount } else { nil }
    }
    guard amounts.count == years.count else { return row }
    let columns = Self.firstYear...(Self.firstYear + years.count - 1)
    let sum = PackSheet.projection.range(columns, place...place)
    return row.dropLast() + [PackSheet.projection.formula(.sum(sum), .money(amounts.total()))]
  }
}
