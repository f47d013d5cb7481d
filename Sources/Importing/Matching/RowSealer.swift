import Bookkeeping
import Foundation
import Funding
import Storage

import struct Crypto.SHA256

/// Gives a row its identity: a salted digest of what makes it one payment, whatever the way in which a
/// list writes it.
///
/// An amount counts as pence and a date as a day, so that `1,234.50` and `1234.5` are one row. A name and a
/// number count by their letters and digits, and noughts that lead a number do not; remarks, areas and
/// balances are kept and not compared. Whose account it is counts. Numbers that differ in a mark between
/// digits, `1/23` and `12/3`, are near and not the same.
struct RowSealer {
  private let salt: Salt
  private let fields: [FieldSpec]
  private let near: [Int]
  private let number: Int?
  private let rest: [Int]
  private let inWays: Bool
  private var bytes = CanonicalBytes()
  /// The digest of what every row of the kind begins with.
  private let beginning: SHA256

  /// Seals rows of one kind of file.
  ///
  /// `owner` is whose account the file is of; empty where it is the council's.
  /// `inWays` is whether files of the kind write an amount in more than one way, so that what it comes to
  /// counts and not the cells.
  init(
    _ kind: ImportKind, _ fields: [FieldSpec], of owner: String, inWays: Bool = false, salt: Salt
  ) {
    self.fields = fields
    self.inWays = inWays
    self.salt = salt
    near = fields.indices.filter { fields[$0].isTwin && !(inWays && fields[$0].kind == .amount) }
    number = fields.firstIndex(where: \.isNumber)
    rest = fields.indices.filter {
      !fields[$0].isTwin && !fields[$0].isNumber && !fields[$0].isCarried && fields[$0].kind != .way
    }
    var hash = SHA256()
    hash.update(data: salt.bytes)
    hash.update(data: Array(kind.alike[0].rawValue.utf8) + [0])
    if !owner.isEmpty { hash.update(data: Array(owner.utf8) + [0]) }
    beginning = hash
  }

  /// `amount` is what the row comes to.
  mutating func identity(of row: TypedRow, comingTo amount: Money) -> RowIdentity {
    let twin = digest(of: near, in: row, after: beginning, comingTo: inWays ? amount : nil)
    guard let number else {
      return RowIdentity(twin: twin.head, rest: digest(of: rest, in: row, after: twin.hash).head)
    }
    return RowIdentity(
      twin: twin.head, number: digest(of: [number], in: row, after: beginning).head,
      rest: digest(of: rest, in: row, after: twin.hash, marks: number).head)
  }

  /// `marks` is a field of which the marks count as well, where it has any.
  private mutating func digest(
    of fields: [Int], in row: TypedRow, after beginning: SHA256, comingTo amount: Money? = nil,
    marks: Int? = nil
  ) -> (hash: SHA256, head: UInt64) {
    bytes.removeAll()
    if let amount { bytes.append(amount.pence) }
    for field in fields { append(field, of: row) }
    if let marks, row.bytes(marks).hasMarks {
      let marked = row.bytes(marks).folded(self.fields[marks], withMarks: true)
      if marked.contains(UInt8.mark) { marked.withUnsafeBufferPointer { bytes.append($0) } }
    }
    var hash = beginning
    bytes.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return (hash, RowSealer.head(of: hash))
  }

  private mutating func append(_ field: Int, of row: TypedRow) {
    if fields[field].isExtra {
      if row.isEmpty(field) { return }
      bytes.append(fields[field].name)
    }
    if row.isEmpty(field) { return bytes.append("") }
    switch fields[field].kind {
    case .amount, .price:
      if case .success(let read) = row.readAmount(field) {
        return bytes.append(read.money.pence)
      }
    case .day:
      if case .success(let day) = row.readDay(field) { return bytes.append(Int64(day.number)) }
    case .text, .way: break
    }
    // Kinds of which no row is near another are told apart to the letter.
    let text = number == nil ? row.bytes(field) : row.bytes(field).folded(fields[field])[...]
    text.withUnsafeBufferPointer { bytes.append($0) }
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
    case .text, .way: return row.isUsed(field) && row.bytes(field).isCode
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
        isDigit(byte) || isLetter(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      }
  }
}

extension ArraySlice<UInt8> {
  /// A cell as it is compared: names and numbers by their letters and digits, codes without their blanks.
  ///
  /// `withMarks` is whether a mark between two digits counts.
  fileprivate func folded(_ field: FieldSpec, withMarks: Bool = false) -> [UInt8] {
    let text = allSatisfy { $0 < 0x80 } ? self : decomposed[...]
    let isName = field.isHidden
    var isParted = false
    var found: [UInt8] = []
    found.reserveCapacity(text.count)
    for byte in text {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      let isLetter = lower >= 0x61 && lower <= 0x7A || byte >= 0x80
      guard isName ? isLetter || isDigit(byte) : byte > 0x20 else {
        isParted = isParted || byte.isMark
        continue
      }
      // Noughts that lead a number are lost in a spreadsheet.
      if field.isNumber, byte == UInt8(ascii: "0"), found.last.map({ !isDigit($0) }) ?? true {
        continue
      }
      if withMarks, isParted, isDigit(byte), found.last.map(isDigit) ?? false {
        found.append(.mark)
      }
      isParted = false
      found.append(lower)
    }
    return found.isEmpty ? Array(self) : found
  }

  fileprivate var hasMarks: Bool { contains(where: \.isMark) }

  /// The letters without their marks, and the marks of one form.
  private var decomposed: [UInt8] {
    let text = String(decoding: self, as: UTF8.self).lowercased()
    return Array(
      String(
        String.UnicodeScalarView(
          text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            !$0.properties.isDiacritic
              && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                || $0.value < 0x80)
          })
      ).utf8)
  }
}

extension UInt8 {
  /// What stands between the digits of a number that its marks part.
  fileprivate static let mark = UInt8(ascii: "/")

  /// Whether it is neither a letter, a digit, a blank nor a quotation mark.
  fileprivate var isMark: Bool {
    self > 0x20 && self < 0x80 && !isDigit(self) && !isLetter(self)
      && ![UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`")].contains(self)
  }
}
