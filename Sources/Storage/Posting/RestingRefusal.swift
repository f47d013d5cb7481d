public import Bookkeeping
public import Funding

/// Why an entry stays: something else rests on it.
public enum RestingRefusal: Error, Hashable, Sendable {
  /// What was paid, received or settled since would be more than what is left to pay, receive or settle.
  case leavesLess(Coding, than: Money)
  /// It came with something that is no entry, which would stay.
  case cameWith(Int, fact: Int, FactKind)
  /// A year that is closed began with it.
  case yearBeganWith(Int, FinancialYear)

  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .leavesLess(let coding, let amount):
      .error(
        "later-record-rests-on-it", "without it \(coding) would be \(amount) short", at: place,
        why: "what was paid, received or settled since rests on what would be taken back",
        next: "take that back first: \(.listRecords)")
    case .cameWith(let number, let fact, let kind):
      .error(
        "came-with-a-fact",
        "record \(number) came with record \(fact), \(kind == .decisionApproved ? "a decision" : "a version of a plan line"),"
          + " which would stay", at: place,
        why: "the entry says in money what that one says, and the two would say different things",
        next: kind == .decisionApproved
          ? "make another decision: what two people have approved is not one person’s to take back"
          : "import a later version: \(.preview(kind: "packages")); or take its import back")
    case .yearBeganWith(let number, let year):
      .error(
        "opening-stands", "\(year) is closed, and began with record \(number)", at: place,
        why: "what the year after it begins with rests on it",
        next: "say what changed since by an event of the open year")
    }
  }
}
