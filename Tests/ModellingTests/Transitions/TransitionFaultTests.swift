import Bookkeeping
import Modelling
import Testing

@Suite struct TransitionFaultTests {
  private typealias Fault = RowFault<TransitionModel.Evidence.Row>

  private func making(
    transitions: [Transition] = InventedMoves.transitions,
    population: [Residents] = InventedMoves.population(),
    costs: [StateCost] = InventedMoves.costs,
    settings: TransitionModel.Settings = TransitionModel.Settings()
  ) -> [Fault] {
    let evidence = InventedMoves.evidence(
      transitions: transitions, population: population, costs: costs)
    switch TransitionModel.made(from: evidence, settings) {
    case .success: return []
    case .failure(let faults): return faults.faults
    }
  }

  @Test func `a move out of or into a state without a cost is refused, and where the first is`() {
    let hospital = SupportState(setting: "hospital", need: "autism")
    let found = making(
      transitions: InventedMoves.transitions + [
        InventedMoves.move(2025, hospital, 5, InventedMoves.special),
        InventedMoves.move(2025, hospital, 6, hospital),
      ])
    #expect(
      found == [
        Fault(.figure(.stateWithoutCost(hospital, moves: 2)), in: .transition(16))
      ])
  }

  @Test func `a second figure where one was given is refused, and which row gives it`() {
    let found = making(
      population: InventedMoves.population() + [InventedMoves.residents(2026, 5, 21)],
      costs: InventedMoves.costs + [StateCost(InventedMoves.special, 1)])
    let group = InventedMoves.group(5)
    #expect(
      found == [
        Fault(
          .figure(.residentsTwice(calendarYear: 2026, yearGroup: group)), in: .residents(14)),
        Fault(.figure(.costTwice(InventedMoves.special)), in: .cost(2)),
      ])
  }

  @Test func `a year that is missing is refused`() {
    let without = InventedMoves.transitions.filter { $0.calendarYear != 2025 }
    let later = InventedMoves.move(2026, InventedMoves.special, 5, InventedMoves.special)
    let found = making(
      transitions: without + [later], population: InventedMoves.population(2024...2031))
    #expect(found.map(\.fault) == [.figure(.yearMissing(2025))])
    #expect(making(transitions: []).map(\.fault) == [.figure(.nothingToLearnFrom)])
  }

  @Test func `a population that is missing, past or to come, is refused`() {
    let group = InventedMoves.group(5)
    let found = making(
      population: InventedMoves.population().filter {
        $0.calendarYear != 2030 || $0.yearGroup != group
      })
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

  @Test func `a rate that passes one is refused`() {
    let group = InventedMoves.group(5)
    let found = making(
      population: InventedMoves.population().map {
        $0.calendarYear == 2025 && $0.yearGroup == group ? InventedMoves.residents(2025, 5, 0) : $0
      })
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
    let found = making(costs: InventedMoves.costs + [StateCost(InventedMoves.special, 1)])
    let said = found[0].diagnostic { _ in Place(file: "costs.csv", row: 4, line: 4) }
    #expect(
      said.description == """
        costs.csv:4: error transitions-row-twice: special-autism is given twice
          why     the program does not choose between two figures
          next    leave one of them out
        """)
  }
}
