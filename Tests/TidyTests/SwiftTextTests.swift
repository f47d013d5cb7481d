import Testing

@Suite struct SwiftTextTests {
  @Test func `comments and literals are taken out of the code, line for line`() {
    let file = SwiftText(
      "a.swift",
      """
      let a = "one // two" // three
      /* four
      five */ let b = \"\"\"
        six
        \"\"\"
      let c = "seven \\(d("eight")) nine"
      """)
    #expect(
      file.code == [
        "let a = \"\" ", "", " let b = \"", "", "\"", "let c = \"(d(\"\"))\"",
      ])
    #expect(file.literals.map(\.line) == [1, 3, 6, 6])
    #expect(file.literals.map(\.text) == ["one // two", "\n  six\n  ", "eight", "seven  nine"])
  }

  @Test func `a literal knows the code before it`() {
    let file = SwiftText("a.swift", "Diagnostic(\n  .error, \"file-empty\")")
    #expect(file.literals.first?.before == "Diagnostic(.error,")
  }
}
