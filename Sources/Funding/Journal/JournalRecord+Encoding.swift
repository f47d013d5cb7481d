public import Bookkeeping

extension StoredRecord {
  /// A record as it is to be stored and hashed.
  public init(_ record: JournalRecord) {
    self.init(
      number: record.number, kindCode: record.content.kindCode, day: record.content.day,
      ownDay: record.content.ownDay, recorded: record.recorded, body: record.body,
      movements: record.content.entry?.movements ?? [])
  }

  /// The bytes that the chain hashes, apart from the digest of the record before.
  ///
  /// The order of the fields is set out in `docs/ENCODING.md`, and cannot change: another order is
  /// another version, named in the first field.
  ///
  /// `codings` is the netstring of a coding's text, which the caller may keep.
  public func encode(into bytes: inout CanonicalBytes, codings: (Coding) -> [UInt8]) {
    bytes.append("sendledger/1")
    bytes.append(Int64(number))
    bytes.append(kindCode)
    bytes.append(day)
    bytes.append(ownDay)
    bytes.append(recorded)
    bytes.append(body)
    for movement in movements {
      bytes.appendEncoded(codings(movement.debit))
      bytes.appendEncoded(codings(movement.credit))
      bytes.append(movement.amount.pence)
    }
  }
}

extension JournalRecord {
  /// What is said of the record, apart from its number, its days and its movements.
  fileprivate var body: [UInt8] {
    var body = CanonicalBytes(roomFor: 256)
    body.append(actor)
    switch content {
    case .posted(_, let entry):
      body.append(entry.correction?.text ?? "")
      for part in entry.parts {
        body.append(Int64(part.movements.count))
        part.source.encode(into: &body)
      }
    case .noted(let fact):
      body.append(fact.subject)
      fact.source.encode(into: &body)
    }
    return body.bytes
  }
}

extension JournalContent {
  public var day: Day? {
    switch self {
    case .posted(_, let entry): entry.day
    case .noted(let fact): fact.day
    }
  }

  public var ownDay: Day? { entry?.ownDay }
}

extension Correction {
  var text: String {
    switch self {
    case .reverses(let number): "reverses \(number)"
    case .corrects(let number): "corrects \(number)"
    case .supersedes(let number): "supersedes \(number)"
    }
  }

  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int(words[1]), number > 0 else { return nil }
    switch words[0] {
    case "reverses": self = .reverses(number)
    case "corrects": self = .corrects(number)
    case "supersedes": self = .supersedes(number)
    default: return nil
    }
    // A correction is written in one way only.
    if self.text != text { return nil }
  }
}

extension Source {
  func encode(into bytes: inout CanonicalBytes) {
    switch origin {
    case .row(let row):
      bytes.append("row")
      bytes.append(Int64(row.batch))
      bytes.append(Int64(row.row))
      bytes.append(Int64(row.line))
      bytes.append(row.day)
      bytes.append(row.identity.bytes)
      bytes.append(row.hidden?.bytes ?? [])
      bytes.append(Int64(row.cells.count))
      for cell in row.cells {
        bytes.append(cell.field)
        bytes.append(cell.text)
      }
    case .command(let person, let document):
      bytes.append("command")
      bytes.append(person)
      bytes.append(document.words)
    case .rule(let name, let record):
      bytes.append("rule")
      bytes.append(name)
      bytes.append(Int64(record ?? 0))
    }
    bytes.append(Int64(details.count))
    for detail in details {
      bytes.append(detail.name)
      bytes.append(detail.value)
    }
  }
}

extension RowIdentity {
  var bytes: [UInt8] { withUnsafeBytes(of: (twin.bigEndian, rest.bigEndian)) { Array($0) } }

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self = bytes.withUnsafeBytes { raw in
      RowIdentity(
        twin: UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
        rest: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }
}
