import Bookkeeping
import TestSupport
import Testing

@testable import Importing

/// What people write by hand: read whole, with all its faults, within bounds.
struct WrittenFileTests {
  /// What is wrong with a text, each fault as `line code problem`.
  private func faults(
    _ text: String, _ names: WrittenNames = ["name", "list", "part"],
    _ read: (WrittenPart) -> Void = { _ in }
  ) -> [String] {
    do throws(WrittenFaults) {
      let file = try WrittenFile(text, named: "a.yaml", as: .scenario)
      try file.read(names) { part in read(part) }
      return []
    } catch {
      return error.list.map { "\($0.place?.line ?? 0) \($0.code) \($0.problem)" }
    }
  }

  @Test func `faults are told together, in the order of their lines`() {
    let found = faults("list:\n  - {a: 1}\n  - {a: x, b: 2}\nnmae: Anyshire\npart: text\n") {
      root in
      _ = root.text("name")
      _ = root.part("part", ["a"])
      _ = root.each("list", ["a"]) { $0.value("a", as: "a number") { Int($0) } }
    }
    #expect(
      found == [
        "1 written-value-missing the scenario does not say its name",
        "3 written-value-unreadable list 2, a cannot be read",
        "3 written-name-unknown “b” is not a name of list 2",
        "4 written-name-unknown “nmae” is not a name of the scenario",
        "5 written-value-unreadable part cannot be read",
      ])
  }

  @Test func `a name that is nearly known is answered with the one that is meant`() throws {
    let error = try #require(throws: WrittenFaults.self) {
      try WrittenFile("nmae: x", named: "a.yaml", as: .scenario).read(["name"]) { $0.text("name") }
    }
    #expect(error.list[0].next == "write “name” if that is meant; use only: name")
  }

  @Test func `a name that may be a person's is not repeated`() {
    #expect(
      faults("Ann Archer: x") == [
        "1 written-name-unknown 10 characters, not shown as they may be a name is not a name of "
          + "the scenario"
      ])
  }

  @Test func `what is nothing to YAML is a value that is missing`() throws {
    for nothing in ["", " ~", " null", " \"\"", " '  '"] {
      #expect(
        faults("name:\(nothing)\n") { _ = $0.text("name") } == [
          "1 written-value-missing the scenario does not say its name"
        ])
    }
    let quoted = try WrittenFile("name: \"~\"", named: "a.yaml", as: .scenario)
    #expect(try quoted.read(["name"]) { $0.text("name") } == "~")
  }

  @Test func `a name is read in an earlier spelling, and not in two at once`() throws {
    let names = WrittenNames(["name"], earlier: ["title": "name"])
    let earlier = try WrittenFile("title: x", named: "a.yaml", as: .scenario)
    #expect(try earlier.read(names) { $0.text("name") } == "x")
    #expect(
      faults("name: x\ntitle: y", names) == [
        "2 written-parts-unfit the scenario has name and title"
      ])
  }

  @Test(arguments: [
    ("name: &a [x, x]\nlist: [*a, *a]\n", 2), ("name: &a {x: y}\n? *a\n: z\n", 2),
    ("name: &a x\nlist:\n  - 1\n  -   *a\n", 4), ("name: {x: &a 1, \"y\":*a}\n", 1),
  ])
  func `an alias is refused at its line`(text: String, line: Int) {
    #expect(
      faults(text) == [
        "\(line) written-out-of-bounds the scenario refers to a part of itself by an alias"
      ])
  }

  @Test func `a name that is nine levels of aliases is refused before anything is made of it`() {
    let levels = (1...9).map { level in
      "a\(level): &a\(level) [\((1...10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
    }
    let found = faults("a0: &a0 [x]\n" + levels.joined() + "? *a9\n: x\n")
    #expect(found.map { $0.prefix(23) } == ["2 written-out-of-bounds"])
  }

  @Test func `stars and ampersands within texts are none`() {
    let text =
      "name: Fish & chips *and* peas &c\nlist: [\"a *b\", c&d]\npart: |\n  * one\n  & two\n"
    #expect(faults(text) == [])
    #expect(faults("name: {\"&a\": 1, \"&b\": \"*a *b\"}  # &a *a\n") == [])
  }

  @Test func `a file is read up to its bounds, and not beyond`() {
    let levels = WrittenNode.mostLevels - 1
    func nested(_ levels: Int) -> String {
      "list: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(faults(nested(levels)) == [])
    let tooDeep = "written-out-of-bounds the scenario has more than 20 parts in one another"
    #expect(faults(nested(levels + 1)) == ["1 \(tooDeep)"])
    #expect(faults(nested(900)) == ["1 \(tooDeep)"])
    #expect(faults(nested(400_000)).map { $0.prefix(18) } == ["1 written-not-yaml"])
    let most = WrittenKind.scenario.mostBytes
    let text = "name: x\n" + String(repeating: "#", count: most - 8)
    #expect(faults(text) == [])
    #expect(
      faults(text + "#") == ["1 written-out-of-bounds the scenario is longer than 1000000 bytes"])
  }

  @Test func `what is no text, or no names, is told of the file`() throws {
    let bytes = try #require(throws: WrittenFaults.self) {
      try WrittenFile([0x6E, 0xE9], named: "a.yaml", as: .agreement)
    }
    #expect(bytes.list[0].problem == "the agreement is not written in UTF-8")
    #expect(
      faults("- a\n") == ["1 written-not-yaml the scenario is not written as names and values"])
    #expect(faults("") == ["1 written-not-yaml the scenario is not written as names and values"])
    #expect(
      faults("name: x\nname: y") == [
        "1 written-name-twice “name” stands twice, here for the first time"
      ])
  }

  @Test(arguments: [7, 99, 2026, 20_261_120] as [UInt64])
  func `what is written is read as it was`(seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    for _ in 0..<200 {
      let node = Self.node(4, &chance)
      let root = WrittenNode(["name": node])
      let read = try WrittenFile(root.yaml, named: "a.yaml", as: .agreement).root
      #expect(read.isAlike(root), "seed \(seed): \(root.yaml)")
      // A bare ~ would be nothing, and is written between quotation marks.
      #expect(
        read.saidTexts == root.texts.compactMap(\.text).filter { $0.contains { !$0.isWhitespace } },
        "seed \(seed): \(root.yaml)")
    }
  }

  private static let texts = [
    "9.2", "3%", "2027-01-31", "~", "null", "Null", "true", "", " ", "a: b", "# no comment", "- x",
    "*a", "&a", "“quoted”", "it's", "\"", "two\nlines", "end\n", "5% of the pool", "[", "{a", "!x",
    "ünï", "a  b", "|", ">", "'", "1e3", "0123", "a #b", "?", "%", "@", "`",
  ]

  private static func node(_ levels: Int, _ chance: inout Seeded) -> WrittenNode {
    func text() -> String { texts[Int.random(in: 0..<texts.count, using: &chance)] }
    let count = Int.random(in: 1...3, using: &chance)
    switch levels == 0 ? 0 : Int.random(in: 0...2, using: &chance) {
    case 0: return WrittenNode(text: text())
    case 1: return WrittenNode(list: (0..<count).map { _ in node(levels - 1, &chance) })
    default:
      return WrittenNode(
        pairs: (0..<count).map { ("\($0) \(text())", node(levels - 1, &chance)) })
    }
  }
}

extension WrittenNode {
  /// Whether it has the same texts, lists and names, wherever they stand.
  fileprivate func isAlike(_ other: WrittenNode) -> Bool {
    switch (content, other.content) {
    case (.text(let one, _), .text(let two, _)): one == two
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isAlike($1) }
    case (.names(let one), .names(let two)):
      one.count == two.count
        && zip(one, two).allSatisfy { $0.name.isAlike($1.name) && $0.value.isAlike($1.value) }
    case (.text, _), (.list, _), (.names, _): false
    }
  }

  /// The texts that say something.
  fileprivate var saidTexts: [String] { texts.compactMap(\.said) }
}
