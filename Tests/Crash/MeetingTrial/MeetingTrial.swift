import Foundation
import TestSupport

/// Has several processes commit files that overlap, at once, many times: `meeting-trial [ROUNDS] [--seed N]`.
///
/// Whatever the order in which they come to it, the books are those of one after another.
@main
struct MeetingTrial {
  static func main() throws {
    let arguments = try TrialArguments(Array(CommandLine.arguments.dropFirst()), usually: 100)
    let scratch = try Scratch()
    let program = try Program(
      arguments.program,
      environment: [
        "SENDLEDGER_TODAY": "2026-10-31", "SENDLEDGER_USER": "trial", "SENDLEDGER_WAIT": "300",
      ])
    let base = scratch.path + "/base"
    let settings = FileManager.default.currentDirectoryPath + "/ledgers/example"
    let made = try program.run(["init", base, "--from", settings])
    guard made.status == 0 else { throw Breach("init ended with \(made.summary)") }

    var chance = Seeded(seed: arguments.seed)
    var tally = Tally()
    print("Seed \(arguments.seed), at most \(arguments.rows) rows a file")
    for number in 1...max(arguments.count, 1) {
      let round = Round(number, upTo: arguments.rows, &chance)
      do {
        try round.run(program, base: base, in: scratch.path, &tally)
      } catch let breach as Breach {
        print("BREACH in round \(number): \(breach)")
        exit(1)
      }
      if number.isMultiple(of: 10) {
        FileHandle.standardError.write(Data("\(number) of \(arguments.count)\r".utf8))
      }
    }
    print(
      """
      \(arguments.count) rounds: \(tally.commits) commits at once, \(tally.posted) posted, \
      \(tally.stale) refused since another had posted some of their rows, \(tally.again) done \
      already by another.
      Each time the books were those of one after another.
      """)
  }
}

/// What became of the commits.
struct Tally {
  var commits = 0
  var posted = 0
  var stale = 0
  var again = 0
}

/// Something that no order may bring about.
struct Breach: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
