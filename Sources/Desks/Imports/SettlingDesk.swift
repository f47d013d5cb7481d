package import Bookkeeping
package import Funding
import Importing
package import Storage

/// What became of an import that was taken back.
package enum TakenBack {
  /// It had only been previewed, and was given up.
  case dropped
  case reversed(entries: Int, warnings: [Diagnostic])
}

extension OpenLedger {
  /// Which rows of an import that may be twins a person speaks of.
  package enum TwinRows {
    case rows(ClosedRange<Int>)
    /// Those that may be twins for one reason, by the code of its message.
    case cause(String)
    case all
  }

  /// Takes a person's word on rows that may be twins: why, and whether they are real.
  ///
  /// Of several rows those are meant that have no word yet.
  /// - Returns: how many rows were spoken of, and how many of the import still wait for a word.
  package func rule(
    _ isReal: Bool, on meant: TwinRows, of batch: ImportReference, because reason: String?,
    by officer: Officer, isDry: Bool
  ) async throws -> (ruled: Int, left: Int) {
    let (record, rows) = try await reading { books in
      let record = try await books.importRecord(batch)
      return (record, try await books.twins(of: record))
    }
    let ruled = rows.filter { meant.includes($0) }
    guard !ruled.isEmpty else { throw DeskFailure(.notFound, meant.notATwin(batch)) }
    guard record.state == .waiting else { throw DeskFailure(.refused, record.waitsNoMore) }
    guard let reason, !reason.isEmpty else { throw SettlingRefusal.reasonMissing }
    let kept = try await plain(reason, as: "the reason", isDry: isDry)
    let said = ImportRow.Decision(isReal: isReal, reason: kept, actor: officer.name)
    try await write(by: officer, isDry: isDry) {
      guard try await $0.ledger.last(FileImported.self, of: batch.code) == nil else {
        throw DeskFailure(.refused, record.waitsNoMore)
      }
      let before = try await $0.ledger.rulings(on: record)
      // The same word given again is the same word.
      for row in ruled where before[row.row] != said {
        let source = Source(
          .command(person: officer.name, document: LedgerText(batch)),
          details: [
            Detail("row", row.row), Detail("ruled", (isReal ? "real" : "twin") as LedgerText),
            Detail(.reason, kept), Detail("sha256", record.fileDigest),
          ])
        try await $0.note(Fact(.rowRuled, of: batch.code, on: nil, source))
      }
    }
    let spoken = Set(ruled.map(\.row))
    return (ruled.count, rows.count { $0.decision == nil && !spoken.contains($0.row) })
  }

  /// Takes a person's word that a total which the file of a preview states is wrong, and its rows are right.
  ///
  /// - Returns: what it states, and what the rows add to.
  package func overrule(
    row: Int, of batch: ImportReference, because reason: String?, by officer: Officer, isDry: Bool
  ) async throws -> [ControlRuled.Total] {
    let record = try await reading { try await $0.importRecord(batch) }
    guard record.state == .waiting else { throw DeskFailure(.refused, record.waitsNoMore) }
    guard let reason, !reason.isEmpty else { throw SettlingRefusal.reasonMissing }
    let run = PreviewRun(ledger: self, request: try ImportRequest(record), officer: officer)
    let preview = try await run.run()
    guard preview.ready.file.digest == record.fileDigest else {
      throw DeskFailure(.refused, notATotal(row, batch))
    }
    let totals = preview.missedTotals.filter { $0.place.row == row }.map(\.ruled)
    guard !totals.isEmpty else { throw DeskFailure(.notFound, notATotal(row, batch)) }
    let kept = try await plain(reason, as: "the reason", isDry: isDry)
    let origin = Origin.command(person: officer.name, document: LedgerText(batch))
    try await write(by: officer, isDry: isDry) {
      for total in totals {
        let word = ControlRuled(total, of: record.fileDigest, batch, because: kept)
        try await $0.note(word.fact(from: origin))
      }
    }
    return totals
  }

