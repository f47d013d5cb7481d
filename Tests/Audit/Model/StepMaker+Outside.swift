import Bookkeeping

extension StepMaker {
  /// Something before the ledger's first year, or long after: none of it is allowed.
  mutating func outside() -> Step {
    let day = Scene.first.advanced(by: -1 - below(60))
    switch below(6) {
    case 0: return .pay(line: nil, budget: "1.2.3", pence: pence(), names: false, day)
    case 1: return .commit(line: "1.2.3", pence: pence(), day)
    case 2: return .suspend(pence: pence(), day)
    case 3: return .invoice(line: line(), pence: pence(), day)
    case 4: return .prepare(Month(of: day))
    default: return .openYear(below(2) == 0 ? FinancialYear(of: day) : Scene.year.next.next.next)
    }
  }
}
