import Bookkeeping

/// Makes up what somebody might try next, most of it sensible and some of it not.
public struct StepMaker<Chance: RandomNumberGenerator> {
  private var chance: Chance
  /// What a history is mostly about, so that what takes many steps comes to its end in some.
  private let course: Course

  enum Course: CaseIterable {
    case anything
    case lines
    case decisions
    case papers
    case periods
    case yearEnd
    case imports
  }

  public init(_ chance: Chance) {
    var chance = chance
    course = Course.allCases[Int.random(in: 0..<Course.allCases.count, using: &chance)]
    self.chance = chance
  }

  /// The day on which a history begins.
  mutating func start() -> Day {
    Day(number: Scene.first.number + [240, 240, 300, 362][below(4)])
  }

  /// One of two people, who take turns at the desk as it comes: mostly whoever may do it.
  ///
  /// A third has a say in keys, and closes months.
  mutating func person(for step: Step, in ledger: NaiveLedger) -> Int {
    switch step {
    case .adoptKey(let officer), .withdrawKey(let officer):
      let free = (1...3).filter { $0 != officer && $0 != ledger.keyWords[step] }
      return below(4) > 0 ? free[below(free.count)] : 1 + below(3)
    case .sign: if below(4) > 0 { return 3 }
    case .close, .closeYear: if below(4) == 0 { return 3 }
    default: break
    }
    let other: Int? =
      switch step {
      case .close(let month), .sign(let month): ledger.prepared[month]?.person
      case .closeYear(let year): ledger.prepared[Month(of: year.last)]?.person
      case .reopen(let month): ledger.reopening[month]
      case .approve(let request): ledger.decisions[request]?.person
      default: nil
      }
    if let other, below(4) > 0 { return 3 - other }
    return 1 + below(2)
  }

  mutating func day() -> Day {
    Day(number: Int32.random(in: Scene.first.number...Scene.last.number, using: &chance))
  }

  /// A day of this year, or sometimes of the next.
  mutating func anyDay() -> Day {
    below(6) == 0 ? day().advanced(by: Scene.year.length) : day()
  }

  public mutating func step(in ledger: NaiveLedger) -> Step {
    let step = next(in: ledger)
    // An import of a line or a contract is not taken back once a year's opening has committed it. Nor has
    // anybody said what becomes of what was released of a line by hand. Such steps are left out.
    if case .undo(let batch) = step, ledger.setsAside(batch),
      !ledger.openedYears.isEmpty || !ledger.releasedLines.isEmpty
    {
      return .wait(days: 1)
    }
    return step
  }

  private mutating func next(in ledger: NaiveLedger) -> Step {
    if below(10) < (course == .decisions ? 2 : 4) { return anything(in: ledger) }
    switch course {
    case .anything: return anything(in: ledger)
    case .lines: return ofLine(in: ledger)
    case .decisions: return below(5) == 0 ? unsettling(in: ledger) : decision(in: ledger)
    case .papers: return below(3) == 0 ? undoing(in: ledger) : .papers([version()])
    case .periods: return period(in: ledger)
    case .yearEnd: return yearEnd(in: ledger) ?? anything(in: ledger)
    case .imports: return below(3) == 0 ? undoing(in: ledger) : bring()
    }
  }

