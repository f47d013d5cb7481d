import Foundation
import TestSupport

/// A small ledger whose file is damaged a byte at a time, and what its reports say while it is whole.
struct Subject {
  let bytes: [UInt8]
  private let program: Program
  private let folder: String
  private var whole: [String] = []

  private var ledger: String { folder + "/ledger" }
  private var file: String { ledger + "/ledger.sqlite" }

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
  }

  init(_ program: Program, in folder: String) throws {
    self.program = program
    self.folder = folder
    let made = try program.run([
      "demo", folder + "/ledger", "--output-folder", folder + "/out",
      "--settings", Project.path("ledgers/example"), "--imports", Project.path("imports/example"),
    ])
    guard made.status == 0 else { throw Breach("demo ended with \(made.summary)") }
    bytes = Array(FileManager.default.contents(atPath: folder + "/ledger/ledger.sqlite") ?? Data())
    whole = try (0..<Subject.reports.count).map { number in
      let ending = try print(number)
      guard ending.status == 0 else { throw Breach("a whole ledger ended with \(ending.summary)") }
      return read(number, ending)
    }
  }

  private static let reports = [
    ["block", "position", "--period", "2026-10", "--format", "csv"],
    ["trial-balance", "--as-of", "2027-03-31", "--format", "csv"],
    ["trial-balance", "--layer", "budget", "--as-of", "2027-03-31", "--format", "csv"],
    ["statement", "build", "--period", "2026-10", "--format", "txt", "--output-folder", "OUT"],
    ["export", "--format", "hledger", "--force", "--output", "OUT/journal"],
    ["block", "position", "--period", "2026-10", "--as-known-at", "150", "--format", "csv"],
    ["audit", "log", "--last", "500"],
  ]

  /// Changes a byte, and finds out what becomes of it.
  func change(at place: Int, by mask: UInt8, report number: Int) throws -> Outcome {
    var changed = bytes
    changed[place] ^= mask
    try Data(changed).write(to: URL(fileURLWithPath: file))
    let verdict = try program.run(["audit", "verify", "--no-progress", "-C", ledger])
    let code = try Subject.code(of: verdict)
    guard let code else {
      try compare()
      return .same
    }
    // A damaged ledger may be read before it is verified: that ends in words too.
    _ = try Subject.code(of: try print(number % Subject.reports.count))
    return verdict.status == 3 ? .named(code) : .refused(code)
  }

  private func compare() throws {
    for (number, text) in whole.enumerated() {
      let ending = try print(number)
      guard ending.status == 0, read(number, ending) == text else {
        let name = Subject.reports[number].joined(separator: " ")
        throw Breach("the ledger verifies, and \(name) is another: \(ending.summary)")
      }
    }
  }

  /// The code of the first error, or none if the run was done.
  private static func code(of ending: Program.Ending) throws -> String? {
    let documented: Set<Int32> = [0, 2, 3, 4, 65, 66, 73, 74, 75, 77, 78]
    guard let status = ending.status, documented.contains(status) else {
      throw Breach("a run ended with \(ending.summary)")
    }
    if status == 0 { return nil }
    let words = ending.err.split(separator: " ")
    guard let error = words.firstIndex(of: "error"), words.count > error + 1 else {
      throw Breach("status \(status) came without a word: \(ending.summary)")
    }
    return String(words[error + 1].prefix { $0 != ":" })
  }

  private func print(_ number: Int) throws -> Program.Ending {
    let words = Subject.reports[number].map { word in
      word.hasPrefix("OUT") ? folder + "/out" + word.dropFirst(3) : word
    }
    return try program.run(words + ["-C", ledger])
  }

  /// What a report wrote, wherever it wrote it.
  private func read(_ number: Int, _ ending: Program.Ending) -> String {
    let written = [3: "/2026-10/SPB-004655.txt", 4: "/journal"][number].map { name in
      FileManager.default.contents(atPath: folder + "/out" + name) ?? Data()
    }
    return ending.out + String(decoding: written ?? Data(), as: UTF8.self)
  }
}
