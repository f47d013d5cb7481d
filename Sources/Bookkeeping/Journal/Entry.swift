/// A set of movements that may be posted.
///
/// There is no way to hold an `Entry` that does not balance in every book, or that its accounts
/// object to: the only way to get one is to have a ``ProposedEntry`` accepted. The store reads its
/// rows back through the same door.
public struct Entry<S: Standing>: Hashable, Sendable {
  public let day: Day
  public let ownDay: Day?
  public let parts: [Part<S>]
  public let correction: Correction?

  /// Why a proposed entry was not accepted.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nothing would be posted.
    case nothingMoves
    /// An amount is nil or negative. A movement has a direction, so its amount has no sign.
    case amountNotPositive(Movement<S>)
    /// The debit and the credit are in different books, so that neither would balance.
    case unbalanced(Movement<S>)
    /// The accounts forbid it.
    case forbidden(S.Objection)
  }

  @inlinable
  public init(_ proposal: ProposedEntry<S>) throws(Refusal) {
    guard proposal.parts.contains(where: { !$0.movements.isEmpty }) else { throw .nothingMoves }
    for part in proposal.parts {
      for movement in part.movements {
        guard movement.amount > .zero else { throw .amountNotPositive(movement) }
        guard movement.debit.book == movement.credit.book else { throw .unbalanced(movement) }
        if let objection = movement.debit.objection(on: proposal.day) {
          throw .forbidden(objection)
        }
        if let objection = movement.credit.objection(on: proposal.day) {
          throw .forbidden(objection)
        }
      }
    }
    if let objection = S.objection(to: proposal) { throw .forbidden(objection) }
    day = proposal.day
    ownDay = proposal.ownDay
    parts = proposal.parts
    correction = proposal.correction
  }
}

extension Entry {
  /// The day to which it belongs, whatever day it counts on.
  public var belongsTo: Day { ownDay ?? day }

  @inlinable public var movements: [Movement<S>] {
    // Nearly every entry has one part, whose movements need not be copied.
    parts.count == 1 ? parts[0].movements : parts.flatMap { $0.movements }
  }

  /// The postings of the entry, each standing once a side, in the order in which they first appear.
  public var postings: [Posting<S>] {
    var order: [Posting<S>] = []
    var places: [S: [Side: Int]] = [:]
    for posting in movements.flatMap(\.postings) {
      if let place = places[posting.standing]?[posting.side] {
        let amount = order[place].amount + posting.amount
        order[place] = Posting(side: posting.side, standing: posting.standing, amount: amount)
      } else {
        places[posting.standing, default: [:]][posting.side] = order.count
        order.append(posting)
      }
    }
    return order
  }

  /// The entry that takes this one back whole.
  public func reversed(
    as number: Int, on day: Day, belongingTo ownDay: Day? = nil, because source: Source
  ) -> ProposedEntry<S> {
    ProposedEntry(
      on: day, belongingTo: ownDay, parts: [Part(source, movements.map(\.reversed))],
      correction: .reverses(number))
  }
}

extension Entry.Refusal where S: CustomStringConvertible, S.Objection: ExplainedObjection {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .nothingMoves:
      .error(
        "entry-empty", "the entry moves no money", at: place,
        next: "give at least one positive amount")
    case .amountNotPositive(let movement):
      .error(
        "entry-one-sided",
        "\(movement.amount) would move from \(movement.credit) to \(movement.debit)", at: place,
        why: "a movement has a direction, so its amount is always positive",
        next: "give a positive amount, and swap the two accounts if money moved the other way")
    case .unbalanced(let movement):
      .error(
        "entry-unbalanced",
        "\(movement.amount) is debited to \(movement.debit) and credited to \(movement.credit)",
        at: place, why: "an entry balances in each layer of each fund by itself",
        next: "post each half within its own fund, by a transfer that names its authority")
    case .forbidden(let objection):
      objection.diagnostic(at: place)
    }
  }
}

/// An objection that can say what is wrong, and what to do.
public protocol ExplainedObjection {
  func diagnostic(at place: Place?) -> Diagnostic
}
