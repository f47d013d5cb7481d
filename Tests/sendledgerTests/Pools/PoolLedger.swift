import TestSupport

/// The example ledger at the end of October with its agreement, and what a command says of its pool.
struct PoolLedger {
  let ledger: TestLedger

  static let agreement = "imports/example/agreements/pool-2026.yaml"

  /// What varies it from January on.
  static let variation = "imports/example/agreements/pool-2026-varied.yaml"

  static func made() async throws -> PoolLedger {
    let ledger = try await TestLedger.october()
    try await ledger.type(["pool", "agree", agreement]).require()
    return PoolLedger(ledger: ledger)
  }

  /// The same agreement with a piece of its text replaced, adopted into a ledger that has none.
  static func made(replacing text: String, with other: String) async throws -> PoolLedger {
    let made = PoolLedger(ledger: try await TestLedger.october())
    try await made.agree(replacing: text, with: other).require()
    return made
  }

  /// What is said to an agreement with a piece of its text replaced.
  func agree(replacing text: String, with other: String) async throws -> Terminal.Answer {
    try await agree(PoolLedger.agreement, replacing: [(text, other)])
  }

  /// The same, with several pieces replaced.
  func agree(_ pieces: (String, String)...) async throws -> Terminal.Answer {
    try await agree(PoolLedger.agreement, replacing: pieces)
  }

  /// What is said to the variation of the example with pieces of its text replaced.
  func vary(_ pieces: (String, String)...) async throws -> Terminal.Answer {
    try await agree(PoolLedger.variation, replacing: pieces)
  }

  private func agree(
    _ file: String, replacing pieces: [(String, String)]
  ) async throws -> Terminal.Answer {
    var words = try Project.text(file)
    for (text, other) in pieces {
      precondition(words.contains(text), "the example does not say \(text)")
      words = words.replacing(text, with: other)
    }
    let path = try ledger.terminal.scratch.write(words, to: "agreement.yaml")
    return await ledger.type(["pool", "agree", path])
  }

  /// The tables of a report on the pool, by their names.
  func tables(_ line: String) async -> [String: [[String: String]]] {
    let answer = await ledger.type(line + " --format csv")
    var tables: [String: [[String: String]]] = [:]
    for row in CommaSeparated(answer.out).rows {
      tables[row["table"] ?? "", default: []].append(row)
    }
    return tables
  }
}

extension [[String: String]] {
  /// The rows that say some words under some names.
  func rows(_ words: [String: String]) -> [[String: String]] {
    filter { row in words.allSatisfy { row[$0.key] == $0.value } }
  }
}
