public import Bookkeeping
import Funding

extension DivisionBreach {
  /// The breach as a person should read it.
  public var diagnostic: Diagnostic {
    switch group {
    case .unit:
      Diagnostic(
        .error, "division-unit-twice", problem: problem,
        why: "each unit that is paid for serves one child, or waits for one",
        next: "import a version of the contract that names only who is served: " + seeing)
    case .line:
      Diagnostic(
        .error, "division-line-twice", problem: problem,
        why: "what a contract is paid for is not paid for again",
        next: "end the one or take it out of the other: " + seeing)
    case .place:
      Diagnostic(
        .error, "division-place", problem: problem, why: "place money belongs to no child",
        next: "take the record back, or say in a new version what the money is: " + seeing)
    case .fund:
      Diagnostic(
        .error, "division-fund", problem: problem,
        why: "a fund pays only for what its table allows",
        next: "name the fund that may pay, in a new version: " + seeing)
    case .part:
      Diagnostic(
        .error, "division-part-lost", problem: problem,
        why: "what is shown, what is given back and what stays undivided are together the whole",
        next: "look at what was posted, and reverse what is wrong: " + seeing)
    case .record:
      Diagnostic(
        .error, "division-unreadable", problem: problem,
        why: "what cannot be read is counted nowhere",
        next: "take the import of the record back, and import it again: " + seeing)
    }
  }

  private var seeing: String {
    "sendledger audit log shows record"
      + (records.count == 1 ? " " : "s ")
      + records.map(String.init).joined(separator: ", ")
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
