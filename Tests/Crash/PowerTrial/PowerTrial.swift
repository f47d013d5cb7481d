import Foundation
import TestSupport
import WritingCommands

/// Takes the power away at any act of a run, and looks at what is left: `power-trial [CUTS]`.
@main
struct PowerTrial {
  static func main() throws {
    let arguments = try TrialArguments(Array(CommandLine.arguments.dropFirst()), usually: 100)
    let scratch = try Scratch()
    var trial = PowerTrial(arguments, in: scratch.path)
    do {
      try trial.buildWatcher()
      try trial.run()
    } catch {
      let kept = NSTemporaryDirectory() + "power-trial-\(arguments.seed)"
      try? FileManager.default.removeItem(atPath: kept)
      try? FileManager.default.copyItem(atPath: scratch.path, toPath: kept)
      print("BREACH, seed \(arguments.seed), cut \(trial.cuts + 1): \(error)")
      print("The ledgers are kept in \(kept)")
      exit(1)
    }
    print("\(trial.cuts) power cuts, seed \(arguments.seed)\n")
    for (name, tally) in trial.tallies.sorted(by: { $0.key < $1.key }) {
      print(
        "  \(name): \(tally.cuts), of which \(tally.done) left the command done, \(tally.told) told"
      )
    }
    print(
      "\nAll was wholly there or not at all, what was told was there, and every ledger verified."
    )
  }

  private let arguments: TrialArguments
  private let folder: String
  private var chance: Seeded
  private(set) var cuts = 0
  private(set) var tallies: [String: (cuts: Int, done: Int, told: Int)] = [:]
  private var stages: Stages
  private var recordings: [String: (disk: Disk, acts: Recording)] = [:]

  private init(_ arguments: TrialArguments, in folder: String) {
    self.arguments = arguments
    self.folder = folder
    chance = Seeded(seed: arguments.seed)
    stages = Stages(program: arguments.program, in: folder)
  }

  private var watcher: String { folder + "/writes.so" }

  /// The watcher is in C, as it stands before the C library.
  private func buildWatcher() throws {
    let source = Project.path("Tests/Crash/PowerTrial/writes.c")
    let built = try Program("/usr/bin/env", environment: ProcessInfo.processInfo.environment)
      .run(["clang", "-shared", "-fPIC", "-O1", "-o", watcher, source, "-ldl", "-lpthread"])
    guard built.status == 0 else {
      throw Stage.Breach("the watcher is not built: \(built.summary)")
    }
  }

  private mutating func run() throws {
    while cuts < arguments.count {
      for command in WritingCommand.all.shuffled(using: &chance) where cuts < arguments.count {
        let stage = try stages.stage(for: command)
        let recorded = try recordings[command.name] ?? record(stage)
        recordings[command.name] = recorded
        for _ in 0..<5 where cuts < arguments.count { try cut(stage, recorded) }
        FileHandle.standardError.write(Data("\(cuts) of \(arguments.count)\r".utf8))
      }
    }
  }

  /// Gives the command once with every act noted, and sees that the notes come to what is there.
  private func record(_ stage: Stage) throws -> (disk: Disk, acts: Recording) {
    try stage.restore()
    let disk = try Disk(of: stage.work)
    let log = folder + "/log"
    try? FileManager.default.removeItem(atPath: log)
    let ending = try stage.give(with: [
      "LD_PRELOAD": watcher, "TRIAL_FOLDER": stage.work, "TRIAL_LOG": log,
    ])
    let acts = try Recording(log, of: ending.out)
    let there = try contents(stage)
    var whole = disk
    for act in acts.acts { whole.perform(act) }
    try clear(stage)
    try whole.fail(keepingNames: nil) { true }
    guard try contents(stage) == there else {
      throw Stage.Breach("the notes of \(stage.command.name) do not come to what it wrote")
    }
    return (disk, acts)
  }

  private func contents(_ stage: Stage) throws -> [String: Data] {
    let names =
      FileManager.default.enumerator(atPath: stage.work)?.compactMap { $0 as? String } ?? []
    return names.reduce(into: [:]) {
      $0[$1] = FileManager.default.contents(atPath: stage.work + "/" + $1) ?? Data()
    }
  }

  private func clear(_ stage: Stage) throws {
    try FileManager.default.removeItem(atPath: stage.work)
  }

  /// Takes the power away after some act, and puts right what is left.
  private mutating func cut(_ stage: Stage, _ recorded: (disk: Disk, acts: Recording)) throws {
    var (disk, acts) = recorded
    // Anywhere, near the end, or about the time when it is told that it is done.
    let last = acts.acts.count
    let first =
      [0, last * 3 / 4, max(0, min(acts.told - 8, last))].randomElement(using: &chance) ?? 0
    let place = Int.random(in: first...last, using: &chance)
    for act in acts.acts.prefix(place) { disk.perform(act) }
    let names = Int.random(in: 0...disk.namesWaiting, using: &chance)
    // Nothing that waits is kept, all of it, or so many of a hundred sectors.
    let share = [0, 100, Int.random(in: 1...99, using: &chance)].randomElement(using: &chance) ?? 0
    var chance = Seeded(seed: self.chance.next())
    try clear(stage)
    try disk.fail(keepingNames: names) { Int.random(in: 0..<100, using: &chance) < share }
    let what =
      "\(stage.command.name), cut after act \(place) of \(acts.acts.count)"
      + ", \(names) names and \(share) % of the sectors kept"
    do {
      let found = try stage.look()
      let isTold = place >= acts.told
      if isTold, found != stage.after { throw Stage.Breach("it was told, and is lost") }
      try stage.finish()
      cuts += 1
      var tally = tallies[stage.command.name] ?? (0, 0, 0)
      tally = (
        tally.cuts + 1, tally.done + (found == stage.after ? 1 : 0), tally.told + (isTold ? 1 : 0)
      )
      tallies[stage.command.name] = tally
    } catch { throw Stage.Breach("\(what): \(error)") }
  }
}
