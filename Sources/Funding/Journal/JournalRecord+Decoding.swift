public import Bookkeeping

/// A record as a store keeps it: its kind, its days, its body, and its movements.
public struct StoredRecord: Hashable, Sendable {
  public let number: Int
  public let kindCode: String
  public let day: Day?
  public let ownDay: Day?
  public let recorded: Day
  public let body: [UInt8]
  public let movements: [Movement<Coding>]

  public init(
    number: Int, kindCode: String, day: Day?, ownDay: Day?, recorded: Day, body: [UInt8],
    movements: [Movement<Coding>]
  ) {
    self.number = number
    self.kindCode = kindCode
    self.day = day
    self.ownDay = ownDay
    self.recorded = recorded
    self.body = body
    self.movements = movements
  }
}

/// Why a stored record cannot be read back.
public enum RecordFault: Error, Hashable, Sendable {
  /// Its kind or its body is not what this program writes.
  case unreadable(number: Int)
  /// It would be an entry that may not be made.
  case refused(number: Int, FundingEntry.Refusal)
}

extension JournalRecord {
  /// Reads a record back through the same doors through which it came in.
  public init(_ stored: StoredRecord) throws(RecordFault) {
    var reader = CanonicalReader(stored.body)
    let actor: String
    let content: JournalContent
    do {
      actor = try reader.text()
      if let kind = EventKind(rawValue: stored.kindCode) {
        content = try .posted(kind, FundingEntry(stored.proposal(&reader)))
      } else {
        content = try .noted(stored.fact(&reader))
      }
    } catch let refusal as FundingEntry.Refusal {
      throw .refused(number: stored.number, refusal)
    } catch {
      throw .unreadable(number: stored.number)
    }
    guard reader.isAtEnd else { throw .unreadable(number: stored.number) }
    self.init(number: stored.number, recorded: stored.recorded, actor: actor, content)
  }
}

extension StoredRecord {
  fileprivate func proposal(_ reader: inout CanonicalReader) throws -> FundingProposal {
    guard let day else { throw CanonicalReader.Malformed() }
    let corrects = try reader.text()
    let correction = Correction(corrects)
    guard corrects.isEmpty || correction != nil else { throw CanonicalReader.Malformed() }
    var parts: [Part<Coding>] = []
    var taken = 0
    while !reader.isAtEnd {
      let count = try reader.count()
      guard count > 0, count <= movements.count - taken else { throw CanonicalReader.Malformed() }
      parts.append(Part(try Source(&reader), Array(movements[taken..<taken + count])))
      taken += count
    }
    guard taken == movements.count else { throw CanonicalReader.Malformed() }
    return FundingProposal(on: day, belongingTo: ownDay, parts: parts, correction: correction)
  }

  fileprivate func fact(_ reader: inout CanonicalReader) throws -> Fact {
    guard kindCode.hasPrefix("note:"), let kind = FactKind(rawValue: String(kindCode.dropFirst(5))),
      movements.isEmpty, ownDay == nil
    else { throw CanonicalReader.Malformed() }
    return Fact(kind, of: try reader.text(), on: day, try Source(&reader))
  }
}

extension Source {
  fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalReader.Malformed) {
    let origin: Origin
    switch try reader.text() {
    case "row": origin = .row(try RowOrigin(&reader))
    case "command":
      origin = .command(person: try reader.text(), document: LedgerText(asRead: try reader.text()))
    case "rule":
      let name = try reader.text()
      let record = try reader.count()
      origin = .rule(name: name, record: record == 0 ? nil : record)
    default: throw CanonicalReader.Malformed()
    }
    var details: [Detail] = []
    for _ in 0..<(try reader.count()) {
      details.append(Detail(asRead: try reader.text(), try reader.text()))
    }
    self.init(origin, details: details)
  }
}

extension RowOrigin {
  fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalReader.Malformed) {
    let (batch, row, line) = (try reader.count(), try reader.count(), try reader.count())
    let day = try reader.day()
    let identity = RowIdentity(try reader.bytesField())
    let hidden = try reader.bytesField()
    guard let day, let identity, hidden.isEmpty || hidden.count == 32 else {
      throw CanonicalReader.Malformed()
    }
    var cells: [Cell] = []
    for _ in 0..<(try reader.count()) {
      cells.append(Cell(try reader.text(), try reader.text()))
    }
    self.init(
      batch: batch, row: row, line: line, day: day, cells: cells, hidden: Digest(hidden),
      identity: identity)
  }
}
