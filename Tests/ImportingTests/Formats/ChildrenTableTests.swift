import Bookkeeping
import Funding
import Modelling
import TestSupport
import Testing

@testable import Importing

/// Children's moves, population, costs and census, read as every other table is.
@Suite struct ChildrenTableTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let moves =
    "calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2\n"
  private static let people = "calendar-year,academic-year,population\n"
  private static let prices = "need,setting,cost\n"
  private static let children = "child,calendar-year,academic-year,need\n"

  private func write(_ text: String) throws -> String { try scratch.write(text, to: "t.csv") }

  private func population(_ text: String) throws -> TableFile<Residents> {
    try .population(try write(text))
  }

  private func costs(_ text: String) throws -> TableFile<StateCost> { try .costs(try write(text)) }

  private func moves(_ rows: String...) throws -> TableFile<Transition> {
    try .transitions(try write(ChildrenTableTests.moves + rows.joined(separator: "\n")))
  }

  private func census(_ rows: String...) throws -> TableFile<CensusEntry> {
    try .census(try write(ChildrenTableTests.children + rows.joined(separator: "\n")))
  }

  /// Line and code of each refusal.
  private func told(_ refusals: [Diagnostic]) -> [String] {
    refusals.map { "\($0.place?.line ?? 0) \($0.code)" }
  }

  @Test func `each kind gives typed rows, and where each stands`() throws {
    let (special, school) = (
      SupportState(setting: "special", need: "ASD"), SupportState(setting: "school", need: "MLD")
    )
    let (fifth, joined) = (try #require(YearGroup(5)), try #require(YearGroup(-4)))
    let moves = try moves(
      "2024,special,ASD,5,school,MLD,6", "", "2024,NONSEND,NONSEND,-4,special,ASD,-3")
    #expect(moves.refusals == [])
    #expect(
      moves.rows == [
        Transition(calendarYear: 2024, yearGroup: fifth, from: special, to: school),
        Transition(calendarYear: 2024, yearGroup: joined, from: nil, to: special),
      ])
    #expect(moves.places.map(\.line) == [2, 4])
    let costs = try costs(ChildrenTableTests.prices + "ASD,special,\"£30,000.50\"\n")
    #expect(costs.rows == [StateCost(special, 30_000_50)] && costs.refusals == [])
    let child = try #require(ChildReference("SPB-004655"))
    let census = try census("SPB-004655,2028,5,ASD", "SPB-004655,2029,6,")
    #expect(census.refusals == [])
    #expect(census.rows.map(\.need) == ["ASD", nil])
    #expect(census.rows.map(\.child) == [child, child])
    #expect(census.rows.map(\.calendarYear) == [2028, 2029])
  }

  @Test func `columns may stand in any order, under a preamble, and lines may be empty`() throws {
    let read = try population(
      "Office of figures\n\nPopulation, Academic Year ,CALENDAR_YEAR,\r\n12,-4,2026\r\n  \r\n"
        + "9,21,2026,\r\n")
    #expect(read.refusals == [] && read.notNeeded == 1)
    #expect(read.rows.map(\.count) == [12] && read.places.map(\.line) == [4])
  }

  @Test func `a file of an old spreadsheet is read in its encoding`() throws {
    let path = try scratch.write(
      Array("need,setting,cost\nASD,caf".utf8) + [0xE9, 0x2C, 0xA3, 0x31, 0x0A], to: "old.csv")
    let read = try TableFile.costs(path)
    #expect(read.rows == [StateCost(SupportState(setting: "café", need: "ASD"), 100)])
  }

  @Test func `a row that says what cannot be is refused where it stands`() throws {
    let read = try moves(
      "2024,special,ASD,21,NONSEND,NONSEND,22", "2024,special,ASD,5,special,ASD,5",
      "2024,NONSEND,NONSEND,5,NONSEND,NONSEND,6", "2024,special,ASD,20,special,ASD,21",
      "2024,special,NONSEND,5,special,ASD,6", "2024,special,ASD,5,special,ASD",
      "2024,special,ASD,5,special,ASD,6,7", "MMXXIV,special,ASD,5,special,ASD,6",
      "2024,,ASD,5,special,ASD,6", "2024,special,ASD,5,special,ASD,6")
    #expect(
      told(read.refusals) == [
        "2 transitions-year-group-unknown", "3 transitions-year-groups-not-next",
        "4 transitions-outside-throughout", "5 transitions-past-the-last",
        "6 transitions-state-unknown", "7 cells-differ", "8 cells-differ", "9 code-not-known",
        "10 cell-missing",
      ])
    #expect(read.rows.count == 1 && read.places.map(\.line) == [11])
    #expect(
      read.refusals[1].description == """
        t.csv:3: error transitions-year-groups-not-next: the child goes from academic year 5 to 5
          why     from one calendar year to the next it goes up by one
          next    write 6, also for a child who is kept back a year at school
        """)
  }

  @Test func `a figure that no place has is refused with its row`() throws {
    let moves = try moves("20242024,special,ASD,5,special,ASD,6")
    #expect(
      moves.refusals.map(\.description) == [
        """
        t.csv:2: error code-not-known: calendar-year is “20242024”
          next    write a whole number from 1990 to 2099
        """
      ])
    let people = try population(
      ChildrenTableTests.people + "2024,5,100000000\n2024,6,-1\n2024,5000,1\n")
    #expect(told(people.refusals) == [2, 3, 4].map { "\($0) code-not-known" })
    let costs = try costs(
      ChildrenTableTests.prices + "a,b,-1.00\na,c,1.005\na,d,999999999999.99\na,e,\na,f,two\n")
    #expect(
      told(costs.refusals) == [
        "2 transitions-cost-negative", "3 amount-fraction-of-penny", "4 code-not-known",
        "5 amount-missing", "6 amount-unreadable",
      ])
    #expect(costs.rows == [])
  }

  @Test func `a census names children by reference and needs by code, and nothing is quoted`()
    throws
  {
    let read = try census(
      "Sam Taylor,2026,6,ASD", "SPB-000001,2026,6,Sam’s need", "SPB-000001,2026,6,NONSEND",
      "SPB-000001,2026,6,-a", "SPB-000001,2026,21,ASD", "SPB-000001,Sam,6,ASD", ",2026,6,ASD")
    #expect(
      told(read.refusals) == [
        "2 census-reference-unreadable", "3 census-need-not-code", "4 census-need-not-code",
        "5 census-need-not-code", "6 transitions-year-group-unknown", "7 code-not-known",
        "8 cell-missing",
      ])
    #expect(!read.refusals.map(\.description).joined().contains("Sam"))
  }

  @Test func `a heading that is missing or stands twice is told, with what there is`() throws {
    let missing = try costs("need,setting,price\na,b,1\n")
    #expect(
      missing.refusals.map(\.description) == [
        """
        t.csv:1: error columns-not-found: the file has no column for cost
          why     it has: need, setting
          next    check which file was named, or add what is missing
        """
      ])
    #expect(missing.rows == [])
    let twice = try costs("need,setting,cost,Cost\na,b,1,2\n")
    #expect(twice.refusals.map(\.code) == ["heading-twice"])
    #expect(twice.refusals.first?.next == "give one of them another heading")
    let blank = try costs("\n\n")
    #expect(
      blank.refusals.first?.problem == "no row of the file looks like headings of costs")
  }

  @Test func `cells that semicolons part are read`() throws {
    let read = try costs("need;setting;cost\na;b;1\n")
    #expect(read.refusals.isEmpty)
    #expect(read.rows.count == 1)
  }

  @Test func `what cannot be read to its end is told beside the rows before it`() throws {
    let read = try costs(ChildrenTableTests.prices + "a,b,-1\n\"a,b,1\n")
    #expect(
      told(read.refusals) == ["2 transitions-cost-negative", "3 quote-never-closed"])
    #expect(throws: Diagnostic.self) { try TableFile.costs("nowhere.csv") }
  }
}
