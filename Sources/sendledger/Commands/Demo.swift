import ArgumentParser
import Bookkeeping
import Desks
import Foundation
import Funding
import Importing
import Storage

struct Demo: LedgerCommand {
  static let configuration = CommandConfiguration(
    "demo", "Make a ledger of the invented example, file by file.",
    "The day of each step is set, so that the head digest is the same every time.",
    examples: ["sendledger demo ledgers/demo --output-folder out"])

  @OptionGroup var common: CommonOptions

  @Argument(help: "The folder of the new ledger.")
  var folder: String

  @Option(name: .long, help: "The ledger whose settings are copied.")
  var settings = "ledgers/example"

  @Option(name: .long, help: "The folder of files to import, with its steps.txt.")
  var imports = "imports/example"

  @Option(name: .long, help: "The file of steps in it.")
  var steps = "steps.txt"

  @Option(name: .long, help: "The folder that statements and letters are written to.")
  var outputFolder = "out"

  /// The secret of the example is no secret, so that its digests are the same on every machine.
  private static let salt = String(repeating: "5e", count: 32)

  func act() async throws -> Exit {
    let steps = try DemoSteps(Surroundings.current.path(imports) + "/" + steps)
    guard let first = steps.steps.first else { return .done }
    try await step(first, ["init", folder, "--from", settings])
    try OutputFile.makeFolder(Surroundings.current.path(outputFolder))
    for step in steps.steps {
      switch step.doing {
      case .bring(let kind, let file, let options): try await bring(step, kind, file, options)
      case .run(let words): try await run(step, words)
      }
    }
    return .done
  }

  private func bring(
    _ given: DemoSteps.Step, _ kind: String, _ name: String, _ options: [String]
  ) async throws {
    let file = "\(imports)/\(name)"
    Console.current.print("\(given.day)  \(kind)  \(name)")
    try await step(
      given, ["import", "preview", file, "--as", kind, "-C", folder, "-q"] + options,
      isShown: false)
    let ledger = try LedgerFolder(path: Surroundings.current.path(folder)).open()
    guard let batch = try await ledger.reading({ try await $0.names.imports().last?.reference })
    else { return }
    try await step(given, ["import", "commit", batch.code, "-C", folder])
  }

  private func run(_ given: DemoSteps.Step, _ words: [String]) async throws {
    let typed = words.map { word in
      word.replacingOccurrences(of: "{out}", with: outputFolder)
        .replacingOccurrences(of: "{imports}", with: imports)
    }
    Console.current.print("\n\(given.day)  sendledger \(typed.joined(separator: " "))")
    try await step(given, typed + ["-C", folder])
  }

  /// Runs a command on the day and by the person of a step.
  private func step(
    _ given: DemoSteps.Step, _ arguments: [String], isShown: Bool = true
  ) async throws {
    let here = Surroundings.current
    let set = [
      "SENDLEDGER_TODAY": given.day.description, "SENDLEDGER_USER": given.person,
      "SENDLEDGER_SALT": Demo.salt,
    ]
    let silence: @Sendable (String) -> Void = { _ in }
    let out = isShown ? here.out : silence
    let there = Surroundings(
      variable: { set[$0] ?? here.variable($0) }, folder: here.folder, out: out,
      err: here.err, errIsTerminal: here.errIsTerminal, outIsTerminal: here.outIsTerminal)
    let code = await Surroundings.$current.withValue(there) { await SendLedger.run(arguments) }
    // What went wrong has been said by the command itself.
    let exit: Exit = Exit(rawValue: code) ?? .bug
    if exit != .done { throw Failure(exit, [Diagnostic]()) }
  }
}

/// The steps of an example: a day, a person, and a file to bring in or a command to run.
struct DemoSteps {
  let steps: [Step]

  struct Step {
    let day: Day
    let person: String
    let doing: Doing
  }

  /// A file to bring in, or a command to run.
  enum Doing {
    case bring(kind: String, file: String, options: [String])
    case run([String])
  }

  init(_ path: String) throws {
    guard let data = try? SourceFile.bytes(path, upTo: 1_000_000) else {
      throw Failure(
        .cannotOpen,
        Diagnostic.error(
          "file-not-found", "there is no such file of steps in the folder of imports",
          next: "run it from the project's folder, or name the folder with --imports"))
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    var steps: [Step] = []
    for line in lines where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 4, let day = Day(words[0]) else { throw DemoSteps.unreadable }
      let doing: Doing =
        words[2] == "run"
        ? .run(Array(words[3...]))
        : .bring(kind: words[2], file: words[3], options: Array(words[4...]))
      steps.append(Step(day: day, person: words[1], doing: doing))
    }
    self.steps = steps
  }

  private static var unreadable: Failure {
    Failure(
      .badInput,
      Diagnostic.error(
        "step-unreadable", "a step does not begin with a day",
        next:
          "write day, person, kind, file and options, or day, person, run and a command, on each line"
      ))
  }
}
