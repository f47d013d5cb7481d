import AuditModel
import Bookkeeping
import Foundation
import Funding
import Rendering
import Reporting
import Storage
import TestSupport
import Testing

/// Statements of a child about whom anything may have been posted.
struct StatementTests {
  private static let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed

  /// The statements of every month of a year, of so many histories.
  private static func eachStatement(_ work: (FamilyStatement, String) -> Void) async throws {
    let child = try #require(ChildReference("SPB-000001"))
    let family = Family(
      child: child, givenName: "Sam", familyName: "Vale", addressee: "Robin Vale",
      address: ["1 Mill Lane", "Anytown"], addressConfirmed: nil, contact: nil)
    for number in 0..<UInt64(8) {
      let store = MemoryStore()
      var history = History(store)
      var maker = StepMaker(Seeded(seed: seed &+ number))
      try await history.run(60, &maker)
      let books = ChildBooks(
        of: child, try await store.latest.records(mentioning: .child(child)), family: family,
        texts: ["0123456789abcdef": "Tutor at home"], payees: [:],
        undone: try await store.latest.undoneImports())
      for month in FinancialYear(starting: 2026).months {
        let statement = FamilyStatement(
          books, month, issued: month.next.first, authority: "Anyshire Council",
          words: FamilyStatement.Words(contact: "Jo Ash, 01632 960001", advice: "Advice, 960002"))
        work(statement, "seed \(seed &+ number), \(month)")
      }
    }
  }

  @Test func `what was left and came in, less what was spent and paid back, is left`()
    async throws
  {
    try await StatementTests.eachStatement { statement, place in
      var sums: [String: [String: Money]] = [:]
      for figure in statement.traced {
        guard let name = figure.address.parts.last else { continue }
        let part = figure.address.parts.dropLast().joined(separator: "/")
        sums[part, default: [:]][name] = statement.books.amount(of: figure)
      }
      let books = sums.filter { $0.value["left-before"] != nil }
      #expect(books.count >= 2, "\(place)")
      for (part, sum) in books {
        let found = ["left-before", "in", "spent", "paid-back", "left"].map { sum[$0] ?? .zero }
        #expect(found[0] + found[1] - found[2] - found[3] == found[4], "\(place), \(part)")
      }
      let whole = books.filter { $0.key.hasSuffix("all-parts") }
      let parts = books.filter { !$0.key.hasSuffix("all-parts") && !$0.key.hasSuffix("account") }
      for name in ["left-before", "in", "spent", "paid-back", "left"] {
        let total = parts.compactMap { $0.value[name] }.total()
        #expect(whole.first?.value[name] == total, "\(place), \(name)")
      }
    }
  }

  @Test func `a family is never shown a negative amount`() async throws {
    try await StatementTests.eachStatement { statement, place in
      for block in statement.report.blocks {
        let amounts: [Money] =
          switch block {
          case .table(let table): table.rows.flatMap(\.cells).compactMap(\.amount)
          case .facts(let facts): facts.map(\.cell).compactMap(\.amount)
          case .bars(let bars): bars.bars.flatMap(\.parts).map(\.amount)
          case .steps(let steps): steps.points.map(\.amount)
          case .lines, .fan, .swings: [-1]
          case .heading, .paragraph, .advice: []
          }
        #expect(amounts.allSatisfy { $0 >= .zero }, "\(place)")
        if amounts.contains(where: { $0 < .zero }) { return }
      }
      let text = TextRenderer(for: .family).render(statement.report)
      #expect(!text.contains("\u{2212}") && !text.contains("-£") && !text.contains("£-"))
      #expect(!HTMLRenderer(for: .family).render(statement.report).contains("\u{2212}"))
    }
  }

  @Test func `a family's statement is read with ease`() async throws {
    try await StatementTests.eachStatement { statement, place in
      var lengths: [Int] = []
      for case .paragraph(let text) in statement.report.blocks {
        let reading = PlainReading(text)
        lengths += reading.lengths
        #expect(reading.bannedWords == [], "\(place): \(text)")
        #expect((reading.lengths.max() ?? 0) <= 20, "\(place): \(text)")
      }
      #expect(lengths.reduce(0, +) <= 12 * lengths.count, "\(place)")
      for table in statement.report.tables {
        let titles = [table.caption] + table.columns.map(\.title)
        #expect(titles.flatMap { PlainReading($0).bannedWords } == [], "\(place)")
      }
    }
  }
}

extension Cell {
  fileprivate var amount: Money? { if case .money(let money, _) = self { money } else { nil } }
}
