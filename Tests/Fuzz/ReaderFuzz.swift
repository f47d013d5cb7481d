import Foundation
import TestSupport

/// Gives the readers files that are nearly what they read: each is read, or refused in words, within bounds of
/// time and memory.
///
/// `reader-fuzz [COUNT] [--seed N]` changes the files of the corpus at random, and so does a fuzzer that watches
/// which lines are run, where the program was built for one: `Tests/Fuzz/README.md`.
#if !FUZZING
  @main
#endif
enum ReaderFuzz {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    if let folder = value("--unpack", in: words) { return try Corpus().unpack(to: folder) }
    if let folder = value("--pack", in: words) { return try Corpus.pack(folder) }
    let arguments = try TrialArguments(words, usually: 1_000)
    try change(arguments.count, Seeded(seed: arguments.seed))
  }

  private static func value(_ option: String, in words: [String]) -> String? {
    words.firstIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
  }

  /// Reads the corpus, and then files of it that are changed at random.
  private static func change(_ count: Int, _ chance: Seeded) throws {
    print("Files that are nearly right, with seed \(chance.seed)")
    var (chance, tally) = (chance, Tally())
    let corpus = try Corpus().inputs
    let readers = try Readers()
    for input in corpus { tally.count(try readers.read(input)) }
    for _ in 0..<count {
      var input = corpus.randomElement(using: &chance) ?? []
      let other = corpus.randomElement(using: &chance) ?? []
      Change.several(in: &input, beside: other, using: &chance)
      tally.count(try readers.read(input))
    }
    try tally.finish(after: corpus.count + count)
  }
}

/// What came of files, and what they took.
private struct Tally {
  private var read = 0
  private var refused = 0
  private var longest = Duration.zero
  /// The most memory that the program may ever hold, in KiB.
  private static let mostMemory = 256 * 1024

  mutating func count(_ outcome: Readers.Outcome) {
    if outcome.isRead { read += 1 } else { refused += 1 }
    longest = max(longest, outcome.time)
  }

  func finish(after count: Int) throws {
    let peak =
      try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      .split(separator: "\n").first { $0.hasPrefix("VmHWM") }?
      .split(separator: " ").compactMap { Int($0) }.first ?? 0
    print(
      "\(count) files: \(read) read, \(refused) refused; longest \(longest); \(peak / 1024) MiB")
    if read == 0 || refused == 0 || longest > .seconds(10) || peak > Tally.mostMemory {
      print("error: that is not what was expected")
      exit(1)
    }
  }
}
