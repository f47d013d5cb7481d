import Bookkeeping
package import Funding
package import Storage

extension OpenBooks {
  /// The imports that were previewed, each in the state that the ledger gives it.
  ///
  /// The register is told once the ledger is written. Where a run was cut off between the two, the
  /// ledger knows what became of an import and the register does not.
  package func imports() async throws -> [ImportRecord] {
    let undone = books.undone
    var records = try await names.imports()
    for index in records.indices {
      let record = records[index]
      let isUndone = undone.contains(record.reference.number)
      switch record.state {
      case .waiting, .replaced, .dropped:
        guard try await isPosted(record) else { continue }
        records[index].state = isUndone ? .undone : .committed
      case .committed:
        if isUndone { records[index].state = .undone }
      case .empty, .undone: continue
      }
    }
    return records
  }

  private func isPosted(_ record: ImportRecord) async throws -> Bool {
    try await books.records(mentioning: .fact(.fileImported, of: record.reference.code))
      .contains { $0.content.fact?.source["sha256"] == record.fileDigest.description }
  }

  /// An import by its reference.
  package func importRecord(_ batch: ImportReference) async throws -> ImportRecord {
    guard let record = try await imports().first(where: { $0.reference == batch }) else {
      throw DeskFailure(.notFound, EventRefusal.importNotKnown(batch).diagnostic())
    }
    return record
  }
}
