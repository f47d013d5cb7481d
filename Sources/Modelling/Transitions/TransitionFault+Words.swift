import Bookkeeping

extension TransitionFault.Child {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .noYearGroup(let number):
      Diagnostic(
        .error, "transitions-year-group-unknown", at: place,
        problem: "there is no academic year \(number)",
        why: "they go from −4, the year after birth, to 20, the last with a plan",
        next: "write the year group: 0 for reception, 7 for the first of secondary school")
    case .stateUnknown(let state):
      Diagnostic(
        .error, "transitions-state-unknown", at: place,
        problem: "\(state) is half a state",
        why: "a child outside has \(SupportState.outside) for the setting and for the need",
        next: "write \(SupportState.outside) in both cells or in neither")
    case .stateWithoutCost(let state, let rows):
      Diagnostic(
        .error, "transitions-cost-missing", at: place,
        problem: "no cost is given for \(state), which is in \(rows) \(rows == 1 ? "row" : "rows")",
        why: "a setting and a need that have no cost may be misspelt",
        next: "correct the setting and the need, or give what \(state) costs; to count such "
          + "children without a cost, say --count-without-cost, or in a scenario without-cost: "
          + "counted")
    case .outsideThroughout:
      Diagnostic(
        .error, "transitions-outside-throughout", at: place,
        problem: "the child is \(SupportState.outside) both before and after",
        why: "children without such needs are counted in the population",
        next: "leave the row out")
    case .yearGroupsNotNext(let first, let second):
      Diagnostic(
        .error, "transitions-year-groups-not-next", at: place,
        problem: "the child goes from academic year \(first) to \(second)",
        why: "from one calendar year to the next it goes up by one",
        next: "write \(first + 1), also for a child who is kept back a year at school")
    case .staysPastTheLast(let state):
      Diagnostic(
        .error, "transitions-past-the-last", at: place,
        problem: "the child is in \(state) after academic year 20",
        why: "a plan ends at 25 at the latest", next: "write \(SupportState.outside)")
    }
  }
}

extension TransitionFault.Figure {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .countBelowNothing(let count):
      Diagnostic(
        .error, "transitions-count-below-nothing", at: place, problem: "the population is \(count)",
        next: "give a count of nothing or more")
    case .priceBelowNothing(let price):
      Diagnostic(
        .error, "transitions-cost-below-nothing", at: place,
        problem: "a child costs \(price) a year", next: "give a cost of nothing or more")
    case .yearMissing(let year):
      Diagnostic(
        .error, "transitions-year-missing", at: place,
        problem: "there is no transition out of \(year), and there are some before it and after",
        next: "add the transitions of \(year), or leave the earlier years out")
    case .residentsMissing(let year, let group, let groups):
      Diagnostic(
        .error, "transitions-population-missing", at: place,
        problem: "\(year) has no population for academic year \(group.number)"
          + (groups > 1 ? " and \(groups - 1) more" : ""),
        why: "how many join is a share of it, in the years past and in those to come",
        next: "add it to the population, 0 if there are none, or ask for fewer years")
    case .ratePastOne(let year, let group, let joined, let residents):
      Diagnostic(
        .error, "transitions-rate-past-one", at: place,
        problem:
          "\(joined) joined out of academic year \(group.number) in \(year), which had \(residents)",
        why: "no more children can join than there are", next: "correct the population")
    case .nothingToLearnFrom:
      Diagnostic(
        .error, "transitions-none", at: place, problem: "there is no transition to learn from",
        next: "give the moves of one year at least")
    }
  }
}

extension TransitionFault.Setting {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .weightOutOfRange(let weight):
      Diagnostic(
        .error, "transitions-weight-out-of-range", at: place,
        problem: "the pooled moves count for \(weight) children",
        why: "they are added to the children seen, and more than a million would drown them",
        next: "give 0 where nothing is to be pooled; 10 is usual")
    case .inflation(let objection): objection.diagnostic(at: place)
    case .noYears(let years):
      Diagnostic(
        .error, "transitions-no-years", at: place, problem: "\(years) years are to be projected",
        next: "ask for one year at least; five are usual")
    case .tooFewRuns(let runs): Simulation.Objection.tooFewRuns(runs).diagnostic(at: place)
    }
  }
}
