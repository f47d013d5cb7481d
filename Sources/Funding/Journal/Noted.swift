package import Bookkeeping

/// Something that is kept in the chain as a fact of one kind.
///
/// It is read back whole or not at all: a detail that is given and cannot be read makes the whole fact
/// unreadable, and is never passed over.
public protocol Noted: Sendable {
  static var kind: FactKind { get }

  /// Reads it back from the chain.
  ///
  /// - Returns: none where the fact is not one of those that may stand.
  init?(_ fact: Fact)
}

/// Reads the details of a fact, and remembers whether one that is given could not be read.
package final class DetailReader {
  private let source: Source
  /// Whether every detail that was asked for and is given could be read.
  package private(set) var isSound = true

  package init(_ fact: Fact) { source = fact.source }

  /// What a detail says; none where it is not given, or is empty.
  package func read<Value>(_ name: String, _ reading: (String) -> Value?) -> Value? {
    guard let text = source[name], !text.isEmpty else { return nil }
    return value(text, reading)
  }

  package func read<Value: LosslessStringConvertible>(_ name: String, as: Value.Type) -> Value? {
    read(name) { Value($0) }
  }

  package func money(_ name: String) -> Money? { read(name) { Money(written: $0) } }

  package func day(_ name: String) -> Day? { read(name) { Day(written: $0) } }

  /// What is said under every name that begins so, by the rest of the name.
  package func all<Value>(_ prefix: String, _ reading: (String) -> Value?) -> [(
    name: String, value: Value
  )] {
    source.details.filter { $0.name.hasPrefix(prefix) }.compactMap { detail in
      value(detail.value, reading).map { (String(detail.name.dropFirst(prefix.count)), $0) }
    }
  }

  /// What is made of a text that is given.
  package func value<Value>(_ text: String, _ reading: (String) -> Value?) -> Value? {
    let value = reading(text)
    if value == nil { isSound = false }
    return value
  }
}

extension Fact {
  /// Whether it can be read as what its kind says that it is.
  ///
  /// What is decided on a request is read by whoever knows decisions: here only its reference is.
  public var isReadable: Bool {
    switch kind {
    case .ledgerOpened: Charter(self) != nil
    case .policyAdopted: Policy.Adopted(self) != nil
    case .fileImported: FileImported(self) != nil
    case .importUndone: ImportUndone(self) != nil
    case .planLine: PlanLine(self) != nil
    case .grantPublished: GrantPublished(self) != nil
    case .budgetSet: BudgetVersion(self) != nil
    case .poolShare: AgreedShare(self) != nil
    case .agreement: AdoptedAgreement(self) != nil
    case .receipt: Receipt(self) != nil
    case .bankBalance: BankBalance(self) != nil
    case .evidenceWaiting: EvidenceWaiting(self) != nil
    case .rowMatched: RowMatched(self) != nil
    case .rowTwin: RowTwin(self) != nil
    case .rowRuled: RowRuled(self) != nil
    case .rowHeld: RowHeld(self) != nil
    case .rowSettled: RowSettled(self) != nil
    case .rowGone: RowGone(self) != nil
    case .controlRuled: ControlRuled(self) != nil
    case .contract: Contract(self) != nil
    case .budgetRequest: BudgetRequest(self) != nil
    case .evidence: Evidence(self) != nil
    case .decisionRecorded: DecisionReference(subject) != nil
    case .decisionApproved: ApprovalRecord(self) != nil
    case .decisionLetter: IssuedLetter(self) != nil
    case .demand: Demand(self) != nil
    case .periodPrepared: PeriodPrepared(self) != nil
    case .periodClosed: PeriodClosed(self) != nil
    case .periodReopened: PeriodReopened(self) != nil
    case .yearClosed: ClosedYear(self) != nil
    case .proposed: Proposed(self) != nil
    case .restorationAccepted: RestorationAccepted(self) != nil
    case .childForgotten: ChildForgotten(self) != nil
    case .officerKey: OfficerKey(self) != nil
    case .keyWithdrawn: KeyWithdrawn(self) != nil
    case .monthSigned: MonthSigned(self) != nil
    }
  }
}
