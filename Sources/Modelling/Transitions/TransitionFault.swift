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
    .error(
      "transitions-row-twice", "\(what) is given twice", at: place,
      why: "the program does not choose between two figures", next: "leave one of them out")
  }
}

extension TransitionFault.Figure {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .stateWithoutCost(let state, let moves):
      .error(
        "transitions-cost-missing",
        "no cost is given for \(state), which is in \(moves) " + (moves == 1 ? "row" : "rows"),
        at: place, why: "a setting and a need that have no cost may be misspelt",
        next: "correct the setting and the need, or give what \(state) costs; to count such "
          + "children without a cost, say --count-without-cost, or in a scenario without-cost: "
          + "counted")
    case .costTwice(let state): Diagnostic.givenTwice("\(state)", at: place)
    case .residentsTwice(let year, let group):
      Diagnostic.givenTwice("academic year \(group.number) of \(year)", at: place)
    case .yearMissing(let year):
      .error(
        "transitions-year-missing",
        "there is no transition out of \(year), and there are some before it and after", at: place,
        next: "add the transitions of \(year), or leave the earlier years out")
    case .residentsMissing(let year, let group, let groups):
      .error(
        "transitions-population-missing",
        "\(year) has no population for academic year \(group.number)"
          + (groups > 1 ? " and \(groups - 1) more" : ""), at: place,
        why: "how many join is a share of it, in the years past and in those to come",
        next: "add it to the population, 0 if there are none, or ask for fewer years")
    case .ratePastOne(let year, let group, let joined, let residents):
      .error(
        "transitions-rate-past-one",
        "\(joined) joined out of academic year \(group.number) in \(year), which had \(residents)",
        at: place, why: "no more children can join than there are", next: "correct the population")
    case .nothingToLearnFrom:
      .error(
        "transitions-none", "there is no transition to learn from", at: place,
        next: "give the moves of one year at least")
    }
  }
}

extension TransitionFault.Setting {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .weightOutOfRange(let weight):
      .error(
        "transitions-weight-out-of-range", "the pooled moves count for \(weight) children",
        at: place,
        why: "they are added to the children seen, and more than a million would drown them",
        next: "give 0 where nothing is to be pooled; 10 is usual")
    case .inflation(let objection): objection.diagnostic(at: place)
    case .noYears(let years):
      .error(
        "transitions-no-years", "\(years) years are to be projected", at: place,
        next: "ask for one year at least; five are usual")
    case .tooFewRuns(let runs): Simulation.Objection.tooFewRuns(runs).diagnostic(at: place)
    }
  }
}

extension TransitionFault.Census {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .childTwice(let child, let year):
      Diagnostic.givenTwice("\(child) in \(year)", at: place)
    case .yearNotReached(let year, let reached):
      .error(
        "census-year-not-reached", "the ledger does not reach the census of \(year)", at: place,
        why: "it holds those of \(reached.lowerBound) to \(reached.upperBound), up to the day "
          + "asked for", next: "leave the row out, or give a later day with --as-of")
    case .yearGroupsNotNext(let year, let first, let second):
      Diagnostic(
        .warning, "census-year-groups-not-next", at: place,
        problem: "the child goes from academic year \(first) in \(year) to \(second)",
        why: "from one census to the next it goes up by one; the child’s move is left out",
        next: "correct one of the two, also for a child who is kept back a year at school")
    case .tooFewCensuses:
      .error(
        "census-too-few", "the ledger reaches fewer than two censuses", at: place,
        why: "a move goes from one census to the next",
        next: "wait for the second, give a later day with --as-of, or give moves of your own: "
          + "docs/formats/transitions.md")
    case .noChildMoved:
      .error(
        "census-without-children",
        "no child of the file has a plan line at two censuses, or a move between them", at: place,
        why: "the references or the calendar years may be those of another ledger",
        next: "compare the references with: \(.showChild("SPB-004217"))")
    }
  }
}
