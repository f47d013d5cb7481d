import Bookkeeping
import Funding
import Importing
package import Storage

/// Writes the new rows of a file that was previewed: all of them, or none.
package struct CommitRun {
  package let ledger: OpenLedger
  package let record: ImportRecord
  package let officer: Officer

  package init(ledger: OpenLedger, record: ImportRecord, officer: Officer) {
    self.ledger = ledger
    self.record = record
    self.officer = officer
  }

  /// What came of it.
  package struct Outcome {
    package let preview: ImportPreview
    package let posted: Int
    /// The rows that were left out, since a person has called them twins.
    package let leftOut: Int
    /// Whether there was anything to write.
    package let hasWritten: Bool

    init(_ preview: ImportPreview, _ posting: ImportPosting, hasWritten: Bool) {
      self.preview = preview
      posted = posting.posted - posting.leftOut
      leftOut = posting.leftOut
      self.hasWritten = hasWritten
    }
  }

  /// Posts what was previewed, if it still waits for that.
  ///
  /// `isDry` is whether to go through it all and write nothing.
  /// - Returns: none where it was committed before.
  package func run(isDry: Bool) async throws -> Outcome? {
    switch record.state {
    case .waiting: break
    case .committed, .empty: return nil
    case .undone: throw PostingFailure.refused(.importAlreadyUndone(record.reference))
    case .replaced, .dropped: throw DeskFailure(.refused, record.waitsNoMore)
    }
    let request = try ImportRequest(record)
    let ready = try await request.ready(for: ledger)
    guard ready.file.digest == record.fileDigest, ready.mappingText == record.mappingText else {
      throw DeskFailure(.refused, fileChanged())
    }
    var outcome: Outcome?
    do {
      try await ledger.write(by: officer, isDry: false) { bookkeeper in
        guard try await !isCommitted(bookkeeper.ledger) else { return }
        outcome = try await commit(ready, request, bookkeeper, isDry: isDry)
      }
    } catch let nothing as NothingWritten {
      outcome = nothing.outcome
      if !isDry { try await ledger.register.write { try await settle(as: .empty, in: $0) } }
    }
    return outcome
  }

  /// Thrown where there is nothing to write, so that nothing is, to the register either.
  private struct NothingWritten: Error {
    let outcome: Outcome
  }

  /// Whether another run committed it since it was looked at.
  private func isCommitted(_ ledger: some LedgerReading) async throws -> Bool {
    if try await ledger.undoneImports().contains(record.reference.number) {
      throw PostingFailure.refused(.importAlreadyUndone(record.reference))
    }
    return try await ledger.last(FileImported.self, of: record.reference.code) != nil
  }

  /// Posts the file inside a piece of writing, and holds what every row comes to now against its preview.
  private func commit(
    _ ready: ImportRequest.Ready, _ request: ImportRequest, _ bookkeeper: Bookkeeper, isDry: Bool
  ) async throws -> Outcome {
    let before = try await bookkeeper.books()
    let (fates, rows) = try await ledger.register.reading { names in
      (try await names.fates(of: record.reference), try await names.rows(of: record.reference))
    }
    let overruled = try await before.overruledTotals(of: record.fileDigest)
    guard !record.missesControl || !overruled.isEmpty else {
      throw DeskFailure(.refused, controlMissed())
    }
    let decisions = try await before.rulings(on: record)
    let open = rows.filter { $0.verdict == RowVerdict.twins.name && decisions[$0.row] == nil }
    guard open.isEmpty else { throw DeskFailure(.refused, twinsUndecided(open)) }
    var (forecast, then) = (Forecast(fates, rows, decisions: decisions), nil as ImportTally?)
    var gone: [GoneRow] = []
    if before.head.number != record.head || before.head.digest != record.headDigest
      || request.corrects != nil
    {
      let preview = try await anew(ready, request, before)
      gone = preview.gone
      forecast = Forecast(preview.fates, preview.rows, decisions: decisions)
      then = ImportTally(record.tallies)
    }
    let name = try await ledger.plain(fileName: ready.file.name)
    let window = try await before.window(for: request.kind, on: record.days.last)
    let posting = try await ImportPosting(
      bookkeeper, batch: record.reference, kind: request.kind, window: window,
      progress: ledger.progress)
    var preview = ImportPreview(ready)
    preview.gone = gone
    preview.overruled = overruled
    // What the file has no more goes first, so that what is new is held to what is left.
    for row in gone {
      try await bookkeeper.retract(RowGone(row.place, by: record.reference, row.records))
    }
    // The register is made last inside, so that the ledger never points at what is not there.
    try await ledger.register.write { register in
      let sorter = KeySorter(folder: ledger.settings.path)
      try await posting.commit(
        &preview, forecast, corrects: request.corrects != nil, keeping: RegisterKeeper(register)
      ) {
        if request.kind != .families { try sorter.add($0.key) }
      }
      guard !preview.missesControl else { throw DeskFailure(.refused, controlMissed()) }
      let recognition = try await RowRecognition(
        books: before, reader: ready.reader, secret: ready.secret,
        gone: before.goneRows().union(gone.map(\.place)))
      try await remember(posting, sorter, recognition, forecast, preview.summary)
      let undecided = preview.rows.filter {
        $0.verdict == RowVerdict.twins.name && decisions[$0.row] == nil
      }
      guard undecided.isEmpty,
        then.map({ preview.tally(without: decisions) == Set($0.kept) }) ?? true
      else { throw DeskFailure(.refused, stale()) }
      if let kept = name.reference { try await register.keep(ready.file.name, as: kept.code) }
      try await settle(as: .committed, in: register)
      // Rows that came to something else than their preview said.
      let changed = forecast.changed(preview.rows)
      try await register.amend(changed, of: record.reference)
      let rows = Set(changed.map(\.row))
      preview.diagnostics.removeAll { $0.place.map { !rows.contains($0.row) } ?? false }
      let isNothing = posting.posted == 0 && posting.held.isEmpty && gone.isEmpty
      if isNothing || isDry {
        throw NothingWritten(outcome: Outcome(preview, posting, hasWritten: !isNothing))
      }
      try await bookkeeper.settleProof()
      preview.diagnostics += bookkeeper.warnings()
      try await bookkeeper.note(
        fact(of: preview, request, named: name, first: before.head.number + 1))
    }
    return Outcome(preview, posting, hasWritten: true)
  }

  /// What is found of each row where the ledger has moved on since its preview.
  private func anew(
    _ ready: ImportRequest.Ready, _ request: ImportRequest, _ books: Books
  ) async throws -> ImportPreview {
    let run = PreviewRun(ledger: ledger, request: request, officer: officer)
    let preview = try await ledger.register.reading { names in
      try await run.recognised(
        ready, in: OpenBooks(books, names, progress: ledger.progress)
      ).preview
    }
    guard preview.unusable == nil else { throw DeskFailure(.refused, controlMissed()) }
    guard record.head <= books.head.number,
      preview.closed
        == (try await books.earlier(.record(record.head))
          .firstOpenDays(of: preview.summary.months, for: request.kind)),
      preview.tally.recognised == ImportTally(record.tallies).recognised,
      preview.gone.count
        == (record.options.first { $0.name == "gone" }.flatMap { Int($0.value) } ?? 0)
    else { throw DeskFailure(.refused, stale(now: preview.tally)) }
    return preview
  }

  /// Has the ledger remember the rows, in the order in which that is quickest.
  ///
  /// Each row is recognised again on the way, in the ledger as it was before this writing: nothing that a
  /// preview kept, or that another run has posted since, makes a known row new.
  private func remember(
    _ posting: ImportPosting, _ sorter: KeySorter, _ recognition: RowRecognition,
    _ forecast: Forecast, _ summary: SheetSummary
  ) async throws {
    var keys = try sorter.sorted()
    var rows: [SeenRow] = []
    try await recognition.eachGroup(of: &keys, summary) { group, found in
      guard forecast.agrees(with: group, found) else { throw DeskFailure(.refused, stale()) }
      for key in group where posting.kept[Int(key.row)] != .none {
        rows.append(
          SeenRow(
            key.identity, batch: record.reference.number, row: Int(key.row), day: key.day))
      }
      guard rows.count >= 1024 else { return }
      try await posting.bookkeeper.remember(rows)
      rows.removeAll(keepingCapacity: true)
    }
    try await posting.bookkeeper.remember(rows)
  }

  private func settle(
    as state: ImportRecord.State, in register: any RegisterWriter
  ) async throws {
    guard try await register.setState(state, of: record.reference) else {
      throw DeskFailure(.refused, record.waitsNoMore)
    }
  }

  private func fact(
    of preview: ImportPreview, _ request: ImportRequest, named name: LedgerText, first: Int
  ) -> Fact {
    let file = preview.ready.file
    var details = [
      Detail("kind", request.kind), Detail("file", name), Detail("sha256", file.digest),
      Detail("bytes", file.size), Detail("read-as", file.encoding), Detail("first", first),
    ]
    if let day = preview.summary.firstDay { details.append(Detail("first-day", day)) }
    if let day = preview.summary.lastDay { details.append(Detail("last-day", day)) }
    details.append(Detail("told-apart-by", request.kind.toldApartBy))
    details.append(Detail("told-apart-with", preview.ready.secret))
    let held = preview.tally.rows(.held)
    if held > 0 { details.append(Detail("held-noted", held)) }
    if let mapping = preview.ready.mapping { details.append(Detail("mapping", mapping)) }
    if let codes = preview.ready.reader.mapping?.codesDigest {
      details.append(Detail("codes-sha256", codes))
    }
    details += request.options
    details += preview.tally.kept.flatMap {
      [Detail("rows-\($0.verdict)", $0.rows), Detail("sum-\($0.verdict)", $0.amount)]
    }
    return Fact(
      .fileImported, of: record.reference.code, on: nil,
      Source(.command(person: officer.name, document: name), details: details))
  }
}

