public import Bookkeeping
import Foundation
import Funding

import struct Crypto.SHA256

/// A file to import, looked over once: how large it is, what its digest is, how its text is written.
public struct SourceFile: Sendable {
  public let path: String
  /// The last part of the path, which is all of it that is kept.
  public let name: String
  public let size: Int
  public let digest: Digest
  public let encoding: Encoding
  /// Whether a byte order mark stands before the text.
  ///
  /// It is passed over.
  public let hasMark: Bool

  /// How many characters of a file in CP1252 would be one of UTF-8 each: it is likely to be both.
  public let wideCharacters: Int

  /// How the bytes of the file are read as letters.
  public enum Encoding: String, Hashable, Sendable, LedgerValue {
    case utf8 = "UTF-8"
    case windows1252 = "CP1252"
  }

  /// Why a file cannot be read at all.
  public enum Refusal: Error, Hashable, Sendable {
    case notFound
    case isFolder
    /// A device, a pipe or a socket, which has no end of its own.
    case isNoFile
    case unreadable
    case empty
    case utf16
    /// Its first bytes are those of something that is no text.
    case notText(FileSignature)
    case failedPartWay
  }

  static let markLength = 3

  /// Looks a file over, from its first byte to its last.
  public init(_ path: String) throws(Refusal) {
    try self.init(path, inPiecesOf: FilePieces.usualLength)
  }

  init(_ path: String, inPiecesOf pieceLength: Int) throws(Refusal) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    var hash = SHA256()
    var text = UTF8Check()
    var length = 0
    var lead: [UInt8] = []
    let pieces = try FilePieces(path, length: pieceLength)
    try pieces.forEach { chunk in
      if lead.count < FileSignature.length {
        lead += chunk.prefix(FileSignature.length - lead.count)
      }
      hash.update(bufferPointer: UnsafeRawBufferPointer(chunk))
      text.take(chunk)
      length += chunk.count
    }
    guard length > 0 else { throw .empty }
    guard !SourceFile.isWide(lead) else { throw .utf16 }
    if let signature = FileSignature(lead) { throw .notText(signature) }
    size = length
    digest = hash.finalize().withUnsafeBytes { Digest(raw: $0) }
    encoding = text.isWhole ? .utf8 : .windows1252
    wideCharacters = text.isWhole ? 0 : text.wide
    hasMark = lead.starts(with: [0xEF, 0xBB, 0xBF])
  }
}

extension SourceFile {
  /// What stands in a file that is read whole: all of it, or a piece more than `most`.
  package static func bytes(_ path: String, upTo most: Int) throws(Refusal) -> [UInt8] {
    let pieces = try FilePieces(path)
    var bytes: [UInt8] = []
    while bytes.count <= most, try pieces.next({ bytes.append(contentsOf: $0) }) {}
    return bytes
  }

  /// Whether the first bytes are those of UTF-16: its mark, or two letters with a NUL to each.
  private static func isWide(_ lead: [UInt8]) -> Bool {
    if lead.starts(with: [0xFF, 0xFE]) || lead.starts(with: [0xFE, 0xFF]) { return true }
    let isNul = lead.prefix(4).map { $0 == 0 }
    return isNul == [false, true, false, true] || isNul == [true, false, true, false]
  }
}

/// Whether bytes that come in pieces are well-formed UTF-8.
private struct UTF8Check {
  private(set) var isSound = true
  /// How many characters of more than one byte there are.
  private(set) var wide = 0
  private var pending = 0
  private var least: UInt8 = 0x80
  private var most: UInt8 = 0xBF

  /// Whether all of it is, and the end does not cut the last character short.
  var isWhole: Bool { isSound && pending == 0 }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if pending == 0, byte < 0x80 { continue }
      if pending > 0 {
        let isNext = byte >= least && byte <= most
        (least, most) = (0x80, 0xBF)
        pending = isNext ? pending - 1 : 0
        if isNext, pending == 0 { wide += 1 }
        if isNext { continue }
        isSound = false
        if byte < 0x80 { continue }
      }
      begin(byte)
    }
  }

  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: pending = 1
    case 0xE0...0xEF:
      pending = 2
      if byte == 0xE0 { least = 0xA0 }
      if byte == 0xED { most = 0x9F }
    case 0xF0...0xF4:
      pending = 3
      if byte == 0xF0 { least = 0x90 }
      if byte == 0xF4 { most = 0x8F }
    default: isSound = false
    }
  }
}

extension SourceFile.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(_ path: String) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    switch self {
    case .notFound:
      return .error(
        "file-not-found", "there is no file \(PlainWords.quoted(path: name, else: "of that name"))",
        next: "check the path that was typed")
    case .isFolder:
      return .error("file-is-folder", "\(name) is a folder", next: "name one file in it")
    case .isNoFile:
      return .error(
        "file-not-plain", "\(name) is not a plain file",
        why: "what comes from a device or a pipe has no end of its own, and is not there again",
        next: "save what it gives as a file, and name that")
    case .unreadable:
      return .error(
        "file-unreadable", "\(name) may not be read", next: "ask for the right to read it")
    case .empty:
      return .error(
        "file-empty", "\(name) is empty", next: "export it again from where it came from")
    case .utf16:
      return .error(
        "file-utf-16", "\(name) is written in UTF-16", why: "CSV is read as UTF-8 or CP1252",
        next: "save it again as “CSV UTF-8”")
    case .notText(let signature):
      return .error(
        "file-not-text", "\(name) is \(signature.rawValue)", why: "what is imported is text in CSV",
        next: "save or export it as “CSV UTF-8”, and name that file")
    case .failedPartWay:
      return .error(
        "file-failed", "reading \(name) stopped part way", why: "nothing of it was used",
        next: "look after the disk and try again")
    }
  }
}

extension SourceFile {
  /// What a person should know of a file that is read in one encoding and has characters of another.
  package var mixedEncoding: Diagnostic? {
    guard wideCharacters > 0 else { return nil }
    let count = wideCharacters == 1 ? "1 letter" : "\(wideCharacters) letters"
    return Diagnostic(
      .warning, "encoding-mixed",
      problem: "\(name) is read as CP1252, and \(count) of it would be UTF-8",
      why: "a name with such a letter is read as another name, and its rows as new ones",
      next: "look for the letter that is not UTF-8, or have the file exported again")
  }
}
