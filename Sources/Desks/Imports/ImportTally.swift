package import Bookkeeping
package import Storage

/// How many rows came to what, and their pence.
package struct ImportTally {
  private(set) var rows: [RowVerdict: Int] = [:]
  private(set) var amounts: [RowVerdict: Money] = [:]
  /// Rows whose amount could not be read, and so is in no sum.
  private(set) var unreadable = 0

  package mutating func count(_ verdict: RowVerdict, _ amount: Money?) {
    rows[verdict, default: 0] += 1
    if let amount {
      amounts[verdict, default: .zero] += amount
    } else {
      unreadable += 1
    }
  }

  /// A row that was counted as one thing turns out to be another.
  package mutating func move(_ amount: Money, from old: RowVerdict, to new: RowVerdict) {
    guard old != new else { return }
    rows[old, default: 0] -= 1
    amounts[old, default: .zero] -= amount
    rows[new, default: 0] += 1
    amounts[new, default: .zero] += amount
  }

  package init() {}

  /// A tally as the register kept it.
  init(_ kept: [ImportRecord.Tally]) {
    for tally in kept {
      guard let verdict = RowVerdict(name: tally.verdict) else { continue }
      rows[verdict] = tally.rows
      amounts[verdict] = tally.amount
    }
  }

  /// How many rows were known or may be twins, which no looking up changes.
  var recognised: [Int] { [rows(.known), rows(.twins), rows(.outside), rows(.nothing)] }

  package func rows(_ verdict: RowVerdict) -> Int { rows[verdict] ?? 0 }

  package func amount(_ verdict: RowVerdict) -> Money { amounts[verdict] ?? .zero }

  package var allRows: Int { rows.values.reduce(0, +) }

  /// The tallies as the register keeps them.
  package var kept: [ImportRecord.Tally] {
    RowVerdict.allCases.filter { rows($0) > 0 }.map {
      ImportRecord.Tally($0.name, rows: rows($0), amount: amount($0))
    }
  }
}
