import Foundation
import TestSupport
import Testing

/// `scenario children`, with the example's files and with files that are broken.
@Suite struct ScenarioChildrenTests {
  private let terminal: Terminal
  private static let folder = "imports/example/children/"

  init() throws { terminal = Terminal(try Scratch()) }

  /// Types the command with the example's files, some of them replaced by texts of the test's own.
  private func project(
    _ texts: [String: String] = [:], _ more: String...
  ) async throws -> Terminal.Answer {
    var words = ["scenario", "children", "--runs", "200"]
    for file in ["transitions", "population", "costs"] {
      let path = try texts[file].map { try terminal.scratch.write($0, to: "\(file).csv") }
      words += ["--\(file)", path ?? ScenarioChildrenTests.folder + "\(file).csv"]
    }
    return await terminal.type(words + more)
  }

  private func example(_ file: String) throws -> String {
    try Project.text(ScenarioChildrenTests.folder + "\(file).csv")
  }

  /// The rows of the long form, by their columns.
  private func rows(_ csv: String) -> [[String: String]] {
    let lines = csv.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let heading = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
  }

  @Test func `the children known are those of the last year's moves`() async throws {
    let answer = try await project([:], "--format", "csv")
    #expect(answer.status == 0, "\(answer.err)")
    let moves = try example("transitions").split(separator: "\n").dropFirst()
    let last = moves.filter { $0.hasPrefix("2025") && !$0.contains("NONSEND,NONSEND,", after: 5) }
    let all = rows(answer.out).first {
      $0["year"] == "2026" && $0["setting"] == "" && $0["measure"] == "children"
    }
    #expect(all?["value"] == "\(last.count).000")
    #expect(last.count > 200)
  }

  @Test func `what each state costs adds to the whole, to the penny, and its children too`()
    async throws
  {
    let answer = try await project([:], "--format", "csv", "--inflation", "2.5")
    let found = rows(answer.out).filter { $0["percentile"] == "expected" }
    for year in 2026...2031 {
      for measure in ["cost", "children"] {
        let ofYear = found.filter { $0["year"] == "\(year)" && $0["measure"] == measure }
        let parts = ofYear.filter { $0["setting"] != "" }.compactMap { Decimal($0["value"]) }
        let whole = ofYear.filter { $0["setting"] == "" }.compactMap { Decimal($0["value"]) }
        let apart = (parts.reduce(0, +) - (whole.first ?? 0)).magnitude
        #expect(parts.count > 12)
        // Children are printed to the thousandth, each.
        #expect(apart <= (measure == "cost" ? 0 : Decimal(parts.count) / 1_000))
      }
    }
  }

  @Test func `the same seed gives the same bytes on one task and on two`() async throws {
    let one = try await project([:], "--tasks", "1", "--format", "json")
    let two = try await project([:], "--tasks", "2", "--format", "json")
    #expect(one.status == 0 && one.out == two.out)
    let other = try await project([:], "--seed", "2", "--format", "json")
    #expect(other.out != one.out)
  }

  @Test func `files with a mark, CRLF and quoted cells are the same files`() async throws {
    let plain = try await project([:], "--format", "csv")
    let quoted = try example("transitions").split(separator: "\n").map { line in
      line.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
    }
    let same = try await project(
      ["transitions": "\u{FEFF}" + quoted.joined()], "--format", "csv")
    #expect(same.status == 0 && same.out == plain.out)
  }

  @Test func `a state without a cost is named once, and counted only where that is asked for`()
    async throws
  {
    let costs = try example("costs").split(separator: "\n").filter { !$0.hasPrefix("MLD,college") }
    let texts = ["costs": costs.joined(separator: "\n")]
    let refused = try await project(texts)
    #expect(refused.status == 65)
    #expect(
      refused.err.contains(
        "transitions.csv:202: error transitions-cost-missing: no cost is given for college-MLD"))
    #expect(refused.err.components(separatedBy: "error ").count == 2)
    let counted = try await project(texts, "--count-without-cost")
    #expect(counted.status == 0)
    #expect(counted.out.contains("No cost is given for: college-MLD. Their children"))
  }

  @Test func `everything that is wrong with the files is said at once`() async throws {
    let moves =
      try example("transitions") + "2025,special,ASD,5,special,ASD,9\n2025,,ASD,5,special,ASD,6\n"
    let population = try example("population").replacingOccurrences(of: "2024,7,", with: "2024,7,-")
    let answer = try await project([
      "transitions": moves, "population": population,
      "costs": "need,setting,cost\nASD,special,-5\n",
    ])
    #expect(answer.status == 65)
    for code in [
      "transitions-year-groups-not-next", "cell-missing", "code-not-known",
      "transitions-cost-negative",
    ] { #expect(answer.err.contains("error \(code):"), "\(code)") }
  }

  @Test func `a slip of a key and a figure given twice are refused, each with its row`()
    async throws
  {
    let far = try await project([
      "transitions": try example("transitions") + "20242024,special,ASD,5,special,ASD,6\n",
      "population": try example("population") + "2024,7,100000000\n",
    ])
    #expect(far.status == 65)
    #expect(
      far.err.contains("transitions.csv:1259: error code-not-known: calendar-year is “20242024”"))
    #expect(far.err.contains("population.csv:252: error code-not-known: population is “100000000”"))
    let people = try await project(["population": try example("population") + "2024,7,5\n"])
    #expect(people.status == 65)
    #expect(people.err.contains("population.csv:252: error transitions-row-twice: academic year 7"))
    let costs = try await project(["costs": try example("costs") + "ASD,special,5\n"])
    #expect(costs.status == 65)
    #expect(costs.err.contains("costs.csv:18: error transitions-row-twice: special-ASD is given"))
  }

  @Test(arguments: [
    ("--adults-from", "25"), ("--inflation", "abc"), ("--inflation", "1e9"), ("--years", "0"),
    ("--tasks", "0"),
  ])
  func `an option that cannot be is wrong use, in words`(name: String, value: String) async throws {
    let answer = try await project([:], name, value)
    #expect(answer.status == 64)
    #expect(answer.err.contains("give "))
    #expect(!answer.err.contains("not-foreseen"))
  }

  @Test func `a file that is not there, and one that is no CSV, are refused`() async throws {
    let missing = await terminal.type([
      "scenario", "children", "--transitions", "nowhere.csv", "--population", "nowhere.csv",
      "--costs", "nowhere.csv",
    ])
    #expect(missing.status == 66)
    #expect(missing.err.contains("there is no file nowhere.csv"))
    let broken = try await project(["costs": "need,setting,cost\n\"ASD,special,1\n"])
    #expect(broken.status == 65)
    #expect(broken.err.contains("quote-never-closed"))
  }
}

extension Substring {
  /// Whether it holds a text behind so many characters.
  fileprivate func contains(_ text: String, after count: Int) -> Bool {
    dropFirst(count + 1).contains(text)
  }
}

extension Decimal {
  fileprivate init?(_ text: String?) {
    guard let value = text.flatMap({ Decimal(string: $0) }) else { return nil }
    self = value
  }
}
