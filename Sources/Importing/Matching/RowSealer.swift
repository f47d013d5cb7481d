import Bookkeeping
import Funding

import struct Crypto.SHA256

/// Gives a row its identity: a salted digest of what was mapped from it, whatever the way in which
/// the file writes it.
///
/// An amount counts as pence and a date as a day, so that `1,234.50` and `1234.5` are one row.
struct RowSealer {
  private let salt: Salt
  private let fields: [FieldSpec]
  private var bytes = CanonicalBytes()
  /// The digest of what every row of the kind begins with.
  private let beginning: SHA256

  init(_ kind: ImportKind, _ fields: [FieldSpec], salt: Salt) {
    self.fields = fields
    self.salt = salt
    var hash = SHA256()
    hash.update(data: salt.bytes)
    hash.update(data: Array(kind.rawValue.utf8) + [0])
    beginning = hash
  }

  mutating func identity(of row: TypedRow) -> RowIdentity {
    bytes.removeAll()
    for field in fields.indices where fields[field].isTwin { append(field, of: row) }
    var hash = beginning
    bytes.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    let twin = RowSealer.head(of: hash)

    bytes.removeAll()
    for field in fields.indices where !fields[field].isTwin { append(field, of: row) }
    bytes.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return RowIdentity(twin: twin, rest: RowSealer.head(of: hash))
  }

  private mutating func append(_ field: Int, of row: TypedRow) {
    if row.isEmpty(field) { return bytes.append("") }
    switch fields[field].kind {
    case .amount, .price:
      if case .success(let read) = row.readAmount(field) { return bytes.append(read.money.pence) }
    case .day:
      if case .success(let day) = row.readDay(field) { return bytes.append(Int64(day.number)) }
    case .text: break
    }
    row.bytes(field).withUnsafeBufferPointer { bytes.append($0) }
  }

  /// The cells that the ledger keeps as text.
  ///
  /// A cell of which nothing was made may hold anything, a name too. One of a field that ought to hold a
  /// code is kept only if it looks like one.
  func cells(of row: TypedRow) -> [RowOrigin.Cell] {
    fields.indices.compactMap { field in
      guard isOpen(field, in: row) else { return nil }
      return RowOrigin.Cell(fields[field].name, row.text(field))
    }
  }

  /// The cells that may name a person, for the register, under their digest.
  func hidden(of row: TypedRow) -> HiddenCells? {
    var encoded = CanonicalBytes(roomFor: 192)
    for field in fields.indices where !row.isEmpty(field) && !isOpen(field, in: row) {
      encoded.append(fields[field].name)
      row.bytes(field).withUnsafeBufferPointer { encoded.append($0) }
    }
    if encoded.bytes.isEmpty { return nil }
    return HiddenCells(digest: salt.digest(encoded.bytes, as: "row"), encoded: encoded.bytes)
  }

  private func isOpen(_ field: Int, in row: TypedRow) -> Bool {
    if row.isEmpty(field) || fields[field].isHidden { return false }
    switch fields[field].kind {
    case .text: return row.isUsed(field) && row.bytes(field).isCode
    case .day: return (try? row.readDay(field).get()) != nil
    case .amount, .price: return (try? row.readAmount(field).get()) != nil
    }
  }

  private static func head(of hash: SHA256) -> UInt64 {
    hash.finalize().withUnsafeBytes {
      UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the text is short and has the shape of a code: no two words, and nothing but letters,
  /// digits and joining marks.
  fileprivate var isCode: Bool {
    count <= 32
      && allSatisfy { byte in
        isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      }
  }
}
