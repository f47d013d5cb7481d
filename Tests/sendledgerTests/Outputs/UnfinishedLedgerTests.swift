import Foundation
import TestSupport
import Testing

/// A ledger that was cut off while it was made is made by the next run, and no other is touched.
struct UnfinishedLedgerTests {
  /// The folder of an example ledger, taken apart as a run that was killed leaves it.
  private func cutOff(leaving inPlace: [String], inDraft: [String]) async throws -> TestLedger {
    let ledger = try await TestLedger.make()
    let files = FileManager.default
    let draft = ledger.path + "/.init"
    try files.createDirectory(atPath: draft, withIntermediateDirectories: true)
    for name in ["ledger.sqlite", "register.sqlite"] {
      let place = "\(ledger.path)/\(name)"
      if inDraft.contains(name) { try files.copyItem(atPath: place, toPath: "\(draft)/\(name)") }
      if !inPlace.contains(name) { try files.removeItem(atPath: place) }
    }
    return ledger
  }

  @Test(arguments: [
    ([], []), ([], ["register.sqlite"]), ([], ["ledger.sqlite", "register.sqlite"]),
    (["register.sqlite"], ["ledger.sqlite"]),
  ])
  func `a run that was killed leaves nothing in the way of the next`(
    inPlace: [String], inDraft: [String]
  ) async throws {
    let ledger = try await cutOff(leaving: inPlace, inDraft: inDraft)
    try await ledger.terminal.type("init \(ledger.path)").require()
    #expect(await ledger.type("audit verify").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: ledger.path)
    #expect(!names.contains { $0.hasPrefix(".") || $0.hasSuffix("-wal") })
  }

  @Test(arguments: [
    (["register.sqlite"], []), (["ledger.sqlite"], []), (["register.sqlite"], ["register.sqlite"]),
  ])
  func `half of a ledger that was in use is never made anew`(
    inPlace: [String], inDraft: [String]
  ) async throws {
    let ledger = try await cutOff(leaving: inPlace, inDraft: inDraft)
    let kept = try Data(contentsOf: URL(fileURLWithPath: "\(ledger.path)/\(inPlace[0])"))
    let answer = await ledger.terminal.type("init \(ledger.path)")
    #expect(answer.status == 73)
    #expect(
      answer.err.hasPrefix("error ledger-exists: there is a ledger in \(ledger.path) already"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(ledger.path)/\(inPlace[0])")) == kept)
  }

  @Test func `of several that make one ledger one does, and the others are told`() throws {
    let scratch = try Scratch()
    let words = ["init", scratch.path + "/ledger", "--from", Project.folder + "/ledgers/example"]
    let program = try Program(
      Binary.path, environment: ["SENDLEDGER_TODAY": "2026-10-31", "SENDLEDGER_USER": "a.khan"])
    let runs = try (0..<5).map { _ in try program.start(words) }
    let endings = runs.map { $0.ending() }
    #expect(endings.compactMap(\.status).sorted() == [0, 73, 73, 73, 73])
    #expect(endings.allSatisfy { $0.status == 0 || $0.err.contains("ledger-exists") })
    #expect(try program.run(["audit", "verify", "-C", scratch.path + "/ledger"]).status == 0)
  }
}
