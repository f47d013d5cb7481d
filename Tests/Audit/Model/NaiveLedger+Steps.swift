import Bookkeeping

extension NaiveLedger {
  /// Does what the step says, if it may be done.
  ///
  /// - Returns: whether it may. Where it may not, nothing has changed.
  public mutating func take(_ step: Step, by person: Int) -> Bool {
    if case .wait(let days) = step {
      let day = Day(number: today.number + Int32(days))
      if days >= 0 {
        today = day
      } else if let lastRecorded, day < lastRecorded {
        return false
      } else {
        lastRecorded = day
      }
      return true
    }
    guard does(step, by: person) else { return false }
    lastRecorded = today
    return true
  }

  private mutating func does(_ step: Step, by person: Int) -> Bool {
    switch step {
    case .budget(let fund, let line, let pence, let version, let day):
      return budget(fund, line, pence, version, day)
    case .transfer(let from, let to, let pence, let hasForum, let hasMinister, let day):
      return transfer(from, to, pence, hasForum, hasMinister, day)
    case .decide(let line, let from, let pence): return decide(line, from, pence)
    case .commit(let line, let pence, let day):
      guard pence > 0 else { return false }
      write(
        [
          (Self.budget("committed", line: line), pence),
          (Self.budget("allocated", line: line), -pence),
        ], on: day)
      return true
    case .release(let line, let budget, let pence, let day):
      return release(line, budget, pence, day)
    case .invoice(let line, let pence, let day):
      guard pence > 0, versions[line] != nil else { return false }
      write(spending(line, pence, from: Self.actual("creditors", plan: line)), on: day)
      return true
    case .payInvoice(let line, let pence, let day):
      let owed = -balance(Self.actual("creditors", plan: line))
      guard pence > 0, versions[line] != nil, pence <= owed else { return false }
      write(
        [(Self.actual("creditors", plan: line), pence), (Self.actual("bank"), -pence)], on: day)
      return true
    case .pay(let line, let budget, let pence, let names, let day):
      return pay(line, budget, pence, names, day)
    case .advance(let line, let pence, let day): return advance(line, pence, day)
    case .evidence(let line, let pence, let day): return evidence(line, pence, day)
    case .giveBack(let line, let pence, let day):
      guard versions[line] != nil, Scene.isAdvanced(line), pence > 0, pence <= out(line) else {
        return false
      }
      write(
        [
          (Self.actual("bank"), pence),
          (Self.actual("direct-payments-advanced", plan: line), -pence),
          (Self.budget("allocated", line: Self.planBudget), pence),
          (Self.budget("advanced", plan: line), -pence),
        ], on: day)
      return true
    case .agree, .fallDue, .receive: return partner(step)
    case .suspend(let pence, let day):
      return suspend(pence, day) != nil
    case .place(let post, let budget, let day): return place(post, budget, day)
    case .reverse(let post): return reverse(post)
    case .bring(let rows): return bring(rows)
    case .undo(let batch): return undo(batch)
    case .prepare(let month):
      guard !closed.contains(month), month.last <= today else { return false }
      prepared[month] = person
      return true
    case .close(let month):
      guard !closed.contains(month), let other = prepared[month], other != person else {
        return false
      }
      closed.insert(month)
      return true
    case .reopen(let month):
      guard closed.contains(month) else { return false }
      closed.remove(month)
      prepared[month] = nil
      return true
    case .wait: return true
    }
  }

  // MARK: What a line's money does

  /// What is paid over for a line and not yet shown to be spent.
  func out(_ line: Int) -> Int { balance(Self.budget("advanced", plan: line)) }

  private func spending(_ line: Int, _ pence: Int, from source: String) -> [(String, Int)] {
    [(Self.actual("expenditure", plan: line), pence), (source, -pence)]
      + relieving(line, pence, into: "spent")
  }

  /// Out of what is committed as far as that goes, and out of the budget beyond.
  private func relieving(_ line: Int, _ pence: Int, into state: String) -> [(String, Int)] {
    let committed = max(balance(Self.budget("committed", plan: line)), 0)
    let first = min(pence, committed)
    return [
      (Self.budget(state, plan: line), pence), (Self.budget("committed", plan: line), -first),
      (Self.budget("allocated", line: Self.planBudget), first - pence),
    ]
  }

