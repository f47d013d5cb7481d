import Bookkeeping
import Modelling
import Reporting

/// Who bears the gap of each year of each option, as sums of the tiers.
struct SharingSheet {
  let pack: ScenarioPack
  let projection: ProjectionSheet
  let steps: StepsSheet

  private static let (held, taken, borne) = (3, 4, 5)

  private var partners: Int { pack.plan.partners.count }
  private var nobody: Int { Self.borne + partners }

  /// What the reserve holds at the beginning of the year of a row.
  static func reserve(_ place: Int) -> Workbook.Expression { PackSheet.sharing.cell(held, place) }

  func fromReserve(_ place: Int) -> Workbook.Expression {
    PackSheet.sharing.cell(Self.taken, place)
  }

  func borne(_ partner: Int, _ place: Int) -> Workbook.Expression {
    PackSheet.sharing.cell(Self.borne + partner, place)
  }

  func nobody(_ place: Int) -> Workbook.Expression { PackSheet.sharing.cell(nobody, place) }

  /// What all of them bear together.
  func all(_ place: Int) -> Workbook.Expression { PackSheet.sharing.cell(nobody + 1, place) }

  var sheet: Workbook.Sheet {
    let rows = zip(pack.plan.options, pack.figures.exposures).enumerated().flatMap { option, pair in
      pair.1.years.enumerated().map { year, shared in
        [.text(pair.0.name), .text(shared.year.description)]
          + row(option, year, shared, at: option * pair.1.years.count + year)
      }
    }
    return Workbook.Sheet(
      PackSheet.sharing.rawValue, title: "Who bears the gap of each year",
      note: "Amounts in pounds; what is given back is negative. The reserve: "
        + pack.plan.sharing.reserve.words,
      headings: ["Option", "Year", "Gap", "Reserve at the beginning", "From reserve"]
        + pack.plan.partners.map(\.short) + ["Nobody", "All of them", "Reserve left"], rows: rows)
  }

  private func row(
    _ option: Int, _ year: Int, _ shared: Exposure.Year, at place: Int
  ) -> [Workbook.Cell] {
    let sheet = PackSheet.sharing
    let division = shared.division
    let lost = steps.left(option, year, .over) - steps.left(option, year, .under)
    let all = Workbook.Expression.sum(sheet.range(Self.taken...nobody, place...place))
    let left = Self.reserve(place) - steps.drawn(option, year)
    return [
      sheet.formula(projection.gap(option, year: year), .money(division.variance)),
      sheet.formula(start(year, at: place), .money(shared.reserve)),
      sheet.formula(steps.sum(option, year, of: nil), .money(division.reserve)),
    ]
      + (0..<partners).map { partner in
        sheet.formula(steps.sum(option, year, of: partner), .money(division.borne[partner]))
      } + [
        sheet.formula(lost.toPence, .money(division.unallocated)),
        sheet.formula(all.toPence, .money(division.variance)),
        sheet.formula(left.toPence, .money(shared.reserve - division.drawn)),
      ]
  }

  /// A reserve begins with what the year before has left, or with more where it is topped up.
  private func start(_ year: Int, at place: Int) -> Workbook.Expression {
    let first = RuleInputs(plan: pack.plan).reserve
    guard year > 0 else { return first }
    let left = PackSheet.sharing.cell(nobody + 2, place - 1)
    return switch pack.plan.sharing.reserve {
    case .runDown: left
    case .toppedUp: .greatest(first, left)
    }
  }
}
