public import Bookkeeping

/// One thing that somebody tries to do to a ledger; not all of it is allowed.
public enum Step: Hashable, Sendable {
  case budget(fund: String, line: String, pence: Int, version: Int, Day)
  case transfer(from: String, to: String, pence: Int, hasForum: Bool, hasMinister: Bool, Day)
  case decide(line: Int, from: Day, pence: Int)
  case commit(line: String, pence: Int, Day)
  case release(line: Int?, budget: String, pence: Int, Day)
  case invoice(line: Int, pence: Int, Day)
  case payInvoice(line: Int, pence: Int, Day)
  case pay(line: Int?, budget: String, pence: Int, names: Bool, Day)
  case advance(line: Int, pence: Int, Day)
  case evidence(line: Int, pence: Int, Day)
  case giveBack(line: Int, pence: Int, Day)
  case agree(pence: Int, Day)
  case fallDue(pence: Int, Day)
  case receive(pence: Int, Day)
  case suspend(pence: Int, Day)
  /// Places what the entry with that place in the history put in suspense.
  case place(post: Int, budget: String, Day)
  case reverse(post: Int)
  case bring(rows: [Row])
  case undo(batch: Int)
  case prepare(Month)
  case close(Month)
  case reopen(Month)
  /// Time goes by, or somebody sets the clock back.
  case wait(days: Int)

  /// A row of a file of payments.
  public struct Row: Hashable, Sendable {
    public let payee: Int
    public let pence: Int
    public let line: String
    public let day: Day
  }
}

/// What a history is of: a few lines of plans, a few lines of the budget, one partner.
public enum Scene {
  /// Plan lines 1 to 3 are held as direct payments, 4 to 6 are arranged by the council.
  public static let lines = 1...6
  public static let budgets = ["1.2.1", "1.2.2", "1.2.3"]
  public static let blocks = ["schools", "central", "early-years", "high-needs"]
  public static let voted = [
    ("schools", "1.0.1"), ("early-years", "1.0.1"), ("central", "1.4.1"), ("high-needs", "1.2.3"),
    ("high-needs", "1.2.11"),
  ]
  public static let first = FinancialYear(starting: 2026).first
  public static let last = FinancialYear(starting: 2026).last
  /// Of which 0.5% may leave the schools block with the forum's word: £1,200.00.
  public static let base = 24_000_000

  public static func isAdvanced(_ line: Int) -> Bool { line <= 3 }
}
