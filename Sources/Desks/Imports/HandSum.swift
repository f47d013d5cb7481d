import Bookkeeping
import Funding
import Storage

/// What came to an account on a day by a person's word.
struct HandSum: Hashable {
  let day: Day
  let account: Account
  let amount: Money
}

extension LedgerReading {
  /// What was paid by a person's word and was not taken back, and the record that says so.
  ///
  /// What imports recorded stands in one piece each, and is passed over.
  func recordedByHand() async throws -> [HandSum: Int] {
    let page = 1_000
    var found: [HandSum: Int] = [:]
    var next = 1
    var gaps: [Range<Int>] = []
    for file in try await all(FileImported.self).sorted(by: { $0.value.first < $1.value.first }) {
      if next < file.value.first { gaps.append(next..<file.value.first) }
      next = max(next, file.number + 1)
    }
    gaps.append(next..<max(next, try await head().number + 1))
    for gap in gaps {
      for first in stride(from: gap.lowerBound, to: gap.upperBound, by: page) {
        let numbers = first...(min(first + page, gap.upperBound) - 1)
        for record in try await records(numbers) { try await add(record, to: &found) }
      }
    }
    return found
  }

  private func add(_ record: JournalRecord, to found: inout [HandSum: Int]) async throws {
    guard case .posted(_, let entry) = record.content, entry.correction?.isReversal != true,
      entry.parts.allSatisfy(\.isByHand)
    else { return }
    let sums = entry.movements.flatMap { [($0.debit, $0.amount), ($0.credit, -$0.amount)] }
      .filter { $0.0.heading == .expenditure }
    guard !sums.isEmpty, try await records(mentioning: .corrects(record.number)).isEmpty else {
      return
    }
    for (coding, amount) in sums {
      found[HandSum(day: entry.belongsTo, account: Account(coding), amount: amount)] = record.number
    }
  }
}

extension Part<Coding> {
  fileprivate var isByHand: Bool {
    if case .command = source.origin { true } else { false }
  }
}
