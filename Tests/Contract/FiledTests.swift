import Foundation
import Funding
import Storage
@testable import StorageSQLite
import TestSupport
import Testing

/// What is read of a word is read once, and is what a whole reading would give.
struct FiledTests {
  @Test(arguments: [0, 7, 64, 4096])
  func `what is kept of words answers as a whole reading does`(most: Int) throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    var filed = Filed<JournalRecord>(most: most) { $0.number }
    var words: [String: [JournalRecord]] = [:]
    var (end, reads) = (0, 0)
    for _ in 0..<2_000 {
      if Int.random(in: 0..<3, using: &chance) == 0 {
        end += 1
        let word = "w\(Int.random(in: 0..<12, using: &chance))"
        words[word, default: []].append(Sample.note(.rowTwin, of: word).numbered(end))
      }
      let word = "w\(Int.random(in: 0..<14, using: &chance))"
      let point = Bool.random(using: &chance) ? end : Int.random(in: 0...end, using: &chance)
      let found = filed.items(under: word, through: point) { first in
        reads += 1
        return (words[word] ?? []).filter { $0.number >= first && $0.number <= point }
      }
      #expect(
        found == (words[word] ?? []).filter { $0.number <= point },
        "seed \(seed), \(word) to \(point)")
    }
    if most == 0 { #expect(reads > 1_900, "seed \(seed)") }
    if most == 4096 { #expect(reads < 1_800, "seed \(seed)") }
  }

  @Test func `a writer that asks again reads what it has added since`() async throws {
    try await StoreKind.file.trying { store in
      _ = try await store.write { writer in
        for count in 1...5 {
          try await writer.append([Sample.note(.rowTwin, of: "one")])
          let mention = Mention.fact(.rowTwin, of: "one")
          #expect(try await writer.records(mentioning: mention).map(\.number) == Array(1...count))
          #expect(
            try await writer.questions.records(mentioning: mention, through: 1).map(\.number) == [1]
          )
        }
      }
    }
  }
}
