import ArgumentParser
import Bookkeeping
import Desks
import Storage

struct AuditKey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys with which officers sign the months that they close.",
    subcommands: [AuditKeyMake.self, AuditKeyAdopt.self, AuditKeyWithdraw.self])
}

struct AuditKeyMake: LedgerCommand {
  static let configuration = CommandConfiguration(
    "make", "Make a key of your own, in a file outside every ledger.",
    "Nothing is written to the ledger. Two others adopt the public key that is printed.",
    examples: ["sendledger audit key make ~/keys/ledger.key"])

  @OptionGroup var common: CommonOptions

  @Argument(help: "The file of the private key, which is not there yet.")
  var file: String

  func act() async throws -> Exit {
    let key = try await KeyFile(file).make()
    Console.current.print(
      """
      The private key is in \(file). It is yours alone: keep it where nobody else can read it.
      Public key  \(key)
      In short    \(key.printed)
      Next: two other people run sendledger audit key adopt OFFICER --key \(key)
      """)
    return .done
  }
}

struct AuditKeyAdopt: LedgerCommand {
  static let configuration = CommandConfiguration(
    "adopt", "Adopt the public key of another officer, in place of an earlier one.",
    "It takes two people other than the officer: the first proposes it, and it counts once another gives "
      + "the same command. Have the officer read its digits to you.",
    examples: ["sendledger audit key adopt j.osei --key 3b6a27bc…"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The officer whose key it is, by the name under which they act.")
  var officer: String

  @Option(name: .long, help: "The public key, or a file with it.")
  var key: String

  func act() async throws -> Exit {
    let (key, ledger) = (try KeyFile.publicKey(key), try common.open())
    let officer = try await ledger.requireNameless(officer, as: "the name of the officer")
    let counts = try await writing.write(to: ledger) { try await $0.adopt(key, of: officer) }
    Console.current.print(
      writing.ofTwo("The key \(key.printed) of \(officer)", counts, "adopted"))
    return counts ? .done : .look
  }
}

struct AuditKeyWithdraw: LedgerCommand {
  static let configuration = CommandConfiguration(
    "withdraw", "Withdraw the key of another officer, who lost it or has gone.",
    "It takes two people other than the officer. What was signed with it stays signed.",
    examples: ["sendledger audit key withdraw j.osei"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The officer whose key it is, by the name under which they act.")
  var officer: String

  func act() async throws -> Exit {
    let ledger = try common.open()
    let officer = try await ledger.requireNameless(officer, as: "the name of the officer")
    let isGone = try await writing.write(to: ledger) { try await $0.withdrawKey(of: officer) }
    Console.current.print(writing.ofTwo("The key of \(officer)", isGone, "withdrawn"))
    return isGone ? .done : .look
  }
}

extension WritingOptions {
  /// What came of a word for something that takes two people.
  fileprivate func ofTwo(_ what: String, _ isDone: Bool, _ done: String) -> String {
    let verb = dryRun ? "would be" : "is"
    let words = isDone ? "\(what) \(verb) \(done)." : "\(what) \(verb) proposed to be \(done)."
    return words
      + (dryRun
        ? " Nothing was written." : isDone ? "" : " Next: somebody else gives the same command.")
  }
}
