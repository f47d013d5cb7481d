import Bookkeeping
import Funding
import Importing
import Storage

/// What a preview found out about a file.
struct ImportPreview {
  let ready: ImportRequest.Ready
  var tally = ImportTally()
  /// By row number: what the row comes to.
  var verdicts: [UInt8] = [RowVerdict.apart.rawValue]
  /// The rows that a person may want to look at.
  var rows: [ImportRow] = []
  var diagnostics: [Diagnostic] = []
  var summary = SheetSummary()
  /// Why nothing of the file can be used, if nothing can.
  var unusable: Diagnostic?

  init(_ ready: ImportRequest.Ready) {
    self.ready = ready
  }

  /// Whether a total that the file states is not what its rows add to, or the file was cut short.
  var missesControl: Bool {
    unusable != nil || summary.controls.contains { !$0.agrees } || !summary.faults.isEmpty
  }

  /// Whether a person should look before anything is committed.
  var needsLooking: Bool {
    missesControl || [.twins, .held, .refused].contains { tally.rows($0) > 0 }
  }

  func verdict(of row: Int) -> RowVerdict {
    row < verdicts.count ? RowVerdict(rawValue: verdicts[row]) ?? .apart : .apart
  }

  mutating func set(_ verdict: RowVerdict, row: Int) {
    while verdicts.count <= row { verdicts.append(RowVerdict.apart.rawValue) }
    verdicts[row] = verdict.rawValue
  }

  /// A row that cannot be used, before it was counted.
  mutating func refuse(_ diagnostic: Diagnostic, _ amount: Money?) {
    tally.count(.refused, amount)
    diagnostics.append(diagnostic)
    guard let place = diagnostic.place else { return }
    set(.refused, row: place.row)
    list(place, .refused, amount, nil, diagnostic.code, diagnostic.problem)
  }

  /// A row that was counted and turns out to be something else.
  mutating func change(
    _ reading: Reading, to verdict: RowVerdict, code: String, _ problem: String
  ) {
    tally.move(reading.amount, from: self.verdict(of: reading.place.row), to: verdict)
    set(verdict, row: reading.place.row)
    list(reading.place, verdict, reading.amount, reading.day, code, problem)
  }

  /// A row that may be a twin of another.
  mutating func doubt(_ key: RowKey, _ code: String, _ problem: String) {
    let row = Int(key.row)
    tally.move(key.amount, from: verdict(of: row), to: .twins)
    set(.twins, row: row)
    let place = Place(file: ready.file.name, row: row, line: row)
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
