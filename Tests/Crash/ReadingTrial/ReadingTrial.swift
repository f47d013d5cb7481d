import Foundation
import TestSupport

/// Has many processes read a ledger while one writes to it: `reading-trial [ENTRIES]`, or
/// `reading-trial --commit [ROWS]`.
///
/// Each process is this program again, with the part that it plays as its first word.
@main
struct ReadingTrial {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      if let part = words.first.flatMap(Part.init(rawValue:)) {
        return try await part.play(Array(words.dropFirst()))
      }
      try await run(words)
    } catch {
      print("BREACH: \(Breach.words(of: error))")
      exit(1)
    }
  }

  /// Runs the trial that the words ask for, and keeps its ledger where it finds a breach.
  private static func run(_ words: [String]) async throws {
    let isCommit = words.first == "--commit"
    let arguments = try TrialArguments(
      isCommit ? Array(words.dropFirst()) : words, usually: isCommit ? 1_000_000 : 10_000)
    let scratch = try Scratch()
    do {
      if isCommit {
        try await CommitWatched(arguments, in: scratch.path).run()
      } else {
        try PostingRead(arguments, in: scratch.path).run()
      }
    } catch {
      let kept = NSTemporaryDirectory() + "reading-trial-\(arguments.seed)"
      try? FileManager.default.removeItem(atPath: kept)
      try? FileManager.default.copyItem(atPath: scratch.path + "/ledger", toPath: kept)
      throw Breach(
        "seed \(arguments.seed), the ledger is kept in \(kept)\n\(Breach.words(of: error))")
    }
  }
}

/// The parts that processes play.
enum Part: String {
  case post, read, commit, watch

  func play(_ words: [String]) async throws {
    guard words.count == 3, let number = Int(words[1]), let seed = UInt64(words[2]) else {
      throw Breach("the part of \(rawValue) takes a folder, a number and a seed")
    }
    let bench = Bench(folder: words[0])
    switch self {
    case .post:
      var poster = Poster(bench, entries: number, seed: seed)
      try await poster.run()
    case .read:
      var reader = Reader(bench, number: number, seed: seed)
      try await reader.run()
    case .commit: try await Committer(bench, batch: number).run()
    case .watch:
      var watcher = Watcher(bench, number: number)
      try await watcher.run()
    }
  }
}
