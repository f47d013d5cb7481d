/// The sheets of a pack's workbook, in their order.
///
/// Each holds one table; those of one part begin with one word.
enum PackSheet: String, CaseIterable {
  case contents = "Contents"
  case inputs = "Inputs"
  case cost = "Inputs cost"
  case partners = "Inputs partners"
  case levers = "Inputs levers"
  case rules = "Inputs rules"
  case projection = "Projection"
  case steps = "Sharing steps"
  case sharing = "Sharing"
  case outputs = "Outputs"
  case percentiles = "Outputs percentiles"
  case tornado = "Outputs tornado"
  case switching = "Outputs switching"
  case checks = "Checks"
  case about = "About"

  var part: String {
    switch self {
    case .contents, .about: ""
    case .inputs, .cost, .partners, .levers, .rules: "Inputs: change them, and the formulas follow"
    case .projection, .steps, .sharing: "Formulas: live"
    case .outputs, .percentiles, .tornado, .switching: "Outputs: as the pack gave them"
    case .checks: "Checks: the formulas against the outputs"
    }
  }

  /// A cell by its column and its place among the rows, both counted from nothing.
  func reference(_ column: Int, _ place: Int) -> Workbook.CellReference {
    Workbook.CellReference(sheet: rawValue, column: column, row: Workbook.Sheet.firstRow + place)
  }

  func cell(_ column: Int, _ place: Int) -> Workbook.Expression { .cell(reference(column, place)) }

  func range(_ columns: ClosedRange<Int>, _ places: ClosedRange<Int>) -> Workbook.CellRange {
    let first = Workbook.Sheet.firstRow
    return Workbook.CellRange(
      sheet: rawValue, columns: columns,
      rows: (first + places.lowerBound)...(first + places.upperBound))
  }

  /// A cell of this sheet that holds an expression, and what it comes to.
  func formula(_ expression: Workbook.Expression, _ value: Workbook.Value) -> Workbook.Cell {
    .formula(.expression(expression, on: rawValue), value)
  }
}
