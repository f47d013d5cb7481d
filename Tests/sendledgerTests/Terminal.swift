import Foundation
import Synchronization
import TestSupport

@testable import sendledger

/// A person at a terminal: what they type, and what they are told.
final class Terminal: Sendable {
  /// The folder that they may write in.
  let scratch: Scratch
  let today: String
  let user: String
  private let environment: [String: String]
  /// How often a run looks before it is told to end.
  private let looks: Int

  init(
    _ scratch: Scratch, today: String = "2026-10-31", user: String = "a.khan",
    environment: [String: String] = [:], stopsAfter looks: Int = .max
  ) {
    self.looks = looks
    self.scratch = scratch
    self.today = today
    self.user = user
    self.environment = environment
  }

  /// The same terminal on another day, or with another person at it.
  func on(_ today: String, by user: String = "a.khan") -> Terminal {
    Terminal(scratch, today: today, user: user, environment: environment)
  }

  struct Answer {
    let status: Int32
    let out: String
    let err: String
  }

  /// Types a command, its words given one by one.
  @discardableResult
  func type(_ words: [String]) async -> Answer {
    let out = Words()
    let err = Words()
    let status = await Surroundings.$current.withValue(surroundings(out, err)) {
      await SendLedger.run(words)
    }
    return Answer(status: status, out: out.text, err: err.text)
  }

  /// Types a command, its words between spaces.
  @discardableResult
  func type(_ line: String) async -> Answer {
    await type(line.split(separator: " ").map(String.init))
  }

  /// Has something done at the terminal that no command is for.
  func within<Value>(_ work: () async throws -> Value) async rethrows -> Value {
    try await Surroundings.$current.withValue(surroundings(Words(), Words()), operation: work)
  }

  private func surroundings(_ out: Words, _ err: Words) -> Surroundings {
    var all = environment
    all["SENDLEDGER_TODAY"] = today
    all["SENDLEDGER_USER"] = user
    all["SENDLEDGER_SALT"] = all["SENDLEDGER_SALT"] ?? String(repeating: "a1", count: 32)
    let looked = Atomic(0)
    return Surroundings(
      variable: { [all] in all[$0] }, folder: Project.folder, out: { out.add($0) },
      err: { err.add($0) }, errIsTerminal: false, outIsTerminal: false,
      isStopped: { [looks] in looked.add(1, ordering: .relaxed).oldValue >= looks })
  }

  private final class Words: Sendable {
    private let said = Mutex("")

    func add(_ text: String) { said.withLock { $0 += text } }

    var text: String { said.withLock { $0 } }
  }
}
