import Bookkeeping
import TestSupport
import Testing

@testable import Importing

/// Amounts as files write them, in a row of a file.
struct AmountCellTests {
  private func trial(_ amount: String) throws -> Trial {
    try Trial(Trial.heading + "01/10/2026,\"\(amount)\",Acorn,1,X\n02/10/2026,5.00,Birch,2,X\n")
  }

  @Test(arguments: [
    ("12", 1200), (".54", 54), ("-£1,736.62", -173_662), ("£828.00", 82_800),
    ("£-512.00", -51_200), (" 5,000.00 ", 500_000), ("13200.00 ", 1_320_000),
    ("\u{A0}57,492,900.67\u{A0}", 5_749_290_067),
  ])
  func `an amount is read however it is dressed`(text: String, pence: Int64) throws {
    let trial = try trial(text)
    #expect(trial.amounts == [pence, 500])
    #expect(trial.summary.notes.isEmpty)
  }

  @Test(arguments: [
    ("1136.8400000000001", 113_684, ReadAmount.Note.noise),
    ("977.5999999999999", 97_760, .noise), ("(12.00)", -1200, .brackets),
  ])
  func `an amount that was dressed oddly is read with a note`(
    text: String, pence: Int64, note: ReadAmount.Note
  ) throws {
    let trial = try trial(text)
    #expect(trial.amounts == [pence, 500])
    #expect(trial.summary.notes == [note: 1])
  }

  @Test(arguments: ["6.82121E-13", "-5.68434E-13", "0E-9"])
  func `what is left of a nought is a nil row, with a note`(text: String) throws {
    let trial = try trial(text)
    #expect(trial.amounts == [500])
    #expect(trial.nothings.map(\.row) == [2])
    #expect(trial.summary.notes == [.exponentTooSmall: 1])
  }

  @Test(arguments: ["123456789E-9", "999999999999.00E-9", "12.5E-13", "1e30", "1E5"])
  func `a power of ten is not taken for nothing where money could be behind it`(text: String)
    throws
  {
    let trial = try trial(text)
    #expect(trial.nothings.isEmpty)
    #expect(trial.refusals.map(\.code) == ["amount-unreadable"])
  }

  /// An amount, and the code and the words of the message that refuses it.
  private static let refused = [
    ("1e30", "amount-unreadable", "Amount is “1e30”"),
    ("NaN", "amount-unreadable", "Amount is “NaN”"),
    ("1,23", "amount-unreadable", "Amount is “1,23”"),
    ("£--", "amount-unreadable", "Amount is “£--”"),
    ("£", "amount-unreadable", "Amount is “£”"),
    ("REDACTED", "amount-unreadable", "Amount is “REDACTED”"),
    ("VARIOUS", "amount-unreadable", "Amount is “VARIOUS”"),
    ("#REF!", "amount-unreadable", "Amount is “#REF!”"),
    ("(-5)", "amount-unreadable", "Amount is “(-5)”"),
    ("09/10/2014", "amount-unreadable", "Amount is “09/10/2014”"),
    ("568.2113", "amount-fraction-of-penny", "Amount is “568.2113”"),
    ("2573.695", "amount-fraction-of-penny", "Amount is “2573.695”"),
    ("27513.361999999936", "amount-fraction-of-penny", "Amount is “27513.361999999936”"),
    ("1000000000000", "amount-too-large", "Amount is “1000000000000”"),
    ("", "amount-missing", "Amount is empty"),
    ("Mary Rose", "amount-unreadable", "9 characters, not shown as they may be a name"),
  ]

  @Test(arguments: refused.indices)
  func `an amount that cannot be read is refused with its place and its text`(index: Int) throws {
    let (text, code, words) = Self.refused[index]
    let trial = try trial(text)
    let diagnostic = try #require(trial.refusals.first)
    #expect(trial.refusals.count == 1)
    #expect(diagnostic.code == code)
    #expect(diagnostic.problem.contains(words))
    #expect(diagnostic.place == Place(file: "trial.csv", row: 2, line: 2, column: "Amount"))
    #expect(diagnostic.next != nil)
    #expect(trial.refusedAmounts == [nil])
    #expect(trial.amounts == [500], "the other row stands")
  }

  @Test(arguments: ["z", "x", "c", ":", "u", "~", "..", "low", "[x]", "[z]", "[n]", "[Y]"])
  func `a mark in the place of a number is refused, shown, and never nought`(mark: String) throws {
    let trial = try trial(mark)
    #expect(trial.refusals.map(\.problem) == ["Amount is “\(mark)”"])
    #expect(trial.amounts == [500])
    #expect(trial.nothings.isEmpty)
  }
}
