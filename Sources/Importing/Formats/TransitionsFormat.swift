import Bookkeeping
import Modelling

/// Children's moves from one calendar year to the next, one a row.
struct TransitionsFormat: RowFormat {
  let fields = [
    FieldSpec("calendar-year", required: true), FieldSpec("setting-1", required: true),
    FieldSpec("need-1", required: true), FieldSpec("academic-year-1", required: true),
    FieldSpec("setting-2", required: true), FieldSpec("need-2", required: true),
    FieldSpec("academic-year-2", required: true),
  ]

  private enum Column: Int, FieldPlace {
    case year, firstSetting, firstNeed, firstGroup, secondSetting, secondNeed, secondGroup
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Transition? {
    let (first, second) = (
      try row.academicYear(Column.firstGroup), try row.academicYear(Column.secondGroup)
    )
    guard let group = YearGroup(first) else { throw row.fault(.noYearGroup(first)) }
    guard second == first + 1 else {
      throw row.fault(.yearGroupsNotNext(first: first, second: second))
    }
    let from = try row.state(Column.firstSetting, Column.firstNeed)
    let to = try row.state(Column.secondSetting, Column.secondNeed)
    guard from != nil || to != nil else { throw row.fault(.outsideThroughout) }
    if let to, group == YearGroup.all.last { throw row.fault(.staysPastTheLast(to)) }
    return Transition(
      calendarYear: try row.calendarYear(Column.year), yearGroup: group, from: from, to: to)
  }
}

extension TypedRow {
  /// A state, or none where the child is outside; one half of a state is not one.
  fileprivate func state(_ setting: some FieldPlace, _ need: some FieldPlace) throws(Diagnostic)
    -> SupportState?
  {
    let state = SupportState(setting: try filled(setting), need: try filled(need))
    switch (state.setting == SupportState.outside, state.need == SupportState.outside) {
    case (true, true): return nil
    case (false, false): return state
    case (true, false), (false, true): throw fault(.stateHalved(state))
    }
  }
}
