import Bookkeeping

extension NaiveLedger {
  /// What a request comes to, in pounds of a full year.
  struct Sums: Sendable {
    let request: Step.Request
    /// The day on which it was put.
    let asked: Day?
    var outcome = Outcome.unknown
    /// What would be paid, what the contract gives back, its part of the sum, what may be lost.
    var floor = 0
    var back = 0
    var notional = 0
    var tolerance = 0

    /// Whether another comes to the same.
    func isSame(as other: Sums) -> Bool {
      guard request == other.request, asked == other.asked, outcome == other.outcome else {
        return false
      }
      return outcome == .unknown
        || (floor, back, notional, tolerance)
          == (other.floor, other.back, other.notional, other.tolerance)
    }
  }

  enum Outcome: Sendable {
    /// Something is not known, so that nothing is found.
    case unknown
    case paid
    case stated
    case refused
  }

  /// A decision that somebody recorded, and what it was decided on.
  struct Decided: Sendable {
    let outcome: Outcome
    let sums: Sums
    /// The versions of the line that it was asked for.
    let versions: [NaiveLedger.Version]
    let day: Day
    let person: Int
  }

  /// What a second person put their name to, and after how many imports.
  struct Approval: Sendable {
    let request: Int
    let version: Day
    let batches: Int

    /// Whether the decision would be without it.
    func rests(on paper: Step.Paper) -> Bool {
      switch paper {
      case .contract(let from, _): from == version
      case .request(let asked): asked.number == request
      case .finding(let finding): finding.request.map { $0 == request } ?? true
      case .line, .budget: false
      }
    }
  }

  struct Grant: Sendable {
    let version: Day
    let line: Int
    let units: Int
    let isCash: Bool
    let pence: Int
    /// The first day from which the contract's sum is less by it.
    let from: Day
  }

  // MARK: What is found

  /// What a request comes to on a day; none where it cannot be looked at.
  private func sums(_ number: Int, on day: Day) -> Sums? {
    guard let request = request(number), let version = contracts.last(where: { $0.from <= day })
    else { return nil }
    let found = found(on: number, by: day)
    var sums = Sums(request: request, asked: askedOn[number])
    let prices = found.filter { $0.shows == .quote }.map(\.answer)
    var isBarred = false
    for kind in Step.Shown.allCases where kind != .quote && request.isCash {
      guard let latest = found.filter({ $0.shows == kind }).latest else { return sums }
      if latest.answer == 0 { isBarred = true }
    }
    guard let price = prices.min() else { return sums }
    sums.floor = price * request.units + request.overheads
    sums.back = min(Scene.saving * request.units, version.pence)
    sums.notional = version.pence / Scene.units * request.units
    sums.tolerance = tolerance(of: sums.notional, on: day)
    if !request.isCash {
      sums.outcome = .stated
    } else if sums.floor > sums.back + sums.tolerance {
      sums.outcome = .refused
    } else {
      sums.outcome = isBarred ? .stated : .paid
    }
    return sums
  }

  /// What was found out about a request or the contract, and is not too old on a day.
  private func found(on number: Int, by day: Day) -> [Step.Finding] {
    let oldest = day.addingMonths(-evidenceMonths(on: day))
    return standingPapers.compactMap { paper in
      guard case .finding(let finding) = paper, (oldest...day).contains(finding.day) else {
        return nil
      }
      return finding.request == nil || finding.request == number ? finding : nil
    }
  }

  private func isBarred(_ number: Int, on day: Day) -> Bool {
    let found = found(on: number, by: day)
    return Step.Shown.allCases.contains { kind in
      kind != .quote && found.filter { $0.shows == kind }.latest?.answer == 0
    }
  }

  mutating func record(_ number: Int, _ choice: Step.Choice, by person: Int) -> Bool {
    guard !approvals.contains(where: { $0.request == number }),
      let sums = sums(number, on: today)
    else { return false }
    let outcome: Outcome
    switch choice {
    case .asFound: outcome = sums.outcome
    case .stated: outcome = .stated
    case .paid:
      if isBarred(number, on: today) { return false }
      outcome = .paid
    }
    if sums.outcome == .unknown, outcome != .unknown { return false }
    decisions[number] = Decided(
      outcome: outcome, sums: sums, versions: versions[sums.request.line] ?? [], day: today,
      person: person)
    return true
  }

  // MARK: What is posted

  mutating func approve(_ number: Int, by person: Int) -> Bool {
    guard let decided = decisions[number], decided.person != person,
      !approvals.contains(where: { $0.request == number }),
      let sums = sums(number, on: decided.day), sums.isSame(as: decided.sums),
      versions[sums.request.line] ?? [] == decided.versions,
      let version = contracts.last(where: { $0.from <= decided.day })
    else { return false }
    let first = posts.count
    switch decided.outcome {
    case .unknown, .refused: happenings[.nothing, default: 0] += 1
    case .stated: guard state(sums, version.from) else { return false }
    case .paid: guard pay(sums, version.from) else { return false }
    }
    for post in first..<posts.count { posts[post].isVersion = true }
    approvals.append(Approval(request: number, version: version.from, batches: batches.count))
    return true
  }

