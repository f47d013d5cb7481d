import Bookkeeping
import Disaggregation
import Foundation
import Funding
import Rendering
import Reporting
import TestSupport
import Testing

/// The report that a panel decides from.
struct DecisionReportTests {
  private static func table(_ name: String, _ report: Report) throws -> Table {
    try #require(report.tables.first { $0.name == name })
  }

  @Test func `the effects of the therapy contract are those that were worked out by hand`() throws {
    let report = DecisionReport(
      try DecisionCases.papers(), families: [1, 5, 7, 8, 15, 16]
    ).report
    let rows = try Self.table("effects", report).rows.map { row in
      row.cells.map { cell -> String in
        switch cell {
        case .money(let money, _): money.description
        case .number(let number): String(number)
        case .text(let text): text
        case .share, .day, .blank, .unknown: "?"
        }
      }.joined(separator: " ")
    }
    #expect(
      rows == [
        "1 24 £1,440.00 £1,632.00 £0.00 £1,632.00 £10.95 £250.00 no",
        "5 120 £7,200.00 £8,160.00 £0.00 £8,160.00 £56.28 £1,250.00 no",
        "7 168 £10,080.00 £11,424.00 £0.00 £11,424.00 £79.89 £1,750.00 no",
        "8 192 £11,520.00 £13,056.00 £10,800.00 £2,256.00 £15.89 £2,000.00 no",
        "15 360 £21,600.00 £24,480.00 £21,600.00 £2,880.00 £21.33 £3,750.00 yes",
        "16 384 £23,040.00 £26,112.00 £21,600.00 £4,512.00 £33.67 £4,000.00 no",
      ])
    let text = TextRenderer(for: .finance(.pounds), width: 10_000).render(report)
    #expect(text.contains("Switching value: 15 families together, and not 16"))
    #expect(text.contains("£56.25 for 8 and £60.00 for 15. The lowest asked is £68.00."))
    #expect(text.contains("15 families together would cost no more than may be paid."))
  }

  @Test func `the three costs of a unit stand with their sources`() throws {
    let report = DecisionReport(try DecisionCases.papers()).report
    let costs = try Self.table("unit-costs", report).rows.map(\.cells)
    #expect(costs.map { $0[1] } == [.money(60_00), .money(0), .money(68_00)])
    #expect(costs[2][2] == .text("quote 1.pdf, page 1, 2026-11-05"))
  }

  @Test func `the numbers shown where none are asked for lead to the first that would be granted`()
    throws
  {
    let report = DecisionReport(try DecisionCases.papers()).report
    let numbers = try Self.table("effects", report).rows.map { $0.cells[0] }
    #expect(numbers == [1, 7, 8, 14, 15, 16].map { .number($0) })
  }

  @Test(arguments: DecisionCases.shapes.indices)
  func `every figure of a letter stands in the report, to the penny`(place: Int) throws {
    let (name, shape) = DecisionCases.shapes[place]
    let papers = try DecisionCases.papers(shape)
    let letter = try DecisionLetter(papers).report
    let report = DecisionReport(papers).report
    let said = TextRenderer(for: .family, width: 10_000).render(letter)
      .matches(of: /£([0-9,]+(?:\.[0-9]{2})?)/).map { Self.pence(String($0.output.1)) }
    let shown = Set(
      TextRenderer(for: .finance(.pounds), width: 10_000).render(report)
        .matches(of: /([0-9,]+\.[0-9]{2})/).map { Self.pence(String($0.output.1)) })
    for pence in said { #expect(shown.contains(pence), "\(name): \(pence)") }
    let printed = Self.addressed(report)
    for (address, amount) in Self.addressed(letter) where address.parts.last != "less" {
      #expect(printed[address] == amount, "\(name): \(address)")
    }
    if let effect = papers.assessment.effect {
      #expect(printed[Self.figure("paid")] == effect.floor)
      #expect(printed[Self.figure("net-cost")] == effect.netCost)
      #expect(printed[Self.figure("contract-saving")] == effect.releasable)
      #expect(printed[Self.figure("backfill")] == effect.backfill)
    }
  }

  private static func figure(_ name: String) -> Address {
    Address(["decision", "D-2026-0711", name])
  }

  private static func pence(_ text: String) -> Int64 {
    let digits = text.replacing(",", with: "")
    let parts = digits.split(separator: ".")
    return (Int64(parts[0]) ?? 0) * 100 + (parts.count > 1 ? Int64(parts[1]) ?? 0 : 0)
  }

  private static func addressed(_ report: Report) -> [Address: Money] {
    let cells = report.blocks.flatMap { block -> [Cell] in
      switch block {
      case .table(let table): table.rows.flatMap(\.cells)
      case .facts(let facts): facts.map(\.cell)
      case .heading, .paragraph, .advice, .bars, .steps, .lines, .fan, .swings: []
      }
    }
    var found: [Address: Money] = [:]
    for case .money(let money, let address?) in cells { found[address] = money }
    return found
  }

  @Test(arguments: DecisionCases.shapes.indices)
  func `a report of every outcome has its ten parts, and is a page, a text, a sheet and JSON`(
    place: Int
  ) throws {
    let (name, shape) = DecisionCases.shapes[place]
    let report = DecisionReport(try DecisionCases.papers(shape)).report
    var headings: [String] = []
    for case .heading(let text) in report.blocks { headings.append(text) }
    for number in 1...10 where shape.kind != .place || ![3, 6].contains(number) {
      #expect(headings.contains { $0.hasPrefix("\(number). ") }, "\(name): \(number)")
    }
    let page = HTMLRenderer(for: .finance(.pounds)).render(report)
    #expect(!page.contains("<script") && !page.contains("http"))
    #expect(!page.contains("Mia’s"), "\(name)")
    let lines = TextRenderer(for: .finance(.pounds)).render(report).split(separator: "\n")
    #expect(
      (lines.map(\.count).max() ?? 0) <= 80, "\(name): \(lines.max { $0.count < $1.count } ?? "")")
    #expect(CSVRenderer().render(report).contains("sums,0,"))
    let json = try JSONSerialization.jsonObject(with: Data(JSONRenderer().render(report).utf8))
    let members = try #require(json as? [String: Any])
    #expect(members["schema"] as? String == "sendledger/decision-report@1")
    var facts: [String] = []
    for case .facts(let some) in report.blocks { facts += some.map(\.name) }
    #expect((members["facts"] as? [String: Any])?.count == facts.count, "\(name)")
  }

  @Test(arguments: DecisionCases.shapes.indices)
  func `a picture has its headline, its words, and a table of the same numbers`(place: Int) throws {
    let (name, shape) = DecisionCases.shapes[place]
    let report = DecisionReport(try DecisionCases.papers(shape)).report
    for case .steps(let steps) in report.blocks {
      let rows = try Self.table("steps", report).rows.map(\.cells)
      #expect(
        rows
          == steps.points.map {
            [
              .number($0.number), .money($0.amount), .money($0.most),
              .text($0.isGranted ? "yes" : "no"),
            ]
          }, "\(name)")
      let page = HTMLRenderer(for: .finance(.pounds)).render(report)
      for part in [
        "<title id=\"chart-1-title\">", "<desc id=\"chart-1-desc\">", "viewBox", "<figcaption>",
      ] {
        #expect(page.contains(part), "\(name)")
      }
      #expect(page.matches(of: /data-fill="(?:yes|no)"/).count == steps.points.count)
    }
  }

  @Test func `a report can be made before anybody decides, and says so`() throws {
    let papers = try DecisionCases.papers()
    let undecided = DecisionPapers(
      papers.assessment, nil, names: papers.names, settings: papers.settings)
    let text = TextRenderer(width: 10_000).render(DecisionReport(undecided).report)
    #expect(text.contains("Nobody has decided yet."))
    #expect(text.contains("Finding   REFUSE_B"))
  }
}
