import Testing

@Suite struct MessageCodeTests {
  private static let used = Set(ProjectFiles.sources.flatMap(MessageCodes.codes))

  private static let explained = ProjectFiles.pages
    .filter { $0.path.hasPrefix("docs/messages/") && !$0.path.hasSuffix("README.md") }
    .flatMap { MessageCodes.explained(in: $0.text) }

  @Test func `every code that a source uses is explained`() {
    #expect(Self.used.subtracting(Self.explained).sorted() == [])
  }

  @Test func `every code that is explained is used`() {
    #expect(Set(Self.explained).subtracting(Self.used).sorted() == [])
  }

  @Test func `a code is made of small letters, digits and hyphens`() {
    for code in Self.used {
      #expect(code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(code)")
    }
    #expect(Self.used.count > 100)
  }

  @Test func `every message names its code where it is made`() {
    #expect(ProjectFiles.sources.flatMap(MessageCodes.unnamed) == [])
  }

  /// What the program types of itself is the front's to word; what a report notes is not yet.
  @Test func `below the edge a command is typed in the notes of reports alone`() {
    let typing = ProjectFiles.sources.filter { file in
      !file.path.hasPrefix("Sources/sendledger/")
        && file.literals.contains { $0.text.contains("sendledger ") }
    }
    #expect(
      typing.map { $0.path.split(separator: "/").last ?? "" }.sorted() == [
        "MovesReport+Cost.swift", "PoolInputs.swift", "ScenarioDraft.swift",
        "ScenarioPack+People.swift",
      ])
  }

  @Test func `codes are found wherever they may stand`() {
    let file = SwiftText(
      "a.swift",
      """
      throw Diagnostic.error(
        "one",
        "two", next: "three")
      Diagnostic(.warning, "four", at: place, problem: "five")
      return .held(
        code: "six",
        why: "seven")
      preview.doubt(
        key, "eight", "nine")
      ("code", "ten")
      """)
    #expect(MessageCodes.codes(in: file) == ["one", "four", "six", "eight"])
    #expect(MessageCodes.unnamed(in: file) == [])
  }

  @Test func `a code that is chosen as the program runs is found`() {
    let file = SwiftText(
      "a.swift",
      """
      .error(isOne ? "one" : "two", three)
      Diagnostic(.warning, isOne ? "one" : "two", problem: three)
      """)
    #expect(MessageCodes.unnamed(in: file).count == 2)
  }

  @Test func `the codes of a page are its headings`() {
    #expect(
      MessageCodes.explained(in: "# Title\n\n## one\n\nWords.\n\n## two\n") == ["one", "two"])
  }
}
