public import Bookkeeping

/// A ledger as a bookkeeper would keep it on paper: a list of posts, each a few accounts and pence.
///
/// It shares no rule with the program. An account is written out as text, a sum is found by adding
/// everything up again, and what may be done is asked of those sums.
public struct NaiveLedger: Sendable {
  /// One entry: what was added to which account, debits positive.
  public struct Post: Sendable {
    public let day: Day
    public let ownDay: Day
    public let pairs: [(account: String, pence: Int)]
    var kind = Kind.plain
    /// The posts that it takes back, corrects or comes after, by place.
    public var reverses: Int?
    public var rests: Int?
    public var isSuspense = false
    /// The plan line that it is a payment for.
    public var pays: Int?
    public var isVersion = false
    public var isReversed = false

    /// The proof that had waited and is counted, by place.
    var proves: Int?

    var isClosing: Bool { kind == .unused || kind == .closing }
  }

  /// Proof of more than was out, and the post of what of it could be posted at once.
  struct Proof: Sendable {
    let line: Int
    let pence: Int
    let day: Day
    let post: Int?
    var isTakenBack = false
  }

  /// What later steps have to know of an entry.
  enum Kind: Sendable {
    case plain
    /// It sets an instalment of a commitment aside, or takes some of it away.
    case scheduled
    /// It does so by stating a part of a contract for a child, or by taking that back.
    case stated
    /// It lets go what was not used when a year was closed.
    case unused
    case closing
    /// It commits again what a child was still owed.
    case carried

    var isScheduled: Bool { self == .scheduled || self == .stated }
    var isClosing: Bool { self == .unused || self == .closing }
  }

  public internal(set) var posts: [Post] = []
  /// The versions of plan lines and of budgets as they came, and with which import.
  var lines: [(line: Int, version: Version, batch: Int?)] = []
  var votes: [(subject: String, version: Int, pence: Int, batch: Int?)] = []
  /// What the schools block was published to be, by year and day.
  var published: [(year: FinancialYear, published: Day, pence: Int)] = []
  /// Proof that has waited for money of a line.
  var proofs: [Proof] = []
  var batches: [Batch] = []
  var papers: [(paper: Step.Paper, batch: Int)] = []
  /// By request: the day on which it was last asked, and what was last decided.
  var askedOn: [Int: Day] = [:]
  var decisions: [Int: Decided] = [:]
  var approvals: [Approval] = []
  var grants: [Grant] = []
  var adopted: [(setting: Step.Setting, from: Day)] = Scene.settings.map { ($0, Scene.first) }
  /// What one person would have in place of what was adopted for that day, and nobody else yet.
  var proposed: [(setting: Step.Setting, from: Day, person: Int)] = []
  /// How often things happened that take more than one step.
  var happenings: [Happening: Int] = [:]
  var closed: Set<Month> = []
  var closedYears: Set<FinancialYear> = []
  var openedYears: Set<FinancialYear> = []
  /// The lines of which something was released by hand.
  var releasedLines: Set<Int> = []
  /// Who prepared a month, and after how many posts.
  var prepared: [Month: (person: Int, posts: Int)] = [:]
  /// Who proposed that a month be open again.
  var reopening: [Month: Int] = [:]
  /// Whose key counts, whose was ever adopted, and who said first that one be adopted or withdrawn.
  var keys: Set<Int> = []
  var keysAdopted: Set<Int> = []
  var keyWords: [Step: Int] = [:]
  public internal(set) var today: Day

  /// The day on which something was last recorded.
  var lastRecorded: Day

  /// A version of a plan line: so much a month, or so much a year.
  struct Version: Hashable, Sendable {
    let from: Day
    let pence: Int
    var isYearly = false
  }

  struct Batch: Sendable {
    var posts: [Int] = []
    var rows: [Step.Row] = []
    /// How many rows of its file were known already or left out as twins, and the days of all of them.
    var known = 0
    var days: ClosedRange<Day>?
    var isUndone = false

    /// Whether rows of its file may be known through an earlier one.
    func mayRest(on other: Batch) -> Bool {
      guard !isUndone, known > 0, let days, let theirs = other.days else { return false }
      return days.overlaps(theirs)
    }
  }

