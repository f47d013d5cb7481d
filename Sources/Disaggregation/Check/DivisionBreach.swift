public import Bookkeeping
public import Funding

/// A way in which what has been divided does not add up, and the records that it follows from.
public struct DivisionBreach: Hashable, Sendable {
  public let what: What
  /// Its trace: the numbers of the records, in order.
  public let records: [Int]

  public init(_ what: What, from records: [Int]) {
    self.what = what
    self.records = Set(records).sorted()
  }

  /// What is wrong, of a closed set.
  public enum What: Hashable, Sendable {
    /// More units are named or given up than the contract holds.
    case unitsBeyondCapacity(ContractReference, promised: Fraction, capacity: Fraction)
    case namedTwice(PlanLineReference, in: ContractReference)
    /// Two contracts in force name one line.
    case namedByTwo(PlanLineReference, ContractReference, ContractReference)
    /// A later version names units that were given up for cash, and the cash is still paid.
    case namedAfterCash(PlanLineReference, ContractReference, named: Fraction, left: Fraction)
    /// More units were given up than the line uses.
    case grantedBeyondServed(
      PlanLineReference, ContractReference, granted: Fraction, served: Fraction)
    /// A line has money of its own, and a contract that is paid for it serves it undivided.
    case fundedTwice(PlanLineReference, ContractReference, Money)
    /// A direct payment is decided for a line, and the contract still counts its units.
    case paidAndServed(PlanLineReference, ContractReference)
    case grantedTwice(PlanLineReference, ContractReference)
    /// Place money names children.
    case placeNamesChildren(ContractReference)
    case placeGranted(ContractReference, DecisionReference)
    case fundMayNotPay(String, Objection)
    case sectionNotAllowed(PlanLineReference, PlanSection, Fund)
    /// What is committed, stated and given back is not what the versions say.
    case partLost(ContractReference, found: Money, expected: Money)
    /// The parts and the rest are not the sum.
    case partsDoNotAdd(ContractReference, parts: Money, sum: Money)
    /// What a family was shown is not its part.
    case shownOtherwise(PlanLineReference, ContractReference, shown: Money, part: Money)
    case grantedOutOfNothing(DecisionReference, ContractReference)
    /// A record of something that cannot stand as it is given.
    case cannotStand(FactKind, String)
  }

  /// What breaches are sorted into.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case unit = "A unit promised twice"
    case line = "A line funded twice"
    case place = "A place divided"
    case fund = "A fund that may not pay"
    case part = "A part lost"
    case record = "A record that cannot stand"
  }
}

extension DivisionBreach {
  public var group: Group {
    switch what {
    case .unitsBeyondCapacity, .namedTwice, .namedByTwo, .namedAfterCash, .grantedBeyondServed:
      .unit
    case .fundedTwice, .paidAndServed, .grantedTwice: .line
    case .placeNamesChildren, .placeGranted: .place
    case .fundMayNotPay, .sectionNotAllowed: .fund
    case .partLost, .partsDoNotAdd, .shownOtherwise: .part
    case .grantedOutOfNothing, .cannotStand: .record
    }
  }

  /// The line whose own money is at fault, where one is.
  public var fundedLine: PlanLineReference? {
    if case .fundedTwice(let line, _, _) = what { line } else { nil }
  }

  /// The contract or the line that it is about.
  public var place: String {
    switch what {
    case .unitsBeyondCapacity(let contract, _, _), .placeNamesChildren(let contract),
      .placeGranted(let contract, _), .partLost(let contract, _, _),
      .partsDoNotAdd(let contract, _, _), .grantedOutOfNothing(_, let contract):
      contract.code
    case .namedByTwo(let line, let one, let other): "\(line) in \(one) and \(other)"
    case .namedTwice(let line, let contract), .namedAfterCash(let line, let contract, _, _),
      .grantedBeyondServed(let line, let contract, _, _), .fundedTwice(let line, let contract, _),
      .paidAndServed(let line, let contract), .grantedTwice(let line, let contract),
      .shownOtherwise(let line, let contract, _, _):
      "\(line) in \(contract)"
    case .sectionNotAllowed(let line, _, _): line.code
    case .fundMayNotPay(let subject, _), .cannotStand(_, let subject): subject
    }
  }

