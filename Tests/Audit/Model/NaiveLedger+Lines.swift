import Bookkeeping

/// What a plan line's money does.
extension NaiveLedger {
  /// What is paid over for a line and not yet shown to be spent.
  func out(_ line: Int) -> Int { balance(Self.budget("advanced", plan: line)) }

  func spending(_ line: Int, _ pence: Int, from source: String, _ day: Day) -> [(String, Int)] {
    [(Self.actual("expenditure", plan: line), pence), (source, -pence)]
      + relieving(line, pence, into: "spent", day)
  }

  /// Whether a sum, with what went beyond in its year, is at most £25,000.00 more than what is set aside for
  /// the line, or is no more than that.
  func isNear(_ pence: Int, _ line: Int, _ day: Day) -> Bool {
    let over = pence - max(committed(Self.budget("committed", plan: line), day), 0)
    return over <= 0 || over + max(beyond(line, in: FinancialYear(of: day)), 0) <= 2_500_000
  }

  /// What was spent or advanced for a line out of the budget, less what came back to it.
  private func beyond(_ line: Int, in year: FinancialYear) -> Int {
    let used = Set([Self.budget("spent", plan: line), Self.budget("advanced", plan: line)])
    let posts = posts.filter { post in
      year.days.contains(post.ownDay) && !post.isClosing
        && post.pairs.contains { used.contains($0.account) }
    }
    return posts.flatMap(\.pairs)
      .filter { $0.account == Self.budget("allocated", line: Self.planBudget) }
      .reduce(0) { $0 - $1.pence }
  }

  /// Out of what is committed as far as that goes, and out of the budget beyond.
  private func relieving(
    _ line: Int, _ pence: Int, into state: String, _ day: Day
  ) -> [(String, Int)] {
    let open = max(committed(Self.budget("committed", plan: line), day), 0)
    let first = min(pence, open)
    return [
      (Self.budget(state, plan: line), pence), (Self.budget("committed", plan: line), -first),
      (Self.budget("allocated", line: Self.planBudget), first - pence),
    ]
  }

  mutating func release(_ line: Int?, _ budget: String, _ pence: Int, _ day: Day) -> Bool {
    if let line, versions[line] == nil { return false }
    let account =
      line.map { Self.budget("committed", plan: $0) } ?? Self.budget("committed", line: budget)
    guard pence > 0, pence <= committed(account, day) else { return false }
    let back = Self.budget("allocated", line: line == nil ? budget : Self.planBudget)
    write([(back, pence), (account, -pence)], on: day, as: .scheduled)
    if let line { releasedLines.insert(line) }
    return true
  }

