package import Bookkeeping
package import Disaggregation
package import Funding
package import Storage

/// Gathers what the ledger holds of a request, and has it assessed.
package struct DecisionDesk {
  private let ledger: any LedgerReading

  /// - Parameter ledger: books at a point, or a ledger while it is being written to.
  package init(_ ledger: any LedgerReading) {
    self.ledger = ledger
  }

  private func facts(_ mention: Mention) async throws -> [NumberedFact] {
    try await ledger.facts(mention)
  }

  /// A request, or word that there is none.
  package func request(_ reference: DecisionReference) async throws -> BudgetRequest {
    guard
      let request = try await ledger.request(reference)
    else {
      throw DeskFailure(
        .notFound,
        Diagnostic(
          .error, "request-not-known", problem: "there is no request \(reference)",
          next: "see what there is: sendledger decision list"))
    }
    return request
  }

  /// The contract as it stands on a day, with what was granted under its version.
  package func position(of reference: ContractReference, on day: Day) async throws
    -> ContractPosition
  {
    let versions = try await ledger.all(Contract.self, of: reference.code).map(\.value)
      .sorted { $0.from < $1.from }
    guard let contract = versions.last(where: { $0.from <= day }) else {
      throw DeskFailure(
        .notFound,
        Diagnostic(
          .error, "contract-not-known", problem: "no version of \(reference) holds on \(day)",
          next: "import one that does: sendledger import preview FILE --as contracts"))
    }
    let grants = try await grants(of: reference).filter { $0.version == contract.from && $0.isCash }
    return ContractPosition(
      contract, granted: grants.map(\.units).reduce(.zero, +),
      childrenGone: Set(grants.map(\.line)).count)
  }

  package func grants(of contract: ContractReference) async throws -> [GrantRecord] {
    try await ledger.grants().filter { $0.contract == contract }
  }

  /// What was found out about a request, and about the contract that it is to.
  package func evidence(on request: BudgetRequest) async throws -> [Numbered<Evidence>] {
    try await ledger.all(Evidence.self, of: request.reference.code)
      + ledger.all(Evidence.self, of: request.contract.code)
  }

  /// The settings that an assessment of a day applies.
  private func settings(on day: Day) async throws -> Case.Settings {
    let policy = try await ledger.policy()
    do throws(Policy.Gap) {
      return try Case.Settings(policy, on: day)
    } catch {
      throw DeskFailure(.configuration, error.diagnostic)
    }
  }

  private func given(
    _ request: BudgetRequest, to position: ContractPosition, _ settings: Case.Settings, on day: Day
  ) async throws -> Case {
    let evidence = try await evidence(on: request).map(\.value)
    do {
      return try Case(request, to: position, evidence: evidence, settings: settings, on: day)
    } catch {
      throw DeskFailure(.refused, error.diagnostic)
    }
  }

  package func assessment(of reference: DecisionReference, on day: Day) async throws -> Assessment {
    let request = try await request(reference)
    return Assessment(
      try await given(
        request, to: try await position(of: request.contract, on: day),
        try await settings(on: day), on: day))
  }

  /// The requests for a contract on which nobody has approved anything, in order.
  package func live(_ contract: ContractReference) async throws -> [BudgetRequest] {
    let decided = Set(try await facts(.fact(.decisionApproved)).map(\.fact.subject))
    return try await ledger.all(BudgetRequest.self).map(\.value)
      .filter { $0.contract == contract && !decided.contains($0.reference.code) }
  }

  /// Of the live requests for a contract, the most that can be granted together.
  package func recommendation(_ contract: ContractReference, on day: Day) async throws
    -> Recommendation
  {
    let position = try await position(of: contract, on: day)
    let settings = try await settings(on: day)
    var leavers: [Leaver] = []
    for request in try await live(contract) where request.asked <= day {
      // Whom the version in force no longer names has nothing in it to give up.
      guard position.contract.volume.units(of: request.line) != nil else { continue }
      let assessment = Assessment(try await given(request, to: position, settings, on: day))
      if assessment.mayBeGranted, let leaver = assessment.given.leaver { leavers.append(leaver) }
    }
    return Recommendation(of: leavers, from: position)
  }

  /// The last decision recorded on a request, and the record of it.
  package func decision(_ reference: DecisionReference) async throws -> (
    record: Int, decision: Decision
  )? {
    try await ledger.last(Decision.self, of: reference.code).map { ($0.number, $0.value) }
  }

  package func approval(_ reference: DecisionReference) async throws -> NumberedFact? {
    try await facts(.fact(.decisionApproved, of: reference.code)).last
  }
}

extension Case.Refusal {
  /// The refusal as a person should read it.
  package var diagnostic: Diagnostic {
    switch self {
    case .anotherContract(let asked, let given):
      Diagnostic(
        .error, "contract-not-known", problem: "the request is to \(asked), and not to \(given)",
        next: "name the contract that the request is to")
    case .lineNotServed(let line, let contract):
      Diagnostic(
        .error, "line-not-on-contract", problem: "\(contract) does not serve plan line \(line)",
        why: "the version that holds on that day names other children",
        next: "import a version that names it: sendledger import preview FILE --as contracts")
    case .beforeTheLaw(let day):
      Diagnostic(
        .error, "before-the-law", problem: "no budget could be asked for on \(day)",
        why: "section 49 of the Children and Families Act 2014 began on \(LawRule.firstDay)",
        next: "give a later day")
    }
  }
}
