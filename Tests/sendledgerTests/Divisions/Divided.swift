import Bookkeeping
import Disaggregation
import Funding
@testable import Storage

@testable import sendledger

/// A ledger of many children whom a few contracts serve, and records to plant in it.
struct Divided {
  let contracts: Int
  let children: Int

  static let today = day("2026-10-31")
  static let origin = Origin.command(person: "a.khan", document: "contract")

  static func day(_ text: String) -> Day { known(Day(text)) }

  static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a value that is none") }
    return value
  }

  static func contract(_ number: Int) -> ContractReference {
    known(ContractReference("SALT-\(100 + number)"))
  }

  /// The line of a child that a contract serves, or another.
  static func line(_ child: Int, _ number: Int = 2) -> PlanLineReference {
    known(PlanLineReference("SPB-\(200_000 + child)/\(number)"))
  }

  static let purpose = known(TextReference("0123456789abcdef"))

  // MARK: A sound ledger

  func version(_ number: Int) throws -> Contract {
    let first = number * children
    return try Contract(
      Divided.contract(number), from: Divided.day("2026-04-01"), .contract,
      under: .specialEducation, of: .highNeeds, line: .therapies,
      price: ContractPrice(sum: Money(pence: 20_000_007), variable: 6_000),
      volume: ContractVolume(
        .hour, capacity: Fraction(Int64(children * 18 + 100)),
        served: (first..<first + children).map { ServedLine(Divided.line($0), Fraction(18)) }),
      instalments: .monthly,
      document: DocumentPage("contract", page: "4", of: Divided.day("2026-03-01")))
  }

  /// Contracts with their commitments, a line of its own for every child, and some grants.
  func fill(_ store: any LedgerStore) async throws {
    try await store.write { writer in
      let keeper = try await Bookkeeper(
        writer, on: Divided.today, by: Actor("a.khan"), isRehearsal: false)
      for number in 0..<contracts {
        try await keeper.post(.contractAgreed(try version(number)), from: Divided.origin)
      }
      let lines = try (0..<contracts * children).map { child in
        Divided.noted(try Divided.packaged(Divided.line(child, 5)).fact(from: Divided.origin))
      }
      try await writer.append(lines)
      for number in 0..<contracts {
        let first = number * children
        _ = try await keeper.grant(try stated(first, number))
        try await grant(first + 1, number, keeper)
        if number % 2 == 0 {
          // Stated first, and paid from later on.
          _ = try await keeper.grant(try stated(first + 2, number))
          try await grant(first + 2, number, keeper)
        }
      }
    }
  }

  private func stated(_ child: Int, _ number: Int) throws -> ApprovedDecision {
    let contract = try version(number)
    let part = Divided.known(NotionalParts(of: contract)?.parts[Divided.line(child)])
    let line = try Divided.packaged(
      Divided.line(child), held: .organisedArrangement, Rate(part, per: .year),
      from: "2026-06-15", for: .therapies)
    return ApprovedDecision(
      Divided.known(DecisionReference("D-2026-\(child)-S")), on: contract,
      for: Divided.line(child), units: Fraction(18), .statement(part, line), on: Divided.today)
  }

  private func grant(_ child: Int, _ number: Int, _ keeper: Bookkeeper) async throws {
    let line = try Divided.packaged(
      Divided.line(child), held: .directPayment, Rate(110_000, per: .year), from: "2026-10-10")
    let approved = ApprovedDecision(
      Divided.known(DecisionReference("D-2026-\(child)")), on: try version(number),
      for: Divided.line(child), units: Fraction(18),
      .cash(
        CashGrant(line, releasable: 108_000, from: line.from, backfill: .zero, replaces: nil)),
      on: Divided.today)
    _ = try await keeper.grant(approved)
  }

  static func packaged(
    _ reference: PlanLineReference, held: HowHeld = .organisedArrangement,
    _ rate: Rate = Rate(60_000, per: .year), from: String = "2026-04-01",
    for line: Section251Line = .directPayments
  ) throws -> PlanLine {
    try PlanLine(
      reference, for: purpose, section: .f, from: .highNeeds,
      Use(line: line, agency: .education, planLine: reference), held: held, rate: rate,
      days: day(from), to: nil,
      decision: PlanLine.Decision(reference: "D-2026-01", by: "panel", on: day(from)))
  }

  // MARK: Planting

  static func noted(_ fact: Fact) -> Draft {
    Draft(recorded: today, actor: "a.khan", content: .noted(fact))
  }

  /// A fact that says something else under some names.
  static func changed(_ fact: Fact, of subject: String? = nil, _ details: [String: String]) -> Draft
  {
    let kept = fact.source.details.filter { details[$0.name] == nil }
    return noted(
      Fact(
        fact.kind, of: subject ?? fact.subject, on: fact.day,
        Source(
          fact.source.origin,
          details: kept
            + details.sorted { $0.key < $1.key }.map { Detail(asRead: $0.key, $0.value) })))
  }

  static func posted(_ kind: EventKind, _ pence: Int64, debit: Coding, credit: Coding) throws
    -> Draft
  {
    let entry = try FundingEntry(
      FundingProposal(
        on: day("2026-11-01"),
        parts: [
          Part(Source(origin), [Movement(Money(pence: pence), debit: debit, credit: credit)])
        ]))
    return Draft(recorded: today, actor: "a.khan", content: .posted(kind, entry))
  }
}
