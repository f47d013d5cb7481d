import Bookkeeping
import Testing

struct MoneyParsingTests {
  @Test(arguments: [
    ("12", 1200), ("12.3", 1230), ("12.34", 1234), (".54", 54), ("0", 0), ("-5", -500),
    ("£828.00", 82_800), ("-£512.00", -51_200), ("£-512.00", -51_200), ("-£1,736.62", -173_662),
    (" 5,000.00 ", 500_000), ("13200.00 ", 1_320_000), ("+7", 700), ("\u{2212}7", -700),
    ("1,234,567.89", 123_456_789), ("007", 700), ("12.340000", 1234),
    ("999999999999.99", 99_999_999_999_999),
  ])
  func `reads what people type`(text: String, pence: Int64) throws {
    #expect(try Money(parsing: text) == Money(pence: pence))
  }

  @Test(arguments: [
    "12abc", "1.2.3", "£", "--5", "-(5)", "(-5)", "1e5", "5.", "1,50", "12,34,567", "1.234,00",
    "١٢", "NaN", "£-", "-", "1 000", "5-", "#REF!", "REDACTED", "£ 5 £", "0x10", "1,234,56", ",5",
    "1e30", "1,23", "12:30",
  ])
  func `refuses text that is not wholly an amount`(text: String) {
    #expect(throws: Money.ParsingFailure.notAnAmount) { try Money(parsing: text) }
  }

  @Test func `refuses a fraction of a penny, and never chooses a side of it`() {
    for text in ["568.2113", "638.875", "2573.695", "0.001", "0.00000002"] {
      #expect(throws: Money.ParsingFailure.fractionOfAPenny) { try Money(parsing: text) }
    }
  }

  @Test(arguments: [
    ("1136.8400000000001", 113_684), ("977.5999999999999", 97_760), ("0.99999999999", 100),
    ("-2.0000000000004", -200),
  ])
  func `takes binary noise as the penny that it stands for, and says so`(text: String, pence: Int64)
    throws
  {
    let read = try Money.read(Array(text.utf8)[...])
    #expect(read.money.pence == pence)
    #expect(read.note == .noise)
  }

  @Test func `takes brackets as a minus, and says so`() throws {
    let read = try Money.read(Array("(12.00)".utf8)[...])
    #expect(read.money == -1200)
    #expect(read.note == .brackets)
  }

  @Test func `takes what is left of a nought as nothing, and says so`() throws {
    for text in ["6.82121E-13", "-5.68434e-13"] {
      let read = try Money.read(Array(text.utf8)[...])
      #expect(read.money == .zero)
      #expect(read.note == .exponentTooSmall)
    }
    #expect(throws: Money.ParsingFailure.notAnAmount) { try Money.read(Array("6E-2".utf8)[...]) }
  }

  @Test func `refuses a trillion pounds, and an empty cell`() {
    #expect(throws: Money.ParsingFailure.tooLarge) { try Money(parsing: "1000000000000") }
    #expect(throws: Money.ParsingFailure.tooLarge) {
      try Money(parsing: String(repeating: "9", count: 400))
    }
    #expect(throws: Money.ParsingFailure.empty) { try Money(parsing: "  ") }
  }

  @Test func `reads back every amount that it prints`() throws {
    var pence: Int64 = 1
    while pence < 90_000_000_000_000 {
      for amount in [Money(pence: pence), Money(pence: -pence)] {
        #expect(try Money(parsing: amount.plain) == amount)
        #expect(try Money(parsing: amount.description) == amount)
      }
      pence = pence * 7 + 3
    }
  }
}
