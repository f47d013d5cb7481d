import Bookkeeping
import Desks
import Disaggregation
import Funding
public import Storage

/// A run of steps tried on a store and on the naive ledger side by side.
public struct History {
  private let store: any LedgerStore
  private let register: any Register
  private let folder: String?
  private let isRemembering: Bool
  private var ledger: OpenLedger?
  public private(set) var naive = NaiveLedger()
  private var recollection = Recollection()
  /// By post of the naive ledger: the number of the record.
  private var numbers: [Int] = []
  private var batches: [ImportReference] = []
  public private(set) var tally = Tally()

  /// Where the two came apart, and at which step.
  public struct Difference: Error, CustomStringConvertible {
    public let step: Step
    public let words: String

    public var description: String { "\(words), at \(step)" }
  }

  /// A history of a store that nothing has been written to.
  ///
  /// `folder` is where payments are written as files, to be previewed and committed; none where they are
  /// read from no file. `isRemembering` is whether earlier points are read again after each step.
  public init(
    _ store: any LedgerStore, _ register: any Register = MemoryRegister(),
    folder: String? = nil, isRemembering: Bool = false
  ) {
    self.store = store
    self.register = register
    self.folder = folder
    self.isRemembering = isRemembering
  }

  /// Takes so many steps, and compares after each.
  public mutating func run<Chance>(_ count: Int, _ maker: inout StepMaker<Chance>) async throws {
    let ledger = try await opened(&maker)
    for _ in 0..<count {
      let step = maker.step(in: naive)
      try await take(step, by: maker.person(for: step, in: naive), lookingAt: maker.day(), ledger)
      guard isRemembering else { continue }
      do {
        try await recollection.remember(ledger, naive, &maker)
        for _ in 0..<(step.reachesBack ? 4 : 1) {
          try await recollection.read(again: ledger, &maker, &tally)
        }
      } catch let lapse as Recollection.Lapse {
        throw Difference(step: step, words: lapse.description)
      }
    }
    if isRemembering { try await recollection.readAll(again: ledger) }
    tally.count(naive.happenings)
    let verdict = try await store.verify { _ in }
    guard case .sound = verdict else { throw Unsound(verdict: verdict) }
  }

  /// Takes these steps, and compares after each.
  public mutating func run<Chance>(
    _ steps: [Step], _ maker: inout StepMaker<Chance>
  ) async throws {
    let ledger = try await opened(&maker)
    for step in steps { try await take(step, by: 1, lookingAt: naive.today, ledger) }
  }

  /// A store that no longer verifies.
  public struct Unsound: Error {
    public let verdict: Verdict
  }

  private mutating func opened<Chance>(_ maker: inout StepMaker<Chance>) async throws -> OpenLedger
  {
    if let ledger { return ledger }
    naive = NaiveLedger(on: maker.start())
    let opened = try await Opening.open(store, register, on: naive.today, folder: folder)
    ledger = opened
    return opened
  }

  private mutating func take(
    _ step: Step, by person: Int, lookingAt day: Day, _ ledger: OpenLedger
  ) async throws {
    let head = try await store.reading { $0.head }
    let day0 = naive.today
    var after = naive
    let isAllowed = after.take(step, by: person)
    var written: [Int] = []
    var isDone = true
    do {
      let today = step.isBackwards ? step.moved(day0) : day0
      written = try await write(step, by: Officer("person-\(person)", on: today), ledger)
    } catch {
      guard isRefusal(error) else { throw error }
      isDone = false
    }
    guard isDone == isAllowed else {
      throw Difference(step: step, words: isDone ? "done, and not allowed" : "refused, and allowed")
    }
    tally.count(step, isDone: isDone)
    if isDone {
      naive = after
      numbers += written
    } else {
      guard try await store.reading({ $0.head }) == head else {
        throw Difference(step: step, words: "refused, and something was written")
      }
    }
    guard numbers.count == naive.posts.count else {
      throw Difference(
        step: step, words: "\(numbers.count) entries, and \(naive.posts.count) expected")
    }
    for through in [Scene.end, Scene.last, day] { try await compare(step, through: through) }
  }

  // MARK: Comparing

