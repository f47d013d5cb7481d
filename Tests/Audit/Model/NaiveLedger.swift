public import Bookkeeping

/// A ledger as a bookkeeper would keep it on paper: a list of posts, each a few accounts and pence.
///
/// It shares no rule with the program. An account is written out as text, a sum is found by adding
/// everything up again, and what may be done is asked of those sums.
public struct NaiveLedger: Sendable {
  /// One entry: what was added to which account, debits above nothing.
  public struct Post: Sendable {
    public let day: Day
    public let ownDay: Day
    public let pairs: [(account: String, pence: Int)]
    /// The plan line whose schedule it is part of.
    public var scheduled: Int?
    /// The posts that it takes back, corrects or comes after, by place.
    public var reverses: Int?
    public var rests: Int?
    public var isSuspense = false
    /// The plan line that it is a payment for.
    public var pays: Int?
    public var isVersion = false
    public var isReversed = false
    public var batch: Int?
  }

  public internal(set) var posts: [Post] = []
  var versions: [Int: [(from: Day, pence: Int)]] = [:]
  var budgets: [String: (version: Int, pence: Int, post: Int?)] = [:]
  var waiting: [Int: [Int]] = [:]
  var known: [Step.Row: Int] = [:]
  var batches: [Batch] = []
  var closed: Set<Month> = []
  var prepared: [Month: Int] = [:]
  public internal(set) var today = Day(number: Scene.first.number + 240)

  /// The day on which something was last recorded.
  var lastRecorded: Day?

  struct Batch: Sendable {
    let posts: [Int]
    let rows: [Step.Row]
    var isUndone = false
  }

  public init() {}

  /// What every account holds by the end of a day, added up from the first post on.
  public func balances(through day: Day) -> [String: Int] {
    var sums: [String: Int] = [:]
    for post in posts where post.day <= day {
      for pair in post.pairs { sums[pair.account, default: 0] += pair.pence }
    }
    return sums.filter { $0.value != 0 }
  }

  func balance(_ account: String) -> Int {
    posts.reduce(0) { sum, post in
      sum + post.pairs.reduce(0) { $1.account == account ? $0 + $1.pence : $0 }
    }
  }

  /// The day on which something counts: its own, or the first of the next open month.
  func counting(_ day: Day) -> Day {
    var month = Month(of: day)
    if !closed.contains(month) { return day }
    while closed.contains(month) { month = month.next }
    return month.first
  }

  @discardableResult
  mutating func write(_ pairs: [(String, Int)], on day: Day) -> Int? {
    let moved = pairs.filter { $0.1 != 0 }
    if moved.isEmpty { return nil }
    posts.append(
      Post(day: counting(day), ownDay: day, pairs: moved.map { (account: $0.0, pence: $0.1) }))
    return posts.count - 1
  }

  // MARK: The names of accounts

  /// Layer, fund, account, and then what it is for: eight places between bars.
  static func account(
    _ layer: String, _ fund: String, _ name: String, line: String = "", plan: Int? = nil,
    partner: String = ""
  ) -> String {
    let agency = plan == nil ? "" : "education"
    let element = plan == nil ? "" : "3"
    let planLine = plan.map { "SPB-000001/\($0)" } ?? ""
    return "\(layer)|\(fund)|\(name)|\(line)||\(agency)|\(element)|\(planLine)|||\(partner)"
  }

  static let planBudget = "1.2.11"

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
