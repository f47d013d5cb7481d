import Bookkeeping
import Disaggregation
import Foundation
import Funding
import TestSupport
import Testing

/// Nothing depends on the order in which things were said, and everything on what was granted.
struct OrderTests {
  @Test func `no assessment changes with the order of what it is made of`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    for _ in 0..<1_000 {
      let sketch = chance.sketch()
      var asking = chance.asking(sketch)
      // Two who found different things on one day, in a request and a contract, known and assumed.
      for found in asking.found where found.kind == .quote || found.kind == .hoursLost {
        var other = found
        other.isOfContract = true
        asking.found.append(other)
        other.isAssumed = true
        asking.found.append(other)
        asking.found.append(
          Asking.Found(kind: found.kind, says: .number(chance.within(1...9)), on: found.on))
      }
      let first = Assessment(try asking.given(sketch))
      for _ in 0..<3 {
        asking.found = chance.shuffled(asking.found)
        let order = chance.shuffled(Array(sketch.served.indices))
        let again = Assessment(try asking.given(sketch, naming: order))
        #expect(again == first, "seed \(chance.seed): \(sketch) \(asking)")
      }
    }
  }

  @Test func `no recommendation changes with the order of the requests`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    for _ in 0..<150 {
      let sketch = chance.sketch()
      // The same line may be asked for twice on a day, for more and for less.
      let count = chance.within(1...8)
      var leavers = chance.queue(count, for: sketch).leavers
      leavers += chance.queue(chance.within(0...count), for: sketch).leavers.prefix(4)
      let first = Recommendation(of: leavers, from: try sketch.position())
      let many = Recommendation(of: leavers + leavers + leavers, from: try sketch.position())
      for _ in 0..<3 {
        leavers = chance.shuffled(leavers)
        let position = try sketch.position(naming: chance.shuffled(Array(sketch.served.indices)))
        let at = "seed \(chance.seed): \(sketch) \(leavers)"
        #expect(Recommendation(of: leavers, from: position) == first, "\(at)")
        let tripled = chance.shuffled(leavers + leavers + leavers)
        #expect(Recommendation(of: tripled, from: position) == many, "\(at)")
      }
    }
  }

  // MARK: What is granted changes the next answer

  /// A contract with a waiting list of 40 hours, a price elsewhere of £95, and nothing given back.
  private var waitedFor: Sketch {
    var sketch = Sketch()
    sketch.sum = 21_600_000
    sketch.capacity = 9_600
    sketch.band = .percent(50)
    sketch.served = [72, 72, 72]
    sketch.waiting = Sketch.Waiting(quarters: 160, price: 9_500)
    return sketch
  }

  private func asking(_ place: Int) -> Asking {
    var asking = Asking()
    asking.place = place
    asking.quarters = 72
    asking.overheads = 12_000
    let kinds: [EvidenceKind] = [.eligible, .recipientConsent, .properUse, .bestInterests]
    asking.found =
      kinds.map { Asking.Found(kind: $0, says: .yes, on: asking.today) }
      + [Asking.Found(kind: .quote, says: .number(9_500), on: asking.today)]
    return asking
  }

  @Test func `the waiting list serves two families, and the third is told no`() throws {
    var sketch = waitedFor
    var outcomes: [String] = []
    var backfills: [Money?] = []
    for place in 0...2 {
      let found = Assessment(try asking(place).given(sketch))
      outcomes.append(found.outcome.code)
      backfills.append(found.effect?.backfill)
      sketch.granted += 72
      sketch.gone += 1
    }
    #expect(outcomes == ["DISAGGREGATE", "DISAGGREGATE", "REFUSE_B"])
    #expect(backfills == [171_000, 171_000, 38_000])
  }

  @Test func `a grant uses up the band, and the next family is told yes`() throws {
    var sketch = waitedFor
    sketch.waiting = nil
    sketch.variable = 9_400
    sketch.band = .quarters(72)
    let first = Assessment(try asking(0).given(sketch))
    sketch.granted = 72
    let second = Assessment(try asking(1).given(sketch))
    #expect(first.outcome == .refuseInefficient)
    #expect(second.outcome == .disaggregate)
    #expect(second.effect?.releasable == 169_200)
  }

  @Test func `a grant brings a contract to its minimum, and the next family is told no`() throws {
    var sketch = waitedFor
    sketch.minimum = 9_600 - 100
    sketch.waiting = nil
    sketch.band = nil
    sketch.variable = 9_500
    let first = Assessment(try asking(0).given(sketch))
    sketch.granted = 72
    let second = Assessment(try asking(1).given(sketch))
    #expect(first.outcome == .disaggregate)
    #expect(second.outcome == .refuseAdverse)
    #expect(second.harm == [.belowMinimum(left: Fraction(2364), minimum: Fraction(2375))])
  }
}
