import Disaggregation
import Funding

extension BudgetFinding {
  /// The finding in a few words.
  var words: String {
    switch self {
    case .stated(let notional):
      notional.map { "stated: \($0) a year" } ?? "stated; its sum is not known"
    case .refused(let grounds):
      "refused: "
        + grounds.map { $0 == .adverse ? "4A(b)(i)" : "4A(b)(ii)" }.joined(separator: ", ")
    case .otherRegime(let regime): "decided under the law of \(regime.name)"
    case .never: "never: place money belongs to no child"
    case .notYet: "not yet: it may be asked for at the plan’s next review"
    case .undecided: "not found: evidence is missing"
    }
  }
}

extension CashFinding {
  /// The finding in a few words.
  var words: String {
    switch self {
    case .paid(let sum): "paid: \(sum) a year"
    case .partPaid(let sum, let left): "a part is paid: \(sum) a year; \(left) stays"
    case .refused(let grounds): "refused: " + grounds.map(\.regulation).joined(separator: ", ")
    case .notAskedFor: "not asked for"
    case .otherRegime(let regime): "decided under the law of \(regime.name)"
    case .never: "never"
    case .notYet: "not yet"
    case .undecided: "not found: evidence is missing"
    }
  }
}

extension Alternative {
  var words: String {
    switch self {
    case .organisedArrangement: "an organised arrangement"
    case .waitUntil(let day): "from \(day), when the contract can be made smaller"
    case .together(let families): "\(families) families together"
    case .askAtReview(let day): "asked again at the review of \(day)"
    }
  }
}
