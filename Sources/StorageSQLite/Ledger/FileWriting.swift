import GRDB
import Storage

/// What is being written over a connection, a piece at a time and in the order in which it was taken.
final class FileWriting {
  private var inserts: RecordInserts
  private let flows: FlowSums
  /// What was taken and is not written yet.
  private var waiting: [Piece] = []
  /// What could not be written, after which none of it is kept.
  private var failure: StorageFailure?

  /// Records to be added to the end of the chain, or rows to be remembered.
  enum Piece: Sendable {
    case records(LinkedRecords)
    case rows([SeenRow])
  }

  init(_ db: Database, _ codings: CodingTable, _ sums: KeptSums) throws {
    inserts = try RecordInserts(db, codings, sums)
    flows = inserts.flows
  }

  func take(_ piece: Piece) { waiting.append(piece) }

  /// Writes what was taken, and returns whether there was anything.
  func settle() throws -> Bool {
    let pieces = waiting
    waiting = []
    if let failure { throw failure }
    if pieces.isEmpty { return false }
    try written {
      for piece in pieces {
        switch piece {
        case .records(let linked): try inserts.append(linked)
        case .rows(let rows): try inserts.remember(rows)
        }
      }
    }
    return true
  }

  /// Keeps nothing of what was written.
  func refuse(_ failure: StorageFailure) { self.failure = self.failure ?? failure }

  /// Writes what is held back of the sums.
  func flush() throws { try written { try flows.flush() } }

  private func written<Value>(_ work: () throws -> Value) throws -> Value {
    if let failure { throw failure }
    do throws(StorageFailure) {
      return try storing(work)
    } catch {
      failure = error
      throw error
    }
  }
}
