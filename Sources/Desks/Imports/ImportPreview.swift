package import Bookkeeping
import Funding
package import Importing
package import Storage

/// What a preview found out about a file.
package struct ImportPreview {
  package let ready: ImportRequest.Ready
  /// The last record of the ledger that it was held against.
  package var head = 0
  package var tally = ImportTally()
  /// What is to be done with each row.
  package var fates = RowFates()
  /// The rows that a person may want to look at.
  package var rows: [ImportRow] = []
  package var diagnostics: [Diagnostic] = []
  package var summary = SheetSummary()
  /// The closed months that rows are of, and the first open day after each, on which those count.
  package var closed: [Month: Day] = [:]
  /// Why nothing of the file can be used, if nothing can.
  package var unusable: Diagnostic?

  package init(_ ready: ImportRequest.Ready) { self.ready = ready }

  /// Whether a total that the file states is not what its rows add to, or the file was cut short.
  package var missesControl: Bool {
    unusable != nil || summary.controls.contains { !$0.agrees } || !summary.faults.isEmpty
  }

  /// Whether there is nothing in the file but headings.
  package var isWithoutRows: Bool { unusable == nil && tally.allRows == 0 }

  /// Whether a person should look before anything is committed.
  package var needsLooking: Bool {
    missesControl || isWithoutRows || [.twins, .held, .refused].contains { tally.rows($0) > 0 }
  }

  /// A row that is to be posted, so far as the file can say.
  package mutating func count(_ reading: Reading) {
    tally.count(.new, reading.amount)
    fates[reading.place.row] = .post
  }

  /// A row that was to be posted comes to something else.
  package mutating func move(_ amount: Money, row: Int, to verdict: RowVerdict) {
    let old: RowVerdict
    switch fates[row] {
    case .post: old = .new
    case .match: old = .matched
    case .ask: old = .twins
    case .none: return
    }
    tally.move(amount, from: old, to: verdict)
    fates[row] = verdict.fate
  }

  /// A row that cannot be used, before it was counted.
  package mutating func refuse(_ diagnostic: Diagnostic, _ amount: Money?) {
    tally.count(.refused, amount)
    diagnostics.append(diagnostic)
    guard let place = diagnostic.place else { return }
    list(place, .refused, amount, nil, diagnostic.code, diagnostic.problem)
  }

  /// A row that was counted and turns out to be something else.
  package mutating func change(
    _ reading: Reading, to verdict: RowVerdict, code: String, _ problem: String
  ) {
    move(reading.amount, row: reading.place.row, to: verdict)
    list(reading.place, verdict, reading.amount, reading.day, code, problem)
  }

  /// A row that may be a twin of another.
  package mutating func doubt(_ key: RowKey, _ code: String, _ problem: String) {
    let row = Int(key.row)
    move(key.amount, row: row, to: .twins)
    let place = Place(file: ready.file.name, row: row, line: Int(key.line))
    list(place, .twins, key.amount, key.day, code, problem)
  }

  private mutating func list(
    _ place: Place, _ verdict: RowVerdict, _ amount: Money?, _ day: Day?, _ code: String,
    _ problem: String
  ) {
    rows.append(
      ImportRow(
        row: place.row, line: place.line, verdict: verdict.name, amount: amount, day: day,
        code: code, problem: problem))
  }
}

extension RowVerdict {
  /// What is to be done with a row that comes to this.
  fileprivate var fate: RowFates.Fate {
    switch self {
    case .new: .post
    case .matched: .match
    case .twins: .ask
    case .apart, .known, .held, .outside, .nothing, .refused: .none
    }
  }
}
