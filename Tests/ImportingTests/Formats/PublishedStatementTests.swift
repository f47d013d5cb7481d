import Bookkeeping
import TestSupport
import Testing

@testable import Importing

/// Statements in the layouts of UK banks, as others wrote them down to test with.
@Suite(.enabled(if: SharedData.isThere, "the published files are not on this machine"))
struct PublishedStatementTests {
  /// A file, the mapping for it, the pence of its lines and the last balance it prints.
  private static let files: [(name: String, bank: String, pence: [Int64], balance: Int64?)] = [
    ("barclays.csv", "barclays", [-6000, 200_000, -1234], nil),
    ("hsbc.csv", "hsbc", [-1234, 200_000], nil),
    ("lloyds.csv", "lloyds", [-6000, 200_000, -1234], 100_000),
    (
      "monzo.csv", "monzo",
      [-450, -2347, 245_000, -1890, -280, -8600, -1240, -30_000, -1299], nil
    ),
    ("nationwide_cp1252_crlf_reencoded.csv", "nationwide", [-1234, 200_000, -6000], 294_000),
    ("nationwide_utf8.csv", "nationwide", [-1234, 200_000, -6000], 294_000),
    ("natwest.csv", "natwest", [-1234, 200_000], 300_000),
    ("starling.csv", "starling", [-1234, 200_000, -6000], 292_766),
  ]

  @Test(arguments: files.indices)
  func `a statement reads under the mapping that comes with the program`(index: Int) throws {
    let file = Self.files[index]
    let trial = try Trial(
      path: SharedData.path("bank/" + file.name), as: .bank,
      mapping: try Trial.shipped(file.bank))
    #expect(trial.unusable == nil)
    #expect(trial.refusals.isEmpty)
    #expect(trial.amounts == file.pence)
    #expect(trial.readings.allSatisfy { $0.day.year == 2026 && $0.day.monthOfYear == 9 })
    guard let last = trial.readings.last, case .statementLine(let line) = last.intent else {
      Issue.record("the last line is one of a statement")
      return
    }
    #expect(line.balance?.pence == file.balance)
  }

  @Test func `a statement that is not CSV is refused, and the way out is named`() throws {
    let trial = try Trial(
      path: SharedData.path("bank/santander.txt"), as: .bank,
      mapping: try Trial.shipped("natwest"))
    #expect(trial.readings.isEmpty)
    #expect(trial.unusable?.code == "columns-not-found")
    #expect(trial.unusable?.next == "check the kind of file, or name its columns in a mapping")
  }
}
