import Funding
import Modelling

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