extension CommitRun {
  private func twinsUndecided(_ rows: [ImportRow]) -> Diagnostic {
    let count = rows.count == 1 ? "1 possible twin has" : "\(rows.count) possible twins have"
    return .error(
      "twins-undecided", "\(count) no decision in \(record.reference)",
      why: "a row may be one payment listed twice, or two real ones; the program does not guess",
      next: "\(.showTwins(record.reference.code))")
  }

  private func controlMissed() -> Diagnostic {
    .error(
      "control-total-missed",
      "\(record.fileName) does not add to what it says, or was not read to its end",
      why: "such a file may have lost rows on its way",
      next: "mend what its preview named, and preview it again")
  }

  private func fileChanged() -> Diagnostic {
    .error(
      "file-changed", "\(record.fileName) or its mapping has changed since it was previewed",
      why: "nobody commits what they have not seen",
      next: "preview it again: \(.preview(kind: record.kind))")
  }

  /// `now` is what its rows come to now, as far as that is known.
  private func stale(now: ImportTally? = nil) -> Diagnostic {
    let then = ImportTally(record.tallies)
    let changes = RowVerdict.allCases.compactMap { verdict -> String? in
      guard let now, now.rows(verdict) != then.rows(verdict) else { return nil }
      return "\(verdict.name) \(then.rows(verdict)) then and \(now.rows(verdict)) now"
    }
    return .error(
      "preview-stale",
      "the ledger has moved on, and \(record.reference) would come to something else now",
      why: "nobody commits what they have not seen"
        + (changes.isEmpty ? "" : ": " + changes.joined(separator: ", ")),
      next: "preview it again: \(.preview(kind: record.kind))")
  }
}
