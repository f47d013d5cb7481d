public import Bookkeeping
public import Funding

/// What a person says of a row that waits.
public enum Settlement: Hashable, Sendable {
  /// It is for a plan line, or for several, each with its share.
  case place([LineSum])
  /// It is these entries, each of which stands for it whole or in part.
  case match([Int])
  /// It is nothing of this ledger’s.
  case aside
}

extension Bookkeeper {
  /// Settles a row that waits, by the word of a person.
  ///
  /// `kind` is the kind of its file.
  /// `origin` is the row, as its file has it.
  /// - Returns: the entries that were posted for it, or that it was matched with.
  public func settle(
    _ row: RowHeld, of kind: String, as settlement: Settlement, from origin: RowOrigin,
    because reason: LedgerText?
  ) async throws -> [Int] {
    guard try await writer.heldRows().contains(row) else {
      throw SettlingRefusal.notWaiting(row.place)
    }
    // One that was settled before, and taken back, is known by its row already.
    let isRemembered = try await writer.twins(of: [row.identity.twin]).values.joined()
      .contains { $0.batch == row.place.batch.number && $0.row == row.place.row }
    let origin = isRemembered ? word(on: row.place) : .row(origin)
    if settlement != .aside, row.day > recorded {
      throw SettlingRefusal.dayAfterToday(row.day, today: recorded)
    }
    let (way, shares): (RowSettled.Way, [RowSettled.Share])
    switch settlement {
    case .aside:
      guard reason != nil else { throw SettlingRefusal.reasonMissing }
      (way, shares) = (.aside, [])
    case .place(let sums):
      (way, shares) = (.placed, try await place(row, of: kind, on: sums, from: origin))
    case .match(let matches):
      (way, shares) = (.matched, try await match(row, of: kind, with: matches, from: origin))
    }
    let settled = RowSettled(row.place, way, shares)
    let fact = settled.fact(from: origin, because: reason)
    _ = try await posting { try await keep(fact) }
    let records = shares.map(\.record)
    if isRemembered { return records }
    try await remember([
      SeenRow(row.identity, batch: row.place.batch.number, row: row.place.row, day: row.day)
    ])
    return records
  }

  private func place(
    _ row: RowHeld, of kind: String, on shares: [LineSum], from origin: Origin
  ) async throws -> [RowSettled.Share] {
    let sum = shares.map(\.amount).total()
    // A share of nothing, or against the sign of the row, is a slip of a key.
    let isOneWay = shares.allSatisfy {
      $0.amount != .zero && ($0.amount < .zero) == (row.amount < .zero)
    }
    guard sum == row.amount, !shares.isEmpty, isOneWay else {
      throw SettlingRefusal.sharesDoNotAdd(sum, row: row.amount)
    }
    var placed: [RowSettled.Share] = []
    for share in shares {
      let event: FundingEvent
      switch kind {
      case "bank", "card":
        if let child = row.child, share.line.child != child {
          throw SettlingRefusal.lineOfAnotherChild(share.line, child)
        }
        event = .directPaymentEvidenced(LineSum(share.line, -share.amount, on: row.day))
      case "payments":
        event = .paymentMade(.line(share.line), share.amount, on: row.day, namesCommitment: true)
      default: throw SettlingRefusal.notOfItsKind(row.place, kind: kind)
      }
      for (place, record) in try await post(event, from: origin).enumerated() {
        placed.append(RowSettled.Share(record, place == 0 ? share.amount : .zero))
      }
    }
    return placed
  }

  /// Notes that a row is some entries: all that is left of each, or, of a single one, as much as the row is.
  private func match(
    _ row: RowHeld, of kind: String, with records: [Int], from origin: Origin
  ) async throws -> [RowSettled.Share] {
    guard ["bank", "card", "payments"].contains(kind) else {
      throw SettlingRefusal.notOfItsKind(row.place, kind: kind)
    }
    let side = kind == "payments" ? MatchedSide.council : .family
    // Money in on a family’s statement is a payment of ours, money out one that came back.
    let wanted: EventKind =
      side == .family && row.amount < .zero ? .directPaymentReturned : .directPaymentAdvanced
    var left = row.amount.magnitude
    var notes: [(record: Int, amount: Money)] = []
    for record in records.withoutRepeats {
      guard case .posted(wanted, let entry)? = try await writer.record(record)?.content,
        entry.correction == nil, try await !writer.isReversed(record)
      else { throw SettlingRefusal.notAPayment(record) }
      let whole = entry.throughBank
      let taken = try await writer.matches(of: record, side)
        .map { $0.value.amount ?? whole }.total()
      let open = whole - taken
      let share = records.count == 1 ? min(left, open) : open
      guard share > .zero, records.count > 1 || left <= open else {
        throw SettlingRefusal.matchedAlready(record, left: open)
      }
      notes.append((record, share))
      left -= share
    }
    guard left == .zero else {
      throw SettlingRefusal.matchesDoNotAdd(notes.map(\.amount).total(), row: row.amount)
    }
    for note in notes {
      let details = [Detail(.against, note.record), Detail("amount", note.amount)]
      let fact = Fact(
        .rowMatched, of: side.subject(of: note.record), on: row.day,
        Source(origin, details: details))
      _ = try await self.note(fact)
    }
    return notes.map { RowSettled.Share($0.record, row.amount < .zero ? -$0.amount : $0.amount) }
  }
}

extension FundingEntry {
  /// What the entry moved through the bank.
  public var throughBank: Money {
    movements.map { movement -> Money in
      movement.debit.heading == .bank || movement.credit.heading == .bank
        ? movement.amount : .zero
    }.total()
  }
}
