import Bookkeeping
import Disaggregation
import Funding

extension DocumentPage {
  /// The document, the page and the day, as a report cites them.
  var text: String { name.words + (page.words.isEmpty ? "" : ", page \(page)") + ", \(day)" }
}

extension DecisionFigures.Name {
  /// What a panel calls the sum.
  var title: String {
    switch self {
    case .contractSum: "Contract sum"
    case .average: "Average cost of a unit"
    case .price: "Lowest price of a unit elsewhere"
    case .overheads: "Overheads of a direct payment (D)"
    case .notional: "Notional sum (N)"
    case .paid: "Paid, if agreed (F)"
    case .paidAMonth: "Paid in a month"
    case .left: "Left with the setting"
    case .contractSaving: "Contract saving (R)"
    case .backfill: "Backfill (B)"
    case .netCost: "Net cost (F − R − B)"
    case .perChild: "Net cost for each child remaining"
    case .tolerance: "Tolerance"
    case .ceiling: "The most that may be paid (R + B + tolerance)"
    }
  }
}

extension Outcome {
  /// The outcome as papers write it, and what it means.
  var text: String {
    let meaning =
      switch self {
      case .disaggregate: "a sum is paid"
      case .part: "a part is paid"
      case .deferred: "not yet, and from that day it could be"
      case .organisedArrangement: "the sum is stated, and whoever holds it goes on holding it"
      case .refuseAdverse: "not divided, because others would be harmed"
      case .refuseInefficient: "not divided, because it would cost too much"
      case .refuseBoth: "not divided, on both grounds"
      case .otherRegime: "another law decides"
      case .never: "a place is not divided"
      case .insufficientEvidence: "nothing is found until the evidence is complete"
      }
    return "\(description): \(meaning)"
  }
}

extension BudgetFinding {
  /// The finding in a few words.
  var text: String {
    switch self {
    case .stated(let sum): "stated" + (sum.map { ", \($0)" } ?? "")
    case .refused(let grounds):
      "not stated: regulation 4A, " + grounds.map(\.rawValue).joined(separator: " and ")
    case .otherRegime(let regime): "decided under the law on \(regime.name)"
    case .never: "never: a place belongs to no child"
    case .notYet: "not yet: asked for out of time"
    case .undecided: "not found: evidence is missing"
    }
  }
}

extension CashFinding {
  /// The finding in a few words.
  var text: String {
    switch self {
    case .paid(let sum): "paid, \(sum)"
    case .partPaid(let sum, let left): "paid in part, \(sum); \(left) stays"
    case .refused(let grounds): "not paid: " + grounds.map(\.regulation).joined(separator: ", ")
    case .notAskedFor: "not asked for"
    case .otherRegime(let regime): "decided under the law on \(regime.name)"
    case .never: "never: a place belongs to no child"
    case .notYet: "not yet: asked for out of time"
    case .undecided: "not found: evidence is missing"
    }
  }
}

extension EvidenceKind {
  /// What it shows, in words.
  var text: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}

extension Fraction {
  /// The quantity as a cell under numbers.
  var cell: Cell { denominator == 1 ? .number(Int(numerator)) : .text(description) }
}

extension AdverseImpact {
  /// What was found, and where it stands.
  func text(_ unit: Rate.Unit) -> String {
    switch self {
    case .belowMinimum(let left, let minimum):
      "\(left.inWords(unit)) left, below the minimum of \(minimum.inWords)"
    case .hoursLost(let units, _): "\(units.inWords(unit)) of section F lost to others"
    case .serviceCut: "the provider would cut the service"
    case .priceRise(let percent, _): "the provider would raise its price by \(percent)%"
    }
  }

  /// The document that says so; none where it is the contract itself.
  var evidence: Evidence? {
    switch self {
    case .belowMinimum: nil
    case .hoursLost(_, let evidence), .serviceCut(let evidence), .priceRise(_, let evidence):
      evidence
    }
  }
}

extension ClosedRange<Int> {
  /// `15`, or `30 to 31`.
  var inWords: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}

extension [String] {
  /// `one`, `one and two`, `one, two and three`.
  var inList: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}

extension Table.Column {
  /// A column of words.
  static func words(_ name: String, _ title: String) -> Table.Column {
    Table.Column(name, title, .text)
  }
}
