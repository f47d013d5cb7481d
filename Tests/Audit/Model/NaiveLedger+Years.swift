import Bookkeeping

extension NaiveLedger {
  mutating func period(_ step: Step, by person: Int) -> Bool {
    switch step {
    case .prepare(let month):
      guard !closed.contains(month), Scene.first...today ~= month.last else { return false }
      prepared[month] = (person, posts.count)
    case .close(let month), .sign(let month):
      guard !closed.contains(month), isPrepared(month, by: person),
        keys.contains(person) == (step == .sign(month))
      else { return false }
      // What is open before it is closed with it.
      for open in sequence(first: Month(of: Scene.first), next: { $0 < month ? $0.next : nil })
      where closed.insert(open).inserted {
        reopening[open] = nil
      }
    case .reopen(let month):
      guard closed.contains(month), !closedYears.contains(FinancialYear(of: month.first)) else {
        return false
      }
      guard let first = reopening[month] else {
        reopening[month] = person
        return true
      }
      guard first != person else { return false }
      closed.remove(month)
      prepared[month] = nil
    case .closeYear(let year): return !keys.contains(person) && closeYear(year, by: person)
    case .adoptKey(let officer):
      guard officer != person, !keysAdopted.contains(officer), keyWords[step] != person else {
        return false
      }
      if keyWords.updateValue(person, forKey: step) == nil { return true }
      keys.insert(officer)
      keysAdopted.insert(officer)
    case .withdrawKey(let officer):
      guard officer != person, keys.contains(officer), keyWords[step] != person else {
        return false
      }
      if keyWords.updateValue(person, forKey: step) == nil { return true }
      keys.remove(officer)
    case .openYear(let year):
      guard Scene.year...FinancialYear(of: today).next ~= year, !closedYears.contains(year) else {
        return false
      }
      openYear(year)
    default: return false
    }
    return true
  }

  /// Whether somebody else has prepared a month, and nothing counts in it or before it since.
  func isPrepared(_ month: Month, by person: Int? = nil) -> Bool {
    guard let prepared = prepared[month], prepared.person != person else { return false }
    return !posts[prepared.posts...].contains { $0.day <= month.last }
  }

  // MARK: The end of a year

  private mutating func closeYear(_ year: FinancialYear, by person: Int) -> Bool {
    let march = Month(of: year.last)
    guard year == Scene.year || closedYears.contains(Scene.year), !closedYears.contains(year),
      !closed.contains(march),
      isPrepared(march, by: person)
    else { return false }
    let standing = balances(through: year.last).sorted { $0.key < $1.key }.map(Standing.init)
    var unused: [(String, Int)] = []
    var closing: [(String, Int)] = []
    for sum in standing {
      if sum.isOwn, ["committed", "allocated"].contains(sum.name), sum.layer == "budget" {
        unused += sum.moved(to: "unallocated")
      }
      if Self.yearlyActual.contains(sum.name), sum.layer == "actual" {
        closing += sum.moved(to: sum.isOwn ? "general-fund-balance" : "held-for-partners")
      }
      if Self.yearlyBudget.contains(sum.name), sum.layer == "budget" {
        closing += sum.moved(to: "brought-forward")
      }
    }
    for fund in Set(standing.filter(\.isOwn).map(\.fund)).sorted() {
      let left = standing.filter { $0.fund == fund && Self.unusedStates.contains($0.name) }
        .reduce(0) { $0 + $1.pence }
      let target = Scene.blocks.contains(fund) ? "held-over" : "brought-forward"
      closing += [
        (Self.account("budget", fund, target), left),
        (Self.account("budget", fund, "unallocated"), -left),
      ]
    }
    write(unused, on: year.last, as: .unused)
    write(closing, on: year.last, as: .closing)
    carry(year)
    closed.formUnion(year.months)
    closedYears.insert(year)
    return true
  }

  /// The four blocks together close in deficit, or they do not.
  private mutating func carry(_ year: FinancialYear) {
    let results = Scene.blocks.map { block in
      (
        block,
        balance(Self.account("actual", block, "general-fund-balance"), through: year.last)
      )
    }
    let whole = results.reduce(0) { $0 + $1.1 }
    let target = whole > 0 ? "dsg-adjustment-account" : "dsg-reserve"
    write(
      results.flatMap { block, result in
        [
          (Self.account("actual", block, target), result),
          (Self.account("actual", block, "general-fund-balance"), -result),
        ]
      }, on: year.last, as: .closing)
  }

  private static let yearlyActual = [
    "grant-income", "grant-deducted", "transfer-in", "transfer-out", "contributions",
    "expenditure",
  ]
  private static let yearlyBudget = [
    "notified", "deducted", "voted", "transferred-in", "transferred-out", "contributed", "spent",
  ]
  private static let unusedStates = ["unallocated", "allocated", "committed"]

  /// What an account holds, with the parts of its name.
  private struct Standing {
    let account: String
    let pence: Int
    let layer: String
    let fund: String
    let name: String

    init(_ balance: (key: String, value: Int)) {
      (account, pence) = balance
      let parts = account.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      (layer, fund, name) = (parts[0], parts[1], parts[2])
    }

    /// A partner's money is not the council's own.
    var isOwn: Bool { !fund.hasPrefix("health-") }

    func moved(to name: String) -> [(String, Int)] {
      [(account, -pence), (NaiveLedger.account(layer, fund, name), pence)]
    }
  }

  // MARK: The beginning of one

  private mutating func openYear(_ year: FinancialYear) {
    if let contract = contracts.last(where: { $0.from <= year.last }) {
      setAside(contract, in: year)
    }
    for line in versions.keys.sorted() {
      setAside(line, in: year)
      carryOver(line, into: year)
    }
    openedYears.insert(year)
  }

  /// Help that the council arranges and had not given when the year before was closed.
  private mutating func carryOver(_ line: Int, into year: FinancialYear) {
    let account = Self.budget("committed", plan: line)
    func has(_ post: Post) -> Bool { post.pairs.contains { $0.account == account } }
    let isCarried = posts.contains {
      $0.kind == .carried && year.days.contains($0.ownDay) && has($0)
    }
    let last = year.first.advanced(by: -1)
    let lapsed = posts.filter { $0.kind == .unused && $0.day == last }
      .flatMap(\.pairs).reduce(0) { $1.account == account ? $0 - $1.pence : $0 }
    // What was set aside and is by now not wanted of that year is not owed.
    let before = FinancialYear(of: last)
    let set = scheduled(account, in: before).values.reduce(0, +)
    let wanted = instalments(of: versions[line] ?? [], in: before).values.reduce(0, +)
    let owed = lapsed - max(set - wanted, 0)
    guard !Scene.isAdvanced(line), !isCarried, owed > 0 else { return }
    happenings[.carriedOver, default: 0] += 1
    write(
      [(account, owed), (Self.budget("allocated", line: Self.planBudget), -owed)], on: year.first,
      as: .carried)
  }
}
