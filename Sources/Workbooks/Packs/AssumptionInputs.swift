import Bookkeeping
import Modelling
import Reporting

/// The table of assumptions, in which every figure that the model reads can be changed.
struct AssumptionInputs {
  let table: AssumptionTable

  private static let headings = [
    "ID", "Assumption", "Low", "Central", "High", "Unit", "Case", "Value used", "Source", "Date",
    "Owner", "Confidence", "Where used",
  ]
  private static let (low, central, high, chosen, used) = (2, 3, 4, 6, 7)

  /// The value that the formulas use on the way into a year, or none where no row moves the figure.
  ///
  /// It is that of the row that begins last and not later; without a year, of the first of them.
  func value(of driver: Driver, into year: FinancialYear? = nil) -> Workbook.Expression? {
    let rows = table.rows.enumerated().compactMap { place, row -> (place: Int, from: Int)? in
      guard let moved = row.moved, moved.driver == driver else { return nil }
      return (place, moved.from?.start ?? .min)
    }.filter { $0.from <= year?.start ?? .min }
    return rows.max { $0.from < $1.from }.map { PackSheet.inputs.cell(Self.used, $0.place) }
  }

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      PackSheet.inputs.rawValue, title: "What is supposed, and on whose word",
      note: "Change a value, or write low, central or high as the case; "
        + "the formulas read the value used",
      headings: Self.headings, rows: table.rows.enumerated().map { row($1, at: $0) })
  }

  private func row(_ one: Assumption, at place: Int) -> [Workbook.Cell] {
    let values = one.values.cells
    return [.text(one.reference.code), .text(one.text), values.low, values.central, values.high]
      + [.text(one.values.unit)] + choice(one, at: place)
      + [
        .text(one.source), .day(one.sourced), .text(one.owner), .text(one.confidence.rawValue),
        .text(one.use.name),
      ]
  }

  /// The case that is chosen and its value; a word that is no case leaves every figure missing.
  private func choice(_ one: Assumption, at place: Int) -> [Workbook.Cell] {
    guard one.moved != nil, case .rate(let spread, _) = one.values else { return [.empty, .empty] }
    let sheet = PackSheet.inputs
    let chosen = sheet.cell(Self.chosen, place)
    let cases = [("low", Self.low), ("central", Self.central), ("high", Self.high)]
    let value = cases.reversed().reduce(Workbook.Expression.notAvailable) { rest, one in
      .choice(
        Workbook.Condition(left: chosen, comparison: .equals, right: .text(one.0)),
        sheet.cell(one.1, place), rest)
    }
    return [.text("central"), sheet.formula(value, .share(spread.central.fraction))]
  }
}

extension Assumption {
  /// The figure of the projection that it moves, and from which year on if not from the first.
  fileprivate var moved: (driver: Driver, from: FinancialYear?)? {
    if case .drives(let driver, let from) = use { (driver, from) } else { nil }
  }
}

extension Assumption.Values {
  /// The low, the central and the high value as numbers where they are numbers.
  fileprivate var cells: (low: Workbook.Cell, central: Workbook.Cell, high: Workbook.Cell) {
    switch self {
    case .rate(let spread, _):
      (.share(spread.low.fraction), .share(spread.central.fraction), .share(spread.high.fraction))
    case .amount(let spread): (.money(spread.low), .money(spread.central), .money(spread.high))
    case .number(let spread, _):
      (.quantity(spread.low), .quantity(spread.central), .quantity(spread.high))
    case .policy(let spread):
      (
        .text(spread.low.description), .text(spread.central.description),
        .text(spread.high.description)
      )
    }
  }
}
