import Bookkeeping
import Desks
import Funding
import Importing
import Storage

extension Desk {
  /// Posts the rows of a file of payments as a commit does, without there being a file.
  func bring(
    _ rows: [Step.Row], _ areReal: [Bool], _ bookkeeper: Bookkeeper
  ) async throws -> ImportReference {
    let batch = newBatch
    let first = try await bookkeeper.head() + 1
    let found = try await recognised(rows, bookkeeper.ledger)
    var seen: [SeenRow] = []
    for (place, row) in rows.enumerated() where found[place] != .known {
      let origin = origin(row.identity, of: row.day, place, in: batch)
      seen.append(SeenRow(row.identity, batch: batch.number, row: place + 2, day: row.day))
      if found[place] != .new {
        let word: LedgerText = areReal[place] ? "real" : "twin"
        let ruled = Detail("ruled", word)
        let source = Source(origin, details: [ruled, Detail("reason", "two sessions")])
        try await bookkeeper.note(
          Fact(.rowTwin, of: "\(batch) row \(place + 2)", on: row.day, source))
        if !areReal[place] { continue }
      }
      let event =
        row.line.isEmpty
        ? FundingEvent.paymentNotPlaced(money(row.pence), on: row.day)
        : .paymentMade(budget(row.line), money(row.pence), on: row.day, namesCommitment: false)
      try await bookkeeper.post(event, from: origin)
    }
    if seen.isEmpty { throw NothingToDo() }
    try await bookkeeper.remember(seen)
    try await imported(
      batch, first, rows.map(\.day), as: .payments, known: found.count { $0 == .known }, bookkeeper)
    return batch
  }

  /// What earlier imports make of each row, by its place.
  private func recognised(
    _ rows: [Step.Row], _ ledger: any LedgerReading
  ) async throws -> [Recognition] {
    let recogniser = Recogniser(
      window: try await ledger.window(for: .payments, on: rows.map(\.day).max()),
      isNumberEnough: true)
    let keys = rows.enumerated().map { place, row in
      RowKey(
        row.identity, day: row.day, at: Place(file: "", row: place, line: place),
        amount: money(row.pence), mayBeTwin: true)
    }
    let earlier = try await ledger.twins(of: keys.map(\.identity.twin))
    var found = rows.map { _ in Recognition.new }
    for (twin, group) in Dictionary(grouping: keys, by: \.identity.twin) {
      let known = (earlier[twin] ?? []).map { EarlierRow($0.identity, day: $0.day) }
      recogniser.recognise(group.sorted(), earlier: known) { found[Int($0.row)] = $1 }
    }
    return found
  }

  // MARK: Imports

  /// The next import that no file is previewed for.
  ///
  /// It is numbered apart from those that the register numbers.
  var newBatch: ImportReference { ImportReference(500 + batches.count) }

  func origin(
    _ identity: RowIdentity, of day: Day, _ place: Int, in batch: ImportReference
  ) -> Origin {
    .row(
      RowOrigin(
        batch: batch.number, row: place + 2, line: place + 2, day: day, cells: [], hidden: nil,
        identity: identity))
  }

  func imported(
    _ batch: ImportReference, _ first: Int, _ days: [Day], as kind: ImportKind, known: Int = 0,
    _ bookkeeper: Bookkeeper
  ) async throws {
    var details = [
      Detail("kind", kind), Detail("file", "rows.csv"), Detail("first", first),
    ]
    if known > 0 { details.append(Detail("rows-known", known)) }
    if let day = days.min() { details.append(Detail("first-day", day)) }
    if let day = days.max() { details.append(Detail("last-day", day)) }
    try await bookkeeper.note(
      Fact(
        .fileImported, of: batch.code, on: nil,
        Source(.command(person: officer.name, document: "file"), details: details)))
  }
}

extension Step.Row {
  /// Rows that are equal have one identity, as they would by their digests.
  fileprivate var identity: RowIdentity {
    let twin = UInt64(payee) << 32 | UInt64(pence)
    return RowIdentity(twin: twin, rest: UInt64(day.number) << 8 | UInt64(line.isEmpty ? 0 : 1))
  }
}
