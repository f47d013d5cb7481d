import Bookkeeping

/// The rows of a file whose first line names its columns, in any order.
///
/// Cells are codes and numbers, so that a comma parts them and nothing is quoted.
struct TransitionRows {
  private let file: String
  private let headings: [String]
  private let lines: [(number: Int, cells: [String])]
  private let faults: [PlacedTransitionFault]

  init(_ lines: [String], named file: String, columns: [String]) {
    self.file = file
    let all = lines.enumerated().map { (number: $0 + 1, cells: TransitionRows.cells(of: $1)) }
    let headings = all.first?.cells ?? []
    let top = Place(file: file, row: 1, line: 1)
    var faults: [TransitionFault.Form] = []
    if headings.allSatisfy(\.isEmpty) {
      faults = [.fileEmpty]
    } else {
      faults += headings.filter { !columns.contains($0) }.map { .columnUnknown($0, known: columns) }
      faults += columns.filter { !headings.contains($0) }.map { .columnMissing($0) }
      let twice = columns.filter { column in headings.count { $0 == column } > 1 }
      faults += twice.map { .rowTwice("column \($0)") }
    }
    self.headings = headings
    self.faults = faults.map { PlacedTransitionFault(.form($0), at: top) }
    self.lines = all.dropFirst().filter { !$0.cells.allSatisfy(\.isEmpty) }
  }

  /// The cells of a line, without what stands around them.
  private static func cells(of line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
      let start = cell.drop(while: \.isWhitespace)
      return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
  }

  /// Makes something of each row; of none where the headings are at fault.
  func read<Row>(
    _ made: (TransitionCells) throws(TransitionFault) -> Row
  ) -> TransitionFile.Read<Row> {
    guard faults.isEmpty else { return TransitionFile.Read(rows: [], faults: faults) }
    var rows: [TransitionFile.Placed<Row>] = []
    var found: [PlacedTransitionFault] = []
    for (number, cells) in lines {
      let place = Place(file: file, row: number, line: number)
      do throws(TransitionFault) {
        let row = try TransitionCells(cells, under: headings)
        rows.append(TransitionFile.Placed(row: try made(row), place: place))
      } catch {
        found.append(PlacedTransitionFault(error, at: place))
      }
    }
    return TransitionFile.Read(rows: rows, faults: found)
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
