import Foundation
import TestSupport
import WritingCommands

/// A copy of the demo's ledger, at which some lines are typed one after another.
struct Bench {
  private(set) var lines = 0
  private(set) var written = 0
  private(set) var ledgers = 0
  private(set) var breaches = 0
  /// Sittings after which `check` said that a part of a division was taken back.
  private(set) var partsLost = 0
  private(set) var endings: [Int32: Int] = [:]
  private let grammar: Grammar
  private let program: Program
  private let folder: String
  private let blank: String
  private let values: Values
  private var chance: Seeded

  var kinds: Int { grammar.commands.count }
  private var work: String { folder + "/work" }

  init(_ arguments: TrialArguments, in folder: String) throws {
    self.folder = folder
    // A name that is typed as that of a file is one here.
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw Stage.Breach("the folder of the trial cannot be stood in")
    }
    program = try Program(
      arguments.program,
      environment: ["SENDLEDGER_TODAY": "2026-11-12", "SENDLEDGER_USER": "a.khan"])
    grammar = try Grammar(program.run(Grammar.asking).out)
    values = Values(work: folder + "/work")
    chance = Seeded(seed: arguments.seed)
    blank = folder + "/blank"
    for example in ["example", "example/decisions"] {
      let name = example == "example" ? "year" : "decisions"
      let made = try program.run([
        "demo", "\(blank)/\(name)/ledger", "--output-folder", folder + "/out",
        "--settings", Project.path("ledgers/example"),
        "--imports", Project.path("imports/\(example)"),
      ])
      guard made.status == 0 else { throw Stage.Breach("demo ended with \(made.summary)") }
      try FileManager.default.copyItem(
        atPath: Project.path("imports/example"), toPath: "\(blank)/\(name)/files")
      try Data().write(to: URL(fileURLWithPath: "\(blank)/\(name)/empty"))
    }
  }

  /// Types some lines at a new copy, and looks at what has come of the ledger.
  mutating func sitting(of count: Int) throws {
    try? FileManager.default.removeItem(atPath: work)
    let name = Bool.random(using: &chance) ? "year" : "decisions"
    try FileManager.default.copyItem(atPath: "\(blank)/\(name)", toPath: work)
    ledgers += 1
    var typed: [String] = []
    var head = try self.head()
    for _ in 0..<count {
      guard let command = grammar.commands.randomElement(using: &chance) else { return }
      // A whole demo takes its time, and is one command among many.
      if command.words == ["demo"], Int.random(in: 0..<20, using: &chance) > 0 { continue }
      let isNearlyRight = Int.random(in: 0..<4, using: &chance) == 0
      let words = isNearlyRight ? nearlyRight() : line(command)
      typed.append(Bench.quoted(words))
      lines += 1
      do {
        let ending = try type(words)
        endings[ending.status ?? -(ending.signal ?? 0), default: 0] += 1
        let isWriting = (isNearlyRight || command.writes) && !words.contains("--dry-run")
        if ending.status == 0 || ending.status == 2, isWriting {
          let now = try self.head()
          if now == head, Bench.claims(ending.out) {
            throw Stage.Breach("it says that it wrote, and did not: \(ending.summary)")
          }
          if now != head { written += 1 }
          head = now
        }
      } catch let breach as Stage.Breach {
        breaches += 1
        print("  \(typed.last ?? ""): \(breach)")
      }
    }
    do {
      guard try self.head() == head else { throw Stage.Breach("what was not done was written") }
      let check = try program.run(["check", "-C", work + "/ledger"])
      // An officer may take back a part of a contract that was divided, and is then told of it.
      let isToldOf = check.status == 3 && check.err.hasPrefix("error division-part-lost:")
      if isToldOf { partsLost += 1 }
      guard check.status == 0 || check.status == 2 || isToldOf else {
        throw Stage.Breach("check ended with \(check.summary)\n\(check.err)")
      }
    } catch {
      breaches += 1
      print("  in a sitting: \(error)\n    \(typed.joined(separator: "\n    "))")
    }
  }

  /// Runs a line, which ends by itself, in a documented way and in words.
  private func type(_ words: [String]) throws -> Program.Ending {
    var ending: Program.Ending
    do {
      ending = try program.start(words).ending(within: 20, words)
    } catch is Stage.Breach {
      // The machine may have been busy: what hangs does so twice.
      ending = try program.start(words).ending(within: 90, words)
    }
    let documented: Set<Int32> = [0, 2, 3, 4, 64, 65, 66, 73, 74, 75, 77, 78, 130]
    guard let status = ending.status, documented.contains(status) else {
      throw Stage.Breach("it ended with \(ending.summary)")
    }
    // Status 2 may be told by the report itself.
    if status > 2, ending.err.isEmpty { throw Stage.Breach("status \(status) came without a word") }
    return ending
  }

  private static func claims(_ said: String) -> Bool {
    [
      "Recorded as", "Adopted", "is prepared", "is closed", "is reversed", "posted from",
      "commits ",
    ]
    .contains { said.contains($0) } && !said.contains("already") && !said.contains("would")
  }

  private func head() throws -> String {
    let verdict = try program.run(["audit", "verify", "--no-progress", "-C", work + "/ledger"])
    guard verdict.status == 0, let head = verdict.out.range(of: "Head ") else {
      throw Stage.Breach("audit verify said: \(verdict.summary)")
    }
    return String(verdict.out[head.upperBound...].prefix { $0.isHexDigit })
  }

  /// A command with what is needed, mostly, and some of what is not.
  private mutating func line(_ command: Grammar.Command) -> [String] {
    var words = command.words
    let wild = [0, 12, 12, 50].randomElement(using: &chance) ?? 0
    let share = [10, 25, 50].randomElement(using: &chance) ?? 0
    for option in command.options where option.long != "help" && option.long != "version" {
      // Without a number of runs a scenario takes its time.
      let odds =
        switch option.valueName {
        case "ledger": 1
        case "runs": 100
        case _: option.isOptional ? share : 97
        }
      guard Int.random(in: 0..<100, using: &chance) < odds else { continue }
      switch option.kind {
      case "flag": words.append(option.typed)
      case "positional": words.append(values.value(for: option, wild: wild, &chance))
      case _:
        let value = values.value(for: option, wild: wild, &chance)
        // A value that begins with a dash is not taken for one unless it is joined.
        words += value.hasPrefix("-") ? [option.typed + "=" + value] : [option.typed, value]
      }
    }
    if !words.contains("--ledger"), !words.contains("-C") { words += ["-C", work + "/ledger"] }
    return words
  }

  /// A command that can be done, with one of its words another, or none.
  private mutating func nearlyRight() -> [String] {
    let places = [
      ("{ledger}", work + "/other"), ("{settings}", work + "/ledger"), ("{out}", work + "/out"),
      ("{example}", work + "/files"), ("{files}", work + "/files"), ("{batch}", "B-0003"),
      ("{record}", "\(Int.random(in: 1...176, using: &chance))"),
    ]
    var words = (WritingCommand.all.randomElement(using: &chance)?.words ?? "").split(
      separator: " "
    )
    .map { word in
      places.reduce(String(word)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        .replacingOccurrences(of: "~", with: " ")
    }
    let place = Int.random(in: 1..<words.count, using: &chance)
    if place > 1, words[place - 1].hasPrefix("--") {
      let name = String(words[place - 1].dropFirst(2))
      let option = grammar.commands.lazy.flatMap(\.options).first { $0.long == name }
      if let option { words[place] = values.value(for: option, wild: 60, &chance) }
    }
    return words[0] == "init" ? words : words + ["-C", work + "/ledger"]
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { word in
      let isPlain =
        !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-./_".contains($0) }
      let shown = word.count > 120 ? word.prefix(120) + "… (\(word.count) letters)" : word[...]
      return isPlain ? String(shown) : "'" + shown.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
