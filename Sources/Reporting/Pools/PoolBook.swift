public import Bookkeeping
public import Funding
import Modelling

/// What a ledger holds of a pool up to the end of a day, read from the entries themselves.
///
/// An entry that has been taken back counts no more than its reversal does.
public struct PoolBook: Sendable {
  public let pool: PoolReference
  public let day: Day
  private var items: [Item] = []
  private var reversed: Set<Int> = []

  /// A movement in the pool's books, or in a fund of ours that pays into it.
  struct Item: Hashable, Sendable {
    let record: Int
    let day: Day
    let fund: Fund
    let kind: Kind
    /// Negative where a movement runs the other way.
    let amount: Money

    /// What a movement says of a pool.
    enum Kind: Hashable, Sendable {
      case agreed(PartnerReference, due: Day)
      case paidIn(PartnerReference)
      case spent(PartnerReference, Section251Line?)
      case bank
      /// Out of a fund of ours into the pool.
      case paidOver
      /// The share of a fund of ours in what the pool spent.
      case ourShare
    }
  }

  public init(_ pool: PoolReference, through day: Day) {
    self.pool = pool
    self.day = day
  }

  /// The parts of the pool, in order.
  var parts: [Fund] { [.poolEducation(pool), .poolGeneral(pool)] }

  /// Whether what moves in an account is of the pool: in its own books, or paid into it by ours.
  public func isAbout(_ account: Account) -> Bool {
    parts.contains(account.fund)
      || account.heading == .paidIntoPool && account.use.isPaid(into: pool)
  }

  /// Looks at a record, whatever it holds.
  public mutating func follow(_ record: JournalRecord) {
    guard case .posted(_, let entry) = record.content, entry.day <= day else { return }
    if case .reverses(let number) = entry.correction {
      reversed.insert(number)
      return
    }
    for moved in record.content.moved {
      items += found(moved).map { kind, fund, amount in
        Item(record: record.number, day: moved.day, fund: fund, kind: kind, amount: amount)
      }
    }
  }

  /// What stands, in order of day and record.
  var standing: [Item] { items.filter { !reversed.contains($0.record) } }

  public var isEmpty: Bool { standing.isEmpty }

  private func found(_ moved: Moved) -> [(Item.Kind, Fund, Money)] {
    sided(moved.debit, against: moved.credit, moved.amount, moved)
      + sided(moved.credit, against: moved.debit, -moved.amount, moved)
  }

  /// What one side of a movement says: positive where it is debited.
  private func sided(_ coding: Coding, against other: Coding, _ amount: Money, _ moved: Moved)
    -> [(Item.Kind, Fund, Money)]
  {
    if coding.heading == .paidIntoPool, coding.use.isPaid(into: pool) {
      return other.heading == .bank
        ? [(.paidOver, coding.fund, amount)] : [(.ourShare, coding.fund, -amount)]
    }
    guard parts.contains(coding.fund) else { return [] }
    switch (coding.heading, coding.partner) {
    case (.bank, _): return [(.bank, coding.fund, amount)]
    case (.contributed, let partner?):
      let due = moved.source[.due].flatMap { Day($0) } ?? moved.day
      return [(.agreed(partner, due: due), coding.fund, -amount)]
    case (.contributions, let partner?) where other.heading == .bank,
      (.dueFromPartners, let partner?) where other.heading == .bank:
      return [(.paidIn(partner), coding.fund, -amount)]
    case (.expenditure, let partner?):
      return [(.spent(partner, coding.use.line), coding.fund, amount)]
    default: return []
    }
  }
}

extension PoolBook {
  /// Everybody who has agreed to anything, paid in or been charged, in a part of the pool.
  func partners(in part: Fund) -> [PartnerReference] {
    let found = standing.filter { $0.fund == part }.compactMap(\.partner)
    return Set(found).sorted()
  }

  /// What stands under some kinds of movement in a part of the pool.
  func sum(_ part: Fund, of partner: PartnerReference? = nil, _ counts: (Item) -> Bool) -> Money {
    standing.filter { item in
      item.fund == part && (partner == nil || item.partner == partner) && counts(item)
    }.map(\.amount).total()
  }

  /// Money in and out of a part of the pool, as lineage follows it.
  ///
  /// What was posted as spent by several partners' shares is one sum again.
  func movements(of part: Fund) -> [PoolMovement] {
    var movements: [PoolMovement] = []
    var spent: [Spending: Int] = [:]
    for item in standing where item.fund == part && item.amount > .zero {
      switch item.kind {
      case .paidIn(let partner):
        movements.append(PoolMovement(.paidIn(by: partner), item.amount, on: item.day))
      case .spent(_, let line):
        let one = Spending(record: item.record, line: line)
        if let place = spent[one] {
          let sum = movements[place].amount + item.amount
          movements[place] = PoolMovement(.spent(on: line), sum, on: item.day)
        } else {
          spent[one] = movements.count
          movements.append(PoolMovement(.spent(on: line), item.amount, on: item.day))
        }
      case .agreed, .bank, .paidOver, .ourShare: break
      }
    }
    return movements
  }

  private struct Spending: Hashable {
    let record: Int
    let line: Section251Line?
  }
}

extension PoolBook.Item {
  var partner: PartnerReference? {
    switch kind {
    case .agreed(let partner, _), .paidIn(let partner), .spent(let partner, _): partner
    case .bank, .paidOver, .ourShare: nil
    }
  }

  var isPaidIn: Bool { if case .paidIn = kind { true } else { false } }

  var isSpent: Bool { if case .spent = kind { true } else { false } }

  var isBank: Bool { kind == .bank }

  /// The day on which an agreed sum is due, where this is one.
  var due: Day? { if case .agreed(_, let due) = kind { due } else { nil } }
}
