public import Bookkeeping
import Funding

extension LedgerReading {
  /// How often each row has been posted, leaving out imports that were taken back.
  public func occurrences(of rows: [RowIdentity]) async throws(StorageFailure)
    -> [RowIdentity: Int]
  {
    try await standing(await questions.seen(rows))
      .reduce(into: [:]) { $0[$1.identity, default: 0] += 1 }
  }

  /// The posted rows alike in payee, amount and reference, leaving out imports taken back.
  public func twins(of rows: [UInt64]) async throws(StorageFailure) -> [UInt64: [SeenRow]] {
    Dictionary(grouping: try await standing(await questions.seen(twins: rows)), by: \.identity.twin)
  }

  /// Of some posted rows, those whose import counts and was not taken back.
  private func standing(_ rows: [SeenRow]) async throws(StorageFailure) -> [SeenRow] {
    if rows.isEmpty { return [] }
    let gone = try await undoneImports().union(await laterImports())
    return rows.filter { !gone.contains($0.batch) }
  }

  /// The numbers of the imports that were recorded after the last record that counts.
  private func laterImports() async throws(StorageFailure) -> Set<Int> {
    guard try await questions.head().number > last else { return [] }
    let facts = try await questions.records(mentioning: .fact(.fileImported), through: .max).facts()
    return Set(
      try facts.filter { $0.number > last }.read(as: FileImported.self)
        .map(\.value.reference.number))
  }
}
