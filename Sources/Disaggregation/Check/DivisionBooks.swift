public import Bookkeeping
public import Funding

/// All that a check of what has been divided is made of.
public struct DivisionBooks: Sendable {
  /// The versions that can be read, by contract, the earliest first.
  let versions: [ContractReference: [Numbered<Contract>]]
  let grants: [Numbered<GrantRecord>]
  /// The versions of every plan line that can be read.
  let lines: [PlanLineReference: [Numbered<PlanLine>]]
  /// What stands of its own for each plan line, committed or advanced.
  let own: [PlanLineReference: Money]
  /// What stands committed for each contract and for no child.
  let undivided: [ContractReference: Money]
  /// What became of what was set aside, as it was posted.
  let standings: [ContractReference: ContractStanding]
  /// What the records say that cannot stand.
  let refused: [DivisionBreach]
  let day: Day

  /// Something, and the record that says it.
  struct Numbered<Value: Sendable>: Sendable {
    let number: Int
    let value: Value
  }

  /// Reads what the check is made of.
  ///
  /// `contracts`, `grants` and `lines` are the facts of versions, of approvals and of plan lines.
  /// `balances` is what stands in each coding.
  /// `standings` is what was posted for the contracts.
  /// `day` is the day on which it has to add up.
  public init(
    contracts: [NumberedFact], grants: [NumberedFact], lines: [NumberedFact],
    balances: [Coding: Money], standings: [ContractStanding], on day: Day
  ) {
    var refused: [DivisionBreach] = []
    let versions = contracts.compactMap { fact in
      DivisionBooks.contract(fact, &refused).map { Numbered(number: fact.number, value: $0) }
    }
    self.versions = Dictionary(grouping: versions) { $0.value.reference }
      .mapValues { $0.sorted { ($0.value.from, $0.number) < ($1.value.from, $1.number) } }
    self.grants = grants.compactMap { fact in
      if fact.fact.source["granted"] == "nothing" { return nil }
      guard let grant = GrantRecord(fact.fact) else {
        refused.append(DivisionBooks.unread(fact))
        return nil
      }
      return Numbered(number: fact.number, value: grant)
    }
    let read = lines.compactMap { fact in
      DivisionBooks.line(fact, &refused).map { Numbered(number: fact.number, value: $0) }
    }
    self.lines = Dictionary(grouping: read) { $0.value.reference }
    var own: [PlanLineReference: Money] = [:]
    var undivided: [ContractReference: Money] = [:]
    for (coding, amount) in balances
    where coding.heading == .committed || coding.heading == .advanced {
      if let line = coding.use.planLine {
        own[line, default: .zero] += amount
      } else if let contract = coding.use.contract {
        undivided[contract, default: .zero] += amount
      }
    }
    self.own = own
    self.undivided = undivided
    self.standings = Dictionary(standings.map { ($0.reference, $0) }) { first, _ in first }
    self.refused = refused
    self.day = day
  }
}

extension DivisionBooks {
  private static func unread(_ fact: NumberedFact) -> DivisionBreach {
    DivisionBreach(.cannotStand(fact.fact.kind, fact.fact.subject), from: [fact.number])
  }

  private static func contract(
    _ fact: NumberedFact, _ refused: inout [DivisionBreach]
  ) -> Contract? {
    do throws(Contract.Refusal) {
      if let contract = try Contract.reading(fact.fact) { return contract }
      refused.append(unread(fact))
    } catch {
      let what = ContractReference(fact.fact.subject).flatMap { error.breach(of: $0) }
      refused.append(what.map { DivisionBreach($0, from: [fact.number]) } ?? unread(fact))
    }
    return nil
  }

  private static func line(
    _ fact: NumberedFact, _ refused: inout [DivisionBreach]
  ) -> PlanLine? {
    do throws(PlanLine.Refusal) {
      if let line = try PlanLine.reading(fact.fact) { return line }
      refused.append(unread(fact))
    } catch {
      let what = PlanLineReference(fact.fact.subject).flatMap { error.breach(of: $0) }
      refused.append(what.map { DivisionBreach($0, from: [fact.number]) } ?? unread(fact))
    }
    return nil
  }
}

extension Contract.Refusal {
  /// What it comes to where a record says it all the same; none where it divides nothing wrongly.
  fileprivate func breach(of contract: ContractReference) -> DivisionBreach.What? {
    switch self {
    case .usedBeyondCapacity(let used, let capacity):
      .unitsBeyondCapacity(contract, promised: used, capacity: capacity)
    case .exitsBeyondCapacity(let exits, let capacity):
      .unitsBeyondCapacity(contract, promised: exits, capacity: capacity)
    case .namedTwice(let line): .namedTwice(line, in: contract)
    case .placeNamesChildren: .placeNamesChildren(contract)
    case .forbidden(let objection): .fundMayNotPay(contract.code, objection)
    case .sumNotPositive, .capacityNotPositive, .stepsDoNotCover, .stepsBeyondSum, .stepNotPositive,
      .bandBeyondCapacity, .minimumBeyondCapacity, .datesOutOfOrder, .priceNilOrNegative:
      nil
    }
  }
}

extension PlanLine.Refusal {
  fileprivate func breach(of line: PlanLineReference) -> DivisionBreach.What? {
    switch self {
    case .forbidden(let objection): .fundMayNotPay(line.code, objection)
    case .sectionNotAllowed(let section, let fund): .sectionNotAllowed(line, section, fund)
    case .endsBeforeItBegins, .rateNotPositive, .anotherChild: nil
    }
  }
}
