public import Bookkeeping

extension ApprovedDecision {
  /// The approval as a fact of the chain: what was granted, and the sums of a full year.
  public func fact(from origin: Origin) -> Fact {
    var details = [
      Detail("contract", contract.reference), Detail("contract-from", contract.from),
      Detail("line", line), Detail("units", units),
    ]
    switch grant {
    case .nothing:
      details.append(Detail("granted", "nothing"))
    case .statement(let notional, let line):
      details += [
        Detail("granted", "statement"), Detail("notional", notional),
        Detail("starts", line.from),
      ]
    case .cash(let cash):
      details += [
        Detail("granted", "cash"), Detail("floor", cash.floor),
        Detail("releasable", cash.releasable), Detail("backfill", cash.backfill),
        Detail("paid-as", cash.line.reference), Detail("starts", cash.line.from),
        Detail("releases-from", cash.releasesFrom),
      ]
      if isOutOfLine { details.append(Detail(GrantRecord.outOf, line)) }
      if let replaces = cash.replaces {
        details.append(Detail(GrantRecord.replaces, replaces))
      }
    }
    return Fact(.decisionApproved, of: reference.code, on: day, Source(origin, details: details))
  }

  /// Whether R comes out of the child's own line, as what is bought for one child does.
  private var isOutOfLine: Bool { contract.kind.isOfOneChild && contract.instalments == nil }
}

/// What an approval granted, as it is read back from the chain.
public struct GrantRecord: Hashable, Sendable {
  public let reference: DecisionReference
  public let contract: ContractReference
  /// The version of the contract under which it was granted.
  public let version: Day
  public let line: PlanLineReference
  public let units: Fraction
  public let granted: Granted
  public let starts: Day
  /// The first day from which the contract's sum is less by it.
  public let releasesFrom: Day
  /// The child's own line that R comes out of, where it is not the contract's commitment.
  let outOf: PlanLineReference?
  /// The plan line of the purchase that B comes out of.
  let replaces: PlanLineReference?

  /// The names of the details that are plan lines whose commitments are less by a grant.
  static let outOf = "out-of"
  static let replaces = "replaces"

  /// What was granted, with the sums of a full year.
  public enum Granted: Hashable, Sendable {
    case statement(notional: Money)
    case cash(floor: Money, releasable: Money, backfill: Money, paidAs: PlanLineReference)
  }

  /// - Returns: none where the fact approves no grant.
  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == .decisionApproved, let reference = DecisionReference(fact.subject),
      let contract = details.read("contract", { ContractReference($0) }),
      let version = details.day("contract-from"),
      let line = details.read("line", { PlanLineReference($0) }),
      let units = details.read("units", { Fraction(decimal: $0) }),
      let starts = details.day("starts")
    else { return nil }
    if let notional = details.money("notional") {
      granted = .statement(notional: notional)
    } else if let floor = details.money("floor"), let releasable = details.money("releasable"),
      let backfill = details.money("backfill"),
      let paidAs = details.read("paid-as", { PlanLineReference($0) })
    {
      granted = .cash(floor: floor, releasable: releasable, backfill: backfill, paidAs: paidAs)
    } else {
      return nil
    }
    self.reference = reference
    self.contract = contract
    self.version = version
    self.line = line
    self.units = units
    self.starts = starts
    releasesFrom = details.day("releases-from") ?? starts
    outOf = details.read(GrantRecord.outOf) { PlanLineReference($0) }
    replaces = details.read(GrantRecord.replaces) { PlanLineReference($0) }
    guard details.isSound else { return nil }
  }

  public var isCash: Bool { if case .cash = granted { true } else { false } }

  /// What a full year of the contract's sum no longer holds.
  public var takenOut: Money {
    switch granted {
    case .statement(let notional): notional
    case .cash(_, let releasable, _, _): releasable
    }
  }
}

/// The word of a second person on a decision, as it is read back from the chain.
public struct ApprovalRecord: Noted, Hashable {
  public static let kind = FactKind.decisionApproved
  public let reference: DecisionReference
  public let contract: ContractReference
  /// The version of the contract on which it was decided.
  public let version: Day
  /// What was granted; none where nothing was.
  public let grant: GrantRecord?

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let reference = DecisionReference(fact.subject),
      let contract = details.read("contract", { ContractReference($0) }),
      let version = details.day("contract-from"),
      details.read("line", { PlanLineReference($0) }) != nil,
      details.read("units", { Fraction(decimal: $0) }) != nil
    else { return nil }
    self.reference = reference
    self.contract = contract
    self.version = version
    switch fact.source["granted"] {
    case "nothing": grant = nil
    case "statement", "cash":
      guard let read = GrantRecord(fact) else { return nil }
      grant = read
    case _: return nil
    }
  }
}

extension GrantRecord {
  /// What a full year of a plan line's commitment no longer holds, and from which day.
  func taken(from reference: PlanLineReference) -> [(from: Day, amount: Money)] {
    guard case .cash(_, let releasable, let backfill, let paidAs) = granted else { return [] }
    var taken: [(from: Day, amount: Money)] = []
    // Where the line itself is what is paid, its new version says all that it holds.
    if outOf == reference, paidAs != reference { taken.append((releasesFrom, releasable)) }
    if replaces == reference { taken.append((starts, backfill)) }
    return taken
  }
}
