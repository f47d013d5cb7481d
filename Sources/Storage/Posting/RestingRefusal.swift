public import Bookkeeping
public import Funding

/// Why an entry stays: something else rests on it.
public enum RestingRefusal: Error, Hashable, Sendable {
  /// What was paid, received or settled since would be more than what is left to pay, receive or settle.
  case leavesLess(Coding, than: Money)
  /// It came with something that is no entry, which would stay.
  case cameWith(Int, fact: Int, FactKind)
  /// A published grant or a budget, which the next version of it puts right.
  case versionStands(Int)
  /// A plan line or a contract was set aside, and may have been paid, at another place than a new version has.
  case placedOtherwise(String, at: String, now: String)
  /// What a partner gives to a pool is its share, by which spending is divided.
  case shareOfPool(Fund)
  /// The budget of a year that is closed.
  case budgetOfClosed(FinancialYear)
  /// A year that is closed began with it.
  case yearBeganWith(Int, FinancialYear)

  func diagnostic(at row: Place?) -> Diagnostic {
    switch self {
    case .leavesLess(let coding, let amount):
      .error(
        "later-record-rests-on-it", "without it \(coding) would be \(amount) short", at: row,
        why: "what was paid, received or settled since rests on what would be taken back",
        next: "take that back first: \(.listRecords)")
    case .cameWith(let number, let fact, let kind):
      .error(
        "came-with-a-fact",
        "record \(number) came with record \(fact), \(kind == .decisionApproved ? "a decision" : "a version of a plan line"),"
          + " which would stay", at: row,
        why: "the entry says in money what that one says, and the two would say different things",
        next: kind == .decisionApproved
          ? "make another decision: what two people have approved is not one person’s to take back"
          : "import a later version: \(.preview(kind: "packages")); or take its import back")
    case .versionStands(let number):
      .error(
        "version-stands", "record \(number) is a version of a grant or a budget", at: row,
        why: "a version is put right by the next one, so that both can be shown",
        next: "import the next version, or: \(.setBudget)")
    case .placedOtherwise(let name, let place, let now):
      .error(
        "placed-otherwise", "\(name) is at \(place), and would be at \(now)", at: row,
        why:
          "what is committed, owed and advanced for it stays where it is, and would be paid from elsewhere",
        next: "end it, and begin another with a reference of its own")
    case .shareOfPool(let part):
      .error(
        "share-of-a-pool", "what is agreed for \(part) is a share of the pool", at: row,
        why: "spending is divided by the shares, and this would be in the books beside them",
        next: "record it as pool-agreed; less than was agreed is a variation of the agreement")
    case .budgetOfClosed(let year):
      .error(
        "year-is-closed", "\(year) is closed, and the budget would be of it", at: row,
        why: "it would count in the year that is open, and be added to what is agreed for that",
        next:
          "set the budget of an open year; what was wrong in a closed one is told beside its accounts"
      )
    case .yearBeganWith(let number, let year):
      .error(
        "opening-stands", "\(year) is closed, and began with record \(number)", at: row,
        why: "what the year after it begins with rests on it",
        next: "say what changed since by an event of the open year")
    }
  }
}
