public import Bookkeeping
public import Funding

/// Why a contract, a request, a piece of evidence or an approval was not recorded.
public enum DecisionRefusal: Error, Hashable, Sendable {
  /// Another version of the contract begins on that day.
  case versionDayTaken(ContractReference, Day)
  case contractNotKnown(ContractReference)
  /// The contract names the children it serves, and not this one.
  case lineNotServed(PlanLineReference, ContractReference)
  case requestTaken(DecisionReference)
  case requestNotKnown(DecisionReference)
  /// Somebody else's request under that reference was approved already.
  case alreadyApproved(DecisionReference)
  /// More is asked for than the child uses of the contract.
  case unitsBeyondServed(Fraction, served: Fraction)
  /// What would be taken back is what an approved decision was decided on.
  case decided(String, on: Int)
  case posting(ApprovedDecision.Refusal)
  case notRecorded(DecisionReference)
  /// Whoever records a decision does not approve it.
  case decidedByYou(DecisionReference)
  /// Somebody else recorded it, with the name of whoever approves as that of the decider.
  case namedAsDecider(DecisionReference)
  /// The register does not hold who decided.
  case deciderNotHeld(DecisionReference)
  /// It no longer comes to what it came to when it was decided.
  case figuresMoved(DecisionReference)
  /// There is no case to assess.
  case unassessed(CaseFailure)
  /// What would be granted is no plan line.
  case line(PlanLine.Refusal)
}

extension DecisionRefusal {
  /// The refusal as a person should read it.
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .versionDayTaken(let contract, let day):
      .error(
        "contract-day-taken", "another version of \(contract) begins on \(day)", at: place,
        why: "the first day of a version decides which one holds",
        next: "give the day from which this one holds, or take the other import back")
    case .contractNotKnown(let contract):
      .error(
        "contract-not-known", "there is no contract \(contract)", at: place,
        next: "import it first: \(.preview(kind: "contracts"))")
    case .lineNotServed(let line, let contract):
      .error(
        "line-not-on-contract", "\(contract) does not serve plan line \(line)", at: place,
        why: "only a part of what a child is given can be asked for",
        next: "correct the line, or import a version of the contract that names it")
    case .requestTaken(let reference):
      .error(
        "request-taken", "there is a request \(reference) already", at: place,
        next: "give this one another reference, or take the other import back")
    case .requestNotKnown(let reference):
      .error(
        "request-not-known", "there is no request \(reference)", at: place,
        next: "import it first: \(.preview(kind: "requests"))")
    case .alreadyApproved(let reference):
      .error(
        "decision-approved-already", "\(reference) is approved already", at: place,
        why: "what two people have decided is not decided again under the same reference",
        next: "make a new request; what has changed since is its reason")
    case .unitsBeyondServed(let units, let served):
      .error(
        "units-beyond-served",
        "\(units) units are asked for, and the child uses \(served) of the contract", at: place,
        next: "correct the units, or import a version of the contract")
    case .decided(let reference, let number):
      .error(
        "decision-rests-on-it",
        "the decision on \(reference) is approved, and rests on record \(number)", at: place,
        why: "a decision goes on reading as it did, and so does what it was decided on",
        next: "say what has changed in a later version or later evidence, and make a new request")
    case .notRecorded(let reference):
      .error(
        "decision-not-recorded", "nobody has recorded a decision on \(reference)", at: place,
        next: "record it: \(.recordDecision(reference.code))")
    case .decidedByYou(let reference):
      .error(
        "decider-cannot-approve", "you recorded the decision on \(reference)", at: place,
        why: "whoever records a decision and whoever approves it are two people",
        next: "have somebody else approve it")
    case .namedAsDecider(let reference):
      .error(
        "decider-cannot-approve", "you are named as the decider on \(reference)", at: place,
        why: "whoever decides and whoever approves are two people",
        next: "have somebody else approve it")
    case .deciderNotHeld(let reference):
      .error(
        "decider-not-held", "who decided \(reference) is not held any more", at: place,
        why: "whoever decides and whoever approves are two people, and this could be either",
        next: "record the decision anew: \(.recordDecision(reference.code))")
    case .figuresMoved(let reference):
      .error(
        "figures-have-moved", "the figures of \(reference) are not those on which it was decided",
        at: place, why: "something was granted, found out or changed since",
        next: "look again: \(.assess(reference.code)); then record it anew")
    case .unassessed(let failure): failure.diagnostic
    case .line(let refusal): refusal.diagnostic(at: place)
    case .posting(.notCommitted(let amount, let left, let code)):
      .error(
        "release-beyond-commitment",
        "\(amount) would be taken from \(code), and \(left) is committed from then on", at: place,
        why: "only what has been set aside can be released",
        next: "commit it first: give the contract its instalments, or record commitment-made")
    case .posting(.underNotice(let line, let day)):
      .error(
        "line-under-notice",
        "\(line) is paid for until \(day), and would be a direct payment before that", at: place,
        why: "until its notice has run, the line and the direct payment stand side by side",
        next: "make a new request with another line under “paid as”, or one that starts later")
    case .posting(.purchaseNotKnown(let line)):
      .error(
        "line-not-known", "there is no plan line \(line)", at: place,
        next: "import it first: \(.preview(kind: "packages"))")
    }
  }
}
