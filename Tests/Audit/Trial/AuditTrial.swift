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
    abstract: "Try random histories on a ledger and on a second, naive one; the two must agree.",
    discussion: """
      After each step an earlier point is drawn, and has to hold and to print what it did then.
      """)

  @Argument(help: "How many histories.")
  var histories = 100

  @Option(help: "Steps in each.")
  var steps = 16

  @Option(help: "memory or sqlite.")
  var store = "memory"

  @Option(help: "Where chance begins.")
  var seed: UInt64 = 1

  @Option(help: "One history in so many brings its payments in through files.")
  var files: UInt64 = 50

  func run() async throws {
    var tally = Tally()
    for number in seed..<seed + UInt64(histories) {
      do {
        tally += try await run(number).tally
      } catch {
        print("history with seed \(number): \(error)")
        throw ExitCode.failure
      }
    }
    print("\(histories) histories of \(steps) steps, \(store), from seed \(seed): \(tally)")
    let missing = tally.missing(of: histories)
    if !missing.isEmpty {
      print("never: \(missing.joined(separator: ", "))")
      throw ExitCode.failure
    }
    print("all as the naive ledger has them")
  }

  private func run(_ seed: UInt64) async throws -> History {
    let throughFiles = seed % files == 0
    let scratch = store == "sqlite" || throughFiles ? try Scratch() : nil
    let (ledger, register) = try place(scratch)
    var history = History(
      ledger, register, folder: throughFiles ? scratch?.path : nil, isRemembering: true)
    var maker = StepMaker(Seeded(seed: seed))
    try await history.run(steps, &maker)
    return history
  }

  private func place(_ scratch: Scratch?) throws -> (any LedgerStore, any Register) {
    guard store == "sqlite", let scratch else { return (MemoryStore(), MemoryRegister()) }
    return (
      try SQLiteStore(creating: scratch.path + "/ledger.sqlite"),
      try SQLiteRegister(
        creating: scratch.path + "/register.sqlite", salt: Opening.salt)
    )
  }
}
