import Bookkeeping
package import Funding
package import Storage

/// What became of an import that was taken back.
package enum TakenBack {
  /// It had only been previewed, and was given up.
  case dropped
  case reversed(entries: Int)
}

extension OpenLedger {
  /// Takes a person's word on a row that may be a twin: why, and whether it is real.
  ///
  /// - Returns: how many rows of the import still wait for a word.
  package func rule(
    _ isReal: Bool, on row: Int, of batch: ImportReference, because reason: String?,
    by officer: Officer, isDry: Bool
  ) async throws -> Int {
    let (record, rows) = try await reading { books in
      let record = try await books.importRecord(batch)
      return (record, try await books.twins(of: record))
    }
    guard rows.contains(where: { $0.row == row }) else {
      throw DeskFailure(.notFound, notATwin(row, batch))
    }
    guard record.state == .waiting else { throw DeskFailure(.refused, settled(batch)) }
    guard let reason, !reason.isEmpty else { throw DeskFailure(.refused, reasonMissing) }
    let kept = try await plain(reason, as: "the reason", isDry: isDry)
    let source = Source(
      .command(person: officer.name, document: LedgerText(batch)),
      details: [
        Detail("row", row), Detail("ruled", (isReal ? "real" : "twin") as LedgerText),
        Detail(.reason, kept), Detail("sha256", record.fileDigest),
      ])
    try await write(by: officer, isDry: isDry) {
      guard try await $0.ledger.last(FileImported.self, of: batch.code) == nil else {
        throw DeskFailure(.refused, settled(batch))
      }
      let said = ImportRow.Decision(isReal: isReal, reason: kept, actor: officer.name)
      // The same word given again is the same word.
      if try await $0.ledger.rulings(on: record)[row] == said { return }
      try await $0.note(Fact(.rowRuled, of: batch.code, on: nil, source))
    }
    return rows.count { $0.decision == nil && $0.row != row }
  }

  /// Settles a row of a committed file that waits.
  ///
  /// - Returns: the entries that were posted for it, or that it was matched with.
  package func settle(
    _ place: RowPlace, as settlement: (RowHeld) throws -> Settlement, because reason: String?,
    by officer: Officer, isDry: Bool
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
    return try await write(by: officer, isDry: isDry) { [why] in
      try await $0.settle(row, of: kind, as: settlement, from: origin, because: why)
    }
  }

  /// Gives a preview up.
  package func discard(_ batch: ImportReference, isDry: Bool) async throws {
    let state = try await reading { try await $0.importRecord(batch).state }
    guard state == .waiting else { throw DeskFailure(.refused, settled(batch)) }
    if !isDry { try await drop(batch) }
  }

  /// Takes an import back, by entries that run the other way; one that was only previewed is dropped.
  package func takeBack(
    _ batch: ImportReference, because reason: String, evenSo: Bool, by officer: Officer, isDry: Bool
  ) async throws -> TakenBack {
    let reason = try await plain(reason, as: "the reason", isDry: isDry)
    let state = try await reading { try await $0.importRecord(batch).state }
    if state == .waiting {
      if !isDry { try await drop(batch) }
      return .dropped
    }
    let count = try await write(by: officer, isDry: isDry) {
      try await $0.undo(batch, because: reason, evenSo: evenSo)
    }
    return .reversed(entries: count)
  }

  /// Gives a preview up, unless another run has committed it since.
  private func drop(_ batch: ImportReference) async throws {
    try await register.write { names in
      let isPosted = try await reading { try await $0.importRecord(batch).state != .waiting }
      guard !isPosted, try await names.setState(.dropped, of: batch) else {
        throw DeskFailure(.refused, settled(batch))
      }
    }
  }

  private func notATwin(_ row: Int, _ batch: ImportReference) -> Diagnostic {
    .error(
      "row-not-a-twin", "row \(row) of \(batch) is not a possible twin",
      next: "see which are: \(.showTwins(batch.code))")
  }

  private func settled(_ batch: ImportReference) -> Diagnostic {
    .error(
      "import-settled", "\(batch) no longer waits for anything",
      next: "to change what was posted, take the import back: \(.undoImport(batch.code))")
  }

  private var reasonMissing: Diagnostic {
    .error(
      "reason-missing", "no reason is given",
      why: "a person's word on a payment is kept with the reason for it",
      next: "give one: --reason TEXT")
  }
}