  /// By how many units or how much money it is out; empty where it is neither.
  public var size: String {
    switch what {
    case .unitsBeyondCapacity(_, let promised, let capacity): "\(promised - capacity) units"
    case .namedAfterCash(_, _, let named, let left): "\(named - left) units"
    case .grantedBeyondServed(_, _, let granted, let served): "\(granted - served) units"
    case .fundedTwice(_, _, let amount): amount.description
    case .partLost(_, let found, let expected): (expected - found).description
    case .partsDoNotAdd(_, let parts, let sum): (sum - parts).description
    case .shownOtherwise(_, _, let shown, let part): (shown - part).description
    case .namedTwice, .namedByTwo, .paidAndServed, .grantedTwice, .placeNamesChildren,
      .placeGranted, .fundMayNotPay, .sectionNotAllowed, .grantedOutOfNothing, .cannotStand:
      ""
    }
  }

  /// The breach as a person should read it.
  public var diagnostic: Diagnostic {
    switch group {
    case .unit:
      .error(
        "division-unit-twice", problem,
        why: "each unit that is paid for serves one child, or waits for one",
        next:
          "import a version of the contract that names only who is served: \(.listRecords) shows \(seeing)"
      )
    case .line:
      .error(
        "division-line-twice", problem, why: "what a contract is paid for is not paid for again",
        next: "end the one or take it out of the other: \(.listRecords) shows \(seeing)")
    case .place:
      .error(
        "division-place", problem, why: "place money belongs to no child",
        next:
          "take the record back, or say in a new version what the money is: \(.listRecords) shows \(seeing)"
      )
    case .fund:
      .error(
        "division-fund", problem, why: "a fund pays only for what its table allows",
        next: "name the fund that may pay, in a new version: \(.listRecords) shows \(seeing)")
    case .part:
      .error(
        "division-part-lost", problem,
        why: "what is shown, what is given back and what stays undivided are together the whole",
        next: "look at what was posted, and reverse what is wrong: \(.listRecords) shows \(seeing)")
    case .record:
      .error(
        "division-unreadable", problem, why: "what cannot be read is counted nowhere",
        next:
          "take the import of the record back, and import it again: \(.listRecords) shows \(seeing)"
      )
    }
  }

  private var seeing: String {
    "record" + (records.count == 1 ? " " : "s ") + records.map(String.init).joined(separator: ", ")
  }

  private var problem: String {
    switch what {
    case .unitsBeyondCapacity(let contract, let promised, let capacity):
      "\(contract) holds \(capacity) units, and \(promised) are named or given up"
    case .namedTwice(let line, let contract): "\(contract) names \(line) twice"
    case .namedByTwo(let line, let one, let other): "\(one) and \(other) both name \(line)"
    case .namedAfterCash(let line, let contract, let named, let left):
      "\(contract) names \(named) units for \(line), of which \(left) were left after the rest "
        + "was given up for cash"
    case .grantedBeyondServed(let line, let contract, let granted, let served):
      "\(granted) units of \(line) were given up, and \(contract) names \(served)"
    case .fundedTwice(let line, let contract, let amount):
      "\(line) has \(amount) of its own, and \(contract) serves it undivided"
    case .paidAndServed(let line, let contract):
      "\(line) is a direct payment, and \(contract) still counts its units"
    case .grantedTwice(let line, let contract): "\(line) was granted twice out of \(contract)"
    case .placeNamesChildren(let contract): "\(contract) is place money, and names children"
    case .placeGranted(let contract, let decision):
      "\(decision) was granted out of \(contract), which is place money"
    case .fundMayNotPay(let subject, let objection):
      "\(subject): \(objection.diagnostic(at: nil).problem)"
    case .sectionNotAllowed(let line, let section, let fund):
      "\(line) is of section \(section.rawValue), and \(fund.name) would pay for it"
    case .partLost(let contract, let found, let expected):
      "\(contract) was to set \(expected) aside, and \(found) is committed, stated or given back"
    case .partsDoNotAdd(let contract, let parts, let sum):
      "the parts of \(contract) and the rest are \(parts), and its sum is \(sum)"
    case .shownOtherwise(let line, let contract, let shown, let part):
      "\(shown) was stated for \(line), and its part of \(contract) is \(part)"
    case .grantedOutOfNothing(let decision, let contract):
      "\(decision) was granted out of a version of \(contract) that is not there"
    case .cannotStand(let kind, let subject):
      "the record “\(kind.rawValue)” of \(subject) cannot stand as it is given"
    }
  }
}
