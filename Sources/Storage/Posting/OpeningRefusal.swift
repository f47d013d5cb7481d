public import Bookkeeping
public import Funding

/// Why a ledger does not begin with a sum.
public enum OpeningRefusal: Error, Hashable, Sendable {
  /// What the fund, or a plan line of it, began with is in the ledger already.
  case begunAlready(Fund, with: Money)
  /// The year was closed, and begins with nothing else.
  case yearIsOver(FinancialYear)

  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .begunAlready(let fund, let amount):
      .error(
        "opening-stands", "\(fund) began with \(amount) already", at: place,
        why: "it would begin with both sums",
        next: "if that is wrong, take its import back first: \(.listImports)")
    case .yearIsOver(let year):
      .error(
        "opening-stands", "\(year) is closed, and began with what its openings say", at: place,
        why: "the year after it begins with what it closed with",
        next: "say what changed since by an event of the open year")
    }
  }
}
