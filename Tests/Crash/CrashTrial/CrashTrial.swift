import Foundation
import TestSupport

/// Kills `sendledger` at any instant, and looks at what is left: `crash-trial [KILLS]`.
///
/// One kill of ten falls on imports of many rows, and the others on every command that writes.
@main
struct CrashTrial {
  static func main() throws {
    let arguments = try TrialArguments(Array(CommandLine.arguments.dropFirst()), usually: 100)
    let scratch = try Scratch()
    do {
      let tally = try run(arguments, in: scratch.path)
      print("\(tally.all) kills, seed \(arguments.seed), files of up to \(arguments.rows) rows\n")
      print("\(tally.text)\n\nLedgers made and compared: \(tally.ledgers).")
      print("\(tally.tooLate) more kills came too late: the run had ended by itself.")
      print("\(tally.repeats) commands that were done were typed again: nothing was doubled.")
      print("Drafts of reports that a kill left out of sight: \(tally.drafts).")
      print("Whatever was being written was wholly there or not at all, and every ledger verified.")
    } catch {
      let kept = NSTemporaryDirectory() + "crash-trial-\(arguments.seed)"
      try? FileManager.default.removeItem(atPath: kept)
      try? FileManager.default.copyItem(atPath: scratch.path, toPath: kept)
      print("BREACH, seed \(arguments.seed): \(error)\nThe ledgers are kept in \(kept)")
      exit(1)
    }
  }

  private static func run(_ arguments: TrialArguments, in folder: String) throws -> Tally {
    let program = try Program(
      arguments.program,
      environment: ["SENDLEDGER_TODAY": "2026-10-31", "SENDLEDGER_USER": "trial"])
    let blank = folder + "/blank"
    let made = try program.run(["init", blank, "--from", Project.path("ledgers/example")])
    guard made.status == 0 else { throw Desk.Breach("init ended with \(made.summary)") }
    var chance = Seeded(seed: arguments.seed)
    var barrage = Barrage(
      arguments.program, in: folder, wanted: arguments.count - arguments.count / 10, Tally(),
      Seeded(seed: chance.next()))
    var tally = try barrage.run()
    while tally.all < arguments.count {
      let files = PaymentFile.some(6, upTo: arguments.rows, &chance)
      var episode = try Episode(
        program, blank: blank, in: folder, wanted: arguments.count, tally,
        Seeded(seed: chance.next()))
      tally = try episode.run(files)
      FileHandle.standardError.write(Data("\(tally.all) of \(arguments.count)\r".utf8))
    }
    return tally
  }
}
