import Bookkeeping
package import Funding
package import Storage

extension OpenBooks {
  /// The imports that were posted, as the ledger has them, and those that were only previewed.
  ///
  /// The register knows what waits, and under which names files stood; what became of a file is the
  /// ledger's to say, whatever register lies beside it.
  package func imports() async throws -> [ImportRecord] {
    let undone = books.undone
    var records = try await names.imports().reduce(into: [:]) { $0[$1.reference] = $1 }
    for (reference, record) in records where [.committed, .undone].contains(record.state) {
      // A later copy of the register, beside an earlier one of the ledger, knows what is not in it.
      records[reference]?.state = .waiting
    }
    for record in try await books.records(mentioning: .fact(.fileImported)) {
      guard let fact = record.content.fact else { continue }
      let file = try NumberedFact(number: record.number, fact: fact).read(as: FileImported.self)
      let reference = file.value.reference
      if records[reference]?.fileDigest != file.value.digest {
        let name = try await name(of: file.value)
        records[reference] = ImportRecord(file.value, named: name, in: record)
      }
      // What its rows came to is in the chain.
      records[reference]?.tallies = file.value.tallies.map {
        ImportRecord.Tally($0.verdict, rows: $0.rows, amount: $0.amount)
      }
      records[reference]?.state = undone.contains(reference.number) ? .undone : .committed
    }
    return records.values.sorted { $0.reference.number < $1.reference.number }
  }

  /// The rows of an import that were not simply new, with the last word that a person gave on each.
  package func rows(of record: ImportRecord) async throws -> [ImportRow] {
    var rows = try await names.rows(of: record.reference)
    let rulings = try await books.rulings(on: record)
    for place in rows.indices { rows[place].decision = rulings[rows[place].row] }
    return rows
  }

  /// Those that may be twins.
  package func twins(of record: ImportRecord) async throws -> [ImportRow] {
    try await rows(of: record).filter { $0.verdict == RowVerdict.twins.name }
  }

  /// The name of a file that the register does not list, which may itself stand in the register.
  private func name(of file: FileImported) async throws -> String {
    guard let reference = TextMark.reference(in: file.name) else { return file.name }
    return try await names.text(reference.code) ?? "(not held)"
  }

  /// The number that the next preview has: later than all that the ledger or the register knows.
  func nextImport() async throws -> ImportReference {
    ImportReference(1 + (try await imports().last?.reference.number ?? 0))
  }

  /// An import by its reference.
  package func importRecord(_ batch: ImportReference) async throws -> ImportRecord {
    guard let record = try await imports().first(where: { $0.reference == batch }) else {
      throw DeskFailure(.notFound, EventRefusal.importNotKnown(batch).diagnostic())
    }
    return record
  }
}

extension LedgerReading {
  /// A person's last word on each row of a file that may be a twin.
  ///
  /// A word on a row of another file that once had the same number says nothing of this one.
  func rulings(on record: ImportRecord) async throws -> [Int: ImportRow.Decision] {
    var rulings: [Int: ImportRow.Decision] = [:]
    for found in try await records(mentioning: .fact(.rowRuled, of: record.reference.code)) {
      guard let fact = found.content.fact else { continue }
      let ruling = try NumberedFact(number: found.number, fact: fact).read(as: RowRuled.self).value
      guard ruling.file == record.fileDigest else { continue }
      rulings[ruling.row] = ImportRow.Decision(
        isReal: ruling.isReal, reason: ruling.reason, actor: found.actor)
    }
    return rulings
  }
}

extension ImportRecord {
  /// An import that the register does not know, as its record in the ledger has it.
  fileprivate init(_ file: FileImported, named name: String, in record: JournalRecord) {
    let source = record.content.fact?.source
    self.init(
      reference: file.reference, state: .committed, kind: file.fileKind ?? "", path: "",
      fileName: name, fileDigest: file.digest ?? .nothing, mapping: source?["mapping"],
      mappingText: nil,
      options: source?.details.filter { ["published", "child"].contains($0.name) } ?? [],
      head: file.first - 1, headDigest: nil, previewed: record.recorded, actor: record.actor,
      tallies: [],
      days: file.days, missesControl: false)
  }
}