  private mutating func anything(in ledger: NaiveLedger) -> Step {
    switch below(130) {
    case 126...: return ofKey(in: ledger)
    case 124..<126: return outside(in: ledger)
    case 120..<124: return adopt()
    case 0..<6:
      let (fund, line) = Scene.voted[below(Scene.voted.count)]
      return .budget(fund: fund, line: line, pence: pence(), version: 1 + below(4), anyDay())
    case 6..<10:
      return ofGrant(in: ledger)
    case 10..<18: return .decide(line: line(), from: month().first, pence: pence())
    case 18..<22: return .commit(line: Scene.budgets[below(3)], pence: signed(), anyDay())
    case 22..<25:
      return .release(
        line: below(2) == 0 ? line() : nil, budget: Scene.budgets[below(3)], pence: pence(),
        anyDay())
    case 25..<30: return .invoice(line: line(), pence: signed(), anyDay())
    case 30..<34: return .payInvoice(line: line(), pence: pence(), anyDay())
    case 34..<44:
      return .pay(
        line: below(2) == 0 ? line() : nil, budget: Scene.budgets[below(3)],
        pence: below(5) == 0 ? -pence() : pence(), names: below(2) == 0, anyDay())
    case 44..<52: return .advance(line: line(), pence: signed(), anyDay())
    case 52..<60:
      return .evidence(line: line(), pence: below(8) == 0 ? -pence() : pence(), anyDay())
    case 60..<63: return .giveBack(line: line(), pence: pence(), anyDay())
    case 63..<66: return partner()
    case 66..<69: return .suspend(pence: pence(), anyDay())
    case 69..<72: return .place(post: post(in: ledger), budget: Scene.budgets[below(3)], anyDay())
    case 72..<80: return .reverse(post: post(in: ledger))
    case 80..<86: return bring()
    case 86..<89: return undoing(in: ledger)
    case 89..<93: return .prepare(month())
    case 93..<96: return below(3) == 0 ? .sign(month()) : .close(month())
    case 96..<98: return .reopen(month())
    case 98..<101: return .wait(days: below(12) - 2)
    case 101..<104: return adopt()
    case 104..<110: return .papers((0...below(2)).map { _ in paper(in: ledger) })
    case 110..<112: return .record(request: request(), Step.Choice.allCases[below(3)])
    case 112..<114: return .approve(request: request())
    case 114..<116: return .closeYear(below(4) == 0 ? Scene.year.next : Scene.year)
    case 116..<118: return .openYear(below(4) == 0 ? Scene.year : Scene.year.next)
    default: return .wait(days: 20 + below(120))
    }
  }

  // MARK: What takes many steps

  /// The next step of a request: what it is to, what is asked, what is found out, what is decided.
  private mutating func decision(in ledger: NaiveLedger) -> Step {
    if ledger.contracts.isEmpty { return .papers([.contract(from: Scene.first, pence: sum())]) }
    let approved = Set(ledger.approvals.map(\.request))
    let number = Scene.requests.first { !approved.contains($0) } ?? request()
    guard ledger.request(number) != nil else { return .papers([.request(request(number))]) }
    let isFound = ledger.standingPapers.contains { paper in
      if case .finding(let finding) = paper { finding.request == number } else { false }
    }
    if !isFound {
      return .papers(Step.Shown.allCases.map { .finding(finding(number, $0, in: ledger)) })
    }
    if ledger.decisions[number] == nil || below(5) == 0 {
      let usual: Step.Choice = number == 1 && below(2) == 0 ? .stated : .asFound
      return .record(request: number, below(4) > 0 ? usual : Step.Choice.allCases[below(3)])
    }
    return .approve(request: number)
  }

  /// Something that changes what a request was, or will be, decided on.
  private mutating func unsettling(in ledger: NaiveLedger) -> Step {
    switch below(4) {
    case 0: undoing(in: ledger)
    case 1: .papers([paper(in: ledger)])
    case 2: adopt()
    default: .papers([.finding(finding(request(), .quote, in: ledger))])
    }
  }

  /// Mostly takes back what has not been taken back.
  private mutating func undoing(in ledger: NaiveLedger) -> Step {
    let standing = ledger.batches.indices.filter { !ledger.batches[$0].isUndone }
    if standing.isEmpty || below(6) == 0 { return .undo(batch: below(ledger.batches.count + 1)) }
    return .undo(batch: standing[below(standing.count)])
  }

  /// Money of a line that there is, most often no more than there is of it.
  private mutating func ofLine(in ledger: NaiveLedger) -> Step {
    let lines = ledger.versions.keys.sorted()
    guard lines.count > below(3) else {
      return .decide(line: line(), from: month().first, pence: pence())
    }
    let line = lines[below(lines.count)]
    let committed = ledger.balance(NaiveLedger.budget("committed", plan: line))
    let owed = -ledger.balance(NaiveLedger.actual("creditors", plan: line))
    switch below(Scene.isAdvanced(line) ? 7 : 4) {
    case 0: return .invoice(line: line, pence: pence(), anyDay())
    case 1:
      if owed <= 0 { return .invoice(line: line, pence: pence(), anyDay()) }
      return .payInvoice(line: line, pence: upTo(owed), anyDay())
    case 2: return .pay(line: line, budget: "", pence: signed(), names: true, anyDay())
    case 3: return .release(line: line, budget: "", pence: upTo(committed / 4), anyDay())
    case 4: return .advance(line: line, pence: pence(), anyDay())
    case 5: return .evidence(line: line, pence: pence(), anyDay())
    default:
      if ledger.out(line) <= 0 { return .advance(line: line, pence: pence(), anyDay()) }
      return .giveBack(line: line, pence: upTo(ledger.out(line)), anyDay())
    }
  }

