public import Bookkeeping
public import Disaggregation
public import Funding

/// Why a case could not be made of what the ledger holds.
public enum CaseFailure: Error, Hashable, Sendable {
  case requestNotKnown(DecisionReference)
  /// No version of the contract holds on that day.
  case noVersion(ContractReference, Day)
  case refused(Case.Refusal)
  /// A setting that an assessment applies was never adopted.
  case setting(Policy.Gap)
}

// What the ledger holds of a request: the case that is assessed, and what was decided on it.
extension LedgerReading {
  /// A request assessed on a day.
  ///
  /// - Throws: a ``CaseFailure``, or a ``StorageFailure``.
  public func assessment(of reference: DecisionReference, on day: Day) async throws -> Assessment {
    guard let request = try await request(reference) else {
      throw CaseFailure.requestNotKnown(reference)
    }
    let position = try await position(of: request.contract, on: day)
    return Assessment(try await given(request, to: position, try await settings(on: day), on: day))
  }

  /// The requests for a contract on which nobody has approved anything, in order.
  public func openRequests(for contract: ContractReference) async throws(StorageFailure)
    -> [BudgetRequest]
  {
    let decided = Set(try await all(ApprovalRecord.self).map(\.value.reference))
    return try await all(BudgetRequest.self).map(\.value)
      .filter { $0.contract == contract && !decided.contains($0.reference) }
  }

  /// Of the open requests for a contract, the most that can be granted together.
  ///
  /// - Throws: a ``CaseFailure``, or a ``StorageFailure``.
  public func recommendation(_ contract: ContractReference, on day: Day) async throws
    -> Recommendation
  {
    let position = try await position(of: contract, on: day)
    let settings = try await settings(on: day)
    var leavers: [Leaver] = []
    for request in try await openRequests(for: contract) where request.asked <= day {
      // Whom the version in force no longer names has nothing in it to give up.
      guard position.contract.volume.units(of: request.line) != nil else { continue }
      let assessment = Assessment(try await given(request, to: position, settings, on: day))
      if assessment.mayBeGranted, let leaver = assessment.given.leaver { leavers.append(leaver) }
    }
    return Recommendation(of: leavers, from: position)
  }

  /// What was found out about a request, and about the contract that it is to.
  public func evidence(on request: BudgetRequest) async throws(StorageFailure)
    -> [Numbered<Evidence>]
  {
    try await all(Evidence.self, of: request.reference.code)
      + all(Evidence.self, of: request.contract.code)
  }

  /// The last decision recorded on a request, and the record of it.
  public func decision(on reference: DecisionReference) async throws(StorageFailure)
    -> Numbered<Decision>?
  {
    try await last(Decision.self, of: reference.code)
  }

  /// The second person's word on a request, once there is one.
  public func approval(of reference: DecisionReference) async throws(StorageFailure)
    -> NumberedFact?
  {
    try await facts(.fact(.decisionApproved, of: reference.code)).last
  }

  /// The contract as it stands on a day, with what was granted under its version.
  private func position(of reference: ContractReference, on day: Day) async throws
    -> ContractPosition
  {
    let versions = try await all(Contract.self, of: reference.code).map(\.value)
      .sorted { $0.from < $1.from }
    guard let contract = versions.last(where: { $0.from <= day }) else {
      throw CaseFailure.noVersion(reference, day)
    }
    let grants = try await grants()
      .filter { $0.contract == reference && $0.version == contract.from && $0.isCash }
    return ContractPosition(
      contract, granted: grants.map(\.units).reduce(.zero, +),
      childrenGone: Set(grants.map(\.line)).count)
  }

  /// The settings that an assessment of a day applies.
  private func settings(on day: Day) async throws -> Case.Settings {
    let policy = try await policy()
    do throws(Policy.Gap) {
      return try Case.Settings(policy, on: day)
    } catch {
      throw CaseFailure.setting(error)
    }
  }

  private func given(
    _ request: BudgetRequest, to position: ContractPosition, _ settings: Case.Settings, on day: Day
  ) async throws -> Case {
    let evidence = try await evidence(on: request).map(\.value)
    do {
      return try Case(request, to: position, evidence: evidence, settings: settings, on: day)
    } catch {
      throw CaseFailure.refused(error)
    }
  }
}

extension CaseFailure {
  /// The failure as a person should read it.
  public var diagnostic: Diagnostic {
    switch self {
    case .requestNotKnown(let reference):
      .error(
        "request-not-known", "there is no request \(reference)",
        next: "see what there is: \(.listDecisions)")
    case .noVersion(let reference, let day):
      .error(
        "contract-not-known", "no version of \(reference) holds on \(day)",
        next: "import one that does: \(.preview(kind: "contracts"))")
    case .refused(.anotherContract(let asked, let given)):
      .error(
        "contract-not-known", "the request is to \(asked), and not to \(given)",
        next: "name the contract that the request is to")
    case .refused(.lineNotServed(let line, let contract)):
      .error(
        "line-not-on-contract", "\(contract) does not serve plan line \(line)",
        why: "the version that holds on that day names other children",
        next: "import a version that names it: \(.preview(kind: "contracts"))")
    case .refused(.beforeTheLaw(let day)):
      .error(
        "before-the-law", "no budget could be asked for on \(day)",
        why: "section 49 of the Children and Families Act 2014 began on \(LawRule.firstDay)",
        next: "give a later day")
    case .setting(let gap): gap.diagnostic
    }
  }
}
