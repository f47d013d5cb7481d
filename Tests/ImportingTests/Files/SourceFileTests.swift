import Bookkeeping
import TestSupport
import Testing

@testable import Importing

/// What is found out about a file before it is read.
struct SourceFileTests {
  private func looked(at bytes: [UInt8], inPiecesOf length: Int = 4) throws -> SourceFile {
    let scratch = try Scratch()
    return try SourceFile(try scratch.write(bytes, to: "file.csv"), inPiecesOf: length)
  }

  @Test(arguments: [
    ("é £ – 🥐", SourceFile.Encoding.utf8), ("plain", .utf8), ("\u{7FF}\u{800}\u{FFFF}", .utf8),
    ("\u{10FFFF}\u{D7FF}", .utf8),
  ])
  func `well-formed UTF-8 is read as that`(text: String, encoding: SourceFile.Encoding) throws {
    for length in 1...5 {
      #expect(try looked(at: Array(text.utf8), inPiecesOf: length).encoding == encoding)
    }
  }

  /// Bytes that UTF-8 does not have: overlong, halves of pairs, beyond the last, lone, cut short.
  private static let notUTF8: [[UInt8]] = [
    [0xA3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    [0xE2, 0x82, 0x28], [0xC3, 0x28],
  ]

  @Test(arguments: notUTF8)
  func `bytes that are not UTF-8 make a file CP1252`(bytes: [UInt8]) throws {
    for length in 1...5 {
      let file = try looked(at: Array("ab,".utf8) + bytes + Array(",cd".utf8), inPiecesOf: length)
      #expect(file.encoding == .windows1252)
    }
  }

  @Test(arguments: [[0xE9], [0xE2, 0x80], [0xF0, 0x9F, 0xA5]] as [[UInt8]])
  func `a character that the end of the file cuts short makes it CP1252`(end: [UInt8]) throws {
    let file = try looked(at: Array("Date,Payee\n,Caf".utf8) + end)
    #expect(file.encoding == .windows1252)
  }

  @Test func `the digest, the size and the name are those of the file`() throws {
    let file = try looked(at: Array("abc".utf8), inPiecesOf: 2)
    #expect(
      file.digest.description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(file.size == 3)
    #expect(file.name == "file.csv")
    #expect(!file.hasMark)
    #expect(try looked(at: [0xEF, 0xBB, 0xBF, 0x61], inPiecesOf: 1).hasMark)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x62, 0x00],
      [0x00, 0x61, 0x00, 0x62, 0x00, 0x63],
    ] as [[UInt8]])
  func `UTF-16 is refused, with a mark or without, and the way out is named`(bytes: [UInt8]) throws
  {
    #expect(throws: SourceFile.Refusal.utf16) { try looked(at: bytes, inPiecesOf: 1) }
    #expect(try looked(at: Array("a\0b".utf8)).size == 3, "a NUL or two is another thing")
    #expect(
      SourceFile.Refusal.utf16.diagnostic("in/list.csv").description == """
        error file-utf-16: list.csv is written in UTF-16
          why     CSV is read as UTF-8 or CP1252
          next    save it again as “CSV UTF-8”
        """)
  }

  private static let lead: [FileSignature: [UInt8]] = [
    .workbook: [0x50, 0x4B, 0x03, 0x04], .document: Array("%PDF-1.7".utf8),
    .oldWorkbook: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    .picture: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .photograph: [0xFF, 0xD8, 0xFF, 0xE0],
    .compressed: [0x1F, 0x8B, 0x08], .database: Array("SQLite format 3".utf8),
    .openFinance: Array("OFXHEADER:100".utf8), .quicken: Array("!Type:Bank".utf8),
    .markup: Array("<?xml version=\"1.0\"?>".utf8),
  ]

  @Test(arguments: FileSignature.allCases)
  func `a file that is no text is told by its first bytes`(signature: FileSignature) throws {
    let lead = try #require(Self.lead[signature])
    for length in [1, 3, 64] {
      #expect(throws: SourceFile.Refusal.notText(signature)) {
        try looked(at: lead + Array(repeating: 0, count: 20), inPiecesOf: length)
      }
    }
    // Further in, the same bytes are a cell.
    #expect(try looked(at: Array("a,".utf8) + lead).size == lead.count + 2)
  }

  @Test func `what is not there, a folder and an empty file are told apart`() throws {
    let scratch = try Scratch()
    #expect(throws: SourceFile.Refusal.notFound) { try SourceFile(scratch.path + "/none.csv") }
    #expect(throws: SourceFile.Refusal.isFolder) { try SourceFile(scratch.path) }
    let empty = try scratch.write("", to: "empty.csv")
    #expect(throws: SourceFile.Refusal.empty) { try SourceFile(empty) }
  }

  @Test func `the characters of CP1252 are those that Windows gives its bytes`() {
    let bytes: [UInt8] = [0x80, 0x85, 0x91, 0x92, 0x96, 0x9C, 0xA0, 0xA3, 0xE0, 0xFF, 0x41]
    #expect(SourceFile.Encoding.windows1252.text(bytes[...]) == "€…‘’–œ\u{A0}£àÿA")
    #expect(SourceFile.Encoding.windows1252.utf8(bytes[...]) == Array("€…‘’–œ\u{A0}£àÿA".utf8)[...])
  }
}
