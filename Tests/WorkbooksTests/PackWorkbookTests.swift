import Bookkeeping
import Foundation
import Modelling
import Recalculation
import Reporting
import TestSupport
import Testing

@testable import Workbooks

/// The workbook of a pack, under every rule that an agreement may have.
@Suite struct PackWorkbookTests {
  private static func shared(_ basis: Tier.Basis, cap: String? = nil) throws -> Tier.Rule {
    .shared(basis, cap: try cap.map { try SamplePack.percent($0) })
  }

  private static func fixed() throws -> Tier.Basis {
    .fixed(
      try zip(0..., ["33.333", "33.334", "33.333"]).map {
        Tier.FixedShare(try SamplePack.partner($0), try SamplePack.percent($1))
      })
  }

  /// Plans whose rules, reserve and gaps differ.
  private static func plans() throws -> [String: PackPlan] {
    let (first, last) = (try SamplePack.partner(0), try SamplePack.partner(2))
    let reserve = Tier("9.1", .upTo(60_000_33), .reserve)
    let again = Tier("9.2", .upToShareOfPool(try SamplePack.percent("0.777")), .reserve)
    let mixed = try RiskShare(
      overspend: [
        reserve, again, Tier("9.3", .upTo(77_777_77), .partner(last)),
        Tier("9.4", .upTo(99_999_99), shared(.equally)),
        Tier("9.5", .upToShareOfPool(try SamplePack.percent("1.5")), shared(.contribution)),
        Tier("9.6", .rest, shared(fixed(), cap: "3")), Tier("9.7", .upTo(12_345_67), .host),
      ],
      underspend: [
        reserve, Tier("9.8", .upTo(55_555_55), shared(fixed())),
        Tier("9.9", .upTo(44_444_44), shared(.contribution, cap: "0.25")),
        Tier("9.10", .upTo(1_01), .host), Tier("9.11", .rest, .reinvested),
      ])
    let run = Exposure.ReservePolicy.runDown(from: 150_000_00)
    let services = ["41.5", "33.25", "25.25"]
    return [
      "an overspend": try SamplePack.plan(mixed, host: first),
      "no host": try SamplePack.plan(mixed),
      "a reserve run down": try SamplePack.plan(mixed, reserve: run, host: first),
      "an underspend": try SamplePack.plan(mixed, reserve: run, host: first, demand: "-4.125"),
      "a great gap": try SamplePack.plan(mixed, cost: 190_000_000_00),
      "growth that changes": try SamplePack.plan(mixed, later: "1.5"),
      "a silent agreement": try SamplePack.plan(.silent),
      "nothing on an underspend": try SamplePack.plan(
        RiskShare(overspend: [Tier("9", .rest, shared(.beneficiary))], underspend: []),
        demand: "-2", services: services),
      "tags": try SamplePack.plan(
        RiskShare(overspend: [Tier("9", .rest, shared(.beneficiary))], underspend: []),
        services: services),
      "aligned budgets": try SamplePack.plan(
        RiskShare(
          overspend: [Tier("3", .rest, .ownServices)], underspend: [Tier("3", .rest, .ownServices)]),
        services: services),
    ]
  }

  @Test func `every formula comes to what it carries, whatever the rules`() async throws {
    for (name, plan) in try Self.plans() {
      let pack = try await SamplePack.pack(plan)
      let workbook = try Workbook(pack)
      var sheet = Evaluation(workbook)
      #expect(sheet.apart() == [], "\(name)")
      #expect(sheet.worked > 400, "\(name)")
      #expect(sheet.value(of: "G5", on: "Checks") == .text("yes"), "\(name)")
      let hasFigures = workbook.sheets.flatMap(\.rows).joined().contains { cell in
        guard case .text(let text) = cell else { return false }
        return text.hasSuffix("; the parts stand as the pack gave them")
      }
      let without = ["a great gap", "aligned budgets", "tags", "nothing on an underspend"]
      #expect(hasFigures == without.contains(name), "\(name)")
      for page in workbook.sheets {
        #expect(page.rows.allSatisfy { $0.count == page.headings.count }, "\(page.name)")
      }
    }
  }

  @Test func `a gap that changes its direction is shared by the other rules`() async throws {
    let plans = try Self.plans()
    let over = try await SamplePack.pack(try #require(plans["a reserve run down"]))
    let under = try await SamplePack.pack(try #require(plans["an underspend"]))
    var sheet = Evaluation(try Workbook(over))
    sheet.change("Inputs", "D5", to: .share(try SamplePack.percent("-4.125").fraction))
    let years = under.figures.exposures[2].years
    for (place, year) in years.enumerated() {
      let row = 5 + 2 * years.count + place
      let parts = [year.division.reserve] + year.division.borne + [year.division.unallocated]
      for (column, part) in zip(["E", "F", "G", "H", "I"], parts) {
        guard case .number(let value) = sheet.value(of: "\(column)\(row)", on: "Sharing") else {
          return #expect(Bool(false), "\(column)\(row)")
        }
        #expect((value * 100).rounded() == Double(part.pence), "\(column)\(row)")
      }
    }
    #expect(sheet.value(of: "G6", on: "Checks") == .text("yes"))
    #expect(sheet.value(of: "G7", on: "Checks") == .text("no"))
  }

  @Test func `pence that do not divide go where the ledger puts them`() throws {
    var numbers = Seeded(seed: 20_270_401)
    for _ in 0..<2_000 {
      let weights = (0..<4).map { _ in Int64.random(in: 0...900_000_000, using: &numbers) } + [1]
      let amount = Money(pence: Int64.random(in: 0...3_000_000_000, using: &numbers))
      let shares = try #require(PennyShares(amount, weights))
      #expect(shares.isExact && shares.parts == amount.shared(in: weights), "\(amount) \(weights)")
    }
  }

  @Test func `parts that a sheet cannot tell apart stand as the pack gave them`() throws {
    // Half a penny less a hair, and half a penny and a hair: the penny is the second’s.
    let weights: [Int64] = [500_000_000, 500_000_001]
    let shares = try #require(PennyShares(1, weights))
    #expect(!shares.isExact && shares.parts == [1, 0])
    #expect((1 as Money).shared(in: weights) == [0, 1])
    #expect(PennyShares(90_000_000_01, weights) == nil)
  }

  @Test func `brackets stand where the tree needs them`() {
    let cell = Workbook.Expression.cell(Workbook.CellReference(sheet: "A", column: 2, row: 4))
    let one = Workbook.Expression.number(1)
    #expect((cell * (one + cell) / one).text(on: "A") == "C5*(1+C5)/1")
    #expect((one - (cell - one)).text(on: "B") == "1-('A'!$C$5-1)")
    #expect((one + cell).power(cell + one).text(on: "A") == "(1+C5)^(C5+1)")
    #expect((one - .negative(cell)).text(on: "A") == "1-(-C5)")
    #expect(Workbook.Expression.text("say \"no\"").text(on: "A") == "\"say \"\"no\"\"\"")
  }

  @Test func `the same pack is the same bytes`() async throws {
    let scratch = try Scratch()
    let plan = try #require(try Self.plans()["an overspend"])
    for name in ["one", "two"] {
      try Workbook(try await SamplePack.pack(plan)).write(to: "\(scratch.path)/\(name).xlsx")
    }
    let files = ["one", "two"].map {
      FileManager.default.contents(atPath: "\(scratch.path)/\($0).xlsx")
    }
    #expect(files[0] == files[1] && files[0]?.prefix(2) == Data("PK".utf8))
  }
}
