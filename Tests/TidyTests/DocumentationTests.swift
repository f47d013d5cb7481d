import Testing

@Suite struct DocumentationTests {
  @Test func `every public type says what it is`() {
    #expect(ProjectFiles.sources.flatMap { Documentation.undocumented(.type, in: $0) } == [])
  }

  @Test(arguments: [
    "public struct A {}", "  public enum B {}", "@frozen public final class C {}",
    "@MainActor\npublic protocol D {}", "// Not ///\npublic typealias E = Int",
  ])
  func `a public type without a line is found`(code: String) {
    #expect(Documentation.undocumented(.type, in: SwiftText("a.swift", code)).count == 1)
  }

  @Test(arguments: [
    "public let a = 1", "  public static func b() {}", "public init() {}",
    "public internal(set) var c: Int", "public subscript(d: Int) -> Int { d }",
  ])
  func `a public member without a line is found`(code: String) {
    #expect(Documentation.undocumented(.member, in: SwiftText("a.swift", code)).count == 1)
    #expect(Documentation.undocumented(.type, in: SwiftText("a.swift", code)) == [])
  }

  @Test(arguments: [
    "/// A.\npublic struct A {}", "/// B.\n@frozen\npublic enum B {}", "struct C {}",
    "public import Funding", "let a = \"public struct D {}\"", "/// E.\n  public let e = 1",
  ])
  func `what has a line or needs none is let be`(code: String) {
    let file = SwiftText("a.swift", code)
    #expect(Documentation.undocumented(.type, in: file) == [])
    #expect(Documentation.undocumented(.member, in: file) == [])
  }
}