  private mutating func release(_ line: Int?, _ budget: String, _ pence: Int, _ day: Day) -> Bool {
    if let line, versions[line] == nil { return false }
    let account =
      line.map { Self.budget("committed", plan: $0) } ?? Self.budget("committed", line: budget)
    guard pence > 0, pence <= balance(account) else { return false }
    let back = Self.budget("allocated", line: line == nil ? budget : Self.planBudget)
    let post = write([(back, pence), (account, -pence)], on: day)
    if let post { posts[post].scheduled = line }
    return true
  }

  private mutating func pay(
    _ line: Int?, _ budget: String, _ pence: Int, _ names: Bool, _ day: Day
  ) -> Bool {
    if let line {
      guard versions[line] != nil, pence != 0 else { return false }
      let last = posts.lastIndex { $0.pays == line && $0.reverses == nil }
      let pairs =
        pence > 0
        ? spending(line, pence, from: Self.actual("bank"))
        : [
          (Self.actual("bank"), -pence), (Self.actual("expenditure", plan: line), pence),
          (Self.budget("allocated", line: Self.planBudget), -pence),
          (Self.budget("spent", plan: line), pence),
        ]
      if let post = write(pairs, on: day) {
        posts[post].pays = line
        if pence < 0 { posts[post].rests = last }
      }
      return true
    }
    guard pence != 0 else { return false }
    write(paying(budget, pence, names), on: day)
    return true
  }

  /// A payment for a line of the budget; below nothing it came back.
  func paying(_ budget: String, _ pence: Int, _ names: Bool) -> [(String, Int)] {
    let committed = names && pence > 0 ? max(balance(Self.budget("committed", line: budget)), 0) : 0
    let first = min(max(pence, 0), committed)
    return [
      (Self.actual("expenditure", line: budget), pence), (Self.actual("bank"), -pence),
      (Self.budget("spent", line: budget), pence), (Self.budget("committed", line: budget), -first),
      (Self.budget("allocated", line: budget), first - pence),
    ]
  }

  private mutating func advance(_ line: Int, _ pence: Int, _ day: Day) -> Bool {
    guard versions[line] != nil, Scene.isAdvanced(line), pence > 0 else { return false }
    write(
      [(Self.actual("direct-payments-advanced", plan: line), pence), (Self.actual("bank"), -pence)]
        + relieving(line, pence, into: "advanced"), on: day)
    var left: [Int] = []
    for sum in waiting[line] ?? [] {
      let now = min(sum, max(out(line), 0))
      if now > 0 { write(proved(line, now), on: day) }
      left.append(sum - now)
    }
    waiting[line] = left.filter { $0 > 0 }
    return true
  }

  private func proved(_ line: Int, _ pence: Int) -> [(String, Int)] {
    [
      (Self.actual("expenditure", plan: line), pence),
      (Self.actual("direct-payments-advanced", plan: line), -pence),
      (Self.budget("spent", plan: line), pence), (Self.budget("advanced", plan: line), -pence),
    ]
  }

  private mutating func evidence(_ line: Int, _ pence: Int, _ day: Day) -> Bool {
    guard versions[line] != nil, Scene.isAdvanced(line), pence != 0 else { return false }
    let now = min(pence, max(out(line), 0))
    write(proved(line, now), on: day)
    if pence > now { waiting[line, default: []].append(pence - now) }
    return true
  }

  /// A rate a month, set aside month by month until the year is out.
  private mutating func decide(_ line: Int, _ from: Day, _ pence: Int) -> Bool {
    guard pence > 0 else { return false }
    var all = (versions[line] ?? []).filter { $0.from != from }
    all.append((from: from, pence: pence))
    all.sort { $0.from < $1.from }
    versions[line] = all
    var set: [Day: Int] = [:]
    for post in posts where post.scheduled == line {
      for pair in post.pairs where pair.account == Self.budget("committed", plan: line) {
        set[post.ownDay, default: 0] += pair.pence
      }
    }
    var wanted: [Day: Int] = [:]
    var month = Month(of: Scene.first)
    while month.first <= Scene.last {
      if let version = all.last(where: { $0.from <= month.first }) {
        wanted[month.first] = version.pence
      }
      month = month.next
    }
    for day in Set(wanted.keys).union(set.keys).sorted() {
      let change = (wanted[day] ?? 0) - (set[day] ?? 0)
      let post = write(
        [
          (Self.budget("committed", plan: line), change),
          (Self.budget("allocated", line: Self.planBudget), -change),
        ],
        on: day)
      if let post { posts[post].scheduled = line }
    }
    return true
  }
}
