import Bookkeeping
import Modelling

/// How many children live in an area, by academic year and calendar year.
struct PopulationFormat: RowFormat {
  let fields = [
    FieldSpec("calendar-year", required: true), FieldSpec("academic-year", required: true),
    FieldSpec("population", required: true),
  ]

  private enum Column: Int, FieldPlace {
    case year, group, population
  }

  /// No academic year of all England has as many children.
  private static let most = 1_000_000

  /// A population usually goes on beyond the ages at which there can be a plan: none of those.
  func meaning(of row: TypedRow) throws(Diagnostic) -> Residents? {
    let group = try row.academicYear(Column.group)
    let count = try row.number(Column.population, in: 0...PopulationFormat.most)
    let year = try row.calendarYear(Column.year)
    return YearGroup(group).map {
      Residents(calendarYear: year, yearGroup: $0, count: Int64(count))
    }
  }
}
