import Foundation
import TestSupport
import Testing

/// The journal as other tools are given it, added up again in the plainest way.
struct ExportTests {
  private func export(_ format: String) async throws -> [[String]] {
    let year = try await WorkedYear.october.value
    let file = year.terminal.scratch.path + "/october.\(format)"
    try await year.terminal.type([
      "export", "--format", format, "--force", "--output", file, "-C", year.ledger,
    ]).require()
    return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
  }

  private func pence(_ text: String) throws -> Int {
    try #require(Int(text.replacing(".", with: "")))
  }

  @Test func `a balance given to beancount takes in the accounts below`() async throws {
    var sums: [String: Int] = [:]
    var balances = 0
    for words in try await export("beancount") {
      if words.count == 3, words[2] == "GBP" {
        sums[words[0], default: 0] += try pence(words[1])
      } else if words.count > 3, words[1] == "balance" {
        let below = sums.filter { $0.key == words[2] || $0.key.hasPrefix(words[2] + ":") }
        #expect(try pence(words[3]) == below.values.reduce(0, +), "\(words[0]) \(words[2])")
        balances += 1
      }
    }
    #expect(balances > 100)
  }
}
