import Foundation
import TestSupport
import Testing

@testable import sendledger

/// The pages of `docs/messages`, which the program is built with.
@Suite struct MessagePageTests {
  static let names = files.filter { $0 != "README.md" }.map { String($0.dropLast(3)) }

  private static let files: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: Project.path("docs/messages"))
    return (found ?? []).sorted()
  }()

  @Test func `every page is built into the program`() throws {
    let names = try MessageCatalogue().pages.map(\.name)
    #expect(names.sorted() == Self.names)
    #expect(names.count > 20)
  }

  @Test(arguments: names)
  func `a page is written as pages are, and explain prints what it says`(name: String) throws {
    let text = try Project.text("docs/messages/\(name).md")
    let page = try MessagePage(name, text: text)
    let sections = page.explanations.map { "## \($0.code)\n\n\($0.text)\n" }
    #expect(text.hasSuffix("\n\n" + sections.joined(separator: "\n")))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("## ") }.count == sections.count)
  }

  @Test func `the first page leads to every other, and names its codes`() throws {
    let rows = try MessageCatalogue().pages.map { page in
      "| [\(page.title)](\(page.name).md) | "
        + page.explanations.map { "`\($0.code)`" }.joined(separator: ", ") + " |\n"
    }
    let index = """
      # Messages

      Every message has a code. `sendledger explain CODE` says what it means, in the words of these
      pages: they are built into the program. `sendledger explain` lists the codes.

      A new code is a heading of the second level, what it means in two to five sentences, and the
      commands to type next, if there are any, set in by four spaces.

      | Page | Codes |
      |---|---|
      \(rows.joined())
      """
    #expect(try index == Golden.text("docs/messages/README.md", found: index))
  }

  /// A page of two codes, its lines counted from one.
  private static let page = [
    "# Title", "", "The same words: `sendledger explain CODE`.", "",
    "## one", "", "Some words.", "More words.", "", "    sendledger status", "",
    "## two", "", "Other words.", "",
  ]

  @Test func `a page is a title and codes, each with words and perhaps commands`() throws {
    let page = try MessagePage("a", text: Self.page.joined(separator: "\n"))
    #expect(page.title == "Title")
    #expect(page.explanations.map(\.code) == ["one", "two"])
    #expect(page.explanations.map(\.words) == ["Some words.\nMore words.", "Other words."])
    #expect(page.explanations.map(\.commands) == [["sendledger status"], []])
  }

  @Test(arguments: [
    (1, "Title"), (1, "## Title"), (1, "# "), (2, "words"), (3, "Other words."), (4, "words"),
    (5, "one"), (5, "# one"), (5, "### one"), (5, ""), (6, "words"), (7, ""), (7, " Some words."),
    (8, "# More words"), (8, "More words. "), (9, "    sendledger status"),
    (10, "  sendledger status"), (10, "     sendledger status"), (10, "sendledger status"),
    (11, "words"), (12, "two"), (12, "words"), (13, "    sendledger status"),
  ])
  func `a line that is not what has to stand there is named`(line: Int, text: String) throws {
    var lines = Self.page
    lines[line - 1] = text
    let fault = #expect(throws: MessagePage.Fault.self) {
      _ = try MessagePage("a", text: lines.joined(separator: "\n"))
    }
    #expect(fault?.line == line)
    #expect(fault?.description.hasPrefix("docs/messages/a.md:\(line): ") == true)
  }

  @Test func `a page that breaks off is told at its last line`() {
    for count in [1, 3, 5, 7, 8, 10] {
      let fault = #expect(throws: MessagePage.Fault.self) {
        _ = try MessagePage("a", text: Self.page.prefix(count).joined(separator: "\n"))
      }
      #expect(fault?.line == count)
    }
  }

  @Test func `a page ends in one line break, and no empty line`() {
    #expect(throws: MessagePage.Fault.self) {
      _ = try MessagePage("a", text: Self.page.joined(separator: "\n") + "\n")
    }
  }
}
