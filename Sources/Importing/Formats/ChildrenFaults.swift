import Bookkeeping
import Modelling

/// What a row about children and their settings can say that cannot be.
enum ChildrenFault: Hashable {
  case noYearGroup(Int)
  /// One half of a state, or none that is a state.
  case stateHalved(SupportState)
  /// A child who is outside both before and after.
  case outsideThroughout
  case yearGroupsNotNext(first: Int, second: Int)
  /// A child who would be in a state beyond the last year group.
  case staysPastTheLast(SupportState)
  case negativeCost(Money)
  case referenceUnreadable
  case needNotCode
}

extension TypedRow {
  func fault(_ fault: ChildrenFault) -> Diagnostic { fault.diagnostic(at: place) }

  /// A calendar year, no further off than a day may be.
  func calendarYear(_ field: some FieldPlace) throws(Diagnostic) -> Int {
    try number(field, in: DayText.years)
  }

  /// The number of an academic year, whether there can be a plan in it or not.
  func academicYear(_ field: some FieldPlace) throws(Diagnostic) -> Int {
    try number(field, in: -100...200)
  }
}

extension ChildrenFault {
  /// The fault as a person should read it.
  fileprivate func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .noYearGroup(let number):
      .error(
        "transitions-year-group-unknown", "there is no academic year \(number)", at: place,
        why: "they go from −4, the year after birth, to 20, the last with a plan",
        next: "write the year group: 0 for reception, 7 for the first of secondary school")
    case .stateHalved(let state):
      .error(
        "transitions-state-unknown", "\(state) is half a state", at: place,
        why: "a child outside has \(SupportState.outside) for the setting and for the need",
        next: "write \(SupportState.outside) in both cells or in neither")
    case .outsideThroughout:
      .error(
        "transitions-outside-throughout",
        "the child is \(SupportState.outside) both before and after", at: place,
        why: "children without such needs are counted in the population", next: "leave the row out")
    case .yearGroupsNotNext(let first, let second):
      .error(
        "transitions-year-groups-not-next",
        "the child goes from academic year \(first) to \(second)", at: place,
        why: "from one calendar year to the next it goes up by one",
        next: "write \(first + 1), also for a child who is kept back a year at school")
    case .staysPastTheLast(let state):
      .error(
        "transitions-past-the-last", "the child is in \(state) after academic year 20", at: place,
        why: "a plan ends at 25 at the latest", next: "write \(SupportState.outside)")
    case .negativeCost(let price):
      .error(
        "transitions-cost-negative", "a child costs \(price) a year", at: place,
        next: "give a cost that is not negative")
    case .referenceUnreadable:
      .error(
        "census-reference-unreadable", "the child is not given by a reference", at: place,
        why: "the file holds references and no names",
        next: "write SPB- and six digits, as the ledger has them: SPB-004217")
    case .needNotCode:
      .error(
        "census-need-not-code", "the need is not a code", at: place,
        why: "words could name the child, and \(SupportState.outside) stands for no need at all",
        next: "write up to 24 letters, digits and hyphens, such as ASD; leave it empty where no "
          + "need is known")
    }
  }
}
