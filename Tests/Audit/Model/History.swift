import Bookkeeping
import Funding
public import Storage

/// A run of steps tried on a store and on the naive ledger side by side.
public struct History {
  private let store: any LedgerStore
  private var naive = NaiveLedger()
  /// By post of the naive ledger: the number of the record.
  private var numbers: [Int] = []
  private var batches: [ImportReference] = []
  public private(set) var accepted = 0
  public private(set) var refused = 0

  /// Where the two came apart, and at which step.
  public struct Difference: Error, CustomStringConvertible {
    public let step: Step
    public let words: String

    public var description: String { "\(words), at \(step)" }
  }

  public init(_ store: any LedgerStore) {
    self.store = store
  }

  /// Takes so many steps, and compares after each.
  public mutating func run<Chance>(_ count: Int, _ maker: inout StepMaker<Chance>) async throws {
    for _ in 0..<count {
      let step = maker.step(in: naive)
      try await take(step, by: maker.person(), lookingAt: maker.day())
    }
  }

  private mutating func take(_ step: Step, by person: Int, lookingAt day: Day) async throws {
    let head = try await store.reading { $0.head }
    let day0 = naive.today
    var after = naive
    let isAllowed = after.take(step, by: person)
    var written: [Int] = []
    var isDone = true
    do {
      written = try await write(step, by: person, on: step.isBackwards ? step.moved(day0) : day0)
    } catch {
      guard isRefusal(error) else { throw error }
      isDone = false
    }
    guard isDone == isAllowed else {
      throw Difference(step: step, words: isDone ? "done, and not allowed" : "refused, and allowed")
    }
    if isDone {
      naive = after
      numbers += written
      accepted += 1
    } else {
      refused += 1
      guard try await store.reading({ $0.head }) == head else {
        throw Difference(step: step, words: "refused, and something was written")
      }
    }
    guard numbers.count == naive.posts.count else {
      throw Difference(
        step: step, words: "\(numbers.count) entries, and \(naive.posts.count) expected")
    }
    for through in [Scene.last, day] { try await compare(step, through: through) }
  }

  // MARK: Comparing

  private func compare(_ step: Step, through day: Day) async throws {
    let found = try await store.reading { try await $0.balances(through: day) }
    let expected = naive.balances(through: day)
    let texts = Dictionary(uniqueKeysWithValues: found.map { ($0.key.text, Int($0.value.pence)) })
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
  private mutating func write(_ step: Step, by person: Int, on today: Day) async throws -> [Int] {
    let desk = Desk(numbers: numbers, batches: batches)
    let result = try await store.keepingBooks(
      on: today, by: Actor("person-\(person)"), isRehearsal: false
    ) { bookkeeper in
      let before = try await bookkeeper.head()
      let batch = try await desk.take(step, bookkeeper)
      let entries = try await bookkeeper.records(after: before)
        .filter { $0.content.entry != nil }
      return (batch, entries.map(\.number))
    }
    if let batch = result.0 { batches.append(batch) }
    return result.1
  }
}

/// Whether an error is one of the ways in which a step may be refused.
private func isRefusal(_ error: any Error) -> Bool {
  switch error {
  case PostingFailure.refused, is PeriodRefusal, is Desk.NothingToDo: true
  case PostingFailure.storage(.recordedBefore), StorageFailure.recordedBefore: true
  default: false
  }
}

extension Step {
  /// Whether somebody sets the clock back.
  fileprivate var isBackwards: Bool {
    if case .wait(let days) = self { days < 0 } else { false }
  }

  fileprivate func moved(_ day: Day) -> Day {
    if case .wait(let days) = self { Day(number: day.number + Int32(days)) } else { day }
  }
}
