public import Bookkeeping

extension BlockTransferred.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .notBetweenBlocks(let from, let to):
      Diagnostic(
        .error, "not-between-blocks", at: place,
        problem: "a transfer from \(from.name) to \(to.name) is not one between two blocks",
        next: "name two of: schools, central, early-years, high-needs")
    case .amountNotPositive(let amount):
      Diagnostic(
        .error, "amount-not-positive", at: place,
        problem: "the amount is \(amount)",
        why: "a transfer says which way money moved, so its amount is always positive",
        next: "give a positive amount, and swap the two blocks if it moved the other way")
    case .noAuthority:
      Diagnostic(
        .error, "transfer-without-authority", at: place,
        problem: "a block transfer names no authority",
        next: "give the forum's date and minute, or the Secretary of State's reference")
    case .forumNotAsked:
      Diagnostic(
        .error, "transfer-needs-secretary-of-state", at: place,
        problem: "money would leave the schools block without the schools forum",
        next: "give the forum's date and minute, or the Secretary of State's reference")
    case .beyondForum(let year, let already, let amount, let limit):
      Diagnostic(
        .error, "transfer-needs-secretary-of-state", at: place,
        problem:
          "\(amount) would leave the schools block, and \(already) has left it in \(year)",
        why: "the forum may agree 0.5% of the base for one year, which is \(limit)",
        next: "give the Secretary of State's reference")
    }
  }
}
