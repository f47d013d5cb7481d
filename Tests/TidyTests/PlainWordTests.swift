import Testing

@Suite struct PlainWordTests {
  private static let allowed = [
    Allowed(
      "Sources/Reporting/Statements/FamilyStatement+Payments.swift", "sorry",
      because: "the council paid a family late, and says so"),
    Allowed(
      "Sources/Reporting/Statements/FamilyStatement+Payments.swift", "please",
      because: "a family is asked for a receipt"),
    Allowed(
      "Sources/Rendering/HTMLRenderer.swift", "please",
      because: "it knows that line of the statement by its words"),
    Allowed(
      "Sources/Funding/Events/Receipt.swift", "please",
      because: "a word of the receipts file, please-send"),
    Allowed(
      "docs/formats/receipts.md", "please",
      because: "a word of the receipts file, please-send"),
  ]

  private static func found(allowing allowed: [Allowed]) -> [Finding] {
    ProjectFiles.sources.flatMap { PlainWords.findings(in: $0, allowing: allowed) }
      + ProjectFiles.pages.flatMap {
        PlainWords.findings(inPage: $0.text, of: $0.path, allowing: allowed)
      }
  }

  @Test func `no message and no page uses a word that blames or begs`() {
    #expect(Self.found(allowing: Self.allowed) == [])
  }

  @Test func `every exception is needed`() {
    let all = Self.found(allowing: [])
    for exception in Self.allowed {
      #expect(
        all.contains { $0.path == exception.path && $0.words == exception.word }, "\(exception)")
    }
  }

  @Test(arguments: [
    "Invalid date", "Please try again", "failed to open", "an unexpected end", "Oops",
    "We are sorry",
  ])
  func `each of the words is found in a literal and on a page`(words: String) {
    let file = SwiftText("a.swift", "let a = \"\(words)\"")
    #expect(PlainWords.findings(in: file).count == 1)
    #expect(PlainWords.findings(inPage: "one\n\(words)", of: "a.md").map(\.line) == [2])
  }

  @Test func `code and comments may use the words`() {
    let file = SwiftText("a.swift", "let invalid = please // failed to\n")
    #expect(PlainWords.findings(in: file) == [])
  }
}
