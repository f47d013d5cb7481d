import Foundation
import TestSupport
import Testing

/// A run that a person asks to end.
struct StoppedRunTests {
  @Test(arguments: [0, 1, 2])
  func `statements that are out when a run is stopped are whole, counted, and their heads kept`(
    looks: Int
  ) async throws {
    let ledger = try await StoppedRunTests.threeFamilies()
    let out = ledger.terminal.scratch.path + "/out"
    let build = ["statement", "build", "--period", "2026-10", "--output-folder", out]
    let all = try await built(ledger.copied(), build)
    #expect(all.count == 6)
    let stopped = TestLedger(
      terminal: Terminal(ledger.terminal.scratch, today: "2026-11-30", stopsAfter: looks),
      path: ledger.path)
    try FileManager.default.removeItem(atPath: out)

    let answer = await stopped.type(build)
    #expect(answer.status == 130)
    #expect(
      answer.err.contains(
        "error stopped: the run was asked to end; \(looks) of \(all.count / 2) statements are out"),
      "\(answer)")
    #expect(answer.out.hasPrefix("Built \(looks) of \(all.count / 2) in "))
    let found = files(out)
    #expect(found.count == looks * 2)
    for (name, text) in found { #expect(all[name] == text, "\(name)") }
    let heads = await ledger.type("audit heads --format csv").out
    #expect(
      heads.split(whereSeparator: \.isNewline).filter { $0.contains("statement,SPB-0001") }.count
        == looks, "\(heads)")

    // What was begun is finished by the same again.
    #expect(try await built(ledger, build) == all)
  }

  /// October, with two more children, whose families get statements.
  static func threeFamilies() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    for kind in ["packages", "families"] {
      let lines = try Project.text("imports/example/03-august/\(kind).csv").split(separator: "\n")
      let others = ["SPB-000101", "SPB-000102"].map {
        lines[1].replacingOccurrences(of: "SPB-004655", with: $0)
      }
      let text = ([String(lines[0])] + others).joined(separator: "\n") + "\n"
      try await ledger.bring(text, named: "\(kind).csv", "--as \(kind)")
    }
    return ledger
  }

  private func built(_ ledger: TestLedger, _ words: [String]) async throws -> [String: String] {
    let answer = await ledger.type(words)
    #expect([0, 2].contains(answer.status), "\(answer)")
    return files(words[words.count - 1])
  }

  private func files(_ folder: String) -> [String: String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var found: [String: String] = [:]
    for name in names {
      guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
        continue
      }
      found[name] = text
    }
    return found
  }
}
