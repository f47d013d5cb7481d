import Foundation
import TestSupport
import Testing

/// The files of a pack: the pack itself, a plain summary, and one partner's extract.
@Suite struct ScenarioPackTests {
  @Test func `a pack is seven files, and is not written over unless asked`() async throws {
    let made = try await ScenarioLedger.made()
    #expect((await made.pack()).status == 0)
    let files = made.files()
    #expect(
      files.keys.sorted() == [
        "pack.csv", "pack.html", "pack.json", "pack.txt", "pack.xlsx", "plain.html", "plain.txt",
      ])
    #expect(files["pack.json"]?.contains("\"schema\": \"sendledger/scenario@1\"") == true)
    let again = await made.pack()
    #expect(again.status == 73)
    #expect(again.err.contains("output-exists"))
    #expect((await made.pack(ScenarioLedger.example, "--force", "--tasks", "1")).status == 0)
    #expect(made.files() == files)
  }

  @Test func `the eleven parts stand in their order`() async throws {
    let made = try await ScenarioLedger.made()
    await made.pack()
    let lines = (made.files()["pack.txt"] ?? "").split(separator: "\n")
    let parts = (1...11).compactMap { number in lines.firstIndex { $0.hasPrefix("\(number). ") } }
    #expect(parts.count == 11)
    #expect(parts == parts.sorted())
  }

  @Test func `every heading of a page says something, and shares stand to the right as numbers`()
    async throws
  {
    let made = try await ScenarioLedger.made()
    await made.pack()
    let files = made.files()
    for name in ["pack.html", "plain.html"] {
      #expect(files[name]?.contains(/<th[^>]*><\/th>|data-label=""/) == false, "\(name)")
    }
    #expect(files["pack.html"]?.contains(#"data-label="2030-31" class="n">20.6%</td>"#) == true)
    #expect(files["pack.json"]?.contains("\"share_2030_31_percent\": 20.") == true)
    #expect(files["plain.txt"]?.contains("\nIf nothing changes ") == true)
  }

  @Test func `a partner's extract has its own note and no other's`() async throws {
    let made = try await ScenarioLedger.made()
    await made.pack(ScenarioLedger.example, "--partner", "ICB")
    let files = made.files()
    #expect(files.keys.sorted() == ["ICB.html", "ICB.txt"])
    for text in files.values {
      let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(plain.contains("The board has not seen"))
      #expect(plain.contains("5 years extra"))
      #expect(!plain.contains("medium-term plan") && !plain.contains("residential"))
      #expect(!plain.contains("Social care"))
    }
  }

  @Test func `the plain summary is in plain words, and fits two pages`() async throws {
    let made = try await ScenarioLedger.made()
    await made.pack()
    let text = try #require(made.files()["plain.txt"])
    // A table is no sentence: what stands in its columns is left out here.
    let paragraphs = text.split(separator: "\n\n").filter { !$0.contains("----") }
    let readings = paragraphs.map { part in
      PlainReading(part.split(separator: "\n").joined(separator: " "))
    }
    let lengths = readings.flatMap(\.lengths)
    #expect(lengths.allSatisfy { $0 <= 20 }, "\(lengths.max() ?? 0)")
    #expect(lengths.reduce(0, +) <= 12 * lengths.count)
    #expect(PlainReading.grade(readings) <= 6, "\(PlainReading.grade(readings))")
    #expect(readings.flatMap(\.bannedWords).isEmpty, "\(readings.flatMap(\.bannedWords))")
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 120)
  }

  @Test func `a pack says what past moves say of its assumption, and from which files`()
    async throws
  {
    let made = try await ScenarioLedger.made()
    await made.pack()
    let text = made.files()["pack.txt"] ?? ""
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("From 2026 to 2031 they say 17.6% more; the assumption on demand comes to"))
    // 3.5% a year, five times: 1.035 to the fifth is 1.1877.
    #expect(words.contains("comes to 18.8% more in as many years."))
    #expect(words.contains("Moves transitions.csv, 1,257 rows, SHA-256 b8aabe0b6050"))
    let rows = CommaSeparated(made.files()["pack.csv"] ?? "").rows
    let moves = rows.filter { $0["scenario"] == "moves" && $0["year"] == "2026" }
    #expect(moves.map { $0["gbp"] } == ["4016600.00", "616200.00"])
  }

  @Test func `without such files a pack rests on its assumptions alone`() async throws {
    let made = try await ScenarioLedger.made()
    let example = try ScenarioLedger.text()
    let start = try #require(example.range(of: "children:\n  transitions:"))
    let end = try #require(example.range(of: "adults-from: 14\n"))
    let without = example.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
    let file = try made.ledger.terminal.scratch.write(without, to: "without.yaml")
    #expect((await made.pack(file)).status == 0)
    #expect(made.files()["pack.txt"]?.contains("Children’s moves") == false)
  }
}