  /// Settles a row of a committed file that waits.
  ///
  /// `namesPayee` is whether the mapping of its file is to know its payee from now on.
  /// - Returns: the entries that were posted for it, or that it was matched with.
  package func settle(
    _ place: RowPlace, as settlement: (RowHeld) throws -> Settlement, because reason: String?,
    namesPayee: Bool = false, by officer: Officer, isDry: Bool
  ) async throws -> [Int] {
    let (row, kind) = try await reading { books in
      let record = try await books.importRecord(place.batch)
      guard let row = try await books.books.heldRows().first(where: { $0.place == place }) else {
        throw SettlingRefusal.notWaiting(place)
      }
      return (row, record.kind)
    }
    var why: LedgerText?
    if let reason { why = try await plain(reason, as: "the reason", isDry: isDry) }
    let origin = RowOrigin(
      batch: place.batch.number, row: place.row, line: row.line, day: row.day,
      cells: [RowOrigin.Cell("date", "\(row.day)"), RowOrigin.Cell("amount", "\(row.amount)")],
      hidden: row.hidden, identity: row.identity)
    let settlement = try settlement(row)
    func settled() async throws -> [Int] {
      try await write(by: officer, isDry: isDry) { [why] in
        try await $0.settle(row, of: kind, as: settlement, from: origin, because: why)
      }
    }
    guard namesPayee else { return try await settled() }
    let charter = try await charter()
    let mappings = MappingBook(settings, charter.chart)
    let naming = try await reading { books in
      try await PayeeNaming(
        row, as: settlement, in: try await books.importRecord(place.batch), books, mappings,
        by: charter.authority)
    }
    return isDry ? try await settled() : try await naming.keeping(in: settings, settled)
  }

  /// Gives a preview up.
  package func discard(_ batch: ImportReference, by officer: Officer, isDry: Bool) async throws {
    let record = try await reading { try await $0.importRecord(batch) }
    guard record.state == .waiting else { throw DeskFailure(.refused, record.waitsNoMore) }
    if !isDry { try await drop(batch, by: officer) }
  }

  /// Takes an import back, by entries that run the other way; one that was only previewed is dropped.
  package func takeBack(
    _ batch: ImportReference, because reason: String, evenSo: Bool, by officer: Officer, isDry: Bool
  ) async throws -> TakenBack {
    let reason = try await plain(reason, as: "the reason", isDry: isDry)
    let record = try await reading { try await $0.importRecord(batch) }
    if record.state == .empty { throw DeskFailure(.refused, record.wroteNothing) }
    if record.state == .waiting {
      if !isDry { try await drop(batch, by: officer) }
      return .dropped
    }
    return try await write(by: officer, isDry: isDry) { bookkeeper in
      let count = try await bookkeeper.undo(batch, because: reason, evenSo: evenSo)
      return .reversed(entries: count, warnings: bookkeeper.warnings())
    }
  }

  /// Gives a preview up, unless another run has committed it since: none does while the ledger is held for writing.
  private func drop(_ batch: ImportReference, by officer: Officer) async throws {
    try await write(by: officer, isDry: true) { _ in
      try await register.write { names in
        let record = try await reading { try await $0.importRecord(batch) }
        guard record.state == .waiting, try await names.setState(.dropped, of: batch) else {
          throw DeskFailure(.refused, record.waitsNoMore)
        }
      }
    }
  }

  private func notATotal(_ row: Int, _ batch: ImportReference) -> Diagnostic {
    .error(
      "row-not-a-total", "row \(row) of \(batch) states no total that its rows miss",
      why: "only a total that a file states can be overruled, and only while it is the same file",
      next: "preview the file again, and see which rows its messages name")
  }
}

extension ImportRecord {
  /// Why nothing can be taken back or corrected of it.
  var wroteNothing: Diagnostic {
    .error(
      "import-settled", "\(reference) wrote nothing",
      why: "all its rows were known, or none was of this ledger",
      next: "name the import that has posted them: \(.listImports)")
  }

  /// Why nothing can be said of a preview that is none any more.
  var waitsNoMore: Diagnostic {
    switch state {
    case .replaced, .dropped:
      .error(
        "import-given-up",
        state == .replaced
          ? "\(reference) was replaced by a later preview of the same file"
          : "\(reference) was dropped",
        next: "commit the later one: \(.listImports), or preview the file again")
    case .waiting, .committed, .empty, .undone:
      .error(
        "import-settled", "\(reference) no longer waits for anything",
        next: "to change what was posted, take the import back: \(.undoImport(reference.code))")
    }
  }
}

extension OpenLedger.TwinRows {
  fileprivate func includes(_ row: ImportRow) -> Bool {
    switch self {
    case .rows(let numbers):
      numbers.contains(row.row) && (numbers.count == 1 || row.decision == nil)
    case .cause(let code): row.code == code && row.decision == nil
    case .all: row.decision == nil
    }
  }

  fileprivate func notATwin(_ batch: ImportReference) -> Diagnostic {
    let what: String
    switch self {
    case .rows(let rows) where rows.count == 1:
      what = "row \(rows.lowerBound) of \(batch) is not a possible twin"
    case .rows(let rows):
      what =
        "none of the rows \(rows.lowerBound) to \(rows.upperBound) of \(batch) waits for a word"
    case .cause: what = "no row of \(batch) waits for a word for that reason"
    case .all: what = "no row of \(batch) waits for a word"
    }
    return .error("row-not-a-twin", what, next: "see which are: \(.showTwins(batch.code))")
  }
}