  // MARK: Parts of steps

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &chance) }
  mutating func pence() -> Int { 1 + below(100_000) }

  private mutating func upTo(_ most: Int) -> Int { most > 0 ? 1 + below(most) : pence() }

  private mutating func signed() -> Int { below(12) == 0 ? -pence() : pence() }

  mutating func line() -> Int { Int.random(in: Scene.lines, using: &chance) }

  private mutating func month() -> Month { Month(of: anyDay()) }

  private mutating func post(in ledger: NaiveLedger) -> Int { below(ledger.posts.count + 2) }

  private mutating func request() -> Int { Int.random(in: Scene.requests, using: &chance) }

  private mutating func partner() -> Step {
    switch below(3) {
    case 0: .agree(pence: pence(), anyDay())
    case 1: .fallDue(pence: pence(), anyDay())
    default: .receive(pence: pence(), anyDay())
    }
  }

  private mutating func bring() -> Step {
    let rows = (0...below(5)).map { _ in row() }
    return .bring(rows: rows, areReal: rows.map { _ in below(2) == 0 })
  }

  /// Few enough payees, sums and days for rows to be met again.
  private mutating func row() -> Step.Row {
    Step.Row(
      payee: below(2), pence: [1000, 2500, 99_999][below(3)], line: ["", "1.2.3"][below(2)],
      day: Day(number: Scene.first.number + Int32(below(3)) * 40 + [0, 2, 9][below(3)]))
  }

  private mutating func adopt() -> Step {
    let setting: Step.Setting =
      switch below(5) {
      case 0: .twinDays([0, 3, 7, 14][below(4)])
      case 1, 2: .countedWhenPaid(below(3) == 0)
      case 3: .tolerance(percent: [0, 10, 25][below(3)], pence: [0, 250_00, 2000_00][below(3)])
      default: .evidenceMonths([1, 6, 12][below(3)])
      }
    return .adopt(setting, from: below(2) == 0 ? Scene.first : month().first)
  }

  private mutating func sum() -> Int { (60 + below(5) * 20) * 100 * Scene.units }

  /// A version of a plan line or of a budget.
  private mutating func version() -> Step.Paper {
    if below(3) > 0 { return .line(1 + below(4), from: month().first, pence: pence()) }
    let (fund, line) = Scene.voted[below(Scene.voted.count)]
    return .budget(fund: fund, line: line, pence: pence(), version: 1 + below(4), day())
  }

  private mutating func paper(in ledger: NaiveLedger) -> Step.Paper {
    switch below(6) {
    case 4, 5: return version()
    case 0:
      return .contract(from: below(2) == 0 ? Scene.first : month().first, pence: sum())
    case 1: return .request(request(request()))
    default:
      let kind = Step.Shown.allCases[below(Step.Shown.allCases.count)]
      return .finding(finding(kind == .quote && below(3) == 0 ? nil : request(), kind, in: ledger))
    }
  }

  private mutating func request(_ number: Int) -> Step.Request {
    Step.Request(
      number: number, line: below(10) == 0 ? 6 : below(3) == 0 ? 5 : 4, paidAs: 1 + below(3),
      units: [6, 12, 24][below(3)], isCash: below(4) > 0, overheads: below(3) * 10_000,
      startsAfter: below(60))
  }

  private mutating func finding(
    _ request: Int?, _ kind: Step.Shown, in ledger: NaiveLedger
  ) -> Step.Finding {
    Step.Finding(
      request: request, shows: kind,
      answer: kind == .quote ? 4500 + below(4000) : below(12) == 0 ? 0 : 1,
      day: ledger.today.advanced(by: -below(below(4) == 0 ? 200 : 10)))
  }
}
