import Bookkeeping

/// The rows of a file whose first row names its columns, in any order.
struct TransitionRows {
  private let headings: [String]
  private let rows: [TransitionFile.Cells]
  private let faults: [PlacedTransitionFault]

  init(_ rows: [TransitionFile.Cells], named file: String, columns: [String]) {
    let headings = rows.first.map { $0.cells.map(TransitionRows.trimmed) } ?? []
    let top = rows.first?.place ?? Place(file: file, row: 1, line: 1)
    var faults: [TransitionFault.Form] = []
    if headings.allSatisfy(\.isEmpty) {
      faults = [.fileEmpty]
    } else if headings.count == 1, headings[0].contains(where: { ";\t|".contains($0) }) {
      faults = [.notByCommas]
    } else {
      faults += headings.filter { !columns.contains($0) }.map { .columnUnknown($0, known: columns) }
      faults += columns.filter { !headings.contains($0) }.map { .columnMissing($0) }
      let twice = columns.filter { column in headings.count { $0 == column } > 1 }
      faults += twice.map { .rowTwice("column \($0)") }
    }
    self.headings = headings
    self.faults = faults.map { PlacedTransitionFault(.form($0), at: top) }
    self.rows = rows.dropFirst().map {
      TransitionFile.Cells($0.cells.map(TransitionRows.trimmed), at: $0.place)
    }.filter { !$0.cells.allSatisfy(\.isEmpty) }
  }

  /// A cell without the spaces that stand around it.
  private static func trimmed(_ cell: String) -> String {
    let start = cell.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Makes something of each row, or nothing where it is not needed.
  ///
  /// Of none where the headings are at fault.
  func read<Row>(
    _ made: (TransitionCells) throws(TransitionFault) -> Row?
  ) -> TransitionFile.Read<Row> {
    guard faults.isEmpty else {
      return TransitionFile.Read(rows: [], faults: faults, notNeeded: 0)
    }
    var read: [TransitionFile.Placed<Row>] = []
    var found: [PlacedTransitionFault] = []
    var notNeeded = 0
    for row in rows {
      do throws(TransitionFault) {
        guard let made = try made(try TransitionCells(row.cells, under: headings)) else {
          notNeeded += 1
          continue
        }
        read.append(TransitionFile.Placed(row: made, place: row.place))
      } catch {
        found.append(PlacedTransitionFault(error, at: row.place))
      }
    }
    return TransitionFile.Read(rows: read, faults: found, notNeeded: notNeeded)
  }
}

/// The cells of one row, by their headings.
struct TransitionCells {
  private let cells: [String: String]

  init(_ cells: [String], under headings: [String]) throws(TransitionFault) {
    guard cells.count == headings.count else {
      throw .form(.cellsDiffer(found: cells.count, columns: headings.count))
    }
    self.cells = Dictionary(zip(headings, cells)) { first, _ in first }
  }

  func text(_ column: String) throws(TransitionFault) -> String {
    guard let text = cells[column], !text.isEmpty else { throw .form(.cellEmpty(column)) }
    return text
  }

  /// A text that may be left out.
  func textIfAny(_ column: String) -> String? {
    cells[column].flatMap { $0.isEmpty ? nil : $0 }
  }

  func number(_ column: String) throws(TransitionFault) -> Int64 {
    let text = try text(column)
    guard text.utf8.count <= 12, let number = Int64(text) else {
      throw .form(.numberUnreadable(column: column, text: text))
    }
    return number
  }

  /// A state, or none where the child is outside; one half of a state is not one.
  func state(_ setting: String, _ need: String) throws(TransitionFault) -> SupportState? {
    let state = SupportState(setting: try text(setting), need: try text(need))
    switch (state.setting == SupportState.outside, state.need == SupportState.outside) {
    case (true, true): return nil
    case (false, false): return state
    case (true, false), (false, true): throw .child(.stateUnknown(state))
    }
  }
}
