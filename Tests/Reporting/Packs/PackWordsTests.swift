import Bookkeeping
import Modelling
import Reporting
import Testing

/// What a pack says in words is what its figures say, whichever way the gap goes.
@Suite struct PackWordsTests {
  private static func fact(
    _ label: String, cost: Money, recommended: String = "B", delivering: Money = 0, years: Int = 5
  ) async throws -> String {
    let plan = try SamplePack.plan(
      cost: cost, recommended: recommended, delivering: delivering, years: years)
    let facts = try await SamplePack.pack(plan).report.blocks.compactMap {
      if case .facts(let facts) = $0 { facts } else { nil }
    }
    let found = try #require(facts.flatMap(\.self).first { $0.name == label })
    guard case .text(let words) = found.cell else { return "" }
    return words
  }

  @Test func `an option that costs more than it saves does not cut the gap`() async throws {
    let dear = try await Self.fact("Recommended", cost: 8_000_000_00, delivering: 3_000_000_00)
    #expect(dear.contains("which raises this to £"), "\(dear)")
    let cheap = try await Self.fact("Recommended", cost: 8_000_000_00)
    #expect(cheap.contains("which cuts this to £"), "\(cheap)")
  }

  @Test func `where there is no gap, none is closed`() async throws {
    let words = try await Self.fact("Recommended", cost: 7_000_000_00)
    #expect(words.contains("partners put in £"), "\(words)")
    #expect(words.contains("which makes this £"), "\(words)")
    let opens = try await Self.fact(
      "Recommended", cost: 7_400_000_00, delivering: 6_900_000_00)
    #expect(opens.contains("which opens a gap of £"), "\(opens)")
    let turns = try await Self.fact("What would change it", cost: 7_000_000_00)
    #expect(turns.hasPrefix("There is no 5-year gap. One opens if contributions grow by less than"))
    #expect(
      turns.contains("or if demand grows by more than 7.0% a year instead of 3.5%"), "\(turns)")
  }

  @Test func `the nearest thousand below a million is written as a million`() async throws {
    let words = try await Self.fact(
      "Recommended", cost: 8_999_600_00, recommended: "base", years: 1)
    #expect(
      words == "If we change nothing, the pool costs £1.0 million more than partners put in over "
        + "1 year. We recommend no change.")
  }

  @Test func `a heading that holds another partner's code is printed as it is`() async throws {
    let plan = try SamplePack.plan(shorts: ["ICB schools", "Care", "Health"])
    let rows = try await SamplePack.pack(plan).report.blocks.flatMap { block -> [Table.Row] in
      if case .table(let table) = block, table.name == "waterfall" { table.rows } else { [] }
    }
    let texts = rows.flatMap(\.cells).compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }
    #expect(
      texts.contains("All by fixed shares: ICB schools 25%, Care 25%, Health 50% (clause 9.4)"))
  }

  @Test func `the rule that keeps a deficit apart ends on its own day, and not with the years`()
    async throws
  {
    let deficit = try DeficitOutlook(
      broughtForward: 1_000_00,
      years: [DeficitOutlook.Year(FinancialYear(starting: 2026), funding: 1, cost: 2)],
      transfers: [], grant: nil)
    let texts = try await SamplePack.pack(SamplePack.plan(deficit: deficit)).report.blocks
      .compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
    #expect(texts.contains { $0.contains("general fund ends on 31 March 2028.") }, "\(texts)")
  }
}
