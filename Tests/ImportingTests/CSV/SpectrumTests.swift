import Foundation
import TestSupport
import Testing

@testable import Importing

/// The files of csv-spectrum, each beside the JSON that says what stands in it.
@Suite(.enabled(if: SharedData.isThere, "the published files are not on this machine"))
struct SpectrumTests {
  /// A bare quotation mark stands in it, for inches and seconds: libcsv in strict mode refuses that.
  private static let refused = "location_coordinates"

  private static var names: [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: SharedData.path("csv/csv-spectrum/csvs"))
    return (files ?? []).map { String($0.dropLast(4)) }.sorted()
  }

  private static func csv(_ name: String) -> String {
    SharedData.path("csv/csv-spectrum/csvs/\(name).csv")
  }

  @Test func `there are twelve files`() {
    #expect(Self.names.count == 12)
    #expect(Self.names.contains(Self.refused))
  }

  @Test(arguments: names.filter { $0 != refused })
  func `a file holds what its JSON says`(name: String) throws {
    let bytes = SharedData.bytes("csv/csv-spectrum/json/\(name).json")
    let expected = try JSONDecoder().decode([[String: String]].self, from: Data(bytes))
    for length in [1, 2, 3, 7, FilePieces.usualLength] {
      let records = try Records(path: Self.csv(name), inPiecesOf: length)
      #expect(records.fault == nil)
      let headings = try #require(records.texts.first)
      let found = records.texts.dropFirst().map { record in
        Dictionary(zip(headings, record)) { first, _ in first }
      }
      #expect(found == expected, "in pieces of \(length)")
      #expect(records.texts.allSatisfy { $0.count == headings.count })
    }
  }

  @Test func `a bare quotation mark inside a cell is refused at its byte, row and line`() throws {
    let path = Self.csv(Self.refused)
    let records = try Records(path: path)
    #expect(
      records.texts == [["Contact Phone Number", "Location Coordinates", "Cities", "Counties"]])
    let fault = try #require(records.fault)
    let bytes = SharedData.bytes("csv/csv-spectrum/csvs/\(Self.refused).csv")
    #expect(fault.kind == .quoting)
    #expect(fault.offset == bytes.firstIndex(of: UInt8(ascii: "\"")))
    #expect((fault.row, fault.line) == (2, 2))
  }
}
