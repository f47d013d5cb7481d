package import Bookkeeping
import Funding
package import Importing
import Storage

/// Reads a file and says what each row would do.
///
/// Nothing is written to the journal.
///
/// The file is read once to recognise its rows. Rows whose fate depends on the ledger are then
/// posted in a piece of writing that is given up at the end, so that what is previewed is what a
/// commit will do.
package struct PreviewRun {
  package let ledger: OpenLedger
  package let request: ImportRequest
  package let officer: Officer

  package init(ledger: OpenLedger, request: ImportRequest, officer: Officer) {
    self.ledger = ledger
    self.request = request
    self.officer = officer
  }

  package func run() async throws -> ImportPreview {
    var preview = ImportPreview(try await request.ready(for: ledger))
    let sorter = KeySorter(folder: ledger.settings.path)
    let needsPosting = try await ledger.reading { books in
      preview.head = books.books.head.number
      let needsPosting = try await identify(&preview, books.books, sorter)
      if preview.unusable == nil {
        try await RowRecognition(books: books, kind: request.kind).run(&preview, sorter)
      }
      preview.closed = try await books.books.firstOpenDays(
        of: preview.summary.months, for: request.kind)
      return needsPosting
    }
    guard preview.unusable == nil else { return preview }
    if needsPosting { try await rehearse(&preview) }
    preview.rows.sort { $0.row < $1.row }
    return preview
  }

  /// Reads every row once, counts it, and notes who it is.
  ///
  /// - Returns: whether some rows have to be looked up in the ledger.
  private func identify(
    _ preview: inout ImportPreview, _ books: Books, _ sorter: KeySorter
  ) async throws -> Bool {
    let resolver = Resolver(books, window: 0, kind: request.kind)
    let stream: ImportStream
    do {
      stream = try preview.ready.reader.open(whole: false)
    } catch {
      throw DeskFailure(.badInput, error.diagnostic)
    }
    let progress = ledger.progress.begin(
      "Reading \(preview.ready.file.name)", of: preview.ready.file.size)
    var needsPosting = false
    while let results = next(stream, &preview) {
      for result in results {
        guard let reading = try count(result, in: &preview, sorter), !needsPosting else { continue }
        needsPosting = try await resolver.needsLookingUp(reading)
      }
      progress.show(stream.bytesRead)
    }
    progress.end()
    preview.summary = stream.summary
    return needsPosting
  }

  /// The next results; where reading has to stop, what came before the place, and then none.
  private func next(_ stream: ImportStream, _ preview: inout ImportPreview) -> [RowResult]? {
    if preview.unusable != nil { return nil }
    do {
      return try stream.next()
    } catch {
      preview.unusable = error.diagnostic
      return stream.rest()
    }
  }

  private func count(
    _ result: RowResult, in preview: inout ImportPreview, _ sorter: KeySorter
  ) throws -> Reading? {
    switch result {
    case .reading(let reading):
      if let objection = reading.objection {
        preview.refuse(objection.diagnostic(at: reading.place), reading.amount)
        return nil
      }
      preview.count(reading)
      try sorter.add(
        RowKey(
          reading.identity, day: reading.day, at: reading.place,
          amount: reading.amount, mayBeTwin: reading.hasReference))
      return reading
    case .outside(_, let amount):
      preview.tally.count(.outside, amount)
    case .nothing:
      preview.tally.count(.nothing, .zero)
    case .refused(let diagnostic, let amount):
      preview.refuse(diagnostic, amount)
    case .total, .heading, .blank:
      break
    }
    return nil
  }

  private func rehearse(_ preview: inout ImportPreview) async throws {
    // What is rehearsed must not pass for part of an import that was taken back.
    let last = try await ledger.register.reading { names in
      try await names.imports().map(\.reference.number).max() ?? 0
    }
    var rehearsed = preview
    try await ledger.write(by: officer, isDry: true) { bookkeeper in
      let window = try await bookkeeper.ledger.window(
        for: request.kind, on: preview.summary.lastDay)
      let posting = ImportPosting(
        bookkeeper, batch: ImportReference(last + 1), kind: request.kind, window: window,
        keeper: nil, progress: ledger.progress)
      try await posting.post(&rehearsed, decisions: [:])
    }
    preview = rehearsed
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

extension LedgerReading {
  /// The closed months that something of a file may be of, and the first open day after each.
  func firstOpenDays(
    of months: Set<Month>, for kind: ImportKind
  ) async throws(StorageFailure) -> [Month: Day] {
    switch kind.posting {
    case .nothing: return [:]
    case .onDaysOfRows: return try await firstOpenDays(of: months.contains)
    case .onOtherDays:
      return try await firstOpenDays { month in months.contains { $0 <= month } }
    }
  }

  /// How many days apart two rows may be one payment, where such rows are looked for at all.
  package func window(for kind: ImportKind, on day: Day?) async throws -> Int {
    guard kind.mayHaveTwins, let day else { return 0 }
    return try await policy().days(.twinDays, on: day)
  }
}
