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
  private var payments: [Passing: Int]?

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

  /// The record of a payment for a line of the budget that was told otherwise and was not taken back.
  ///
  /// All of them are read once: a file has very many rows, and these are few.
  func payment(_ amount: Money, of fund: Fund, _ use: Use, on day: Day) async throws -> Int? {
    if payments == nil { payments = try await read() }
    guard let payments, !payments.isEmpty else { return nil }
    return payments[.payment(amount, of: fund, use, on: day)]
  }

  private func read() async throws -> [Passing: Int] {
    let page = 1_000
    var found: [Passing: Int] = [:]
    var next = 1
    var gaps: [Range<Int>] = []
    for file in try await ledger.all(FileImported.self).sorted(by: {
      $0.value.first < $1.value.first
    })
    where !isOther(file.value) {
      if next < file.value.first { gaps.append(next..<file.value.first) }
      next = max(next, file.number + 1)
    }
    gaps.append(next..<max(next, try await ledger.head().number + 1))
    for gap in gaps {
      for first in stride(from: gap.lowerBound, to: gap.upperBound, by: page) {
        let numbers = first...(min(first + page, gap.upperBound) - 1)
        let records = try await ledger.records(numbers).map { ($0.number, $0.content) }
        for saying in Saying.all(in: records) where includes(saying.origin) {
          guard let paid = saying.passing.asPayment else { continue }
          let later = try await ledger.records(mentioning: .corrects(saying.number))
          if later.contains(where: { $0.content.entry?.correction?.isReversal == true }) {
            continue
          }
          found[paid] = saying.number
        }
      }
    }
    return found
  }
}

extension Passing {
  /// The payment that a list may hold of it: of an invoice too, which is spent when it comes.
  fileprivate var asPayment: Passing? {
    switch event {
    case .paymentMade: unplaced
    case .invoiceReceived: budget.map { .payment(amount, of: $0.fund, $0.use, on: day) }
    default: nil
    }
  }
}
