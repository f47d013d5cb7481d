import Bookkeeping
import Funding
import Importing
import Storage

/// What the ledger was told otherwise than by files of a kind: by hand, and in files of events, which say
/// what a person would; for events, in files of every other kind.
final class SaidOtherwise {
  private let ledger: any LedgerReading
  private let kind: ImportKind
  private let files: [FileImported]
  private var told: Told?

  init(_ ledger: any LedgerReading, than kind: ImportKind) async throws {
    self.ledger = ledger
    self.kind = kind
    files = try await ledger.all(FileImported.self).map(\.value)
  }

  /// Whether what came from there was told otherwise.
  func includes(_ origin: Origin) -> Bool {
    switch origin {
    case .command: true
    case .row(let row): files.contains { $0.reference.number == row.batch && isOther($0) }
    case .rule: false
    }
  }

  private func isOther(_ file: FileImported) -> Bool {
    (file.fileKind == ImportKind.events.rawValue) != (kind == .events)
  }

  /// The record of what is the same as a payment for a line of the budget, within some days; each is one
  /// row's.
  ///
  /// All of them are read once: a file has very many rows, and these are few.
  func payment(
    _ amount: Money, of fund: Fund, _ use: Use, on day: Day, within window: Int, isTaken: Bool
  ) async throws -> Int? {
    let key = Passing.payment(amount, of: fund, use, on: .anyDay)
    let near = try await payments(key).filter { abs($0.day.distance(to: day)) <= window }
      .min { abs($0.day.distance(to: day)) < abs($1.day.distance(to: day)) }
    if isTaken { told?.payments[key]?.removeAll { $0 == near } }
    return near?.record
  }

  /// The record of an invoice of that amount, received by that day, for which nothing was paid.
  func invoice(
    _ amount: Money, of fund: Fund, _ use: Use, by day: Day, isTaken: Bool
  ) async throws -> Int? {
    let key = Passing.payment(amount, of: fund, use, on: .anyDay)
    _ = try await payments(key)
    let found = told?.invoices[key]?.first { $0.day <= day }
    if isTaken { told?.invoices[key]?.removeAll { $0 == found } }
    return found?.record
  }

  private func payments(_ key: Passing) async throws -> [Told.Place] {
    if told == nil { told = try await read() }
    return told?.payments[key] ?? []
  }

  /// By what was paid, without its day: the days and the records.
  fileprivate struct Told {
    var payments: [Passing: [Place]] = [:]
    /// Those that nothing was paid for.
    var invoices: [Passing: [Place]] = [:]

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
    let all = try await ledger.all(FileImported.self)
    for file in all.sorted(by: { $0.value.first < $1.value.first }) where !isOther(file.value) {
      if next < file.value.first { gaps.append(next..<file.value.first) }
      next = max(next, file.number + 1)
    }
    gaps.append(next..<max(next, try await ledger.head().number + 1))
    for gap in gaps {
      for first in stride(from: gap.lowerBound, to: gap.upperBound, by: page) {
        let numbers = first...(min(first + page, gap.upperBound) - 1)
        let records = try await ledger.records(numbers).map { ($0.number, $0.content) }
        for saying in Saying.all(in: records) where includes(saying.origin) {
          let later = try await ledger.records(mentioning: .corrects(saying.number))
          if later.contains(where: { $0.content.entry?.correction?.isReversal == true }) {
            continue
          }
          found.add(saying)
        }
      }
    }
    return found
  }
}

extension SaidOtherwise.Told {
  fileprivate mutating func add(_ saying: Saying) {
    let place = Place(day: saying.passing.day, record: saying.number)
    let key = saying.passing.listed(on: .anyDay)
    switch saying.passing.event {
    case .paymentMade:
      payments[key, default: []].append(place)
      // It may settle an invoice that was told before.
      if invoices[key]?.isEmpty == false { invoices[key]?.removeFirst() }
    case .invoiceReceived:
      guard let budget = saying.passing.budget else { return }
      let paid = Passing.payment(
        saying.passing.amount, of: budget.fund, budget.use, on: .anyDay)
      invoices[paid, default: []].append(place)
    default: break
    }
  }
}

extension Day {
  /// Stands for the day of what is looked for on any.
  fileprivate static let anyDay = Day(number: 0)
}
