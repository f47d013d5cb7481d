import Bookkeeping
import Funding
import Storage
import TestSupport
import Testing

/// That a fact is read whole, and that one which cannot be read stops what needs it.
struct FactReadingTests {
  private func fact(_ kind: FactKind) -> Fact {
    FactSample.fact(kind, on: Sample.today, Source(Sample.source.origin))
  }

  @Test(arguments: FactKind.allCases)
  func `a fact is read whole: no detail of it that is given is passed over`(kind: FactKind) {
    let whole = fact(kind)
    #expect(whole.isReadable)
    for detail in whole.source.details {
      let isWord = FactSample.words(kind).contains(detail.name)
      #expect(whole.spoiled(detail.name).isReadable == isWord, "\(detail.name)")
    }
    let other = Fact(kind, of: "?", on: whole.day, whole.source)
    #expect(other.isReadable == FactSample.isAboutAnything(kind))
  }

  /// A question that needs facts of a kind.
  private typealias Question = (any LedgerReading) async throws(StorageFailure) -> Void

  private static func question(_ kind: FactKind) -> Question {
    func all<Value: Noted>(_ type: Value.Type) -> Question {
      { (ledger: any LedgerReading) async throws(StorageFailure) in
        _ = try await ledger.all(Value.self)
      }
    }
    return switch kind {
    case .ledgerOpened: all(Charter.self)
    case .policyAdopted: all(Policy.Adopted.self)
    case .fileImported: all(FileImported.self)
    case .importUndone: all(ImportUndone.self)
    case .planLine: all(PlanLine.self)
    case .grantPublished: all(GrantPublished.self)
    case .budgetSet: all(BudgetVersion.self)
    case .poolShare: all(AgreedShare.self)
    case .agreement: all(AdoptedAgreement.self)
    case .receipt: all(Receipt.self)
    case .bankBalance: all(BankBalance.self)
    case .evidenceWaiting: all(EvidenceWaiting.self)
    case .rowMatched: all(RowMatched.self)
    case .rowTwin: all(RowTwin.self)
    case .rowRuled: all(RowRuled.self)
    case .rowHeld: all(RowHeld.self)
    case .rowSettled: all(RowSettled.self)
    case .rowGone: all(RowGone.self)
    case .controlRuled: all(ControlRuled.self)
    case .contract: all(Contract.self)
    case .budgetRequest: all(BudgetRequest.self)
    case .evidence: all(Evidence.self)
    case .decisionRecorded: all(DecidedOutcome.self)
    case .decisionApproved: all(ApprovalRecord.self)
    case .decisionLetter: all(IssuedLetter.self)
    case .demand: all(Demand.self)
    case .periodPrepared: all(PeriodPrepared.self)
    case .periodClosed: all(PeriodClosed.self)
    case .periodReopened: all(PeriodReopened.self)
    case .yearClosed: all(ClosedYear.self)
    case .proposed: all(Proposed.self)
    case .restorationAccepted: all(RestorationAccepted.self)
    case .childForgotten: all(ChildForgotten.self)
    case .officerKey: all(OfficerKey.self)
    case .keyWithdrawn: all(KeyWithdrawn.self)
    case .monthSigned: all(MonthSigned.self)
    }
  }

  @Test(arguments: FactKind.allCases)
  func `a fact that cannot be read stops what needs it, and names its record`(kind: FactKind)
    async throws
  {
    let whole = fact(kind)
    let name = whole.source.details.first {
      kind == .decisionRecorded || !FactSample.words(kind).contains($0.name)
    }?.name
    let spoiled =
      name.map(whole.spoiled) ?? Fact(kind, of: "?", on: whole.day, whole.source)
    let ask = FactReadingTests.question(kind)
    for store in StoreKind.allCases {
      try await store.trying { ledger in
        try await ledger.add([Sample.draft(whole)])
        try await ask(ledger.latest)
        try await ledger.add([Sample.draft(whole), Sample.draft(spoiled), Sample.draft(whole)])
        await #expect(throws: StorageFailure.unreadableRecord(3), "\(store)") {
          try await ask(ledger.latest)
        }
        try await ledger.snapshot { try await ask(Earlier(questions: $0, last: 2)) }
        let verdict = try await ledger.verify(reading: [DecidedOutcome.self]) { _ in }
        // A signature that stands by itself signs nothing.
        let first = MonthSigned(whole).map { Verdict.Fault.signatureDiffers($0.head.month, at: 1) }
        #expect(verdict == .faulty(first ?? .recordUnsound(3)), "\(store)")
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what stands, what is closed and what is undone are never told with a fact left out`(
    kind: StoreKind
  ) async throws {
    let line = try #require(PlanLineReference("SPB-000001/1"))
    let contract = try #require(ContractReference("POOL-2021"))
    let questions: [(spoiled: Fact, ask: (any LedgerReading) async throws -> Void)] = [
      (fact(.planLine).spoiled("amount"), { _ = try await $0.standing(of: line) }),
      (fact(.planLine).spoiled("section"), { _ = try await $0.standing(of: line) }),
      (fact(.contract).spoiled("served"), { _ = try await $0.standing(of: contract) }),
      (fact(.decisionApproved).spoiled("floor"), { _ = try await $0.standing(of: contract) }),
      (fact(.decisionApproved).spoiled("floor"), { _ = try await $0.standing(of: line) }),
      (fact(.decisionApproved).spoiled("granted"), { _ = try await $0.grants() }),
      (fact(.policyAdopted).spoiled("value"), { _ = try await $0.policy() }),
      (
        Fact(.importUndone, of: "B-1", on: nil, Sample.source), { _ = try await $0.undoneImports() }
      ),
      (Fact(.importUndone, of: "B-1", on: nil, Sample.source), { _ = try await $0.policy() }),
      (Fact(.periodClosed, of: "may", on: nil, Sample.source), { _ = try await $0.closedMonths() }),
    ]
    for (spoiled, ask) in questions {
      try await kind.trying { store in
        try await store.add([Sample.draft(fact(.rowTwin)), Sample.draft(spoiled)])
        guard !spoiled.isReadable else { return try await ask(store.latest) }
        await #expect(throws: StorageFailure.unreadableRecord(2), "\(spoiled.kind)") {
          try await ask(store.latest)
        }
      }
    }
  }
}

/// A ledger up to one of its records.
private struct Earlier: LedgerReading {
  let questions: any StoreQuestions
  let last: Int
}

/// What was decided, read by whoever knows which outcomes there are.
private struct DecidedOutcome: Noted {
  static let kind = FactKind.decisionRecorded

  init?(_ fact: Fact) {
    guard fact.kind == Self.kind, fact.source["outcome"] == "grant" else { return nil }
  }
}
