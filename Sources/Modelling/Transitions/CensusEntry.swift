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
