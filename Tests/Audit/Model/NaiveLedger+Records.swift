import Bookkeeping

extension NaiveLedger {
  mutating func budget(
    _ fund: String, _ line: String, _ pence: Int, _ version: Int, _ day: Day, batch: Int? = nil
  ) -> Bool {
    guard !closedYears.contains(FinancialYear(of: day)) else { return false }
    let subject = "\(fund) \(line) \(FinancialYear(of: day))"
    let before = votes.last { $0.subject == subject && isStanding($0.batch) }
    if let before, before.version >= version { return false }
    let rise = pence - (before?.pence ?? 0)
    let post = write(
      [
        (Self.account("budget", fund, "allocated", line: line), rise),
        (Self.account("budget", fund, "unallocated"), -rise),
      ], on: day)
    if let post { posts[post].isVersion = true }
    votes.append((subject, version, pence, batch))
    return true
  }

  /// A publication brings the block up or down to what it says, unless a later one is in force.
  mutating func grant(_ year: FinancialYear, _ pence: Int, _ day: Day) -> Bool {
    let earlier = published.filter { $0.year == year }
    guard !earlier.contains(where: { $0.published == day }) else { return false }
    published.append((year, day, pence))
    let latest = earlier.max { $0.published < $1.published }
    if let latest, latest.published > day { return true }
    let rise = pence - (latest?.pence ?? 0)
    let post = write(
      [
        (Self.account("actual", "schools", "due-from-department"), rise),
        (Self.account("actual", "schools", "grant-income"), -rise),
        (Self.account("budget", "schools", "unallocated"), rise),
        (Self.account("budget", "schools", "notified"), -rise),
      ], on: min(max(day, year.first), year.last))
    if let post { posts[post].isVersion = true }
    return true
  }

  /// Half of one per cent of the block, as last published, may leave the schools block by the forum's word alone.
  mutating func transfer(
    _ from: String, _ to: String, _ pence: Int, _ hasForum: Bool, _ hasMinister: Bool, _ day: Day
  ) -> Bool {
    guard from != to, pence > 0, hasForum || hasMinister, counts(day) else { return false }
    if from == "schools", !hasMinister {
      let year = FinancialYear(of: day)
      let block = published.filter { $0.year == year }.max { $0.published < $1.published }
      let gone = transferred(from: "schools", in: year)
      guard let block, (gone + pence) * 200 <= block.pence else { return false }
    }
    write(
      [
        (Self.account("actual", from, "transfer-out"), pence),
        (Self.account("actual", from, "due-from-department"), -pence),
        (Self.account("actual", to, "due-from-department"), pence),
        (Self.account("actual", to, "transfer-in"), -pence),
        (Self.account("budget", from, "transferred-out"), pence),
        (Self.account("budget", from, "unallocated"), -pence),
        (Self.account("budget", to, "unallocated"), pence),
        (Self.account("budget", to, "transferred-in"), -pence),
      ], on: day)
    return true
  }

  /// What of a year left a block and was not taken back, whenever it counts.
  private func transferred(from block: String, in year: FinancialYear) -> Int {
    let account = Self.account("budget", block, "transferred-out")
    return posts.filter {
      year.days.contains($0.ownDay) && !$0.kind.isClosing && $0.reverses == nil && !$0.isReversed
    }.flatMap(\.pairs)
      .reduce(0) { $1.account == account ? $0 + $1.pence : $0 }
  }

  mutating func partner(_ step: Step) -> Bool {
    func account(_ layer: String, _ name: String, _ partner: String = "") -> String {
      Self.account(layer, "health-ICB", name, partner: partner)
    }
    switch step {
    case .agree(let pence, let day):
      return write(
        [
          (account("budget", "allocated"), pence),
          (account("budget", "contributed", "ICB"), -pence),
        ],
        on: day) != nil
    case .fallDue(let pence, let day):
      return write(
        [
          (account("actual", "due-from-partners", "ICB"), pence),
          (account("actual", "contributions", "ICB"), -pence),
        ], on: day) != nil
    case .receive(let pence, let day):
      let owed = max(balance(account("actual", "due-from-partners", "ICB")), 0)
      let settled = min(pence, owed)
      return write(
        [
          (account("actual", "bank"), pence),
          (account("actual", "due-from-partners", "ICB"), -settled),
          (account("actual", "contributions", "ICB"), settled - pence),
        ], on: day) != nil
    default: return false
    }
  }

