import Bookkeeping
import Funding
import Modelling

/// Children of a census such as SEN2, one a row and year, by their references.
struct CensusFormat: RowFormat {
  let fields = [
    FieldSpec("child", required: true), FieldSpec("calendar-year", required: true),
    FieldSpec("academic-year", required: true), FieldSpec("need", required: true),
  ]

  private enum Column: Int, FieldPlace {
    case child, year, group, need
  }

  /// A need may be empty, where nobody has named one.
  func meaning(of row: TypedRow) throws(Diagnostic) -> CensusEntry? {
    guard let child = ChildReference(try row.filled(Column.child)) else {
      throw row.fault(.referenceUnreadable)
    }
    let number = try row.academicYear(Column.group)
    guard let group = YearGroup(number) else { throw row.fault(.noYearGroup(number)) }
    let need = row.isEmpty(Column.need) ? nil : row.text(Column.need)
    if let need, !CensusFormat.isNeed(need) { throw row.fault(.needNotCode) }
    return CensusEntry(
      child, calendarYear: try row.calendarYear(Column.year), yearGroup: group, need: need)
  }

  /// Whether a text is a code of a need: up to 24 letters, digits and hyphens.
  ///
  /// Words could name the child.
  private static func isNeed(_ text: String) -> Bool {
    guard text != SupportState.outside, text.utf8.count <= 24, !text.hasPrefix("-") else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
    }
  }
}
