public import Bookkeeping

/// One thing that somebody tries to do to a ledger; not all of it is allowed.
public enum Step: Hashable, Sendable {
  case budget(fund: String, line: String, pence: Int, version: Int, Day)
  case grant(FinancialYear, pence: Int, published: Day)
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
  /// Imports a file of payments; by row, whether a possible twin is ruled to be a payment of its own.
  case bring(rows: [Row], areReal: [Bool])
  /// Imports a file of contracts, requests, evidence, plan lines or budgets.
  case papers([Paper])
  case undo(batch: Int)
  case adopt(Setting, from: Day)
  case record(request: Int, Choice)
  case approve(request: Int)
  case prepare(Month)
  case close(Month)
  /// The same, with the key of whoever closes.
  case sign(Month)
  /// The key of one of three people is adopted, or withdrawn.
  case adoptKey(of: Int)
  case withdrawKey(of: Int)
  case reopen(Month)
  case closeYear(FinancialYear)
  case openYear(FinancialYear)
  /// Time goes by, or somebody sets the clock back.
  case wait(days: Int)

  /// A row of a file of payments.
  public struct Row: Hashable, Sendable {
    public let payee: Int
    public let pence: Int
    public let line: String
    public let day: Day
  }

  /// A row of a file that says what holds, and not what was paid.
  public enum Paper: Hashable, Sendable {
    /// A version of the contract: its sum of a year, and the day from which it holds.
    case contract(from: Day, pence: Int)
    case request(Request)
    case finding(Finding)
    case line(Int, from: Day, pence: Int)
    case budget(fund: String, line: String, pence: Int, version: Int, Day)
  }

  /// A request for a part of the contract, by its number.
  public struct Request: Hashable, Sendable {
    public let number: Int
    /// The plan line asked about, and the line that a direct payment would be.
    public let line: Int
    public let paidAs: Int
    public let units: Int
    public let isCash: Bool
    public let overheads: Int
    /// So many days after it is asked.
    public let startsAfter: Int
  }

  /// Something found out about a request, or about the contract where none is named.
  public struct Finding: Hashable, Sendable {
    public let request: Int?
    public let shows: Shown
    /// The price of a unit, or 1 for yes and 0 for no.
    public let answer: Int
    public let day: Day
  }

  public enum Shown: String, Hashable, Sendable, CaseIterable {
    case quote
    case eligible
    case recipientConsent = "recipient-consent"
    case properUse = "proper-use"
    case bestInterests = "best-interests"
  }

  /// A setting of the authority's policy, with its value.
  public enum Setting: Hashable, Sendable {
    case twinDays(Int)
    case countedWhenPaid(Bool)
    case tolerance(percent: Int, pence: Int)
    case evidenceMonths(Int)
  }

  /// What is decided on a request: what was found, or something else.
  public enum Choice: Hashable, Sendable, CaseIterable {
    case asFound
    case stated
    case paid
  }
}

extension Step.Setting {
  /// Whether it is a value of the same setting.
  func isLike(_ other: Step.Setting) -> Bool {
    switch (self, other) {
    case (.twinDays, .twinDays), (.countedWhenPaid, .countedWhenPaid), (.tolerance, .tolerance),
      (.evidenceMonths, .evidenceMonths):
      true
    default: false
    }
  }
}

extension Step {
  /// What kind of step it is, in a word.
  public var kind: String {
    switch self {
    case .budget: "budget"
    case .grant: "grant"
    case .transfer: "transfer"
    case .decide: "decide"
    case .commit: "commit"
    case .release: "release"
    case .invoice: "invoice"
    case .payInvoice: "pay-invoice"
    case .pay: "pay"
    case .advance: "advance"
    case .evidence: "evidence"
    case .giveBack: "give-back"
    case .agree: "agree"
    case .fallDue: "fall-due"
    case .receive: "receive"
    case .suspend: "suspend"
    case .place: "place"
    case .reverse: "reverse"
    case .bring: "bring"
    case .papers: "papers"
    case .undo: "undo"
    case .adopt: "adopt"
    case .record: "record"
    case .approve: "approve"
    case .prepare: "prepare"
    case .close: "close"
    case .sign: "sign"
    case .adoptKey: "adopt-key"
    case .withdrawKey: "withdraw-key"
    case .reopen: "reopen"
    case .closeYear: "close-year"
    case .openYear: "open-year"
    case .wait: "wait"
    }
  }

  /// Every kind of step.
  public static let kinds = [
    "budget", "grant", "transfer", "decide", "commit", "release", "invoice", "pay-invoice", "pay",
    "advance", "evidence", "give-back", "agree", "fall-due", "receive", "suspend", "place",
    "reverse", "bring", "papers", "undo", "adopt", "record", "approve", "prepare", "close",
    "sign", "adopt-key", "withdraw-key", "reopen", "close-year", "open-year", "wait",
  ]
}