  private func compare(_ step: Step, through day: Day) async throws {
    let found = try await store.reading { try await $0.balances(through: day) }
    let expected = naive.balances(through: day)
    let texts = found.byAccount
    if texts != expected {
      let accounts = Set(texts.keys).union(expected.keys).sorted()
      let wrong = accounts.first { texts[$0] != expected[$0] } ?? ""
      throw Difference(
        step: step,
        words: "\(wrong) is \(texts[wrong] ?? 0) and should be \(expected[wrong] ?? 0)")
    }
    try laws(found, step)
  }

  /// Each layer and fund sums to nothing; what is spent is expenditure; what is advanced is the asset.
  private func laws(_ balances: [Coding: Money], _ step: Step) throws {
    var books: [Coding.Book: Money] = [:]
    var spending: [String: Money] = [:]
    var advances: [String: Money] = [:]
    for (coding, money) in balances {
      books[coding.book, default: .zero] += money
      let place = "\(coding.fund) \(coding.use.line?.rawValue ?? "") \(coding.child?.code ?? "")"
      switch coding.heading {
      case .expenditure: spending[place, default: .zero] += money
      case .spent: spending[place, default: .zero] -= money
      case .directPaymentsAdvanced, .paidIntoPool: advances[place, default: .zero] += money
      case .advanced: advances[place, default: .zero] -= money
      default: break
      }
    }
    guard books.values.allSatisfy({ $0 == .zero }) else {
      throw Difference(step: step, words: "a layer of a fund does not sum to nothing")
    }
    guard spending.values.allSatisfy({ $0 == .zero }) else {
      throw Difference(step: step, words: "spent is not expenditure")
    }
    guard advances.values.allSatisfy({ $0 == .zero }) else {
      throw Difference(step: step, words: "advanced is not the asset")
    }
  }

  // MARK: Doing

  /// Does a step in the store.
  ///
  /// - Returns: the numbers of the entries that it made.
  private mutating func write(
    _ step: Step, by officer: Officer, _ ledger: OpenLedger
  ) async throws -> [Int] {
    let desk = Desk(
      ledger: ledger, officer: officer, numbers: numbers, batches: batches, folder: folder)
    let before = try await store.reading { $0.head.number }
    let batch = try await desk.take(step)
    if let batch { batches.append(batch) }
    return try await store.reading { books in
      guard books.head.number > before else { return [] }
      return try await books.records(before + 1...books.head.number)
        .filter { $0.content.entry != nil }.map(\.number)
    }
  }
}

/// Whether an error is one of the ways in which a step may be refused.
private func isRefusal(_ error: any Error) -> Bool {
  switch error {
  case PostingFailure.refused, is PeriodRefusal, is KeyRefusal, is Desk.NothingToDo,
    is Decision.Refusal, is CaseFailure:
    true
  case PostingFailure.storage(.recordedBefore), StorageFailure.recordedBefore: true
  case let failure as DeskFailure: failure.kind == .refused || failure.kind == .notFound
  default: false
  }
}

extension Step {
  /// Whether it changes what counts of what is there already.
  fileprivate var reachesBack: Bool {
    switch self {
    case .undo, .adopt, .approve, .closeYear: true
    default: false
    }
  }

  /// Whether somebody sets the clock back.
  fileprivate var isBackwards: Bool {
    if case .wait(let days) = self { days < 0 } else { false }
  }

  fileprivate func moved(_ day: Day) -> Day {
    if case .wait(let days) = self { Day(number: day.number + Int32(days)) } else { day }
  }
}

extension [Coding: Money] {
  /// The sums under the names that the naive ledger has for accounts, which say nothing of payees.
  var byAccount: [String: Int] {
    reduce(into: [String: Int]()) { sums, sum in
      let (fund, heading, use) = (sum.key.fund, sum.key.heading, sum.key.use)
      let nameless = Use(
        line: use.line, setting: use.setting, agency: use.agency, element: use.element,
        planLine: use.planLine, contract: use.contract)
      let coding = Coding(fund, heading, nameless, partner: sum.key.partner)
      sums[coding.text, default: 0] += Int(sum.value.pence)
    }.filter { $0.value != 0 }
  }
}
