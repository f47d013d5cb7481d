import Bookkeeping
import Foundation
import TestSupport
import Testing

@testable import Importing

/// Councils' lists as they published them: every record comes to one thing, and the sums are those
/// that a second, plain reader finds.
@Suite(.enabled(if: SharedData.isThere, "the published files are not on this machine"))
struct PublishedPaymentTests {
  /// A file, the mapping for it, where its headings and its amounts are, and what is known of it.
  private struct List: Sendable {
    let file: String
    let mapping: String
    var header = 1
    let amount: Int
    var encoding = SourceFile.Encoding.utf8
    var refused: [String] = []
    /// Rows whose cell of the code is empty, so that nobody knows what they are for.
    var withoutCode = 0
    var blanks = 0
    var totals = 0
  }

  private static let lists = [
    List(file: "devon/DCCSpendingOver500_202505.csv", mapping: "devon", amount: 4),
    List(file: "devon/DCCSpendingOver500_202511.csv", mapping: "devon", amount: 4),
    List(
      file: "warwickshire/all-july-2020.csv", mapping: "warwickshire", amount: 5,
      refused: ["date-unreadable"], withoutCode: 29),
    List(
      file: "warwickshire/all-december-2010.csv", mapping: "warwickshire", header: 3, amount: 3,
      encoding: .windows1252, refused: ["date-unreadable"], blanks: 1),
    List(
      file: "lambeth/2011-10-payments.csv", mapping: "lambeth", header: 2, amount: 1,
      refused: ["amount-missing"], totals: 1),
    List(
      file: "lambeth/2012-02-payments.csv", mapping: "lambeth", header: 2, amount: 1,
      refused: ["amount-missing"], totals: 1),
  ]

  @Test(arguments: lists.indices)
  func `every record of a list comes to one thing, and none of its pence is lost`(index: Int) throws
  {
    let list = Self.lists[index]
    let path = SharedData.path("council-spend/" + list.file)
    let trial = try Trial(path: path, as: .payments, mapping: try Trial.shipped(list.mapping))
    #expect(trial.unusable == nil)
    #expect(trial.file?.encoding == list.encoding)
    #expect(trial.summary.preamble == list.header - 1)
    #expect(trial.refusals.map(\.code).filter { $0 != "cell-missing" } == list.refused)
    #expect(trial.refusals.count { $0.code == "cell-missing" } == list.withoutCode)
    #expect(trial.summary.blanks == list.blanks)
    #expect(trial.totals.count == list.totals)

    let bytes = SharedData.bytes("council-spend/" + list.file)
    // Every byte becomes the letter of its number, which leaves digits, commas and ends as they are.
    let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    let records = CommaSeparated.records(text).filter { $0.contains { !$0.isEmpty } }
      .dropFirst(list.header)
    let results =
      trial.readings.count + trial.outside.count + trial.refusals.count + trial.nothings.count
      + trial.totals.count
    #expect(results == records.count)

    let plain = records.dropLast(list.totals).map { record in
      Self.pence(record.count > list.amount ? record[list.amount] : "")
    }.reduce(0, +)
    let found =
      trial.readings.map(\.amount).total() + trial.outside.total()
      + trial.refusedAmounts.compactMap(\.self).total()
    #expect(found.pence == plain)
  }

  private static func pence(_ text: String) -> Int64 {
    let digits = text.filter { $0.isNumber || $0 == "-" || $0 == "." }
    let pence = (Decimal(string: digits) ?? 0) * 100
    return NSDecimalNumber(decimal: pence).int64Value
  }
}