  private func starts(_ request: Step.Request) -> Day {
    let asked = (askedOn[request.number] ?? today).advanced(by: request.startsAfter)
    return max(asked, today).firstOfMonth
  }

  /// The part of the contract's sum is set aside for the child's line.
  private mutating func state(_ sums: Sums, _ version: Day) -> Bool {
    let request = sums.request
    let from = starts(request)
    let open = scheduled(Self.contractCommitted, in: FinancialYear(of: from))
    guard let parts = parts(sums.notional, of: open, from) else { return false }
    for (day, part) in parts {
      let post = write(
        [
          (Self.budget("committed", plan: request.line), part), (Self.contractCommitted, -part),
        ], on: day, as: .stated)
      if let post { posts[post].isVersion = true }
    }
    happenings[.stated, default: 0] += 1
    lines.append((request.line, Version(from: from, pence: sums.notional, isYearly: true), nil))
    grants.append(
      Grant(
        version: version, line: request.line, units: request.units, isCash: false,
        pence: sums.notional, from: from))
    return true
  }

  /// What is stated is taken back, what the contract gives back is released, and the line is paid.
  private mutating func pay(_ sums: Sums, _ version: Day) -> Bool {
    let request = sums.request
    let gone = grants.filter { $0.isCash && $0.version == version && $0.line == request.line }
      .reduce(0) { $0 + $1.units }
    guard gone + request.units <= Scene.served[request.line] ?? 0 else { return false }
    let starts = starts(request)
    let from = max(starts, today.addingMonths(Scene.notice).firstOfMonth)
    var open = scheduled(Self.contractCommitted, in: FinancialYear(of: from))
    let isSetAside = !open.isEmpty
    let stated = stated(request.line, from: starts)
    for (day, pence) in stated where day >= from { open[day, default: 0] += pence }
    guard let parts = parts(sums.back, of: open, from, isSetAside: isSetAside) else { return false }
    happenings[stated.isEmpty ? .paid : .statedThenPaid, default: 0] += 1
    for (day, pence) in stated {
      let post = write(
        [
          (Self.contractCommitted, pence), (Self.budget("committed", plan: request.line), -pence),
        ], on: day, as: .stated)
      if let post { posts[post].isVersion = true }
    }
    for (day, part) in parts {
      let post = write(
        [
          (Self.budget("allocated", line: Self.planBudget), part), (Self.contractCommitted, -part),
        ], on: day, as: .scheduled)
      if let post { posts[post].isVersion = true }
    }
    decide(request.paidAs, Version(from: starts, pence: sums.floor, isYearly: true))
    grants.append(
      Grant(
        version: version, line: request.line, units: request.units, isCash: true,
        pence: sums.back, from: from))
    return true
  }

  /// What stands for a line out of the contract, by day.
  private func stated(_ line: Int, from first: Day) -> [(Day, Int)] {
    let account = Self.budget("committed", plan: line)
    var days: [Day: Int] = [:]
    for post in posts where post.kind == .stated && post.ownDay >= first {
      for pair in post.pairs where pair.account == account {
        days[post.ownDay, default: 0] += pair.pence
      }
    }
    return days.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A year's sum cut out of the instalments that are left; none where they do not hold so much.
  private func parts(
    _ aYear: Int, of set: [Day: Int], _ from: Day, isSetAside: Bool? = nil
  ) -> [(Day, Int)]? {
    let year = FinancialYear(of: from)
    var wanted = NaiveSums.part(aYear, from.distance(to: year.last) + 1, of: year.length)
    // A year to come is set aside when it is opened, and then without this.
    if year > FinancialYear(of: max(today, lastRecorded)), !(isSetAside ?? !set.isEmpty) {
      return []
    }
    let open = set.filter { $0.key >= from && $0.value > 0 }.sorted { $0.key < $1.key }
    let left = open.reduce(0) { $0 + $1.value }
    if abs(wanted - left) <= open.count { wanted = left }
    if wanted > left { return nil }
    if wanted == 0 { return [] }
    return zip(open.map(\.key), NaiveSums.cut(wanted, by: open.map(\.value)))
      .filter { $0.1 > 0 }.map { ($0, $1) }
  }
}

extension [Step.Finding] {
  /// The latest, and of one day a yes.
  fileprivate var latest: Step.Finding? { self.max { ($0.day, $0.answer) < ($1.day, $1.answer) } }
}
