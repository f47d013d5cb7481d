import Desks
import Foundation
import Reporting
import Storage
import TestSupport

@testable import sendledger

/// A ledger, and the example's scenario with some of its text changed.
struct ScenarioLedger {
  let ledger: TestLedger

  static let example = "imports/example/scenarios/pool-2027.yaml"

  /// The text of the example, for a file that stands elsewhere than what it names beside itself.
  static func text() throws -> String {
    try Project.text(example)
      .replacingOccurrences(
        of: " ../children/", with: " \(Project.folder)/imports/example/children/")
  }

  static func made() async throws -> ScenarioLedger {
    ScenarioLedger(ledger: try await TestLedger.make())
  }

  /// The example with each text replaced by another; every one has to be there.
  func file(_ changes: [(String, String)]) throws -> String {
    // The changed file stands elsewhere, and what it names beside itself does not.
    var text = try ScenarioLedger.text()
      .replacingOccurrences(
        of: " ../children/", with: " \(Project.folder)/imports/example/children/")
    for (old, new) in changes {
      precondition(text.contains(old), "“\(old)” is not in the example")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return try ledger.terminal.scratch.write(text, to: "changed.yaml")
  }

  func check(_ old: String, _ new: String) async throws -> Terminal.Answer {
    await ledger.type(["scenario", "check", try file([(old, new)])])
  }

  func run(_ more: String...) async -> Terminal.Answer {
    await ledger.type(["scenario", "run", ScenarioLedger.example, "--runs", "400"] + more)
  }

  /// The example's pack, before it is written.
  func examplePack() async throws -> ScenarioPack {
    try await ledger.terminal.within {
      let example = Surroundings.current.file(ScenarioLedger.example)
      return try await LedgerFolder(path: ledger.path).open().reading { books in
        try await ScenarioDesk(books, example).pack(Runs(400, seed: nil, tasks: 2))
      }
    }
  }

  var folder: String { ledger.terminal.scratch.path + "/pack" }

  @discardableResult
  func pack(_ file: String = example, _ more: String...) async -> Terminal.Answer {
    await ledger.type(
      ["scenario", "pack", file, "--runs", "400", "--output-folder", folder] + more)
  }

  /// The files of the pack by their names; none where there is no folder.
  func files() -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(into: [:]) { files, name in
      // A workbook is no text: its bytes are letters of an alphabet that has one for each byte.
      let encoding: String.Encoding = name.hasSuffix(".xlsx") ? .isoLatin1 : .utf8
      files[name] = try? String(contentsOfFile: folder + "/" + name, encoding: encoding)
    }
  }
}
