public import Bookkeeping

extension BlockTransferred.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .notBetweenBlocks(let from, let to):
      .error(
        "not-between-blocks",
        "a transfer from \(from.name) to \(to.name) is not one between two blocks", at: place,
        next: "name two of: schools, central, early-years, high-needs")
    case .amountNotPositive(let amount):
      .error(
        "amount-not-positive", "the amount is \(amount)", at: place,
        why: "a transfer says which way money moved, so its amount is always positive",
        next: "give a positive amount, and swap the two blocks if it moved the other way")
    case .noAuthority:
      .error(
        "transfer-without-authority", "a block transfer names no authority", at: place,
        next: "give the forum's date and minute, or the Secretary of State's reference")
    case .forumNotAsked:
      .error(
        "transfer-needs-secretary-of-state",
        "money would leave the schools block without the schools forum", at: place,
        next: "give the forum's date and minute, or the Secretary of State's reference")
    case .beyondForum(let year, let already, let amount, let limit):
      .error(
        "transfer-needs-secretary-of-state",
        "\(amount) would leave the schools block, and \(already) has left it in \(year)", at: place,
        why: "the forum may agree 0.5% of the block for one year, which is \(limit)",
        next: "give the Secretary of State's reference")
    case .beyondNewBase(let year, let moved, let limit):
      Diagnostic(
        .warning, "transfers-beyond-new-base", at: place,
        problem: "\(moved) has left the schools block in \(year) by the forum’s word",
        why: "the forum may agree 0.5% of the block, which is \(limit) as it is published now",
        next: "ask for the Secretary of State's reference, or move back what is beyond it")
    case .otherBase(let base, let block, let year, let stored):
      .error(
        "transfer-base-differs",
        "the base would be \(base), and "
          + (stored.map { "\(block.name) of \(year) is \($0)" } ?? "no grant of \(year) is stored"),
        at: place, why: "the base is the block before recoupment, as last published for the year",
        next: "leave the base out, or import the allocation: \(.preview(kind: "dsg-allocation"))")
    case .stands(let number):
      .error(
        "transfer-stands",
        "the same sum was moved between these blocks on that day by record \(number)",
        at: place, why: "it would be moved twice",
        next:
          "look at it: \(.showRecord(number)); if another was agreed, record it by hand with --again"
      )
    case .grantNotStored(let year):
      .error(
        "grant-not-stored", "no grant of \(year) is stored, of which the forum could agree a share",
        at: place, why: "the forum may agree 0.5% of the schools block as it was published",
        next: "import the allocation first: \(.preview(kind: "dsg-allocation"))")
    }
  }
}
