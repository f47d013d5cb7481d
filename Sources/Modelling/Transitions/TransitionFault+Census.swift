import Bookkeeping

extension TransitionFault.Census {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .childTwice(let child, let year):
      Diagnostic.givenTwice("\(child) in \(year)", at: place)
    case .yearNotReached(let year, let reached):
      Diagnostic(
        .error, "census-year-not-reached", at: place,
        problem: "the ledger does not reach the census of \(year)",
        why: "it holds those of \(reached.lowerBound) to \(reached.upperBound), up to the day "
          + "asked for",
        next: "leave the row out, or give a later day with --as-of")
    case .yearGroupsNotNext(let year, let first, let second):
      Diagnostic(
        .warning, "census-year-groups-not-next", at: place,
        problem: "the child goes from academic year \(first) in \(year) to \(second)",
        why: "from one census to the next it goes up by one; the child’s move is left out",
        next: "correct one of the two, also for a child who is kept back a year at school")
    case .tooFewCensuses:
      Diagnostic(
        .error, "census-too-few", at: place,
        problem: "the ledger reaches fewer than two censuses",
        why: "a move goes from one census to the next",
        next: "wait for the second, give a later day with --as-of, or give moves of your own: "
          + "docs/formats/transitions.md")
    case .noChildMoved:
      Diagnostic(
        .error, "census-without-children", at: place,
        problem: "no child of the file has a plan line at two censuses, or a move between them",
        why: "the references or the calendar years may be those of another ledger",
        next: "compare the references with: sendledger child show SPB-004217")
    }
  }
}
