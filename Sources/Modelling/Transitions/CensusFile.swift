import Bookkeeping
public import Funding

/// What a census says of a child: the academic year and the need.
public struct CensusEntry: Hashable, Sendable {
  public let child: ChildReference
  public let calendarYear: Int
  public let yearGroup: YearGroup
  /// None where the census names none.
  public let need: String?

  public init(
    _ child: ChildReference, calendarYear: Int, yearGroup: YearGroup, need: String?
  ) {
    self.child = child
    self.calendarYear = calendarYear
    self.yearGroup = yearGroup
    self.need = need
  }
}

extension TransitionFile {
  /// Children of a census, one a row and year, under `child,calendar-year,academic-year,need`.
  ///
  /// A need may be empty, where nobody has named one. It is a code, because words could name the
  /// child.
  public static func census(_ rows: [Cells], named file: String) -> Read<CensusEntry> {
    let columns = ["child", "calendar-year", "academic-year", "need"]
    let read = TransitionRows(rows, named: file, columns: columns).read {
      (row) throws(TransitionFault) -> CensusEntry? in
      guard let child = ChildReference(try row.text("child")) else {
        throw .census(.referenceUnreadable)
      }
      let number = try row.number("academic-year")
      guard let group = YearGroup(Int(number)) else { throw .child(.noYearGroup(Int(number))) }
      let need = row.textIfAny("need")
      if let need, !isNeed(need) { throw .census(.needNotCode) }
      return CensusEntry(
        child, calendarYear: Int(try row.number("calendar-year")), yearGroup: group, need: need)
    }
    return read.once { "\($0.child) in \($0.calendarYear)" }
  }

  /// Whether a text is a code of a need: up to 24 letters, digits and hyphens.
  private static func isNeed(_ text: String) -> Bool {
    guard text != SupportState.outside, text.utf8.count <= 24, text.utf8.first != hyphen else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
    }
  }

  private static var hyphen: UInt8 { UInt8(ascii: "-") }
}

extension TransitionFault {
  /// What a census, or a ledger read by one, can say that cannot be.
  public enum Census: Hashable, Sendable {
    case referenceUnreadable
    case needNotCode
    /// A year whose census falls outside what the ledger holds up to the day asked for.
    case yearNotReached(Int, reached: ClosedRange<Int>)
    /// From one census to the next the child did not go up by one academic year.
    case yearGroupsNotNext(year: Int, first: Int, second: Int)
    /// A ledger that has seen fewer than two censuses.
    case tooFewCensuses
    case noChildMoved
  }
}
