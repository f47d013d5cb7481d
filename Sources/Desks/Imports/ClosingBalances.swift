import Bookkeeping
import Funding
import Importing
import Storage

/// The balances that a family's bank printed at the end of each month, by all rows of a file, known ones too.
struct ClosingBalances {
  /// By month, what is printed beside the first and the last row of its latest day.
  private var latest: [Month: (day: Day, first: Money, last: Money)] = [:]
  private var child: ChildReference?
  private var running = RunningBalance()

  mutating func count(_ line: StatementLine, _ reading: Reading) {
    child = line.child
    running.take(reading.amount, leaving: line.balance, on: reading.day, at: reading.place)
    guard let balance = line.balance else { return }
    let month = Month(of: reading.day)
    switch latest[month] {
    case let held? where held.day > reading.day: break
    case let held? where held.day == reading.day:
      latest[month] = (held.day, held.first, balance)
    default: latest[month] = (reading.day, balance, balance)
    }
  }

  /// What is to be noted of them.
  ///
  /// A file that corrects another may have lost the last row of a month: then its balance is that of the day that
  /// the other one closed with.
  func facts(
    of batch: ImportReference, corrects isCorrection: Bool, in books: some LedgerReading
  ) async throws -> [Fact] {
    guard let child, !latest.isEmpty else { return [] }
    var days: [Month: Day] = [:]
    if isCorrection {
      for held in try await books.all(BankBalance.self).map(\.value) where held.child == child {
        let month = Month(of: held.day)
        days[month] = max(days[month] ?? held.day, held.day)
      }
    }
    return latest.sorted { $0.key < $1.key }.map { month, found in
      // Of the rows of one day, the last to happen is the first in a file that runs backwards.
      let balance = running.isNewestFirst ? found.first : found.last
      return Fact(
        .bankBalance, of: child.code, on: max(found.day, days[month] ?? found.day),
        Source(
          .rule(name: "bank-balance", record: nil),
          details: [Detail("balance", balance), Detail(.readFrom, batch)]))
    }
  }
}
