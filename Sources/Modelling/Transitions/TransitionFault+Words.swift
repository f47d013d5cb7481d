import Bookkeeping

extension TransitionFault.Figure {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .stateWithoutCost(let state, let moves):
      Diagnostic(
        .error, "transitions-cost-missing", at: place,
        problem: "no cost is given for \(state), which is in \(moves) "
          + (moves == 1 ? "row" : "rows"),
        why: "a setting and a need that have no cost may be misspelt",
        next: "correct the setting and the need, or give what \(state) costs; to count such "
          + "children without a cost, say --count-without-cost, or in a scenario without-cost: "
          + "counted")
    case .costTwice(let state): Diagnostic.givenTwice("\(state)", at: place)
    case .residentsTwice(let year, let group):
      Diagnostic.givenTwice("academic year \(group.number) of \(year)", at: place)
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
