import Bookkeeping

extension StepMaker {
  /// Something before the ledger's first year, or long after: none of it is allowed.
  mutating func outside(in ledger: NaiveLedger) -> Step {
    let day =
      below(2) == 0
      ? Scene.first.advanced(by: -1 - below(60)) : ledger.ends.advanced(by: 1 + below(60))
    switch below(10) {
    case 0: return .pay(line: nil, budget: "1.2.3", pence: pence(), names: false, day)
    case 1: return .commit(line: "1.2.3", pence: pence(), day)
    case 2: return .suspend(pence: pence(), day)
    case 3: return .invoice(line: line(), pence: pence(), day)
    case 4: return .prepare(Month(of: Scene.first.advanced(by: -1 - below(60))))
    case 7...: return farBeyond()
    case 5:
      return .transfer(
        from: "schools", to: "high-needs", pence: pence(), hasForum: true, hasMinister: true, day)
    default:
      return .openYear(below(2) == 0 ? FinancialYear(starting: 2025) : Scene.year.next.next.next)
    }
  }
  /// A sum about £25,000.00 beyond what a line is likely to have.
  private mutating func farBeyond() -> Step {
    let (line, sum) = (line(), 2_500_000 + pence() * 4)
    switch below(3) {
    case 0: return .invoice(line: line, pence: sum, anyDay())
    case 1: return .pay(line: line, budget: "", pence: sum, names: true, anyDay())
    default: return .advance(line: line, pence: sum, anyDay())
    }
  }

  /// A grant that is published, or a transfer out of one of its blocks.
  mutating func ofGrant(in ledger: NaiveLedger) -> Step {
    let isPublished = ledger.published.contains { $0.year == Scene.year }
    if !isPublished && below(3) > 0 || below(10) == 0 {
      let year = below(5) == 0 ? Scene.year.next : Scene.year
      return .grant(
        year, pence: Scene.block - below(3) * 1_000_000,
        published: year.first.advanced(by: below(200) - 20))
    }
    return .transfer(
      from: Scene.blocks[below(4)], to: Scene.blocks[below(4)], pence: pence() / 4 + below(2) - 1,
      hasForum: below(4) > 0, hasMinister: below(4) == 0, anyDay())
  }
}
