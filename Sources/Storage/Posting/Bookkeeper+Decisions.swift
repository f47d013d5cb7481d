import Bookkeeping
import Funding

extension Bookkeeper {
  func agreed(_ contract: Contract, from origin: Origin) async throws -> Outcome {
    let standing = try await writer.standing(of: contract.reference)
    guard !standing.versions.contains(where: { $0.from == contract.from }) else {
      throw DecisionRefusal.versionDayTaken(contract.reference, contract.from)
    }
    try requirePlace(of: contract, among: standing.versions)
    let fact = contract.fact(from: origin)
    let later = standing.versions.contains { $0.from > contract.from }
    guard
      contract.instalments != nil || standing.versions.contains(where: { $0.instalments != nil }),
      !later
    else { return Outcome(facts: [fact]) }
    let proposals = openYears(from: contract.from).flatMap {
      standing.commitments(adding: contract, in: $0)
    }
    try hold(proposals, for: contract.fund)
    return Outcome(proposals: proposals, facts: [fact])
  }

  func requested(_ request: BudgetRequest, from origin: Origin) async throws -> Outcome {
    guard try await writer.request(request.reference) == nil else {
      throw DecisionRefusal.requestTaken(request.reference)
    }
    let standing = try await writer.standing(of: request.contract)
    guard let contract = standing.contract(on: request.asked) ?? standing.versions.first else {
      throw DecisionRefusal.contractNotKnown(request.contract)
    }
    if contract.kind != .place {
      guard let served = contract.volume.units(of: request.line) else {
        throw DecisionRefusal.lineNotServed(request.line, request.contract)
      }
      guard request.units <= served else {
        throw DecisionRefusal.unitsBeyondServed(request.units, served: served)
      }
    }
    return Outcome(facts: [request.fact(from: origin)])
  }

  func found(_ evidence: Evidence, from origin: Origin) async throws -> Outcome {
    switch evidence.about {
    case .request(let reference):
      guard try await writer.request(reference) != nil else {
        throw DecisionRefusal.requestNotKnown(reference)
      }
    case .contract(let reference):
      guard try await !writer.facts(.fact(.contract, of: reference.code)).isEmpty else {
        throw DecisionRefusal.contractNotKnown(reference)
      }
    }
    return Outcome(facts: [evidence.fact(from: origin)])
  }

  /// What a decision with two names to it comes to.
  func outcome(of approved: ApprovedDecision, from origin: Origin) async throws -> Outcome {
    var facts = [approved.fact(from: origin)]
    let standing = try await writer.standing(of: approved.contract.reference)
    var replaced: LineStanding?
    switch approved.grant {
    case .nothing: break
    case .statement(_, let line): facts.append(line.fact(from: origin))
    case .cash(let cash):
      try Bookkeeper.requireUnits(for: approved, in: standing)
      if let line = cash.replaces { replaced = try await writer.standing(of: line) }
    }
    return Outcome(
      proposals: try approved.proposals(
        contract: standing,
        line: try await writer.standing(of: approved.line), replaced: replaced),
      facts: facts)
  }

  /// Refuses to give up what a line has given up for cash already.
  private static func requireUnits(
    for approved: ApprovedDecision, in standing: ContractStanding
  ) throws(DecisionRefusal) {
    guard let served = approved.contract.volume.units(of: approved.line) else { return }
    let gone = standing.cash(under: approved.contract).filter { $0.line == approved.line }
      .map(\.units).reduce(.zero, +)
    guard gone + approved.units <= served else {
      throw .unitsBeyondServed(approved.units, served: served - gone)
    }
  }
}
