import Bookkeeping

extension TransitionFault.Census {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .referenceUnreadable:
      Diagnostic(
        .error, "census-reference-unreadable", at: place,
        problem: "the child is not given by a reference",
        why: "the file holds references and no names",
        next: "write SPB- and six digits, as the ledger has them: SPB-004217")
    case .needNotCode:
      Diagnostic(
        .error, "census-need-not-code", at: place, problem: "the need is not a code",
        why: "words could name the child, and \(SupportState.outside) stands for no need at all",
        next: "write up to 24 letters, digits and hyphens, such as ASD; leave it empty where no "
          + "need is known")
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
