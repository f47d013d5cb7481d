import Foundation
import TestSupport

/// The example year, made once by the commands that a finance officer would type.
struct WorkedYear: Sendable {
  let terminal: Terminal
  let ledger: String

  /// As it stands at the end of October 2026.
  static let october = Task { try await WorkedYear() }

  /// As it stands once the year is closed.
  static let closed = Task { try await WorkedYear().going(through: "steps-later.txt").closing() }

  private init() async throws {
    let scratch = try Scratch()
    terminal = Terminal(scratch)
    ledger = scratch.path + "/ledger"
    let made = await terminal.type([
      "demo", ledger, "--output-folder", scratch.path + "/out", "-q",
    ])
    try made.require()
  }

  private func going(through steps: String) async throws -> WorkedYear {
    for line in try Project.text("imports/example/\(steps)").split(separator: "\n")
    where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      let there = terminal.on(words[0], by: words[1])
      let file = "imports/example/\(words[3])"
      let preview = await there.type(
        ["import", "preview", file, "--as", words[2], "-C", ledger] + words[4...])
      try preview.require()
      let batch = preview.out.split(separator: "\n")[0].split(separator: " ").last.map(String.init)
      try await there.type(["import", "commit", batch ?? "", "-C", ledger]).require()
    }
    return self
  }

  private func closing() async throws -> WorkedYear {
    let day = "2027-03-31"
    try await terminal.on(day).type(["period", "prepare", "2027-03", "-C", ledger]).require()
    try await terminal.on(day, by: "j.osei").type(["year", "close", "2026-27", "-C", ledger])
      .require()
    return self
  }

  /// The tables of a report, as CSV has them.
  func tables(_ line: String) async throws -> CommaSeparated {
    let answer = await terminal.type(
      line.split(separator: " ").map(String.init) + ["-C", ledger, "--format", "csv"])
    try answer.require()
    return CommaSeparated(answer.out)
  }
}

extension Terminal.Answer {
  /// A command that did not do what it was asked to.
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Throws unless the command was done without a word of complaint, or waits for a second person alone.
  func require() throws {
    guard status == 0 || (status == 2 && out.contains(" proposed")) else {
      throw Failed(description: "status \(status): \(err)\(out)")
    }
  }
}
