package import Bookkeeping
import Modelling

/// A table that is reckoned with and not imported, held as a whole.
///
/// Import files are read row by row instead, in memory that does not grow.
package struct TableFile<Row: Sendable>: Sendable {
  package let file: SourceFile
  package let rows: [Row]
  /// Where each of the rows stands.
  package let places: [Place]
  /// Why the table, or a row of it, cannot be used.
  package let refusals: [Diagnostic]
  /// The rows that were read and are not needed.
  package let notNeeded: Int

  /// - Throws: why the file cannot be opened or is no text.
  private init(
    _ path: String, of name: String, _ format: some RowFormat<Row?>
  ) throws(Diagnostic) {
    do throws(SourceFile.Refusal) {
      file = try SourceFile(path)
      let sheet = SheetReader(file, TableRows(name: name, format: format))
      let stopped = try sheet.readAll()
      rows = sheet.rows.rows
      places = sheet.rows.places
      refusals = sheet.rows.refusals + [stopped].compactMap(\.self)
      notNeeded = sheet.rows.notNeeded
    } catch {
      throw error.diagnostic(path)
    }
  }
}

extension TableFile<Transition> {
  package static func transitions(_ path: String) throws(Diagnostic) -> TableFile {
    try TableFile(path, of: "transitions", TransitionsFormat())
  }
}

extension TableFile<Residents> {
  /// Rows on year groups in which nobody has a plan are not needed.
  package static func population(_ path: String) throws(Diagnostic) -> TableFile {
    try TableFile(path, of: "population", PopulationFormat())
  }
}

extension TableFile<StateCost> {
  package static func costs(_ path: String) throws(Diagnostic) -> TableFile {
    try TableFile(path, of: "costs", CostsFormat())
  }
}

extension TableFile<CensusEntry> {
  package static func census(_ path: String) throws(Diagnostic) -> TableFile {
    try TableFile(path, of: "a census", CensusFormat())
  }
}

/// Gathers the rows of a table, and where each stands.
private struct TableRows<Row>: SheetRows {
  let name: String
  var format: any RowFormat<Row?>
  let takesMapping = false
  let isExact = true
  var summary = SheetSummary()
  private(set) var rows: [Row] = []
  private(set) var places: [Place] = []
  private(set) var refusals: [Diagnostic] = []
  private(set) var notNeeded = 0

  mutating func take(_ row: TypedRow) {
    do throws(Diagnostic) {
      try row.checkCells()
      guard let made = try format.meaning(of: row) else {
        notNeeded += 1
        return
      }
      rows.append(made)
      places.append(row.place)
    } catch {
      refusals.append(error)
    }
  }

  mutating func pass(_ place: Place) {}

  mutating func refuse(_ diagnostic: Diagnostic) { refusals.append(diagnostic) }
}
