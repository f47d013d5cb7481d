import TestSupport
import Testing

@testable import Importing

/// What of a cell a message may show.
struct QuotableTests {
  @Test(arguments: [
    "1,23", "17/042015", "REDACTED", "Redacted Under DP Act", "£-", "31 Oct 26", "#DIV/0!", "N/A",
    "",
  ])
  func `amounts, dates and the words that stand for them are shown`(text: String) {
    #expect(Quotable.text(text) == "“\(text)”")
  }

  @Test(arguments: [
    ("O", "1 character, not shown as they may be a name"),
    ("Mary", "4 characters, not shown as they may be a name"),
    ("12 Mary 34", "10 characters, not shown as they may be a name"),
    ("Łukasz", "6 characters, not shown as they may be a name"),
  ])
  func `anything else is only counted`(text: String, shown: String) {
    #expect(Quotable.text(text) == shown)
  }

  @Test func `a long text is not shown, and signs of control are shown and not sent`() {
    #expect(
      Quotable.text(String(repeating: "1", count: 41))
        == "41 characters, not shown as they may be a name")
    #expect(Quotable.text("1\u{1B}[2\n3") == "“1‹1B›[2·3”")
  }
}
