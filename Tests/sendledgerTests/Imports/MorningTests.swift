import Foundation
import TestSupport
import Testing

/// The page of an officer's morning is what the program prints.
struct MorningTests {
  private static let page = "docs/morning.md"

  @Test func `each command of the page prints what stands under it, and at the end nothing waits`()
    async throws
  {
    let ledger = try await TestLedger.october(today: "2026-11-28")
    var page: [String] = []
    var isPassed = false
    var last = ""
    for line in try Project.text(Self.page).split(separator: "\n", omittingEmptySubsequences: false)
    {
      // What stood under a command is made anew.
      if line == "```" { isPassed = false }
      if isPassed { continue }
      page.append(String(line))
      guard line.hasPrefix("$ sendledger ") else { continue }
      isPassed = true
      let words = Self.words(String(line.dropFirst("$ sendledger ".count))).map { word in
        word.hasPrefix("imports/") ? Project.path(word) : word
      }
      let answer = await ledger.type(words)
      #expect(answer.status == 0 || answer.status == 2, "\(answer)")
      last = answer.out
      page += (answer.err + answer.out).split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map(String.init)
    }
    #expect(last.contains("To do        Nothing"), "\(last)")
    let found = page.joined(separator: "\n")
    #expect(try found == Golden.text(Self.page, found: found))
  }

  /// The words of a command, some of them between quotation marks.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap {
      place, part in
      place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}
