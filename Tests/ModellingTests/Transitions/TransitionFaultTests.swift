import Bookkeeping
import Modelling
import Testing

@Suite struct TransitionFaultTests {
  private func moves(_ rows: String...) -> [PlacedTransitionFault] {
    TransitionFile.transitions(
      cells([InventedMoves.transitions[0]] + rows), named: "t.csv"
    ).faults
  }

  private func cells(_ lines: [String]) -> [TransitionFile.Cells] {
    InventedMoves.cells(lines, of: "t.csv")
  }

  private func making(
    transitions: [String] = InventedMoves.transitions,
    population: [String] = InventedMoves.population(), costs: [String] = InventedMoves.costs,
    settings: TransitionModel.Settings = TransitionModel.Settings()
  ) -> [PlacedTransitionFault] {
    let evidence = InventedMoves.evidence(
      transitions: transitions, population: population, costs: costs)
    switch TransitionModel.made(from: evidence, settings) {
    case .success: return []
    case .failure(let faults): return faults.faults
    }
  }

  private func place(_ line: Int) -> Place { Place(file: "t.csv", row: line, line: line) }

  @Test func `columns may stand in any order, and lines may be empty`() {
    let read = TransitionFile.population(
      cells(["population, academic-year ,calendar-year\r", "", "12,-4,2026\r", "  ", "9,21,2026"]),
      named: "p.csv")
    #expect(read.faults == [] && read.notNeeded == 1)
    #expect(
      read.rows.map(\.row)
        == YearGroup(-4).map { [Residents(calendarYear: 2026, yearGroup: $0, count: 12)] })
    #expect(read.rows.map(\.place.line) == [3])
  }

  @Test func `a row that says what cannot be is refused where it stands`() {
    let found = moves(
      "2024,special,autism,21,NONSEND,NONSEND,22", "2024,special,autism,5,special,autism,5",
      "2024,NONSEND,NONSEND,5,NONSEND,NONSEND,6", "2024,special,autism,20,special,autism,21",
      "2024,special,NONSEND,5,special,autism,6", "2024,special,autism,5,special,autism",
      "MMXXIV,special,autism,5,special,autism,6", "2024,,autism,5,special,autism,6")
    let expected: [TransitionFault] = [
      .child(.noYearGroup(21)), .child(.yearGroupsNotNext(first: 5, second: 5)),
      .child(.outsideThroughout), .child(.staysPastTheLast(InventedMoves.special)),
      .child(.stateUnknown(SupportState(setting: "special", need: "NONSEND"))),
      .form(.cellsDiffer(found: 6, columns: 7)),
      .form(.numberUnreadable(column: "calendar-year", text: "MMXXIV")),
      .form(.cellEmpty("setting-1")),
    ]
    #expect(found.map(\.fault) == expected)
    #expect(found.map(\.place) == (2...9).map { place($0) })
  }

  @Test func `a heading that is not known, is missing or is absent is refused`() {
    let read = TransitionFile.costs(cells(["need,setting,price", "a,b,1"]), named: "t.csv")
    let known = ["need", "setting", "cost"]
    #expect(
      read.faults.map(\.fault)
        == [.form(.columnUnknown("price", known: known)), .form(.columnMissing("cost"))])
    #expect(read.rows == [] && read.faults.map(\.place) == [place(1), place(1)])
    let semicolons = TransitionFile.costs(cells(["need;setting;cost", "a;b;1"]), named: "t.csv")
    #expect(semicolons.faults.map(\.fault) == [.form(.notByCommas)])
    let empty = TransitionFile.costs([], named: "t.csv")
    #expect(empty.faults.map(\.fault) == [.form(.fileEmpty)])
  }

  @Test func `figures below nothing, unreadable or given twice are refused`() {
    let prices = TransitionFile.costs(
      cells(["need,setting,cost", "a,b,-1.00", "a,b,1.005", "a,b,1", "a,b,2"]), named: "t.csv")
    #expect(
      prices.faults.map(\.fault)
        == [
          .figure(.priceBelowNothing(-100)), .form(.priceUnreadable(.fractionOfAPenny)),
          .form(.rowTwice("b-a")),
        ])
    #expect(prices.rows.map(\.row.price) == [100])
    let people = TransitionFile.population(
      cells(["calendar-year,academic-year,population", "2024,5,-1"]), named: "t.csv")
    #expect(people.faults.map(\.fault) == [.figure(.countBelowNothing(-1))])
  }

  @Test func `a move out of or into a state that does not exist is refused`() {
    let found = making(
      transitions: InventedMoves.transitions + [
        "2025,hospital,autism,5,special,autism,6", "2025,hospital,autism,6,hospital,autism,7",
      ])
    let hospital = SupportState(setting: "hospital", need: "autism")
    #expect(found.map(\.fault) == [.child(.stateWithoutCost(hospital, rows: 2))])
    #expect(found[0].place?.description == "transitions.csv:18")
  }

  @Test func `a year that is missing is refused`() {
    let without = InventedMoves.transitions.filter { !$0.hasPrefix("2025") }
    let found = making(
      transitions: without + ["2026,special,autism,5,special,autism,6"],
      population: InventedMoves.population(2024...2031))
    #expect(found.map(\.fault) == [.figure(.yearMissing(2025))])
    #expect(making(transitions: [without[0]]).map(\.fault) == [.figure(.nothingToLearnFrom)])
  }

  @Test func `a population that is missing, past or to come, is refused`() throws {
    let group = try #require(YearGroup(5))
    let found = making(population: InventedMoves.population().filter { $0 != "2030,5,20" })
    #expect(
      found.map(\.fault)
        == [.figure(.residentsMissing(calendarYear: 2030, yearGroup: group, groups: 1))])
    let years = making(population: InventedMoves.population(2024...2028))
    #expect(
      years.map(\.fault)
        == [2029, 2030].map {
          .figure(.residentsMissing(calendarYear: $0, yearGroup: group, groups: 2))
        })
  }

  @Test func `a rate that passes one is refused`() throws {
    let group = try #require(YearGroup(5))
    let found = making(
      population: InventedMoves.population().map { $0 == "2025,5,20" ? "2025,5,0" : $0 })
    #expect(
      found.map(\.fault)
        == [.figure(.ratePastOne(calendarYear: 2025, yearGroup: group, joined: 1, residents: 0))])
  }

  @Test func `settings that cannot be are refused, all at once`() {
    let settings = TransitionModel.Settings(
      weight: -1, inflation: Simulation.Estimate(-1_000_000, deviation: -1), years: 0)
    #expect(
      making(settings: settings).map(\.fault) == [
        .setting(.weightOutOfRange(-1)), .setting(.noYears(0)),
        .setting(.inflation(.central(.inflation, millionths: -1_000_000))),
        .setting(.inflation(.deviation(.inflation, millionths: -1))),
      ])
  }

  @Test func `a message says where, what, why and what next`() {
    let found = moves("2024,special,autism,5,special,autism,5")
    #expect(
      found[0].diagnostic.description == """
        t.csv:2: error transitions-year-groups-not-next: the child goes from academic year 5 to 5
          why     from one calendar year to the next it goes up by one
          next    write 6, also for a child who is kept back a year at school
        """)
  }
}
