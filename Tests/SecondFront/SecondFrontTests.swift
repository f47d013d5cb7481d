import Bookkeeping
import Desks
import Disaggregation
import Funding
import Importing
import TestSupport
import Testing

@Suite struct SecondFrontTests {
  private static let example = "imports/example/decisions"
  private static let payments = """
    Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount
    STEPWELL,200417,15/10/2026,51900101,Education,Therapies,HN213,18000.00
    STEPWELL,200417,16/11/2026,51900102,Education,Therapies,HN213,18000.00
    ANYSHIRE STATIONERY LTD,200101,18/11/2026,51900103,Resources,Stationery,R4001,88.20

    """
  /// The council's word on a request for a tutor's fees instead of hours that it has bought.
  private static let words = GivenFile(
    "D-2026-0403.yaml", at: Project.path("\(example)/D-2026-0403.yaml"))

  private let april = Day(number: 20_544)  // 1 April 2026
  private let november = Day(number: 20_777)  // 20 November 2026
  private var clerk: Officer { Officer("a.khan", on: november) }
  private var reference: DecisionReference {
    get throws { try #require(DecisionReference("D-2026-0403")) }
  }

  /// The example's ledger, up to the day on which the council decides, brought in by the front.
  private func decided() async throws -> (front: SecondFront, folder: Scratch) {
    let new = try await NewLedger(by: Officer("a.khan", on: april))
    let front = try await SecondFront(opening: new.folder.path)
    try await bring("dsg-2026-03", as: .dsgAllocation, published: Day("2026-03-26"), into: front)
    for kind in [ImportKind.budgets, .packages, .families, .contracts, .requests, .evidence] {
      try await bring(kind.rawValue, as: kind, into: front)
    }
    return (front, new.folder)
  }

  private func bring(
    _ name: String, as kind: ImportKind, published: Day? = nil, into front: SecondFront
  ) async throws {
    let file = Project.path("\(SecondFrontTests.example)/\(name).csv")
    let batch = try await front.preview(file, as: kind, published: published, by: clerk)
    _ = try await front.commit(batch, by: clerk)
  }

  @Test func `a front over the desks alone goes from files and a decision to a position`()
    async throws
  {
    let (front, folder) = try await decided()

    let file = try folder.write(SecondFrontTests.payments, to: "payments.csv")
    let batch = try await front.preview(file, as: .payments, mapping: "anyshire", by: clerk)
    #expect(try await front.commit(batch, by: clerk) == 2)

    #expect(try await front.assess(reference, on: november).outcome == .disaggregate)
    try await front.record(
      reference, words: SecondFrontTests.words, by: Officer("j.osei", on: november))
    try await front.approve(reference, by: Officer("h.lowe", on: november))

    let position = try await front.position(of: .highNeeds, at: Month(of: november))
    #expect(
      SecondFrontTests.lines(of: position) == """
        Line             Budget     Actual  Advanced   Committed    Forecast    Variance
        -----------  ----------  ---------  --------  ----------  ----------  ----------
        1.2.7         60,000.00       0.00      0.00    6,563.22    6,563.22  −53,436.78
        1.2.11        40,000.00       0.00      0.00    8,344.03    8,344.03  −31,655.97
        1.2.13       260,000.00  36,000.00      0.00  216,000.00  252,000.00   −8,000.00
        -----------  ----------  ---------  --------  ----------  ----------  ----------
        Total        360,000.00  36,000.00      0.00  230,907.25  266,907.25  −93,092.75
        """)
  }

  @Test func `the figures of that position are those of the example's files`() throws {
    func row(_ file: String, _ column: String, _ value: String) throws -> [String: String] {
      let table = CommaSeparated(try Project.text("\(SecondFrontTests.example)/\(file).csv"))
      return try #require(table.rows.first { $0[column] == value })
    }
    func pence(_ row: [String: String], _ column: String) throws -> Int64 {
      try Money(parsing: row[column] ?? "").pence
    }
    // Bought until the end of November, and paid to the family from December on, by the day.
    let hours: Int64 = 585
    let bought = try pence(row("packages", "Child", "SPB-004711"), "Rate") * hours
    #expect(Money(pence: bought).times(Fraction(91, over: 365)).pence == 6_563_22)
    let quote = try pence(row("evidence", "Document", "Letter of the tutor"), "Finding")
    let besides = try pence(row("requests", "Decision", "D-2026-0403"), "Overheads")
    let paid = Money(pence: quote * hours + besides)
    #expect(paid.times(Fraction(121, over: 365)).pence == 8_344_03)

    #expect(try pence(row("contracts", "Contract", "OT-2026"), "Sum") == 216_000_00)
    let budgets: [(String, Int64)] = [
      ("1.2.7", 60_000_00), ("1.2.11", 40_000_00), ("1.2.13", 260_000_00),
    ]
    for (line, amount) in budgets {
      #expect(try pence(row("budgets", "Line", line), "Amount") == amount)
    }
  }

  @Test func `the desks refuse that front one officer for both names, as they refuse every front`()
    async throws
  {
    let (front, folder) = try await decided()
    let officer = Officer("j.osei", on: november)
    try await front.record(reference, words: SecondFrontTests.words, by: officer)
    let failure = await #expect(throws: DeskFailure.self) {
      try await front.approve(reference, by: officer)
    }
    #expect(failure?.kind == .refused)
    #expect(failure?.diagnostics.map(\.code) == ["decider-cannot-approve"])
    let position = try await front.position(of: .highNeeds, at: Month(of: november))
    #expect(!SecondFrontTests.lines(of: position).contains("8,344.03"))
    withExtendedLifetime(folder) {}
  }

  @Test func `a file that the front commits again comes to nothing`() async throws {
    let (front, folder) = try await decided()
    let file = try folder.write(SecondFrontTests.payments, to: "payments.csv")
    let batch = try await front.preview(file, as: .payments, mapping: "anyshire", by: clerk)
    _ = try await front.commit(batch, by: clerk)
    let before = try await front.position(of: .highNeeds, at: Month(of: november))
    #expect(try await front.commit(batch, by: clerk) == 0)
    #expect(try await front.position(of: .highNeeds, at: Month(of: november)) == before)

    // One that a later preview has replaced is not committed, by whichever front.
    let more = try folder.write(
      SecondFrontTests.payments.replacing("51900102", with: "51900104"), to: "payments.csv")
    let first = try await front.preview(more, as: .payments, mapping: "anyshire", by: clerk)
    _ = try await front.preview(more, as: .payments, mapping: "anyshire", by: clerk)
    let failure = await #expect(throws: DeskFailure.self) {
      try await front.commit(first, by: clerk)
    }
    #expect(failure?.diagnostics.map(\.code) == ["import-given-up"])
    #expect(try await front.position(of: .highNeeds, at: Month(of: november)) == before)
  }

  /// The lines of a position, from their headings to their total.
  private static func lines(of position: String) -> String {
    let all = position.split(separator: "\n", omittingEmptySubsequences: false)
    let from = all.drop { !$0.hasPrefix("Line") }
    let rows = from.prefix { !$0.hasPrefix("Total") }
    return (rows + from.dropFirst(rows.count).prefix(1)).joined(separator: "\n")
  }
}
