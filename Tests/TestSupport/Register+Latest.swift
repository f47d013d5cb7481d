public import Funding
public import Storage

/// A register as it stands at each question, which is asked of a snapshot of its own.
extension Register {
  private func ask<Value>(
    _ question: (any RegisterReading) async throws -> Value
  ) async throws(StorageFailure) -> Value {
    do {
      return try await reading(question)
    } catch let failure as StorageFailure {
      throw failure
    } catch {
      preconditionFailure("a snapshot fails only as a store does")
    }
  }

  public func salt() async throws(StorageFailure) -> [UInt8] {
    try await ask { try await $0.salt() }
  }

  public func text(_ reference: String) async throws(StorageFailure) -> String? {
    try await ask { try await $0.text(reference) }
  }

  public func hiddenRow(batch: Int, row: Int) async throws(StorageFailure) -> HiddenRow? {
    try await ask { try await $0.hiddenRow(batch: batch, row: row) }
  }

  public func family(_ child: ChildReference) async throws(StorageFailure) -> Family? {
    try await ask { try await $0.family(child) }
  }

  public func families() async throws(StorageFailure) -> [Family] {
    try await ask { try await $0.families() }
  }

  public func imports() async throws(StorageFailure) -> [ImportRecord] {
    try await ask { try await $0.imports() }
  }

  public func rows(of batch: ImportReference) async throws(StorageFailure) -> [ImportRow] {
    try await ask { try await $0.rows(of: batch) }
  }

  public func fates(of batch: ImportReference) async throws(StorageFailure) -> RowFates {
    try await ask { try await $0.fates(of: batch) }
  }

  public func witness() async throws(StorageFailure) -> Head? {
    try await ask { try await $0.witness() }
  }
}
