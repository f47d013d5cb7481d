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
    let ready = try await request.ready(for: ledger)
    var (preview, needsPosting) = try await ledger.reading { try await recognised(ready, in: $0) }
    guard preview.unusable == nil else { return preview }
    if needsPosting { try await rehearse(&preview) }
    preview.rows.sort { $0.row < $1.row }
    return preview
  }

  /// Reads a file, and says of each row whether it is known or may be a twin.
  ///
  /// - Returns: also whether some rows have to be looked up in the ledger.
  func recognised(
    _ ready: ImportRequest.Ready, in books: OpenBooks
  ) async throws -> (preview: ImportPreview, needsPosting: Bool) {
    var preview = ImportPreview(ready)
    preview.head = books.books.head
    preview.overruled = try await books.books.overruledTotals(of: ready.file.digest)
    let sorter = KeySorter(folder: ledger.settings.path)
    var corrected: CorrectedRows?
    if let batch = request.corrects {
      if let record = try? await books.importRecord(batch), record.state == .empty {
        throw DeskFailure(.refused, record.wroteNothing)
      }
      corrected = try await CorrectedRows(batch, ready.reader, in: books.books)
    }
    var said: [EarlierRow: PlacedBefore.SaidOfRow] = [:]
    let needsPosting = try await identify(&preview, books.books, sorter) { reading in
      corrected?.find(reading.key)
      if case .statementLine(let line) = reading.intent {
        let row = EarlierRow(reading.identity, day: reading.day)
        if case .line(let plan) = line.meaning { said[row, default: .init()].line = plan }
        if let balance = line.balance { said[row, default: .init()].balances.insert(balance) }
      }
    }
    let months = preview.summary.listedMonths
    preview.gone = try corrected?.gone(where: months.contains) ?? []
    let elsewhere = corrected?.staying(besides: Set(months)) ?? []
    if preview.unusable == nil { try await recognise(&preview, elsewhere, said, sorter, books) }
    preview.summary.doubts += [ready.file.mixedEncoding, preview.nothingPlaced].compactMap(\.self)
    preview.closed = try await books.books.firstOpenDays(
      of: preview.summary.months, for: request.kind)
    try await requireKnown(preview, books.books)
    if let doubt = try await statementOfAnother(preview, books.books) {
      preview.summary.doubts.append(doubt)
    }
    return (preview, needsPosting)
  }

  /// `elsewhere` are rows of what the file corrects, of months that it does not have.
  private func recognise(
    _ preview: inout ImportPreview, _ elsewhere: [GoneRow],
    _ said: [EarlierRow: PlacedBefore.SaidOfRow], _ sorter: KeySorter, _ books: OpenBooks
  ) async throws {
    if request.kind == .families { return try await recogniseFamilies(&preview, books) }
    var keys = try sorter.sorted()
    let summary = preview.summary
    let recognition = try await RowRecognition(
      books: books.books, reader: preview.ready.reader, secret: preview.ready.secret,
      gone: books.books.goneRows().union(preview.gone.map(\.place)))
    var pairing = CorrectionPairing(preview.gone)
    let window = try await books.books.window(for: request.kind, on: summary.lastDay)
    let left = Dictionary(grouping: elsewhere, by: \.identity.twin)
    let numbers = Set(request.kind.isNumbered ? elsewhere.map(\.identity.number) : [])
    var moved: [Int] = []
    let earlier = try await recognition.eachGroup(of: &keys, summary) { group, found in
      preview.equals.count(group)
      for key in group where found[key.row]?.recognition != .known { pairing.offer(key) }
      for key in group where found[key.row] == nil {
        let near = left[key.identity.twin]?.contains { abs($0.day.distance(to: key.day)) <= window }
        let hasNumber = key.mayBeTwin && numbers.contains(key.identity.number)
        if near ?? false || hasNumber { moved.append(Int(key.row)) }
      }
      for key in group {
        guard let one = found[key.row] else { continue }
        switch one.recognition {
        case .new: break
        case .known: preview.move(key.amount, row: Int(key.row), to: .known)
        case .oneMore, .sameDay, .otherDay, .otherPayee, .otherWords: preview.doubt(key, one)
        }
      }
    }
    preview.gone = pairing.paired()
    if let doubt = try await knownThrough(preview.gone, books.books) {
      preview.summary.doubts.append(doubt)
    }
    if let batch = request.corrects, let row = moved.min() {
      preview.summary.doubts.append(
        PreviewRun.movedOver(
          batch, moved.count, Place(file: preview.ready.file.name, row: row, line: row)))
    }
    // Most rows of a council’s list are outside, whatever it corrects.
    let ours = preview.tally.allRows - preview.tally.rows(.outside) - preview.tally.rows(.nothing)
    let hasMost = preview.tally.rows(.known) * 2 >= ours
    let missing = hasMost ? earlier.missing.merging(earlier.renumbered) { $1 } : earlier.renumbered
    preview.summary.doubts += missing.sorted { $0.key.number < $1.key.number }
      .map { ImportPreview.mayCorrect($0.key, $0.value, request.kind) }
    guard let mapping = preview.ready.reader.mapping else { return }
    let placed = PlacedBefore(books: books.books, mapping: mapping, statement: said)
    for batch in earlier.known.sorted(by: { $0.number < $1.number }) {
      if let doubt = try await placed.doubt(of: batch) { preview.summary.doubts.append(doubt) }
    }
  }

  private static func movedOver(
    _ batch: ImportReference, _ rows: Int, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "may-have-moved-over", at: place,
      problem:
        "\(rows == 1 ? "a row" : "\(rows) rows") of this file \(rows == 1 ? "is" : "are") like one of"
        + " \(batch) of a month that this file has not, first here",
      why:
        "rows of other months stay, so that one which has moved over the end of a month stands twice",
      next: "correct \(batch) by a file that has both months, or take it back first")
  }

  /// What to say of a later import of which rows were known, it may be through rows that are gone now.
  private func knownThrough(_ gone: [GoneRow], _ books: Books) async throws -> Diagnostic? {
    let days = gone.filter { $0.becomes == nil }.map(\.day)
    guard let batch = request.corrects, let first = days.min(), let last = days.max() else {
      return nil
    }
    let later = try await books.imports(of: request.kind).first { file in
      file.value.reference > batch && file.value.child == request.child
        && file.value.corrects == nil
        && file.value.known > 0 && file.value.days.overlaps(DaySpan(first...last))
    }
    guard let later = later?.value.reference else { return nil }
    return Diagnostic(
      .warning, "rows-known-through-it",
      problem:
        "rows of \(later) were known already, and may be known through rows of \(batch) that are gone",
      why: "what \(batch) posted of them goes, and \(later) has not posted it",
      next:
        "hold both lists against each other; if \(later) has such rows, import its file again after this"
    )
  }

  /// A family is known if the register says the same of it.
  private func recogniseFamilies(
    _ preview: inout ImportPreview, _ books: OpenBooks
  ) async throws {
    let stream = try preview.ready.reader.open(whole: false)
    while let results = try stream.next() {
      for case .reading(let reading) in results {
        guard case .family(let family) = reading.intent,
          let held = try await books.names.family(family.child)
        else { continue }
        if held == family {
          preview.move(.zero, row: reading.place.row, to: .known)
        } else if held.givenName != family.givenName || held.familyName != family.familyName {
          preview.summary.doubts.append(PreviewRun.namedOtherwise(family.child, at: reading.place))
        }
      }
    }
  }

  private static func namedOtherwise(_ child: ChildReference, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "family-named-otherwise", at: place,
      problem: "\(child) has another name here than in the register",
      why: "where rows or columns have slipped, one family’s letters go to another",
      next: "hold the row against the case file before it is committed")
  }

  /// Reads every row once, counts it, and notes who it is.
  ///
  /// - Returns: whether some rows have to be looked up in the ledger.
  private func identify(
    _ preview: inout ImportPreview, _ books: Books, _ sorter: KeySorter,
    _ take: (Reading) -> Void
  ) async throws -> Bool {
    let resolver = try await Resolver(
      books, window: try await books.window(for: request.kind, on: officer.today),
      kind: request.kind, SaidOtherwise(books, than: request.kind), today: officer.today)
    let policy = try await books.policy()
    let pages: ImportPages
    do {
      pages = try ImportPages(preview.ready.reader, whole: false)
    } catch {
      throw DeskFailure(.badInput, error.diagnostic)
    }
    let progress = ledger.progress.begin(
      "Reading \(preview.ready.file.name)", of: preview.ready.file.size)
    var needsPosting = false
    do {
      try await pages.each { page in
        for result in page.results {
          guard let reading = preview.count(result) else { continue }
          try sorter.add(reading.key)
          take(reading)
          if reading.amount < .zero, policy.isLargeRefund(reading.amount, on: reading.day),
            case .payment(let payment) = reading.intent, case .at = payment.placing
          {
            preview.hasRefunds = true
          }
          if !needsPosting { needsPosting = try await resolver.needsLookingUp(reading) }
        }
        progress.show(page.bytesRead)
      }
    } catch let fault as Unusable {
      preview.unusable = fault.diagnostic
    }
    progress.end()
    preview.summary = await pages.summary
    return needsPosting
  }

  private func rehearse(_ preview: inout ImportPreview) async throws {
    let batch = try await ledger.reading { try await $0.nextImport() }
    var rehearsed = preview
    try await ledger.write(by: officer, isDry: true) { bookkeeper in
      for row in preview.gone {
        try await bookkeeper.retract(RowGone(row.place, by: batch, row.records))
      }
      let window = try await bookkeeper.ledger.window(
        for: request.kind, on: preview.summary.lastDay)
      let posting = try await ImportPosting(
        bookkeeper, batch: batch, kind: request.kind, window: window, progress: ledger.progress)
      try await posting.rehearse(&rehearsed, hasRefunds: preview.hasRefunds)
    }
    preview = rehearsed
  }
}

extension Reading {
  /// What recognising the row needs of it.
  var key: RowKey {
    RowKey(identity, day: day, at: place, amount: amount, mayBeTwin: hasReference)
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
