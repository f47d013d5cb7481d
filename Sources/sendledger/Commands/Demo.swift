import ArgumentParser
import Bookkeeping
import Foundation
import Funding
import Importing
import Storage

struct Demo: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a ledger of the invented example, file by file.",
    discussion: Help.discussion(
      "The day of each step is set, so that the head digest is the same every time.",
      examples: ["sendledger demo ledgers/demo --output-folder out"]))

  @OptionGroup var common: CommonOptions

  @Argument(help: "The folder of the new ledger.")
  var folder: String

  @Option(name: .long, help: "The ledger whose settings are copied.")
  var settings = "ledgers/example"

  @Option(name: .long, help: "The folder of files to import, with its steps.txt.")
  var imports = "imports/example"

  @Option(name: .long, help: "The folder that statements are written to.")
  var outputFolder = "out"

  @Option(name: .long, help: "The month of the position and the statements.")
  var period = Month(of: Day(number: 20_757))

  /// The secret of the example is no secret, so that its digests are the same on every machine.
  private static let salt = String(repeating: "5e", count: 32)

  func act() async throws -> Exit {
    let steps = try DemoSteps(Surroundings.current.path(imports) + "/steps.txt")
    guard let first = steps.steps.first else { return .done }
    try await step(first, ["init", folder, "--from", settings])
    for step in steps.steps { try await run(step) }
    guard let last = steps.steps.last else { return .done }
    Console.current.print("")
    try await step(last, ["block", "position", "--period", period.description, "-C", folder])
    Console.current.print("")
    try await step(
      last,
      [
        "statement", "build", "--period", period.description, "-C", folder, "--output-folder",
        outputFolder,
      ])
    try await step(last, ["audit", "verify", "-C", folder])
    return .done
  }

  private func run(_ given: DemoSteps.Step) async throws {
    let file = "\(imports)/\(given.file)"
    Console.current.print("\(given.day)  \(given.kind)  \(given.file)")
    try await step(
      given, ["import", "preview", file, "--as", given.kind, "-C", folder, "-q"] + given.options,
      isShown: false)
    let ledger = try await OpenLedger(LedgerFolder(path: Surroundings.current.path(folder)))
    guard let batch = try await ledger.register.imports().last?.reference else { return }
    try await step(given, ["import", "commit", batch.code, "-C", folder])
  }

  /// Runs a command on the day and by the person of a step.
  private func step(
    _ given: DemoSteps.Step, _ arguments: [String], isShown: Bool = true
  ) async throws {
    let here = Surroundings.current
    var environment = here.environment
    environment["SENDLEDGER_TODAY"] = given.day.description
    environment["SENDLEDGER_USER"] = given.person
    environment["SENDLEDGER_SALT"] = Demo.salt
    let silence: @Sendable (String) -> Void = { _ in }
    let out = isShown ? here.out : silence
    let there = Surroundings(
      environment: environment, folder: here.folder, out: out,
      err: here.err, errIsTerminal: here.errIsTerminal, outIsTerminal: here.outIsTerminal)
    let code = await Surroundings.$current.withValue(there) { await SendLedger.run(arguments) }
    // What went wrong has been said by the command itself.
    let exit: Exit = Exit(rawValue: code) ?? .bug
    if exit != .done { throw Failure(exit, [Diagnostic]()) }
  }
}

/// The steps of an example: a day, a person, a kind, a file, and options.
struct DemoSteps {
  let steps: [Step]

  struct Step {
    let day: Day
    let person: String
    let kind: String
    let file: String
    let options: [String]
  }

  init(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .cannotOpen,
        Diagnostic(
          .error, "file-not-found", problem: "there is no steps.txt in the folder of imports",
          next: "run it from the project's folder, or name the folder with --imports"))
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    var steps: [Step] = []
    for line in lines where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 4, let day = Day(words[0]) else { throw DemoSteps.unreadable }
      steps.append(
        Step(
          day: day, person: words[1], kind: words[2], file: words[3],
          options: Array(words[4...])))
    }
    self.steps = steps
  }

  private static var unreadable: Failure {
    Failure(
      .badInput,
      Diagnostic(
        .error, "step-unreadable", problem: "a step does not begin with a day",
        next: "write day, person, kind, file and options on each line of steps.txt"))
  }
}
