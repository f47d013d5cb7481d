import Bookkeeping
import Foundation
import Modelling
import Recalculation
import Reporting
import TestSupport
import Testing
import Workbooks

/// The workbook of the example's pack: changed, broken, and written.
@Suite struct PackWorkbookTests {
  private static let gap = "H13"

  private static func share(_ text: String) throws -> Workbook.Cell {
    .share(try #require(Percentage(text)).fraction)
  }

  private func example() async throws -> (pack: ScenarioPack, sheet: Evaluation) {
    let pack = try await ScenarioLedger.made().examplePack()
    return (pack, Evaluation(try Workbook(pack)))
  }

  @Test func `every formula of the example comes to the pack's figure, and every check is yes`()
    async throws
  {
    var (pack, sheet) = try await example()
    #expect(sheet.apart() == [])
    let checks = try #require(Workbook(pack).sheets.first { $0.name == "Checks" })
    #expect(checks.rows.count > 150)
    for row in checks.rows.indices {
      #expect(sheet.value(of: "G\(row + 5)", on: "Checks") == .text("yes"))
    }
  }

  @Test(arguments: ["a value", "a case"])
  func `demand that is changed gives the gap of the tornado`(way: String) async throws {
    var (pack, sheet) = try await example()
    let bar = try #require(pack.figures.tornado.bars.first { $0.driver == .demandGrowth })
    #expect(bar.high == 1_407_533_67)
    if way == "a value" {
      sheet.change("Inputs", "D5", to: try Self.share("5"))
    } else {
      sheet.change("Inputs", "G5", to: .text("high"))
    }
    let due: Money = pack.figures.tornado.centre + bar.high
    guard case .number(let gap) = sheet.value(of: Self.gap, on: "Projection") else {
      return #expect(Bool(false))
    }
    #expect(Money(pence: Int64((gap * 100).rounded())) == due)
    // The parts add up all the same; they are no longer the pack's.
    #expect(sheet.value(of: "G6", on: "Checks") == .text("yes"))
    #expect(sheet.value(of: "G7", on: "Checks") == .text("no"))
    #expect(sheet.value(of: "G5", on: "Checks") == .text("no"))
  }

  @Test(arguments: [
    ("Projection", "D11"), ("Projection", "E7"), ("Sharing steps", "J11"), ("Sharing", "G6"),
    ("Sharing", "E8"), ("Outputs", "D9"), ("Inputs rules", "H8"),
  ])
  func `a figure that is broken is found by the checks`(page: String, cell: String) async throws {
    var (_, sheet) = try await example()
    sheet.change(page, cell, to: .money(1))
    #expect(sheet.value(of: "G5", on: "Checks") == .text("no"))
  }

  @Test func `a word that is no case is not taken for one`() async throws {
    var (_, sheet) = try await example()
    sheet.change("Inputs", "G5", to: .text("hihg"))
    #expect(sheet.value(of: Self.gap, on: "Projection") == .fault)
    #expect(sheet.value(of: "G5", on: "Checks") == .text("no"))
  }
}
