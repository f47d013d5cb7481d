import ArgumentParser
import AuditModel
import Foundation
import Storage
import StorageSQLite
import TestSupport

/// Tries random histories on a store beside the naive ledger, as many as are asked for.
@main
struct AuditTrial: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit-trial",
    abstract: "Try random histories on a ledger and on a second, naive one; the two must agree.")

  @Argument(help: "How many histories.")
  var histories = 100

  @Option(help: "Steps in each.")
  var steps = 50

  @Option(help: "memory or sqlite.")
  var store = "memory"

  @Option(help: "Where chance begins.")
  var seed: UInt64 = 1

  func run() async throws {
    var (accepted, refused) = (0, 0)
    for number in 0..<UInt64(histories) {
      let scratch = store == "sqlite" ? try Scratch() : nil
      let ledger: any LedgerStore =
        if let scratch {
          try SQLiteStore(creating: scratch.path + "/ledger.sqlite")
        } else {
          MemoryStore()
        }
      var history = History(ledger)
      var maker = StepMaker(Seeded(seed: seed &+ number))
      do {
        try await history.run(steps, &maker)
        guard case .sound = try await ledger.verify(progress: { _ in }) else {
          throw Unsound()
        }
      } catch {
        print("history with seed \(seed &+ number): \(error)")
        throw ExitCode.failure
      }
      accepted += history.accepted
      refused += history.refused
    }
    print(
      "\(histories) histories of \(steps) steps, \(store), from seed \(seed): \(accepted) done,"
        + " \(refused) refused, all as the naive ledger has them")
  }
}

/// A store that no longer verifies.
struct Unsound: Error, CustomStringConvertible {
  let description = "the ledger does not verify"
}
