public import Bookkeeping

/// Makes up what somebody might try next, most of it sensible and some of it not.
public struct StepMaker<Chance: RandomNumberGenerator> {
  private var chance: Chance

  public init(_ chance: Chance) {
    self.chance = chance
  }

  /// One of two people, who take turns at the desk as it comes.
  public mutating func person() -> Int { Int.random(in: 1...2, using: &chance) }

  public mutating func day() -> Day {
    Day(number: Int32.random(in: Scene.first.number...Scene.last.number, using: &chance))
  }

  public mutating func step(in ledger: NaiveLedger) -> Step {
    switch Int.random(in: 0..<100, using: &chance) {
    case 0..<6:
      let (fund, line) = Scene.voted[below(Scene.voted.count)]
      return .budget(fund: fund, line: line, pence: pence(), version: 1 + below(4), day())
    case 6..<10:
      return .transfer(
        from: Scene.blocks[below(4)], to: Scene.blocks[below(4)], pence: pence() / 4 + below(2) - 1,
        hasForum: below(4) > 0, hasMinister: below(4) == 0, day())
    case 10..<18: return .decide(line: line(), from: month().first, pence: pence())
    case 18..<22: return .commit(line: Scene.budgets[below(3)], pence: signed(), day())
    case 22..<25:
      return .release(
        line: below(2) == 0 ? line() : nil, budget: Scene.budgets[below(3)], pence: pence(), day())
    case 25..<30: return .invoice(line: line(), pence: signed(), day())
    case 30..<34: return .payInvoice(line: line(), pence: pence(), day())
    case 34..<44:
      return .pay(
        line: below(2) == 0 ? line() : nil, budget: Scene.budgets[below(3)],
        pence: below(5) == 0 ? -pence() : pence(), names: below(2) == 0, day())
    case 44..<52: return .advance(line: line(), pence: signed(), day())
    case 52..<60: return .evidence(line: line(), pence: below(8) == 0 ? -pence() : pence(), day())
    case 60..<63: return .giveBack(line: line(), pence: pence(), day())
    case 63..<66: return partner()
    case 66..<69: return .suspend(pence: pence(), day())
    case 69..<72: return .place(post: post(in: ledger), budget: Scene.budgets[below(3)], day())
    case 72..<80: return .reverse(post: post(in: ledger))
    case 80..<86: return .bring(rows: (0...below(5)).map { _ in row() })
    case 86..<89: return .undo(batch: below(4))
    case 89..<93: return .prepare(month())
    case 93..<96: return .close(month())
    case 96..<98: return .reopen(month())
    default: return .wait(days: below(12) - 2)
    }
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &chance) }

  private mutating func pence() -> Int { 1 + below(100_000) }

  private mutating func signed() -> Int { below(12) == 0 ? -pence() : pence() }

  private mutating func line() -> Int { Int.random(in: Scene.lines, using: &chance) }

  private mutating func month() -> Month { Month(of: day()) }

  private mutating func post(in ledger: NaiveLedger) -> Int { below(ledger.posts.count + 2) }

  private mutating func partner() -> Step {
    switch below(3) {
    case 0: .agree(pence: pence(), day())
    case 1: .fallDue(pence: pence(), day())
    default: .receive(pence: pence(), day())
    }
  }

  /// Few enough payees, sums and days for rows to be met again.
  private mutating func row() -> Step.Row {
    Step.Row(
      payee: below(2), pence: [1000, 2500, 99_999][below(3)], line: ["", "1.2.3"][below(2)],
      day: Day(number: Scene.first.number + Int32(below(3)) * 40))
  }
}
