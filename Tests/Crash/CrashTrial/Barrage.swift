import Foundation
import TestSupport
import WritingCommands

/// Every command that writes, each killed again and again on a ledger of its own until it is done.
struct Barrage {
  let wanted: Int
  private(set) var tally: Tally
  private var chance: Seeded
  private var stages: Stages

  init(_ program: String, in folder: String, wanted: Int, _ tally: Tally, _ chance: Seeded) {
    self.wanted = wanted
    self.tally = tally
    self.chance = chance
    stages = Stages(program: program, in: folder)
  }

  /// A small trial comes to some of the commands, and a long one to all of them again and again.
  mutating func run() throws -> Tally {
    while tally.all < wanted {
      for command in WritingCommand.all.shuffled(using: &chance) where tally.all < wanted {
        try weather(stages.stage(for: command))
        FileHandle.standardError.write(Data("\(tally.all) of \(wanted)\r".utf8))
      }
    }
    return tally
  }

  /// Kills a command until it is done, and a few times at most; then lets it end.
  private mutating func weather(_ stage: Stage) throws {
    try stage.restore()
    tally.ledgers += 1
    var found = stage.before
    for _ in 0..<6 where found != stage.after && tally.all < wanted {
      // Half of the kills fall anywhere, and half where the end is near and much happens at once.
      let first = Bool.random(using: &chance) ? 0 : stage.usual * 3 / 4
      let delay = Int.random(in: first...stage.usual + stage.usual / 8, using: &chance)
      let ending = try stage.give(killedAfter: delay)
      let isMidWrite = try isInWrite(stage)
      found = try stage.look()
      if ending.status == 0 || !stage.said.isEmpty && ending.out == stage.said, found != stage.after
      {
        throw Stage.Breach("\(stage.command.name) was acknowledged and is lost: \(ending.summary)")
      }
      if ending.signal == nil {
        tally.countTooLate()
      } else {
        let isDone = found == stage.after
        tally.count(stage.command.name, isMidWrite ? .during : isDone ? .after : .before)
      }
    }
    tally.drafts += found.drafts
    try stage.finish()
    tally.repeats += 1
  }

  /// Whether a log of SQLite, or a draft of a report, was left behind.
  private func isInWrite(_ stage: Stage) throws -> Bool {
    let left =
      FileManager.default.enumerator(atPath: stage.work)?.compactMap { $0 as? String } ?? []
    return left.contains {
      $0.hasSuffix("-wal") || $0.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }
}
