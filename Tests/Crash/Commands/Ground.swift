import Foundation
public import TestSupport

/// A folder with a ledger and a place for reports, and the program that is run there.
struct Ground {
  let program: String
  let work: String
  let files: String
  /// Where the ledgers are kept that several commands start from.
  let bases: String

  private var ledger: String { work + "/ledger" }

  /// Makes what the command starts from.
  func lay(_ command: WritingCommand) throws {
    for folder in [work + "/out", files] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    if case .nothing = command.base {
    } else {
      let base = bases + "/\(abs(command.base.hashValue))"
      if !FileManager.default.fileExists(atPath: base) { try make(command.base, in: base) }
      try FileManager.default.copyItem(atPath: base, toPath: ledger)
    }
    for step in command.before {
      switch step {
      case .run(let words, let person, let day):
        let ending = try run(typed(words), by: person, on: day)
        guard ending.status == 0 || ending.status == 2 else {
          throw Stage.Breach("before \(command.name): \(words) ended with \(ending.summary)")
        }
      case .add(let text, let place):
        let path = try filled(place)
        let before = FileManager.default.contents(atPath: path) ?? Data()
        try (before + Data(text.utf8)).write(to: URL(fileURLWithPath: path))
      case .keepCopy:
        try FileManager.default.copyItem(atPath: ledger + "/ledger.sqlite", toPath: files + "/kept")
      case .putBackCopy:
        try FileManager.default.removeItem(atPath: ledger + "/ledger.sqlite")
        try FileManager.default.copyItem(atPath: files + "/kept", toPath: ledger + "/ledger.sqlite")
      }
    }
  }

  private func make(_ base: WritingCommand.Base, in folder: String) throws {
    var imports = Project.path("imports/example")
    if case .decisions(let step) = base {
      // The example of decisions, up to a step.
      let steps = try String(contentsOfFile: imports + "/decisions/steps.txt", encoding: .utf8)
        .split(separator: "\n").prefix { !$0.contains(step) }.joined(separator: "\n")
      try FileManager.default.copyItem(atPath: imports + "/decisions", toPath: files + "/decisions")
      imports = files + "/decisions"
      try Data(steps.utf8).write(to: URL(fileURLWithPath: imports + "/steps.txt"))
    }
    let ending = try run([
      "demo", folder, "--output-folder", files + "/out", "--imports", imports,
      "--settings", Project.path("ledgers/example"),
    ])
    guard ending.status == 0 else { throw Stage.Breach("demo ended with \(ending.summary)") }
  }

  /// The words of the command, with what stands for a place or a number filled in.
  func words(_ command: WritingCommand) throws -> [String] { try typed(command.words) }

  private func typed(_ line: String) throws -> [String] {
    let words = try line.split(separator: " ").map {
      try filled(String($0)).replacingOccurrences(of: "~", with: " ")
    }
    return words.first == "init" ? words : words + ["-C", ledger]
  }

  private func filled(_ word: String) throws -> String {
    var word = word
    for (name, value) in [
      ("{ledger}", ledger), ("{out}", work + "/out"), ("{files}", files),
      ("{example}", Project.path("imports/example")),
      ("{settings}", Project.path("ledgers/example")),
    ] {
      word = word.replacingOccurrences(of: name, with: value)
    }
    if word.contains("{batch}") {
      let list = try run(["import", "list", "--format", "csv", "-C", ledger])
      let last = CommaSeparated(list.out).rows.last?["import"] ?? ""
      word = word.replacingOccurrences(of: "{batch}", with: last)
    }
    if word.contains("{record}") {
      let records = try verify().out.split { !$0.isNumber }.first ?? ""
      word = word.replacingOccurrences(of: "{record}", with: records)
    }
    return word
  }

  func verify() throws -> Program.Ending {
    try run(["audit", "verify", "--no-progress", "-C", ledger])
  }

  func run(
    _ words: [String], _ command: WritingCommand, killedAfter delay: Int? = nil,
    _ more: [String: String] = [:]
  ) throws -> Program.Ending {
    try run(words, by: command.person, on: command.day, killedAfter: delay, more)
  }

  private func run(
    _ words: [String], by person: String = "trial", on day: String = "2026-11-12",
    killedAfter delay: Int? = nil, _ more: [String: String] = [:]
  ) throws -> Program.Ending {
    let salt = String(repeating: "5e", count: 32)
    let set = ["SENDLEDGER_TODAY": day, "SENDLEDGER_USER": person, "SENDLEDGER_SALT": salt]
    let run = try Program(program, environment: set.merging(more) { $1 }).start(words)
    if let delay {
      usleep(UInt32(max(delay, 0)))
      run.kill()
      return run.ending()
    }
    return try run.ending(within: 60, words)
  }
}

extension Program.Run {
  /// Waits for its end, and for so many seconds at most: one that hangs is a breach.
  public func ending(within seconds: Int, _ words: [String]) throws -> Program.Ending {
    let start = ContinuousClock.now
    while !isOver {
      if ContinuousClock.now - start > .seconds(seconds) {
        kill()
        _ = ending()
        throw Stage.Breach("\(words.joined(separator: " ")) did not end within \(seconds) seconds")
      }
      usleep(500)
    }
    return ending()
  }
}
