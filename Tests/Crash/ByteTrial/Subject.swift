import Foundation
import TestSupport

/// A small ledger of which one file is damaged a byte at a time.
///
/// It knows what its reports say while it is whole.
struct Subject {
  let example: Example
  /// The file that is damaged.
  let name: String
  let bytes: [UInt8]
  private let program: Program
  private let folder: String
  private var whole: [String] = []

  private var ledger: String { folder + "/ledger" }
  private var file: String { ledger + "/" + name }

  /// The two ledgers of the demo.
  enum Example: String, CaseIterable {
    case year = "imports/example"
    case decisions = "imports/example/decisions"
  }

  /// Something that no changed byte may bring about.
  struct Breach: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
      self.description = description
    }
  }

  /// What became of a change.
  enum Outcome: Hashable {
    /// `audit verify` named a fault, by this code.
    case named(String)
    /// The file was refused, by this code.
    case refused(String)
    /// Nothing that is printed is other than it was.
    case same
    /// What stands in the register alone is another, and no figure that is printed is.
    case textAlone
  }

  init(_ program: Program, _ example: Example, _ name: String, in folder: String) throws {
    self.program = program
    self.example = example
    self.name = name
    self.folder = folder
    let made = try program.run([
      "demo", folder + "/ledger", "--output-folder", folder + "/out",
      "--settings", Project.path("ledgers/example"), "--imports", Project.path(example.rawValue),
    ])
    guard made.status == 0 else { throw Breach("demo ended with \(made.summary)") }
    bytes = Array(FileManager.default.contents(atPath: folder + "/ledger/" + name) ?? Data())
    whole = try (0..<reports.count).map { number in
      let ending = try print(number)
      guard ending.status == 0 else { throw Breach("a whole ledger ended with \(ending.summary)") }
      return read(number, ending)
    }
  }

  private var reports: [[String]] {
    let all = [
      ["block", "position", "--period", "2026-10", "--format", "csv"],
      ["trial-balance", "--as-of", "2027-03-31", "--format", "csv"],
      ["trial-balance", "--layer", "budget", "--as-of", "2027-03-31", "--format", "csv"],
      ["export", "--format", "hledger", "--force", "--output", "OUT/report"],
      ["audit", "log", "--last", "500"],
    ]
    return switch example {
    case .year:
      all + [
        ["statement", "build", "--period", "2026-10", "--format", "txt", "--output-folder", "OUT"],
        ["block", "position", "--period", "2026-10", "--as-known-at", "150", "--format", "csv"],
      ]
    case .decisions:
      all + [
        ["decision", "letter", "D-2026-0402"], ["decision", "letter", "D-2026-0403"],
        ["decision", "assess", "D-2026-0402", "--format", "csv"],
      ]
    }
  }

  /// Changes a byte, and finds out what becomes of it.
  func change(at place: Int, by mask: UInt8, report number: Int) throws -> Outcome {
    var changed = bytes
    changed[place] ^= mask
    for other in ["ledger.sqlite", "register.sqlite"].flatMap({ [$0 + "-wal", $0 + "-shm"] }) {
      try? FileManager.default.removeItem(atPath: ledger + "/" + other)
    }
    try Data(changed).write(to: URL(fileURLWithPath: file))
    let verdict = try program.run(["audit", "verify", "--no-progress", "-C", ledger])
    let code = try Subject.code(of: verdict)
    guard let code else {
      return try compare()
    }
    // A damaged ledger may be read before it is verified: that ends in words too.
    _ = try Subject.code(of: try print(number % reports.count))
    return verdict.status == 3 ? .named(code) : .refused(code)
  }

  private func compare() throws -> Outcome {
    var outcome = Outcome.same
    for (number, text) in whole.enumerated() {
      let ending = try print(number)
      let found = read(number, ending)
      if ending.status == 0, found == text { continue }
      outcome = .textAlone
      // Without what the register held, a report is refused in words, or lacks a text.
      let isRefused = try Subject.code(of: ending) != nil
      guard name == "register.sqlite",
        isRefused || Subject.figures(of: found, areAmong: text)
      else {
        let words = reports[number].joined(separator: " ")
        throw Breach("the ledger verifies, and \(words) is another: \(ending.summary)")
      }
    }
    return outcome
  }

  /// Whether every figure is one of the whole report, in its order: a text that is not held any more may have
  /// held some.
  private static func figures(of found: String, areAmong text: String) -> Bool {
    var whole = figures(in: text)[...]
    for figure in figures(in: found) {
      guard let place = whole.firstIndex(of: figure) else { return false }
      whole = whole[(place + 1)...]
    }
    return true
  }

  /// Everything in pounds.
  private static func figures(in text: String) -> [Substring] {
    text.split { !($0.isNumber || "£.,-".contains($0)) }.filter { $0.contains("£") }
  }

  /// The code of the first error or warning, or none if the run was done.
  private static func code(of ending: Program.Ending) throws -> String? {
    let documented: Set<Int32> = [0, 2, 3, 4, 65, 66, 73, 74, 75, 77, 78]
    guard let status = ending.status, documented.contains(status) else {
      throw Breach("a run ended with \(ending.summary)")
    }
    if status == 0 { return nil }
    let words = ending.err.split(separator: " ")
    guard let error = words.firstIndex(where: { $0 == "error" || $0 == "warning" }),
      words.count > error + 1
    else {
      throw Breach("status \(status) came without a word: \(ending.summary)")
    }
    return String(words[error + 1].prefix { $0 != ":" })
  }

  private func print(_ number: Int) throws -> Program.Ending {
    let words = reports[number].map { word in
      word.hasPrefix("OUT") ? folder + "/out" + word.dropFirst(3) : word
    }
    return try program.run(words + ["-C", ledger])
  }

  /// What a report wrote, wherever it wrote it.
  private func read(_ number: Int, _ ending: Program.Ending) -> String {
    let written = ["export": "/report", "statement": "/2026-10/SPB-004655.txt"][reports[number][0]]
      .map { FileManager.default.contents(atPath: folder + "/out" + $0) ?? Data() }
    return ending.out + String(decoding: written ?? Data(), as: UTF8.self)
  }
}
