import ArgumentParser
import Bookkeeping
import Foundation

@main
struct SendLedger: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sendledger",
    abstract: "Follow SEND money from the grant to the child and back.",
    discussion: Help.discussion(
      examples: [
        "sendledger init ledgers/anyshire --from ledgers/example",
        "sendledger import preview imports/example/openings.csv --as openings",
        "sendledger block position --period 2026-10",
        "sendledger statement build --period 2026-10 --output-folder out",
      ]),
    version: "0.1.0",
    subcommands: [
      Initialise.self, Status.self, Check.self, Demo.self, Import.self, Child.self, Budget.self,
      Event.self, DecisionCommand.self, Block.self, Pool.self, ScenarioCommand.self,
      StatementCommand.self, TrialBalanceCommand.self, TraceCommand.self,
      Period.self, Year.self, PolicyCommand.self, Audit.self, Export.self, Explain.self,
    ])

  static func main() async {
    Foundation.exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line, and says how it ended.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return Exit.done.rawValue
    } catch {
      let code = exitCode(for: error).rawValue
      if code == 0 {
        let message = fullMessage(for: error)
        Surroundings.current.out(message.isEmpty ? "" : message + "\n")
      } else if error is ExitCode {
        return code
      } else if let misspelt = Help.misspelling(in: arguments, of: SendLedger.self) {
        Surroundings.current.err(misspelt + "\n")
        return Exit.usage.rawValue
      } else {
        Surroundings.current.err(
          UsageText(error, in: SendLedger.self).diagnostic.description + "\n")
      }
      return code
    }
  }
}
