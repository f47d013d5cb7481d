import TestSupport

@testable import Importing

/// The records of a CSV file, kept as the reader handed them over.
struct Records: Equatable {
  /// A record, its place, and the bytes of its cells.
  struct Record: Equatable {
    let row: Int
    let line: Int
    let cells: [[UInt8]]

    var texts: [String] { cells.map { String(decoding: $0, as: UTF8.self) } }
  }

  private(set) var all: [Record] = []
  private(set) var fault: CSVReader.Fault?

  var texts: [[String]] { all.map(\.texts) }
  var rows: [Int] { all.map(\.row) }
  var lines: [Int] { all.map(\.line) }

  init(_ bytes: [UInt8], inPiecesOf length: Int = FilePieces.usualLength) throws {
    let scratch = try Scratch()
    try self.init(path: try scratch.write(bytes, to: "records.csv"), inPiecesOf: length)
  }

  init(_ text: String, inPiecesOf length: Int = FilePieces.usualLength) throws {
    try self.init(Array(text.utf8), inPiecesOf: length)
  }

  init(
    path: String, inPiecesOf length: Int = FilePieces.usualLength,
    upTo most: Int = CSVReader.usualMostBytes
  ) throws {
    let file = try SourceFile(path, inPiecesOf: length)
    var found: [Record] = []
    let reader = try CSVReader(file, inPiecesOf: length, upTo: most) { row in
      found.append(
        Record(row: row.row, line: row.line, cells: (0..<row.count).map { Array(row[$0]) }))
    }
    do throws(CSVReader.Fault) {
      while try reader.advance() {}
    } catch {
      fault = error
    }
    all = found
  }
}
