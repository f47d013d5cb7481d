import ArgumentParser
import Bookkeeping
import Foundation
import Synchronization

@main
struct SendLedger: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "sendledger", "Follow SEND money from the grant to the child and back.",
    examples: [
      "sendledger init ledgers/anyshire --from ledgers/example",
      "sendledger import preview imports/example/openings.csv --as openings",
      "sendledger block position --period 2026-10",
      "sendledger statement build --period 2026-10 --output-folder out",
    ],
    version: "0.1.0",
    subcommands: [
      Initialise.self, Status.self, Check.self, Demo.self, Import.self, MappingGroup.self,
      Child.self, Budget.self,
      Event.self, DecisionCommand.self, Block.self, Pool.self, ScenarioCommand.self,
      StatementCommand.self, TrialBalanceCommand.self, TraceCommand.self,
      Period.self, Year.self, PolicyCommand.self, RegisterCommand.self, Audit.self, Export.self,
      Explain.self,
    ])

  static func main() async {
    umask(0o077)
    // Whoever calls another account gives it no day either, by a time zone of their own.
    if Caller.ofSudo() != nil { unsetenv("TZ") }
    // A write that cannot be done comes back as a failure, and never goes to a file that was opened since.
    for signal in [SIGPIPE, SIGXFSZ] { Foundation.signal(signal, SIG_IGN) }
    while case let file = open("/dev/null", O_RDONLY), file >= 0, file <= 2 {}
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    guard Surroundings.hasLostWords.load(ordering: .relaxed) else { Foundation.exit(status) }
    Console.current.report([notPrinted])
    Foundation.exit(Exit.failedPartWay.rawValue)
  }

  private static let notPrinted = Diagnostic.error(
    "print-failed", "what was to be printed could not be, or not all of it",
    why: "whoever was to read it has gone, or the disk is full; what was done to the ledger stands",
    next: "see what stands with: sendledger status")

  /// Runs a command line, and says how it ended.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      if let folder = Status.folder(typed: arguments) {
        return await Console().run { try await Status.tell(of: folder) }.rawValue
      }
      var command = try command(of: arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return Exit.done.rawValue
    } catch let ended as ExitCode where !ended.isSuccess {
      return ended.rawValue
    } catch {
      let code = exitCode(for: error).rawValue
      if code == 0 {
        let message = fullMessage(for: error)
        Surroundings.current.out(message.isEmpty ? "" : message + "\n")
      } else if let misspelt = Help.misspelling(in: arguments, of: SendLedger.self) {
        Console.current.say(misspelt)
        return Exit.usage.rawValue
      } else {
        Console.current.report([UsageText(error, in: SendLedger.self).diagnostic])
      }
      return code
    }
  }

  /// The command that was typed, with what it was given.
  ///
  /// The command that the first words name reads the rest by itself, since the library takes longer
  /// when it goes through the tree. What the command does not take as it stands (help, a version, a
  /// mistake) is left to the library from the beginning.
  private static func command(of arguments: [String]) throws -> any ParsableCommand {
    var named: any ParsableCommand.Type = SendLedger.self
    var rest = arguments[...]
    while let word = rest.first,
      let next = named.configuration.subcommands.first(where: {
        $0.configuration.commandName == word
      })
    {
      named = next
      rest.removeFirst()
    }
    if named.configuration.subcommands.isEmpty, let command = try? named.parseAsRoot(Array(rest)),
      type(of: command) == named
    {
      if let repeated = RepeatedOption.diagnostic(in: Array(rest), of: named) {
        Console.current.report([repeated])
        throw ExitCode(Exit.usage.rawValue)
      }
      return command
    }
    return try parseAsRoot(arguments)
  }
}

extension Status {
  /// The ledger of a `status` that was typed by itself, or with its folder; none where anything else
  /// was typed.
  ///
  /// It is the command that is asked most often, by people and by machines, and the library takes
  /// as long over its words as all the rest takes together.
  static func folder(typed arguments: [String]) -> LedgerFolder? {
    if arguments == ["status"] { return LedgerFolder(typed: nil) }
    guard arguments.count == 3, arguments[0] == "status",
      ["-C", "--ledger"].contains(arguments[1]), !arguments[2].isEmpty,
      !arguments[2].hasPrefix("-")
    else { return nil }
    return LedgerFolder(typed: arguments[2])
  }
}
