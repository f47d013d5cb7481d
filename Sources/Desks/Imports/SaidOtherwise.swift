import Bookkeeping
import Funding
import Importing
import Storage

/// What the ledger was told otherwise than by files of a kind: by hand, and in files of events, which say
/// what a person would; for events, in files of every other kind.
final class SaidOtherwise {
  private let ledger: any LedgerReading
  /// The imports of files of this kind, which are passed over, and the numbers of all others.
  private let passed: [Numbered<FileImported>]
  private let others: Set<Int>
  private var told: Told?

  init(_ ledger: any LedgerReading, than kind: ImportKind) async throws {
    self.ledger = ledger
    let files = try await ledger.all(FileImported.self)
    func isOther(_ file: Numbered<FileImported>) -> Bool {
      (file.value.fileKind == ImportKind.events.rawValue) != (kind == .events)
    }
    passed = files.filter { !isOther($0) }.sorted { $0.value.first < $1.value.first }
    others = Set(files.filter(isOther).map(\.value.reference.number))
  }

  /// Whether what came from there was told otherwise.
  func includes(_ origin: Origin) -> Bool {
    switch origin {
    case .command: true
    case .row(let row): others.contains(row.batch)
    case .rule: false
    }
  }

  /// The record of what is the same as a payment for a line of the budget, within some days; each is one
  /// row's.
  ///
  /// All of them are read once: a file has very many rows, and these are few.
  func payment(
    _ amount: Money, of fund: Fund, _ use: Use, on day: Day, within window: Int, isTaken: Bool
  ) async throws -> Int? {
    let key = Listed(amount, of: fund, use)
    let near = try await payments(key).filter { abs($0.day.distance(to: day)) <= window }
      .min { abs($0.day.distance(to: day)) < abs($1.day.distance(to: day)) }
    if isTaken { told?.payments[key]?.removeAll { $0 == near } }
    return near?.record
  }

  /// The record of an invoice of that amount, received by that day, for which nothing was paid.
  func invoice(
    _ amount: Money, of fund: Fund, _ use: Use, by day: Day, isTaken: Bool
  ) async throws -> Int? {
    let key = Listed(amount, of: fund, use)
    _ = try await payments(key)
    let found = told?.invoices[key]?.first { $0.day <= day }
    if isTaken { told?.invoices[key]?.removeAll { $0 == found } }
    return found?.record
  }

  private func payments(_ key: Listed) async throws -> [Told.Place] {
    if told == nil { told = try await read() }
    return told?.payments[key] ?? []
  }

  /// A payment as a list has it, but for its day.
  fileprivate struct Listed: Hashable {
    let budget: Passing.Budget
    let amount: Money

    init(_ amount: Money, of fund: Fund, _ use: Use) {
      budget = Passing.Budget(fund: fund, use: use.budgetLine)
      self.amount = amount
    }
  }

  /// By what was paid: the days and the records.
  fileprivate struct Told {
    var payments: [Listed: [Place]] = [:]
    /// Those that nothing was paid for.
    var invoices: [Listed: [Place]] = [:]

    struct Place: Equatable {
      let day: Day
      let record: Int
    }
  }

  private func read() async throws -> Told {
    let page = 1_000
    var found = Told()
    var next = 1
    var gaps: [Range<Int>] = []
    for file in passed {
      if next < file.value.first { gaps.append(next..<file.value.first) }
      next = max(next, file.number + 1)
    }
    gaps.append(next..<max(next, try await ledger.head().number + 1))
    for gap in gaps {
      for first in stride(from: gap.lowerBound, to: gap.upperBound, by: page) {
        let numbers = first...(min(first + page, gap.upperBound) - 1)
        let records = try await ledger.records(numbers).map { ($0.number, $0.content) }
        for saying in Saying.all(in: records) where includes(saying.origin) {
          if try await !ledger.isReversed(saying.number) { found.add(saying) }
        }
      }
    }
    return found
  }
}

extension SaidOtherwise.Told {
  fileprivate mutating func add(_ saying: Saying) {
    let passing = saying.passing
    guard let budget = passing.budget else { return }
    let place = Place(day: passing.day, record: saying.number)
    switch passing.event {
    case .paymentMade:
      let key = SaidOtherwise.Listed(-passing.amount, of: budget.fund, budget.use)
      payments[key, default: []].append(place)
      // It may settle an invoice that was told before.
      if invoices[key]?.isEmpty == false { invoices[key]?.removeFirst() }
    case .invoiceReceived:
      let key = SaidOtherwise.Listed(passing.amount, of: budget.fund, budget.use)
      invoices[key, default: []].append(place)
    default: break
    }
  }
}
