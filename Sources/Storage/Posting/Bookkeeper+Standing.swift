import Bookkeeping
import Funding

/// An account, through a day where what stands in it is for a year.
struct Stood: Hashable {
  let coding: Coding
  let through: Day?
}

/// What taking entries back may not leave behind.
extension Bookkeeper {
  /// Remembers what stands in the accounts of an entry, before it is taken back.
  func remember(_ entry: FundingEntry) async throws {
    for coding in entry.movements.flatMap({ [$0.debit, $0.credit] })
    where coding.heading.side != nil {
      // What is set aside is for a year, and the next year's does not stand for this one's.
      let through = coding.heading == .committed ? FinancialYear(of: entry.day).last : nil
      let place = Stood(coding: coding, through: through)
      if before[place] == nil { before[place] = try await standing(place) }
    }
  }

  private func standing(_ place: Stood) async throws -> Money {
    let days = place.through.map { DaySpan(through: $0) } ?? DaySpan()
    var amount = Money.zero
    if let line = place.coding.use.planLine {
      // Accounts are of all children together.
      for entry in try await writer.records(mentioning: .line(line)).compactMap(\.content.entry)
      where days.contains(entry.day) {
        amount += entry.movements.map { movement in
          (movement.debit == place.coding ? movement.amount : .zero)
            - (movement.credit == place.coding ? movement.amount : .zero)
        }.total()
      }
    } else {
      amount = try await balance(of: Account(place.coding), in: days)
    }
    return place.coding.heading.side == .credit ? .zero - amount : amount
  }

  /// Refuses to leave an account on its wrong side, further than it was: more paid than was owed or advanced, more
  /// received than was due, more spent than was committed.
  ///
  /// It is looked at once all has been written, since what is posted anew may stand in the place of what went.
  func requireStanding() async throws {
    defer { before = [:] }
    var short: (coding: Coding, amount: Money)?
    for (place, earlier) in before {
      let left = try await standing(place)
      guard left < .zero, left < earlier else { continue }
      // The first by its words, so that a refusal is the same each time.
      if short.map({ "\(place.coding)" < "\($0.coding)" }) ?? true {
        short = (place.coding, .zero - left)
      }
    }
    if let short { throw EventRefusal.resting(.leavesLess(short.coding, than: short.amount)) }
  }

  /// The facts with which an entry came: what was recorded right behind it, of the same origin.
  func facts(beside record: JournalRecord) async throws -> [NumberedFact] {
    let last = min(record.number + Bookkeeper.mostBeside, try await head())
    guard let origin = record.content.entry?.parts.first?.source.origin, record.number < last else {
      return []
    }
    return try await writer.records(record.number + 1...last).prefix { later in
      let source = later.content.fact?.source ?? later.content.entry?.parts.first?.source
      return source?.origin == origin
    }
    .facts()
  }

  /// Refuses to take an entry back that came with a version of a plan line of its, or a decision.
  func requireAlone(
    _ record: JournalRecord, _ beside: [NumberedFact]
  ) throws(EventRefusal) {
    let codings = record.content.entry?.movements.flatMap { [$0.debit, $0.credit] } ?? []
    let lines = Set(codings.compactMap { $0.use.planLine?.code })
    let found = beside.first { later in
      later.fact.kind == .decisionApproved
        || later.fact.kind == .planLine && lines.contains(later.fact.subject)
    }
    if let found {
      throw .resting(.cameWith(record.number, fact: found.number, found.fact.kind))
    }
  }

  /// So many records at most were written for one event.
  private static let mostBeside = 200
}

extension Heading {
  /// The side on which an account stands as long as nobody has been paid what was not there.
  fileprivate var side: Side? {
    switch self {
    case .dueFromSchools, .dueFromPartners, .directPaymentsAdvanced, .paidIntoPool, .committed,
      .advanced:
      .debit
    case .creditors: .credit
    case .bank, .dueFromDepartment, .suspense, .heldForPartners, .grantIncome, .grantDeducted,
      .transferIn, .transferOut, .contributions, .expenditure, .generalFundBalance, .grantReserve,
      .grantAdjustment, .unallocated, .allocated, .spent, .heldOver, .notified, .deducted, .voted,
      .transferredIn, .transferredOut, .contributed, .broughtForward:
      nil
    }
  }

  fileprivate enum Side { case debit, credit }
}
