import Bookkeeping
import Disaggregation
import Foundation
import Funding
import TestSupport
import Testing

/// The program's assessments beside a second reckoning that shares nothing with it.
struct NaiveAgreementTests {
  @Test func `two reckonings come to the same figures and the same outcome`() throws {
    var chance = Chance(Seeded.fresh(ProcessInfo.processInfo.environment))
    var met: [String: Int] = [:]
    var open = 0
    for number in 0..<6_000 {
      let sketch = chance.sketch()
      let asking = chance.asking(sketch)
      let found = Assessment(try asking.given(sketch))
      let naive = NaiveAnswer(sketch, asking)
      let at = "seed \(chance.seed), case \(number): \(sketch) \(asking)"
      #expect(found.effect.map(NaiveAnswer.Figures.init) == naive.figures, "\(at)")
      #expect(found.outcome.description == naive.outcome, "\(at)")
      met[found.outcome.code, default: 0] += 1
      if found.effect?.isOpen == true { open += 1 }
    }
    for outcome in NaiveAgreementTests.codes {
      #expect(
        met[outcome, default: 0] > 5, "seed \(chance.seed): \(outcome) was hardly met: \(met)")
    }
    #expect((600...5_400).contains(open), "seed \(chance.seed): \(open) were open")
  }

  private static let codes = [
    "DISAGGREGATE", "PART", "DEFER", "ORGANISED_ARRANGEMENT", "REFUSE_A", "REFUSE_B",
    "REFUSE_A+B", "OTHER_REGIME", "NEVER", "INSUFFICIENT_EVIDENCE",
  ]
}

extension NaiveAnswer.Figures {
  init(_ effect: Effect) {
    notional = effect.notional.map { Int($0.pence) }
    floor = Int(effect.floor.pence)
    released = Int(effect.releasable.pence)
    backfill = Int(effect.backfill.pence)
    tolerance = Int(effect.tolerance.pence)
    ceiling = Int(effect.ceiling.pence)
    netCost = Int(effect.netCost.pence)
    isOpen = effect.isOpen
  }
}
