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
          RowFault(.census(.yearNotReached($0.entry.calendarYear, reached: years)), in: $0.row)
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
  var state: SupportState? { if case .placed(let state, _) = self { state } else { nil } }
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

extension ChildMoves.Sources {
  /// Where a child stands at each census.
  func standings(of child: ChildReference) -> [Int: ChildMoves.Standing] {
    Dictionary(
      uniqueKeysWithValues: years.map { year in
        guard let line = plans.largest(for: child, on: census.day(in: year)) else {
          return (year, .outside)
        }
        guard let entry = entries[child]?[year]?.entry else { return (year, .unknown(.noRow)) }
        guard let need = entry.need else { return (year, .unknown(.noNeed)) }
        let state = SupportState(setting: placing.word(for: line), need: need)
        return (year, .placed(state, entry.yearGroup))
      })
  }

  /// Why a move cannot be told, and what is wrong with the census if anything is.
  struct Objection: Error {
    let gap: ChildMoves.Gap
    let fault: RowFault<Int>?

    init(_ gap: ChildMoves.Gap, _ fault: RowFault<Int>? = nil) {
      self.gap = gap
      self.fault = fault
    }
  }

  /// A child's move out of a year into the next.
  ///
  /// - Returns: None where the child is outside at both.
  func move(
    of child: ChildReference, out year: Int, _ standings: [Int: ChildMoves.Standing]
  ) -> Result<Transition, Objection>? {
    let (first, second) = (standings[year] ?? .outside, standings[year + 1] ?? .outside)
    func moved(
      _ group: YearGroup?, _ from: SupportState?, _ to: SupportState?
    ) -> Result<Transition, Objection> {
      if let fault = notNext(child, year) { return .failure(Objection(.yearGroupsNotNext, fault)) }
      guard let group else { return .failure(Objection(.beforeTheFirst)) }
      return .success(Transition(calendarYear: year, yearGroup: group, from: from, to: to))
    }
    switch (first, second) {
    case (.outside, .outside): return nil
    case (.unknown(let gap), _), (_, .unknown(let gap)): return .failure(Objection(gap))
    case (.placed(let from, let group), .placed(let to, _)): return moved(group, from, to)
    case (.placed(let from, let group), .outside): return moved(group, from, nil)
    case (.outside, .placed(let to, let group)):
      return moved(YearGroup(group.number - 1), nil, to)
    }
  }

  /// Whether the census has a child in academic years that do not follow one another.
  private func notNext(_ child: ChildReference, _ year: Int) -> RowFault<Int>? {
    guard let first = entries[child]?[year]?.entry.yearGroup.number,
      let (row, next) = entries[child]?[year + 1], next.yearGroup.number != first + 1
    else { return nil }
    return RowFault(
      .census(.yearGroupsNotNext(year: year, first: first, second: next.yearGroup.number)),
      in: row)
  }
}
