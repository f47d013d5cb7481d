import TestSupport
import Testing

@testable import Importing

/// The cases by which libcsv tests itself, as it reads them in strict mode.
@Suite(.enabled(if: SharedData.isThere, "the published files are not on this machine"))
struct LibcsvCaseTests {
  /// A case, and the cells of the one record in it; none where there is no record.
  private static let cases: [(number: String, cells: [String]?)] = [
    ("01", ["1", "2", "3", "4", "5"]),
    ("02", ["", "", "", "", "", ""]),
    ("03", [",", ",", ""]),
    (
      "04",
      [
        """
        I call our world Flatland,
         not because we call it so,\(" ")
         but to make its nature clearer
         to you, my happy readers,
         who are privileged to live in Space.
        """
      ]
    ),
    ("05", ["\"a,b\"", "", " \"\" ", "\"\" ", " \"\"", "\"\""]),
    ("06", [" a, b ,c ", "a b  c", ""]),
    ("10", ["a"]),
    ("11", ["1", "2", "3", "4"]),
    ("12", nil),
    ("13", ["abc"]),
  ]

  private static func file(_ number: String) -> String { "csv/libcsv/test_\(number).csv" }

  @Test(arguments: cases.indices)
  func `a case reads as libcsv says`(index: Int) throws {
    let (number, cells) = Self.cases[index]
    let path = SharedData.path(Self.file(number))
    for length in [1, 2, 5, FilePieces.usualLength] {
      let records = try Records(path: path, inPiecesOf: length)
      #expect(records.texts == (cells.map { [$0] } ?? []), "case \(number) in pieces of \(length)")
      #expect(records.fault == nil)
    }
  }

  /// libcsv's own answer to both is lenient: it makes the second quotation mark part of the cell.
  @Test(arguments: [("07", 7), ("08", 2005)])
  func `a quotation mark behind a closed cell is refused at its byte`(number: String, offset: Int)
    throws
  {
    let bytes = SharedData.bytes(Self.file(number))
    let records = try Records(bytes)
    let fault = try #require(records.fault)
    #expect(records.all.isEmpty)
    #expect(fault.kind == .quoting)
    #expect(fault.offset == offset)
    #expect(bytes[offset] == UInt8(ascii: "\""))
    #expect((fault.row, fault.line) == (1, 1))
  }
}
