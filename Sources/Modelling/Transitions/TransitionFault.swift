public import Bookkeeping
public import Funding

/// What is wrong with what was given about children's moves.
public enum TransitionFault: Error, Hashable, Sendable {
  /// A fault of a figure, or of all of them together.
  case figure(Figure)
  /// A fault of what is asked for.
  case setting(Setting)
  /// A fault of a census, or of reading a ledger by one.
  case census(Census)

  /// What figures can say that cannot be.
  public enum Figure: Hashable, Sendable {
    /// A state that has no cost, and how many moves are out of it or into it.
    case stateWithoutCost(SupportState, moves: Int)
    case costTwice(SupportState)
    case residentsTwice(calendarYear: Int, yearGroup: YearGroup)
    /// A calendar year without transitions, between others that have some.
    case yearMissing(Int)
    /// A calendar year without the population of some year groups: the first, and how many.
    case residentsMissing(calendarYear: Int, yearGroup: YearGroup, groups: Int)
    /// More children joined than there were.
    case ratePastOne(calendarYear: Int, yearGroup: YearGroup, joined: Int64, residents: Int64)
    case nothingToLearnFrom
  }

  /// What can be asked for that cannot be done.
  public enum Setting: Hashable, Sendable {
    case weightOutOfRange(Int64)
    case inflation(Simulation.RateObjection)
    case noYears(Int)
    case tooFewRuns(Int)
  }

  /// What a census, or a ledger read by one, can say that cannot be.
  public enum Census: Hashable, Sendable {
    case childTwice(ChildReference, calendarYear: Int)
    /// A year whose census falls outside what the ledger holds up to the day asked for.
    case yearNotReached(Int, reached: ClosedRange<Int>)
    /// From one census to the next the child did not go up by one academic year.
    case yearGroupsNotNext(year: Int, first: Int, second: Int)
    /// A ledger that has seen fewer than two censuses.
    case tooFewCensuses
    case noChildMoved
  }

  /// The fault as a person should read it.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .figure(let figure): figure.diagnostic(at: place)
    case .setting(let setting): setting.diagnostic(at: place)
    case .census(let census): census.diagnostic(at: place)
    }
  }
}

/// A fault, and the row that shows it if one does.
///
/// Whoever read the rows knows where each of them stands.
public struct RowFault<Row: Hashable & Sendable>: Error, Hashable, Sendable {
  public let fault: TransitionFault
  public let row: Row?

  public init(_ fault: TransitionFault, in row: Row? = nil) {
    self.fault = fault
    self.row = row
  }

  /// The fault as a person should read it; `place` says where a row stands.
  public func diagnostic(_ place: (Row) -> Place) -> Diagnostic {
    fault.diagnostic(at: row.map(place))
  }
}

extension Sequence where Element: Hashable {
  /// Which of them say again what an earlier one said, by their numbers from 0.
  var repeated: [Int] {
    var seen: Set<Element> = []
    return enumerated().filter { !seen.insert($0.element).inserted }.map(\.offset)
  }
}

extension Diagnostic {
  /// Two rows where one may stand.
  static func givenTwice(_ what: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "transitions-row-twice", at: place, problem: "\(what) is given twice",
      why: "the program does not choose between two figures", next: "leave one of them out")
  }
}
