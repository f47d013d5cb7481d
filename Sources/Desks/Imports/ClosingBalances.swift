import Bookkeeping
import Funding
import Importing

/// The balances that a family's bank printed at the end of each month.
struct ClosingBalances {
  private var latest: [Month: (reading: Reading, line: StatementLine)] = [:]
  private var firstDay: Day?
  private var isNewestFirst = false

  mutating func count(_ line: StatementLine, _ reading: Reading) {
    if let firstDay, reading.day < firstDay { isNewestFirst = true }
    firstDay = firstDay ?? reading.day
    guard line.balance != nil else { return }
    let month = Month(of: reading.day)
    if let held = latest[month]?.reading {
      // Of the rows of one day, the last to happen is the first in a file that runs backwards.
      guard reading.day > held.day || (reading.day == held.day && !isNewestFirst) else { return }
    }
    latest[month] = (reading, line)
  }

  func facts(of batch: ImportReference) -> [Fact] {
    latest.sorted { $0.key < $1.key }.compactMap { _, found in
      guard let balance = found.line.balance else { return nil }
      let origin = Origin.rule(name: "bank-balance", record: nil)
      return Fact(
        .bankBalance, of: found.line.child.code, on: found.reading.day,
        Source(
          origin, details: [Detail("balance", balance), Detail(.readFrom, batch)]))
    }
  }
}
