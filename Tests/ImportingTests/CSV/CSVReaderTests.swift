import Foundation
import TestSupport
import Testing

@testable import Importing

/// What the reader adds to libcsv: lines, rows, blank lines, marks and pieces.
struct CSVReaderTests {
  /// Every way in which a file's text can trouble a reader, on a few lines.
  private static let nasty = Array(
    "a,b\r\n\"x\r\ny\",1\r\r\n \n\"say \"\"so\"\"\",2\n\n\"\",\"\r\"\rlast,é\r".utf8)

  @Test func `records are the same whatever the size of the pieces they come in`() throws {
    let whole = try Records(Self.nasty)
    #expect(
      whole.texts == [
        ["a", "b"], ["x\r\ny", "1"], ["say \"so\"", "2"], ["", "\r"], ["last", "é"],
      ])
    for length in 1...Self.nasty.count {
      #expect(try Records(Self.nasty, inPiecesOf: length) == whole, "in pieces of \(length)")
    }
  }

  @Test func `any file reads the same, wherever it is cut`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    let bits = ["\"", "\"", ",", "\r", "\n", "\r\n", " ", "x", "é", "\"\"", ",\"", "\",", "1"]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &chance) {
        text += bits.randomElement(using: &chance) ?? ""
      }
      let whole = try Records(text)
      let length = Int.random(in: 1...12, using: &chance)
      #expect(
        try Records(text, inPiecesOf: length) == whole,
        "SENDLEDGER_SEED=\(seed): \(text.debugDescription) in pieces of \(length)")
    }
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `lines may end in LF, CR or CRLF`(end: String) throws {
    let records = try Records(["a,b", "1,2", "", "3,4"].joined(separator: end))
    #expect(records.texts == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(records.rows == [1, 2, 4])
    #expect(records.lines == [1, 2, 4])
  }

  @Test func `ends of line may be mixed in one file`() throws {
    let records = try Records("a\rb\nc\r\nd\n\re")
    #expect(records.texts == [["a"], ["b"], ["c"], ["d"], ["e"]])
    #expect(records.lines == [1, 2, 3, 4, 6])
  }

  @Test func `a row keeps its number, and lines go on, where a cell holds line breaks`() throws {
    let records = try Records("a,b\n\"one\ntwo\r\nthree\",2\n\n3,4\n\"5\r6\",7\n8,9\n")
    #expect(records.rows == [1, 2, 4, 5, 6])
    #expect(records.lines == [1, 2, 6, 7, 9])
    #expect(records.texts[1] == ["one\ntwo\r\nthree", "2"])
  }

  @Test func `a blank line has a number, and a line of commas is a record`() throws {
    let records = try Records("a,b\n \t \n,,\n1,2")
    #expect(records.texts == [["a", "b"], ["", "", ""], ["1", "2"]])
    #expect(records.rows == [1, 3, 4])
  }

  @Test func `a NUL stays in its cell, and what is behind it too`() throws {
    let records = try Records("a\u{0}b,c\n\u{0},d\n")
    #expect(records.texts == [["a\u{0}b", "c"], ["\u{0}", "d"]])
  }

  @Test func `a mark before the text is passed over, even before a quotation mark`() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for length in [1, 2, 3, 4, 64] {
      let quoted = try Records(mark + Array("\"Supplier, name\",b\n1,2\n".utf8), inPiecesOf: length)
      #expect(quoted.texts == [["Supplier, name", "b"], ["1", "2"]])
      #expect(quoted.lines == [1, 2])
      #expect(quoted.fault == nil)
    }
    let only = try Records(mark)
    #expect(only.texts.isEmpty && only.fault == nil)
  }

  @Test func `a fault is placed by its byte in the file, mark and all`() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let records = try Records(mark + Array("a,b\n\"x\ny\",1\nc,d\"e\n".utf8))
    let fault = try #require(records.fault)
    #expect(records.texts == [["a", "b"], ["x\ny", "1"]])
    #expect(fault.kind == .quoting)
    #expect((fault.row, fault.line, fault.offset) == (3, 4, 18))
  }

  @Test func `a quotation mark that is never closed is placed where its row begins`() throws {
    let records = try Records("a,b\n1,2\n3,\"four\n5,6\n7,8\n")
    let fault = try #require(records.fault)
    #expect(records.texts == [["a", "b"], ["1", "2"]])
    #expect(fault.kind == .neverClosed)
    #expect((fault.row, fault.line) == (3, 3))
  }

  @Test func `a row may have sixteen megabytes`() {
    #expect(CSVReader.usualMostBytes == 16 * 1024 * 1024)
  }

  @Test(arguments: [10, 33, 64, 1000])
  func `a row that is longer than any real one is refused where it begins`(length: Int) throws {
    let scratch = try Scratch()
    func records(_ row: String) throws -> Records {
      let path = try scratch.write("a\n\(row)\nb\n", to: "long.csv")
      return try Records(path: path, inPiecesOf: length, upTo: 100)
    }
    let most = String(repeating: "x", count: 99)
    #expect(try records(most).texts == [["a"], [most], ["b"]])
    for row in [most + "x", "\"" + most.replacing("xxx", with: "xx\n") + "x\""] {
      let above = try records(row)
      let fault = try #require(above.fault)
      #expect(above.texts == [["a"]])
      #expect(fault.kind == .tooLong)
      #expect((fault.row, fault.line) == (2, 2))
    }
  }
}
