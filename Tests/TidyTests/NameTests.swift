import Testing

@Suite struct NameTests {
  private static let all = ProjectFiles.sources + ProjectFiles.tests

  @Test func `no file is over 300 lines`() {
    #expect(Self.all.flatMap(Names.tooLong) == [])
  }

  @Test func `no folder or type has a name that says nothing`() {
    #expect(Self.all.flatMap(Names.emptyNames) == [])
  }

  @Test func `a file of 301 lines is found, and one of 300 is not`() {
    func file(_ lines: Int) -> SwiftText {
      SwiftText("a.swift", String(repeating: "let a = 1\n", count: lines))
    }
    #expect(Names.tooLong(file(301)).count == 1)
    #expect(Names.tooLong(file(300)) == [])
  }

  @Test(arguments: [
    ("Sources/Funding/Utils/Money.swift", ""), ("Sources/Funding/Helpers.swift", ""),
    ("Sources/Core/A.swift", ""), ("a.swift", "enum Common {}"),
    ("a.swift", "public final class Shared: Sendable {}"),
    ("a.swift", "typealias Extensions = Int"),
  ])
  func `a name that says nothing is found`(path: String, code: String) {
    #expect(Names.emptyNames(in: SwiftText(path, code)).count == 1)
  }

  @Test func `a name that only begins like one is let be`() {
    let file = SwiftText("Sources/Shares/CoreFunding.swift", "struct CommonOptions {} // enum Core")
    #expect(Names.emptyNames(in: file) == [])
  }
}
