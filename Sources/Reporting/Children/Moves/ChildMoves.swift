import Bookkeeping
import Funding
public import Modelling

/// Children's moves from one census to the next: the ledger says where each child is, and the census
/// how old and with which need.
public struct ChildMoves: Sendable {
  public let sources: Sources
  /// Every child of the ledger or of the census, and where it stands at each census.
  let standings: [ChildReference: [Int: Standing]]
  /// The moves that can be told, in an order that says nothing of whom.
  public let transitions: [Transition]
  /// The moves that cannot be told, and why.
  let leftOut: [LeftOut]
  /// What is wrong with the census for children of the ledger.
  public let warnings: [RowFault<Int>]

  /// What moves are read from.
  public struct Sources: Sendable {
    let plans: PlanHistory
    /// By child and calendar year: what the census says, and in which row.
    let entries: [ChildReference: [Int: (row: Int, entry: CensusEntry)]]
    private let twice: [RowFault<Int>]
    public let census: CensusDay
    /// The calendar years whose census the ledger reaches.
    public let years: ClosedRange<Int>
    public let placing: Placing

    public init(
      _ plans: PlanHistory, _ entries: [CensusEntry], on census: CensusDay,
      in years: ClosedRange<Int>, by placing: Placing
    ) {
      self.plans = plans
      self.census = census
      self.years = years
      self.placing = placing
      var found: [ChildReference: [Int: (row: Int, entry: CensusEntry)]] = [:]
      var twice: [RowFault<Int>] = []
      for (row, entry) in entries.enumerated() {
        if found[entry.child]?[entry.calendarYear] == nil {
          found[entry.child, default: [:]][entry.calendarYear] = (row, entry)
        } else {
          twice.append(
            RowFault(
              .census(.childTwice(entry.child, calendarYear: entry.calendarYear)), in: row))
        }
      }
      self.entries = found
      self.twice = twice
    }

    /// Rows of the census that say a child's year again, and those for years that the ledger does
    /// not reach.
    public var faults: [RowFault<Int>] {
      let beyond = entries.values.flatMap(\.values).filter {
        !years.contains($0.entry.calendarYear)
      }
      return twice
        + beyond.sorted { $0.row < $1.row }.map {
          RowFault(
            .census(.yearNotReached($0.entry.calendarYear, reached: years)), in: $0.row)
        }
    }
  }

  /// What stands for the setting in a child's state.
  public enum Placing: String, Hashable, Sendable, CaseIterable {
    case setting
    case held

    /// The word for a line; `none` where it names no setting.
    func word(for line: PlanLine) -> String {
      switch self {
      case .setting: line.use.setting?.rawValue ?? "none"
      case .held: line.held.rawValue
      }
    }
  }

  /// Where a child stands at a census.
  enum Standing: Hashable {
    /// No plan line is in force.
    case outside
    case placed(SupportState, YearGroup)
    /// A plan line is in force, and the census does not say enough.
    case unknown(Gap)
  }

  /// Why a move cannot be told.
  enum Gap: String, Hashable, CaseIterable {
    case noRow = "no-row"
    case noNeed = "no-need"
    case yearGroupsNotNext = "years-not-next"
    /// The child joined out of a year before the first that there is.
    case beforeTheFirst = "before-the-first-year"
  }

  /// A child's move out of a year that cannot be told.
  struct LeftOut: Hashable {
    let child: ChildReference
    let year: Int
    let gap: Gap
  }

  public init(_ sources: Sources) {
    self.sources = sources
    let children = Set(sources.plans.children).union(sources.entries.keys).sorted()
    var standings: [ChildReference: [Int: Standing]] = [:]
    var transitions: [Transition] = []
    var leftOut: [LeftOut] = []
    var warnings: [RowFault<Int>] = []
    for child in children {
      let found = sources.standings(of: child)
      standings[child] = found
      for year in sources.years.dropLast() {
        switch sources.move(of: child, out: year, found) {
        case nil: break
        case .success(let transition): transitions.append(transition)
        case .failure(let objection):
          leftOut.append(LeftOut(child: child, year: year, gap: objection.gap))
          if let fault = objection.fault { warnings.append(fault) }
        }
      }
    }
    self.standings = standings
    self.transitions = transitions.sorted { $0.precedes($1) }
    self.leftOut = leftOut
    self.warnings = warnings.sorted { ($0.row ?? 0) < ($1.row ?? 0) }
  }

  /// The states that a child is in at some census, in order.
  var states: [SupportState] {
    let all = standings.values.flatMap(\.values).compactMap(\.state)
    return Set(all).sorted()
  }
}

extension ChildMoves.Standing {
  var state: SupportState? {
    if case .placed(let state, _) = self { state } else { nil }
  }
}

extension Transition {
  /// The order of the file: by year, academic year and states, and not by child.
  fileprivate func precedes(_ other: Transition) -> Bool {
    let (mine, others) = (self.states, other.states)
    return (calendarYear, yearGroup.number, mine.from, mine.to)
      < (other.calendarYear, other.yearGroup.number, others.from, others.to)
  }

  private var states: (from: String, to: String) {
    (from?.description ?? SupportState.outside, to?.description ?? SupportState.outside)
  }
}
