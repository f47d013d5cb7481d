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
    case .replaced, .dropped: throw DeskFailure(.refused, givenUp())
    }
    let request = try ImportRequest(record)
    var preview = try await preview(of: request)
    let decisions = try await decisions()
    let undecided = preview.rows.filter {
      $0.verdict == RowVerdict.twins.name && decisions[$0.row] == nil
    }
    guard undecided.isEmpty else { throw DeskFailure(.refused, twinsUndecided(undecided)) }
    guard !preview.missesControl else { throw DeskFailure(.refused, controlMissed()) }

    var posted = 0
    let listed = preview.rows.count
    let file = preview.ready.file.name
    let name = try await ledger.plain(fileName: file)
    do {
      try await ledger.write(by: officer, isDry: false) { bookkeeper in
        let first = try await bookkeeper.head() + 1
        let window = try await bookkeeper.ledger.window(for: request.kind, on: record.days.last)
        // The register is made last inside, so that the ledger never points at what is not there.
        try await ledger.register.write { register in
          let keeper = RegisterKeeper(register, folder: ledger.settings.path)
          let posting = ImportPosting(
            bookkeeper, batch: record.reference, kind: request.kind, window: window,
            keeper: keeper, progress: ledger.progress)
          try await posting.post(&preview, decisions: decisions)
          posted = posting.posted
          if posted == 0 || isDry { throw NothingWritten() }
          try await keeper.remember(in: bookkeeper, as: record.reference)
          if let kept = name.reference {
            try await register.keep(file, as: kept.code)
          }
          try await bookkeeper.note(fact(of: preview, request, named: name, first: first))
        }
      }
      try await ledger.register.write { register in
        try await register.setState(.committed, of: record.reference)
        // Rows that came to something else than their preview said.
        try await register.amend(Array(preview.rows.dropFirst(listed)), of: record.reference)
      }
    } catch is NothingWritten {
      if !isDry {
        try await ledger.register.write { register in
          try await register.setState(.empty, of: record.reference)
        }
      }
    }
    return Outcome(preview: preview, posted: posted)
  }

  /// Thrown where there is nothing to write, so that nothing is.
  private struct NothingWritten: Error {}

  /// The preview as it was, if the file and the ledger are as they were; else one made anew, which
  /// has to come to the same.
  private func preview(of request: ImportRequest) async throws -> ImportPreview {
    let ready = try await request.ready(for: ledger)
    guard ready.file.digest == record.fileDigest, ready.mappingText == record.mappingText else {
      throw DeskFailure(.refused, fileChanged())
    }
    let (head, kept, rows) = try await ledger.reading { books in
      (
        books.books.head.number, try await books.names.fates(of: record.reference),
        try await books.names.rows(of: record.reference)
      )
    }
    if head == record.head {
      var preview = ImportPreview(ready)
      preview.fates = kept
      preview.rows = rows
      for tally in record.tallies {
        guard let verdict = RowVerdict(name: tally.verdict) else { continue }
        preview.tally.restore(verdict, rows: tally.rows, amount: tally.amount)
      }
      if record.missesControl { preview.unusable = controlMissed() }
      preview.summary.restore(record.days)
      return preview
    }
    let preview = try await PreviewRun(ledger: ledger, request: request, officer: officer).run()
    // The register gives the tallies in an order of its own.
    guard Set(preview.tally.kept) == Set(record.tallies),
      preview.closed == (try await closedThen(for: request, preview.summary.months))
    else { throw DeskFailure(.refused, stale()) }
    return preview
  }

  /// The closed months as they were when it was previewed.
  private func closedThen(
    for request: ImportRequest, _ months: Set<Month>
  ) async throws -> [Month: Day] {
    try await ledger.reading(at: .record(record.head)) { books in
      try await books.books.firstOpenDays(of: months, for: request.kind)
    }
  }

  private func decisions() async throws -> [Int: ImportRow.Decision] {
    try await ledger.register.reading { try await $0.rows(of: record.reference) }
      .reduce(into: [:]) { $0[$1.row] = $1.decision }
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
    if let mapping = preview.ready.mapping { details.append(Detail("mapping", mapping)) }
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

  private func givenUp() -> Diagnostic {
    .error(
      "import-given-up",
      record.state == .replaced
        ? "\(record.reference) was replaced by a later preview of the same file"
        : "\(record.reference) was dropped",
      next: "commit the later one: \(.listImports), or preview the file again")
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

  private func stale() -> Diagnostic {
    .error(
      "preview-stale",
      "the ledger has moved on, and \(record.reference) would come to something else now",
      why: "nobody commits what they have not seen",
      next: "preview it again: \(.preview(kind: record.kind))")
  }
}
