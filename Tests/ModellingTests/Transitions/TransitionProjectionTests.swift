import Bookkeeping
import Testing

@testable import Modelling

@Suite struct TransitionProjectionTests {
  private func children(_ parts: Double...) -> [Headcount] {
    parts.map { Headcount(millionths: Int64(($0 * 1_000_000).rounded())) }
  }

  @Test func `the states are those that have a cost, in order`() throws {
    let model = try InventedMoves.model()
    #expect(model.states == [InventedMoves.school, InventedMoves.special])
    #expect(model.start == 2026)
  }

  @Test func `what is expected is what a hand works out`() throws {
    // Known in 2026, out of the moves of 2025: in year 6 two at the school and four in special,
    // in year 13 one in special. All year groups together, of the ten seen in special eight stay
    // and two leave; of the four at the school half go to special. Out of year 5 two of forty
    // joined, so one of twenty does.
    let years = try InventedMoves.model().projection
    #expect(years.map(\.calendarYear) == [2026, 2027, 2028, 2029, 2030, 2031])
    #expect(years[0].children == children(2, 5) && years[0].adults == children(0, 0))
    // The school: 2 × ½, and one joined. Special: 4 × ⅘ + 2 × ½, and ⅘ grown up.
    #expect(years[1].children == children(2, 4.2) && years[1].adults == children(0, 0.8))
    #expect(years[1].joined == Headcount(1))
    #expect(years[1].left == children(1)[0])
    #expect(years[1].moved == children(1)[0])
    // Of those, the one who joined is in year 6 and the others in year 7.
    #expect(years[2].children == children(2, 4.36) && years[2].adults == children(0, 0.64))
    #expect(years[1].childrenCost == [1_600_100, 12_600_000])
    #expect(years[1].adultsCost == [0, 2_400_000])
  }

  /// The same in floating point, by dictionaries, as somebody else would write it.
  private func naive(weight: Double, years: Int) -> [[Double]] {
    struct Place: Hashable {
      let group: Int
      let state: Int
    }
    func mixed(_ seen: [Double], _ pooled: [Double]) -> [Double] {
      let (count, all) = (seen.reduce(0, +), pooled.reduce(0, +))
      return zip(seen, pooled).map { ($0 + weight * $1 / all) / (count + weight) }
    }
    let seen = [Place(group: 5, state: 0): [2.0, 2, 0], Place(group: 5, state: 1): [0, 6, 2]]
      .merging([Place(group: 12, state: 1): [0, 2, 0]]) { $1 }
    // Out of year 5 two of twelve leave and out of 12 none; out of others as the state does.
    func pooled(_ place: Place) -> [Double] {
      let ofState: [Double] = [0, 0.2]
      let ofGroup: [Int: Double] = [5: 2 / 12, 12: 0]
      let leaving = ofGroup[place.group] ?? ofState[place.state]
      let staying: [[Double]] = [[0.5, 0.5], [0, 1]]
      return staying[place.state].map { $0 * (1 - leaving) } + [leaving]
    }
    var here = [Place(group: 6, state: 0): 2.0, Place(group: 6, state: 1): 4.0]
      .merging([Place(group: 13, state: 1): 1.0]) { $1 }
    return (0..<years).map { _ in
      var next: [Place: Double] = [:]
      for (place, count) in here where place.group < 20 {
        let chances = mixed(seen[place] ?? [0, 0, 0], pooled(place))
        for state in 0..<2 {
          next[Place(group: place.group + 1, state: state), default: 0] += count * chances[state]
        }
      }
      for (group, joined, residents, now) in [(5, 2.0, 40.0, 20.0), (12, 0.0, 20.0, 10.0)] {
        let rate = (joined + weight * 2 / 60) / (residents + weight)
        next[Place(group: group + 1, state: 0), default: 0] += now * rate
      }
      here = next
      return (0..<2).map { state in
        here.filter { $0.key.state == state }.map(\.value).reduce(0, +)
      }
    }
  }

  @Test(arguments: [1, 10, 250])
  func `the projection agrees with a naive one, whatever the weight`(weight: Int64) throws {
    let years = try InventedMoves.model(weight: weight).projection.dropFirst()
    for (year, expected) in zip(years, naive(weight: Double(weight), years: 5)) {
      for state in 0..<2 {
        let found = Double((year.children[state] + year.adults[state]).millionths) / 1_000_000
        #expect(abs(found - expected[state]) < 0.00005)
      }
    }
  }

  @Test(arguments: [0, 1, 10, 1_000_000])
  func `no child is lost or made`(weight: Int64) throws {
    let years = try InventedMoves.model(weight: weight).projection
    for (before, after) in zip(years, years.dropFirst()) {
      #expect(after.count == before.count + after.joined - after.left)
    }
  }

  @Test func `at the flagged year group the cost moves from one line to the other`() throws {
    let apart = try InventedMoves.model(adultsFrom: YearGroup(14)).projection
    let together = try InventedMoves.model(adultsFrom: nil).projection
    for (one, other) in zip(apart, together) {
      #expect(one.count == other.count)
      #expect(other.adults.total() == .zero && other.adultsCost.total() == .zero)
      #expect((one.cost - other.cost).magnitude <= 2)
    }
    #expect(apart[1].adultsCost.total() > .zero)
  }

  @Test func `costs rise with inflation, and each is rounded once`() throws {
    let flat = try InventedMoves.model().projection
    let risen = try InventedMoves.model(inflation: Simulation.Estimate(25_000)).projection
    #expect(flat[0] == risen[0])
    let parts = flat[2].children[1].millionths
    // £30,000 each, twice 2.5% up.
    #expect(
      risen[2].childrenCost[1] == Money(pence: parts).times(Fraction(31_518_750, over: 10_000_000)))
  }

  @Test func `the counts of a wider area take the place of all year groups`() throws {
    let group = try #require(YearGroup(3))
    let wider = (0..<100).map { number in
      Transition(
        calendarYear: 2024, yearGroup: group, from: InventedMoves.special,
        to: number < 50 ? InventedMoves.special : nil)
    }
    let years = try InventedMoves.model(pooled: wider).projection
    // Of the four in year 6 and the one in year 13 nobody was seen here: half of them leave.
    #expect(years[1].left == children(2.5)[0])
  }

  @Test func `everybody leaves after the last year group`() throws {
    let moves = [
      InventedMoves.move(2024, InventedMoves.special, 19, InventedMoves.special),
      InventedMoves.move(2024, InventedMoves.special, 18, InventedMoves.special),
    ]
    let model = try TransitionModel.made(
      from: InventedMoves.evidence(transitions: moves), TransitionModel.Settings(weight: 5)
    ).get()
    #expect(model.projection.map(\.left) == [0, 1, 1, 0, 0, 0])
    #expect(model.run(0, seed: 1).last?.joined().reduce(0, +) == 0)
  }
}

extension Headcount: ExpressibleByIntegerLiteral {
  init(integerLiteral children: Int64) { self.init(children) }
}
