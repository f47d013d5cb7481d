public import Bookkeeping

/// What is wrong with what was given about children's moves.
public enum TransitionFault: Error, Hashable, Sendable {
  /// A fault of how a file is written.
  case form(Form)
  /// A fault of what it says of a child.
  case child(Child)
  /// A fault of a figure, or of all of them together.
  case figure(Figure)
  /// A fault of what is asked for.
  case setting(Setting)
  /// A fault of a census, or of reading a ledger by one.
  case census(Census)

  /// How a file can be written wrongly.
  public enum Form: Hashable, Sendable {
    case fileEmpty
    /// The headings are parted by something else than commas.
    case notByCommas
    case columnUnknown(String, known: [String])
    case columnMissing(String)
    /// A row with more cells or fewer than there are columns.
    case cellsDiffer(found: Int, columns: Int)
    case cellEmpty(String)
    case numberUnreadable(column: String, text: String)
    case priceUnreadable(Money.ParsingFailure)
    case rowTwice(String)
  }

  /// What a row can say of a child that cannot be.
  public enum Child: Hashable, Sendable {
    case noYearGroup(Int)
    /// One half of a state, or none that is a state.
    case stateUnknown(SupportState)
    /// A state that has no cost, and how many rows name it.
    case stateWithoutCost(SupportState, rows: Int)
    /// A child who is outside both before and after.
    case outsideThroughout
    case yearGroupsNotNext(first: Int, second: Int)
    /// A child who would be in a state beyond the last year group.
    case staysPastTheLast(SupportState)
  }

  /// What figures can say that cannot be.
  public enum Figure: Hashable, Sendable {
    case countBelowNothing(Int64)
    case priceBelowNothing(Money)
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
}

/// A fault, and where it stands.
public struct PlacedTransitionFault: Error, Hashable, Sendable {
  public let fault: TransitionFault
  public let place: Place?

  public init(_ fault: TransitionFault, at place: Place? = nil) {
    self.fault = fault
    self.place = place
  }

  /// The fault as a person should read it.
  public var diagnostic: Diagnostic {
    switch fault {
    case .form(let form): form.diagnostic(at: place)
    case .child(let child): child.diagnostic(at: place)
    case .figure(let figure): figure.diagnostic(at: place)
    case .setting(let setting): setting.diagnostic(at: place)
    case .census(let census): census.diagnostic(at: place)
    }
  }
}

extension TransitionFault.Form {
  fileprivate func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .fileEmpty:
      Diagnostic(
        .error, "transitions-file-empty", at: place, problem: "there is no heading",
        next: "export the file again, its headings in the first line")
    case .notByCommas:
      Diagnostic(
        .error, "transitions-not-by-commas", at: place,
        problem: "the headings are not parted by commas",
        why: "semicolons and tabs come of other regional settings",
        next: "save it again as CSV with commas")
    case .columnUnknown(let name, let known):
      Diagnostic(
        .error, "transitions-column-unknown", at: place, problem: "no column is called \(name)",
        why: "a column that is passed over may be one that is misspelt",
        next: "take it out, or call it one of: \(known.joined(separator: ", "))")
    case .columnMissing(let name):
      Diagnostic(
        .error, "transitions-column-missing", at: place, problem: "there is no column \(name)",
        next: "add it")
    case .cellsDiffer(let found, let columns):
      Diagnostic(
        .error, "transitions-cells-differ", at: place,
        problem: "the row has \(found) cells and the heading \(columns)",
        next: "look for a comma too many or too few")
    case .cellEmpty(let column):
      Diagnostic(
        .error, "transitions-cell-empty", at: place, problem: "\(column) is empty",
        next: "fill it in; a child with no such need has \(SupportState.outside)")
    case .numberUnreadable(let column, let text):
      Diagnostic(
        .error, "transitions-number-unreadable", at: place,
        problem: "\(column) is “\(text.prefix(20))”", next: "write a whole number in digits: 2026")
    case .priceUnreadable:
      Diagnostic(
        .error, "transitions-cost-unreadable", at: place,
        problem: "the cost is not wholly an amount in pounds and pence",
        next: "write it as 1234.50")
    case .rowTwice(let what):
      Diagnostic(
        .error, "transitions-row-twice", at: place, problem: "\(what) is given twice",
        why: "the program does not choose between two figures", next: "leave one of them out")
    }
  }
}
