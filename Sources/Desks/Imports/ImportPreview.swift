package import Bookkeeping
import Funding
package import Importing
package import Storage

/// What a preview found out about a file.
package struct ImportPreview {
  package let ready: ImportRequest.Ready
  /// The head of the ledger that it was held against.
  package var head = Head.none
  package var tally = ImportTally()
  /// What is to be done with each row.
  package var fates = RowFates()
  /// The rows that a person may want to look at.
  package var rows: [ImportRow] = []
  package var diagnostics: [Diagnostic] = []
  package var summary = SheetSummary()
  /// The closed months that rows are of, and the first open day after each, on which those count.
  package var closed: [Month: Day] = [:]
  /// The totals that a person has ruled to be wrong.
  var overruled: Set<ControlRuled.Total> = []
  /// The rows of the import that the file corrects that it has no more, or has otherwise.
  package internal(set) var gone: [GoneRow] = []
  /// The rows that are the same as another of the file, of which all are kept.
  package internal(set) var equals = EqualRows()
  /// Whether a row gives so much back that it is held to what was spent.
  var hasRefunds = false
  /// Why nothing of the file can be used, if nothing can.
  package var unusable: Diagnostic?

  package init(_ ready: ImportRequest.Ready) { self.ready = ready }

  /// Whether a total that the file states is not what its rows add to, or the file was cut short.
  ///
  /// A total that a person has ruled to be wrong is none.
  package var missesControl: Bool {
    isBroken || !missedTotals.isEmpty
  }

  /// Whether nothing of the file may be used, whatever a person says.
  package var isBroken: Bool { unusable != nil || !summary.faults.isEmpty }

  /// The totals that are not what the rows add to, but for those that were ruled to be wrong.
  package var missedTotals: [ControlTotal] {
    summary.controls.filter { !$0.agrees && !overruled.contains($0.ruled) }
  }

  /// What the rows came to before a person's word on those that might be twins.
  func tally(without decisions: [Int: ImportRow.Decision]) -> Set<ImportRecord.Tally> {
    var tally = tally
    for row in rows where decisions[row.row] != nil {
      guard let verdict = RowVerdict(name: row.verdict) else { continue }
      tally.move(row.amount ?? .zero, from: verdict, to: .twins)
    }
    return Set(tally.kept)
  }

  /// Whether there is nothing in the file but headings.
  package var isWithoutRows: Bool { unusable == nil && tally.allRows == 0 }

  /// The rows that were refused, with the reason beside each.
  package func refusedRows() throws -> RefusedRows {
    let refused = rows.filter { $0.verdict == RowVerdict.refused.name }
    do {
      return try RefusedRows(
        Dictionary(refused.map { ($0.row, "\($0.code): \($0.problem)") }) { one, _ in one },
        of: ready.file, summary)
    } catch {
      throw DeskFailure(.badInput, error.diagnostic)
    }
  }

  /// Whether a person should look before anything is committed.
  package var needsLooking: Bool {
    missesControl || isWithoutRows || !summary.missing.isEmpty || !summary.doubts.isEmpty
      || !gone.isEmpty || [.twins, .held, .refused].contains { tally.rows($0) > 0 }
  }

  /// Says that nothing of a list is ours, where that is so.
  var nothingPlaced: Diagnostic? {
    let rows = tally.rows(.outside)
    guard rows > 0, rows + tally.rows(.nothing) == tally.allRows else { return nil }
    return Diagnostic(
      .warning, "nothing-placed",
      problem: "\(rows == 1 ? "its 1 row is" : "all of its \(rows) rows are") outside this ledger",
      why: "a list that has none of the mapping’s codes is another layout, or another’s list",
      next: "hold its codes against those of the mapping, with mapping check")
  }

  /// Says that a file which has most of an earlier one’s rows, and not all, may be that file put right.
  static func mayCorrect(
    _ batch: ImportReference, _ rows: Int, _ kind: ImportKind
  ) -> Diagnostic {
    Diagnostic(
      .warning, "may-correct-another",
      problem: "\(rows == 1 ? "1 row" : "\(rows) rows") of \(batch) on these days "
        + "\(rows == 1 ? "is" : "are") not in this file, which has others of them",
      why: "a list that was put right has rows gone, and others in their place",
      next: kind.isCorrectedByRow
        ? "if it takes that list’s place, preview it with --corrects \(batch)"
        : "if it takes that list’s place, first take that import back: \(.undoImport(batch.code))")
  }

  /// Counts what was read of a row.
  ///
  /// - Returns: what is to be posted of it, so far as the file can say.
  mutating func count(_ result: RowResult) -> Reading? {
    switch result {
    case .reading(let reading):
      if let objection = reading.objection {
        refuse(objection.diagnostic(at: reading.place), reading.amount)
        return nil
      }
      tally.count(.new, reading.amount)
      fates[reading.place.row] = .post
      return reading
    case .outside(_, let amount): tally.count(.outside, amount)
    case .nothing: tally.count(.nothing, .zero)
    case .refused(let diagnostic, let amount): refuse(diagnostic, amount)
    case .total, .heading, .blank: break
    }
    return nil
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
  private mutating func refuse(_ diagnostic: Diagnostic, _ amount: Money?) {
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
  mutating func doubt(_ key: RowKey, _ found: Found) {
    let like = found.like.map { ": \($0)" } ?? ""
    switch found.recognition {
    case .oneMore:
      doubt(
        key, "twin-one-more",
        "it is one more of its kind than an earlier file that covers its day\(like)")
    case .sameDay:
      doubt(
        key, "twin-same-day",
        "an earlier file has its payee and amount on that day, with another number or code\(like)")
    case .otherPayee:
      doubt(
        key, "twin-other-payee",
        "an earlier file has its number and amount, paid to another name\(like)")
    case .otherWords:
      doubt(
        key, "twin-other-words",
        "an earlier statement has its amount on that day, in other words\(like)")
    case .new, .known, .otherDay:
      doubt(
        key, "twin-other-day", "its payee, amount and number stand on another day too\(like)")
    }
  }

  private mutating func doubt(_ key: RowKey, _ code: String, _ problem: String) {
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

extension Reading {
  /// Why a payment may not be posted where the mapping would put it.
  fileprivate var objection: Objection? {
    guard case .payment(let payment) = intent, case .at(let fund, let use) = payment.placing
    else { return nil }
    return Coding(fund, .expenditure, use).objection(on: day)
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

/// How many rows of a file are the same as one before them, and what they come to.
package struct EqualRows {
  package private(set) var rows = 0
  package private(set) var amount = Money.zero

  /// Counts the rows of a group that are alike, beyond the first of each.
  mutating func count(_ group: [RowKey]) {
    guard group.count > 1 else { return }
    var seen: Set<EarlierRow> = []
    for key in group where !seen.insert(EarlierRow(key.identity, day: key.day)).inserted {
      rows += 1
      amount += key.amount
    }
  }
}

extension ControlTotal {
  /// As a person’s word on it names it.
  var ruled: ControlRuled.Total {
    ControlRuled.Total(row: place.row, stated: stated, found: found)
  }
}

extension LedgerReading {
  /// The totals of a file that persons have ruled to be wrong.
  func overruledTotals(of file: Digest) async throws(StorageFailure) -> Set<ControlRuled.Total> {
    Set(try await all(ControlRuled.self).map(\.value).filter { $0.file == file }.map(\.total))
  }
}