  mutating func place(_ post: Int, _ budget: String, _ day: Day) -> Bool {
    guard posts.indices.contains(post), posts[post].isSuspense,
      !posts.contains(where: { $0.rests == post || $0.reverses == post })
    else { return false }
    let suspense = Self.account("actual", "general-fund", "suspense")
    let pence = posts[post].pairs.first { $0.account == suspense }?.pence ?? 0
    let new = write(
      [(Self.account("actual", "general-fund", "bank"), pence), (suspense, -pence)]
        + paying(budget, pence, true, day), on: day)
    if let new { posts[new].rests = post }
    return true
  }

  mutating func suspend(_ pence: Int, _ day: Day) -> Int? {
    let post = write(
      [
        (Self.account("actual", "general-fund", "suspense"), pence),
        (Self.account("actual", "general-fund", "bank"), -pence),
      ], on: day)
    if let post { posts[post].isSuspense = true }
    return post
  }

  /// Whether something stands that rests on a post.
  func isRestedOn(_ post: Int) -> Bool {
    posts.contains { $0.rests == post && !$0.isReversed }
  }

  mutating func reverse(_ post: Int) -> Bool {
    guard posts.indices.contains(post), posts[post].reverses == nil, !posts[post].isReversed,
      !posts[post].isVersion, !posts[post].isClosing, !isRestedOn(post), !isLapsed(post),
      !isAccountedFor(post), posts[post].proves == nil
    else { return false }
    var taken = [post]
    // Proof that is taken back does not wait any more, and what was counted of it since goes too.
    for place in proofs.indices where proofs[place].post == post {
      proofs[place].isTakenBack = true
      taken += posts.indices.reversed().filter {
        posts[$0].proves == place && posts[$0].reverses == nil && !posts[$0].isReversed
      }
    }
    let before = self
    taken.forEach { takeBack($0) }
    for line in Scene.lines {
      let account = Self.budget("advanced", plan: line)
      let days = taken.map { posts[$0] }.filter { post in
        post.pairs.contains { $0.account == account && $0.pence != 0 }
      }.map { counting($0.day) }
      guard let day = days.max() else { continue }
      putBack(line, day)
      count(line, day)
    }
    if leavesLess(than: before, of: taken) {
      self = before
      return false
    }
    return true
  }

  /// Whether an account of posts that were taken back is on its wrong side now, and further than it was.
  func leavesLess(than before: NaiveLedger, of taken: [Int]) -> Bool {
    let debits = [
      "due-from-schools", "due-from-partners", "direct-payments-advanced",
      "paid-into-pooled-fund", "committed", "advanced",
    ]
    for post in taken.map({ before.posts[$0] }) {
      for account in post.pairs.map(\.account) {
        let name = String(account.split(separator: "|")[2])
        let sign = debits.contains(name) ? 1 : name == "creditors" ? -1 : 0
        // What is set aside is for a year.
        let isOfYear = name == "committed"
        let end = isOfYear ? FinancialYear(of: post.day).last : Scene.end.addingMonths(240)
        let now = sign * balance(account, through: end)
        if now < 0, now < sign * before.balance(account, through: end) { return true }
      }
    }
    return false
  }

  /// Whether it paid money over of which more has been accounted for than would be left.
  private func isAccountedFor(_ post: Int) -> Bool {
    Scene.lines.contains { line in
      let paid = posts[post].pairs.first { $0.account == Self.budget("advanced", plan: line) }
      let isPayment = posts[post].pairs.contains { $0.account == Self.actual("bank") }
      return paid.map { isPayment && $0.pence > 0 && out(line) < $0.pence } ?? false
    }
  }

  /// Whether it set money aside in a year that is closed.
  func isLapsed(_ post: Int) -> Bool {
    posts[post].kind.isScheduled && closedYears.contains(FinancialYear(of: posts[post].day))
  }

  mutating func takeBack(_ post: Int) {
    let old = posts[post]
    posts.append(
      Post(
        day: counting(old.day), ownDay: old.ownDay,
        pairs: old.pairs.map { ($0.account, -$0.pence) }, kind: old.kind, reverses: post))
    posts[post].isReversed = true
  }
}
