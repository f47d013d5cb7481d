public import Bookkeeping

/// What a history is of: a few lines of plans and of the budget, one contract, one partner.
public enum Scene {
  /// Plan lines 1 to 3 are held as direct payments, 4 to 6 are arranged by the council.
  public static let lines = 1...6
  public static let budgets = ["1.2.1", "1.2.2", "1.2.3"]
  public static let blocks = ["schools", "central", "early-years", "high-needs"]
  public static let voted = [
    ("schools", "1.0.1"), ("early-years", "1.0.1"), ("central", "1.4.1"), ("high-needs", "1.2.3"),
    ("high-needs", "1.2.11"),
  ]
  public static let year = FinancialYear(starting: 2026)
  public static let first = year.first
  public static let last = year.last
  /// The last day of the year after.
  public static let end = year.next.last
  /// The schools block, at most, of which 0.5% may leave the schools block with the forum's word: £1,200.00.
  public static let block = 24_000_000

  /// The contract, of 1,200 units a year: two lines use some of it, and each unit less saves £60.00.
  static let contract = "STEPWELL"
  static let units = 1200
  static let served = [4: 24, 5: 12]
  static let saving = 60_00
  /// Months of notice before the contract is made smaller.
  static let notice = 1
  static let requests = 1...3

  /// The settings with which the ledger is opened.
  static let settings: [Step.Setting] = [
    .twinDays(7), .countedWhenPaid(true), .tolerance(percent: 10, pence: 250_00),
    .evidenceMonths(12),
  ]

  public static func isAdvanced(_ line: Int) -> Bool { line <= 3 }
}
