public import Bookkeeping

/// A movement that touches a plan line, and what of its record the line's rules look at.
public struct LinePosting: Hashable, Sendable {
  public let record: Int
  /// The place of the movement among those of its record.
  public let position: Int
  public let event: EventKind
  public let day: Day
  /// The day that it belongs to.
  public let ownDay: Day
  /// The day of what was said by it, as ``Passing`` has it; none where nobody said it.
  public let saidOn: Day?
  public let traits: Traits
  public let debit: Heading
  public let credit: Heading
  public let amount: Money

  /// What is or is not so of a posting.
  public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It takes an entry back.
    public static let isReversal = Traits(rawValue: 1)
    /// It is what the end of a placement gives back.
    public static let isOfEnd = Traits(rawValue: 2)
    /// The line's own coding is debited.
    public static let debited = Traits(rawValue: 4)
    /// The line's own coding is credited.
    public static let credited = Traits(rawValue: 8)
  }

  public init(
    record: Int, position: Int, event: EventKind, day: Day, ownDay: Day, saidOn: Day?,
    traits: Traits, debit: Heading, credit: Heading, amount: Money
  ) {
    self.record = record
    self.position = position
    self.event = event
    self.day = day
    self.ownDay = ownDay
    self.saidOn = saidOn
    self.traits = traits
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }

  /// Whether it sets an instalment aside, or takes one back.
  var isScheduled: Bool { event.isScheduling }

  /// What the line's own coding of that heading gained.
  func gain(_ heading: Heading) -> Money {
    var gain = Money.zero
    if traits.contains(.debited), debit == heading { gain += amount }
    if traits.contains(.credited), credit == heading { gain -= amount }
    return gain
  }
}

extension JournalRecord {
  /// The movements of an entry that touch plan lines, each with its line, in order.
  public var linePostings: [(line: PlanLineReference, posting: LinePosting)] {
    guard case .posted(let event, let entry) = content else { return [] }
    let isReversal = entry.correction?.isReversal ?? false
    var found: [(PlanLineReference, LinePosting)] = []
    var position = 0
    for part in entry.parts {
      let isOfEnd = event == .placementEnded && part.source[.lastDay] != nil
      let saidOn =
        part.touchesLine ? Passing(event, part, on: entry.belongsTo)?.day : nil
      for movement in part.movements {
        let (debited, credited) = (movement.debit.use.planLine, movement.credit.use.planLine)
        for line in [debited, credited == debited ? nil : credited].compactMap(\.self) {
          var traits: LinePosting.Traits = []
          if isReversal { traits.insert(.isReversal) }
          if isOfEnd { traits.insert(.isOfEnd) }
          if debited == line { traits.insert(.debited) }
          if credited == line { traits.insert(.credited) }
          found.append(
            (
              line,
              LinePosting(
                record: number, position: position, event: event, day: entry.day,
                ownDay: entry.belongsTo, saidOn: saidOn, traits: traits,
                debit: movement.debit.heading,
                credit: movement.credit.heading, amount: movement.amount)
            ))
        }
        position += 1
      }
    }
    return found
  }
}

extension Part<Coding> {
  fileprivate var touchesLine: Bool {
    movements.contains { $0.debit.use.planLine != nil || $0.credit.use.planLine != nil }
  }
}
