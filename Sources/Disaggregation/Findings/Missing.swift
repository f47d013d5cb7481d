public import Bookkeeping
public import Funding

/// Something without which nothing can be found.
///
/// It is never a ground of refusal.
public enum Missing: Hashable, Sendable {
  case sum
  case capacity
  /// The capacity that a band in hundredths is a share of.
  case capacityOfBand
  /// What the setting or the framework gives back for a unit.
  case variablePrice
  case quote
  case evidence(EvidenceKind)
  /// The only evidence of its kind is older than the policy allows.
  case tooOld(EvidenceKind, of: Day, oldest: Day)
  /// The day of the next review, to which a request out of time is put off.
  case nextReview
  /// More is asked for than the contract has left.
  case unitsBeyondContract(Fraction, left: Fraction)

  /// What is missing, as a report says it.
  public var text: String {
    switch self {
    case .sum: "the sum of the contract"
    case .capacity: "the capacity that the sum pays for"
    case .capacityOfBand: "the capacity of which the volume band is a share"
    case .variablePrice: "what is saved for each unit that is not used"
    case .quote: "a price for one unit from somebody else"
    case .evidence(let kind): "evidence of “\(kind.rawValue)”: \(kind.form)"
    case .tooOld(let kind, let day, let oldest):
      "evidence of “\(kind.rawValue)” of \(oldest) or later; what there is, is of \(day)"
    case .nextReview: "the day of the plan’s next review"
    case .unitsBeyondContract(let units, let left):
      "where \(units) units would come from: the contract has \(left) left"
    }
  }

  /// Where it is to be said.
  public var remedy: String {
    switch self {
    case .sum, .capacity, .capacityOfBand, .variablePrice:
      "import a version of the contract that says it: --as contracts"
    case .quote, .evidence, .tooOld: "import it: --as evidence"
    case .nextReview, .unitsBeyondContract: "put the request right: --as requests"
    }
  }
}