  mutating func pay(
    _ line: Int?, _ budget: String, _ pence: Int, _ names: Bool, _ day: Day
  ) -> Bool {
    if let line {
      guard versions[line] != nil, pence != 0, isNear(pence, line, day) else { return false }
      let last = posts.lastIndex { $0.pays == line && $0.reverses == nil }
      let pairs =
        pence > 0
        ? spending(line, pence, from: Self.actual("bank"), day)
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
    write(paying(budget, pence, names, day), on: day)
    return true
  }

  /// A payment for a line of the budget; negative where it came back.
  func paying(_ budget: String, _ pence: Int, _ names: Bool, _ day: Day) -> [(String, Int)] {
    let open = names && pence > 0 ? committed(Self.budget("committed", line: budget), day) : 0
    let first = min(max(pence, 0), max(open, 0))
    return [
      (Self.actual("expenditure", line: budget), pence), (Self.actual("bank"), -pence),
      (Self.budget("spent", line: budget), pence), (Self.budget("committed", line: budget), -first),
      (Self.budget("allocated", line: budget), first - pence),
    ]
  }

  // MARK: A family's money

  mutating func advance(_ line: Int, _ pence: Int, _ day: Day) -> Bool {
    guard versions[line] != nil, Scene.isAdvanced(line), pence > 0, isNear(pence, line, day)
    else { return false }
    write(
      [(Self.actual("direct-payments-advanced", plan: line), pence), (Self.actual("bank"), -pence)]
        + relieving(line, pence, into: "advanced", day), on: day)
    count(line, day)
    return true
  }

  /// Counts what waits of the proof for a line, the oldest first, as far as money is out.
  mutating func count(_ line: Int, _ day: Day) {
    for (place, proof) in proofs.enumerated() where proof.line == line && !proof.isTakenBack {
      let counted = posts.filter { $0.proves == place }.flatMap(\.pairs)
        .filter { $0.account == Self.budget("spent", plan: line) }.reduce(0) { $0 + $1.pence }
      let now = min(proof.pence - counted, out(line))
      if now <= 0 { continue }
      if let post = write(proved(line, now), on: max(day, proof.day)) { posts[post].proves = place }
    }
  }

  /// Has what is proved beyond all that is paid over wait again.
  mutating func putBack(_ line: Int, _ day: Day) {
    let more = min(-out(line), balance(Self.budget("spent", plan: line)))
    if more <= 0 { return }
    proofs.append(Proof(line: line, pence: 0, day: day, post: nil))
    if let post = write(proved(line, -more), on: day) { posts[post].proves = proofs.count - 1 }
  }

  private func proved(_ line: Int, _ pence: Int) -> [(String, Int)] {
    [
      (Self.actual("expenditure", plan: line), pence),
      (Self.actual("direct-payments-advanced", plan: line), -pence),
      (Self.budget("spent", plan: line), pence), (Self.budget("advanced", plan: line), -pence),
    ]
  }

  mutating func evidence(_ line: Int, _ pence: Int, _ day: Day) -> Bool {
    guard versions[line] != nil, Scene.isAdvanced(line), pence != 0 else { return false }
    let now = min(pence, max(out(line), 0))
    let post = write(proved(line, now), on: day)
    if pence > now {
      proofs.append(Proof(line: line, pence: pence - now, day: day, post: post))
    }
    if pence < 0 { count(line, day) }
    return true
  }

  mutating func giveBack(_ line: Int, _ pence: Int, _ day: Day) -> Bool {
    guard versions[line] != nil, Scene.isAdvanced(line), pence > 0, pence <= out(line) else {
      return false
    }
    write(
      [
        (Self.actual("bank"), pence), (Self.actual("direct-payments-advanced", plan: line), -pence),
        (Self.budget("allocated", line: Self.planBudget), pence),
        (Self.budget("advanced", plan: line), -pence),
      ], on: day)
    return true
  }

  // MARK: What is set aside

  /// A version of a line, set aside instalment by instalment until this year is out.
  mutating func decide(_ line: Int, _ version: Version, batch: Int? = nil) {
    lines.append((line, version, batch))
    let first = posts.count
    var year = FinancialYear(of: version.from)
    while year <= max(FinancialYear(of: version.from), FinancialYear(of: max(today, lastRecorded)))
    {
      // A year that is closed is not committed again.
      if !closed.contains(Month(of: year.last)) { setAside(line, in: year) }
      year = year.next
    }
    // What a version sets aside is put right by the next.
    for post in first..<posts.count { posts[post].isVersion = true }
  }

  /// Brings what is set aside for a line in a year to what its versions say.
  mutating func setAside(_ line: Int, in year: FinancialYear) {
    let account = Self.budget("committed", plan: line)
    let wanted = instalments(of: versions[line] ?? [], in: year)
    let set = scheduled(account, in: year)
    let days = Set(wanted.keys).union(set.keys).sorted()
    let changes = days.map { (wanted[$0] ?? 0) - (set[$0] ?? 0) }
    // What is used already cannot be released: the earliest is left.
    let before = balance(account, through: year.first.advanced(by: -1))
    var missing = before - committed(account, year.last) - changes.reduce(0, +)
    for (day, wished) in zip(days, changes) {
      let kept = wished < 0 ? min(-wished, max(missing, 0)) : 0
      let change = wished + kept
      missing -= kept
      write(
        [(account, change), (Self.budget("allocated", line: Self.planBudget), -change)], on: day,
        as: .scheduled)
    }
  }

  /// Every version begins with a month, so that an instalment is a whole one.
  func instalments(of versions: [Version], in year: FinancialYear) -> [Day: Int] {
    var wanted: [Day: Int] = [:]
    for (place, version) in versions.enumerated() {
      let months = year.months.filter { month in
        month.first >= version.from
          && (place + 1 == versions.count || month.first < versions[place + 1].from)
      }
      if months.isEmpty { continue }
      let lengths = months.map { $0.days.count }
      let whole = NaiveSums.part(version.pence, lengths.reduce(0, +), of: year.length)
      let parts =
        version.isYearly
        ? NaiveSums.cut(whole, by: lengths) : months.map { _ in version.pence }
      for (month, part) in zip(months, parts) { wanted[month.first] = part }
    }
    return wanted
  }
}