  /// A ledger that is opened on a day.
  public init(on day: Day = Day(number: Scene.first.number + 240)) {
    today = day
    lastRecorded = day
  }

  /// Whether what came with an import, or with none, has not been taken back.
  func isStanding(_ batch: Int?) -> Bool { batch.map { !batches[$0].isUndone } ?? true }

  /// By plan line: its versions that stand, the earliest first; of two for one day the later.
  var versions: [Int: [Version]] {
    var all: [Int: [Version]] = [:]
    for kept in lines where isStanding(kept.batch) {
      all[kept.line, default: []].removeAll { $0.from == kept.version.from }
      all[kept.line, default: []].append(kept.version)
    }
    return all.mapValues { $0.sorted { $0.from < $1.from } }
  }

  /// What every account holds by the end of a day, added up from the first post on.
  public func balances(through day: Day) -> [String: Int] {
    var sums: [String: Int] = [:]
    for post in posts where post.day <= day {
      for pair in post.pairs { sums[pair.account, default: 0] += pair.pence }
    }
    return sums.filter { $0.value != 0 }
  }

  func balance(_ account: String, through day: Day = Scene.end) -> Int {
    posts.reduce(0) { sum, post in
      post.day > day
        ? sum : sum + post.pairs.reduce(0) { $1.account == account ? $0 + $1.pence : $0 }
    }
  }

  /// What is committed and open, by the end of the year of a day.
  func committed(_ account: String, _ day: Day) -> Int {
    balance(account, through: FinancialYear(of: day).last)
  }

  /// What was set aside in an account for each day of a year, by the days to which it belongs.
  func scheduled(_ account: String, in year: FinancialYear) -> [Day: Int] {
    var set: [Day: Int] = [:]
    for post in posts where post.kind.isScheduled && year.days.contains(post.ownDay) {
      for pair in post.pairs where pair.account == account {
        set[post.ownDay, default: 0] += pair.pence
      }
    }
    return set.filter { $0.value != 0 }
  }

  /// The last day on which something may count.
  var ends: Day { FinancialYear(of: today).next.last }

  func counts(_ day: Day) -> Bool { day >= Scene.first && day <= ends }

  /// The day on which something counts: its own, or the first of the next open month.
  func counting(_ day: Day) -> Day {
    var month = Month(of: day)
    if !closed.contains(month) { return day }
    while closed.contains(month) { month = month.next }
    return month.first
  }

  @discardableResult
  mutating func write(_ pairs: [(String, Int)], on day: Day, as kind: Kind = .plain) -> Int? {
    let moved = pairs.filter { $0.1 != 0 }
    if moved.isEmpty { return nil }
    if counting(day) != day { happenings[.movedOn, default: 0] += 1 }
    posts.append(
      Post(
        day: counting(day), ownDay: day, pairs: moved.map { (account: $0.0, pence: $0.1) },
        kind: kind))
    return posts.count - 1
  }

  // MARK: The names of accounts

  /// Layer, fund, account, and then what it is for: eight places between bars.
  static func account(
    _ layer: String, _ fund: String, _ name: String, line: String = "", plan: Int? = nil,
    contract: String = "", partner: String = ""
  ) -> String {
    let agency = plan == nil ? "" : "education"
    let element = plan == nil ? "" : "3"
    let planLine = plan.map { "SPB-000001/\($0)" } ?? ""
    return
      "\(layer)|\(fund)|\(name)|\(line)||\(agency)|\(element)|\(planLine)||\(contract)|\(partner)"
  }

  static let planBudget = "1.2.11"

  /// What is set aside for the contract, undivided.
  static let contractCommitted = account(
    "budget", "high-needs", "committed", line: planBudget, contract: Scene.contract)

  static func actual(_ name: String, plan: Int) -> String {
    account("actual", "high-needs", name, line: planBudget, plan: plan)
  }

  static func budget(_ name: String, plan: Int) -> String {
    account("budget", "high-needs", name, line: planBudget, plan: plan)
  }

  static func actual(_ name: String, line: String = "") -> String {
    account("actual", "high-needs", name, line: line)
  }

  static func budget(_ name: String, line: String = "") -> String {
    account("budget", "high-needs", name, line: line)
  }
}
