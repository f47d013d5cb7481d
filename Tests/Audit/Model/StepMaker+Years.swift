import Bookkeeping
import Funding

extension StepMaker {
  /// A month that is over: it is prepared, closed, and sometimes opened again.
  mutating func period(in ledger: NaiveLedger) -> Step {
    let over = Scene.year.months.filter { $0.last <= ledger.today }
    let month = over[below(min(over.count, 4))]
    if ledger.closed.contains(month) {
      return below(3) == 0
        ? .reopen(month)
        : .pay(line: nil, budget: "1.2.3", pence: pence(), names: true, month.first)
    }
    if below(4) == 0 { return ofKey(in: ledger) }
    if ledger.isPrepared(month) {
      return ledger.keys.contains(3) && below(3) > 0 ? .sign(month) : .close(month)
    }
    let waiting = ledger.posts.indices.filter { place in
      ledger.posts[place].isSuspense && !ledger.posts.contains { $0.rests == place }
    }
    if let place = waiting.first, below(2) == 0 {
      return .place(post: place, budget: Scene.budgets[below(3)], anyDay())
    }
    return below(4) == 0 ? .suspend(pence: pence(), month.first) : .prepare(month)
  }

  /// Mostly the key of the third person, which the two others can adopt.
  mutating func ofKey(in ledger: NaiveLedger) -> Step {
    let officer = below(3) > 0 ? 3 : 1 + below(2)
    let isGoing = below(ledger.keys.contains(officer) ? 3 : 12) == 0
    return isGoing ? .withdrawKey(of: officer) : .adoptKey(of: officer)
  }

  mutating func yearEnd(in ledger: NaiveLedger) -> Step? {
    let march = Month(of: Scene.last)
    if ledger.today < Scene.last {
      return .wait(days: ledger.today.distance(to: Scene.last) + below(3) * 10)
    }
    if !ledger.closed.contains(march), !ledger.isPrepared(march) {
      return .prepare(march)
    }
    if !ledger.closedYears.contains(Scene.year) { return .closeYear(Scene.year) }
    if !ledger.openedYears.contains(Scene.year.next) { return .openYear(Scene.year.next) }
    return nil
  }
}
