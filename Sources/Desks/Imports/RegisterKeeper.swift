import Bookkeeping
import Funding
import Importing
import Storage

/// Keeps what the ledger may not hold of the rows that are posted.
final class RegisterKeeper {
  private let register: any RegisterWriter
  private var hidden: [HiddenRow] = []
  private var kept: Set<String> = []

  init(_ register: any RegisterWriter) { self.register = register }

  func keep(_ reading: Reading, of batch: ImportReference) async throws {
    // What a families file says is the family's record, and nothing leads back to its rows.
    if case .family(let family) = reading.intent { return try await register.keep(family) }
    if let cells = reading.hidden {
      hidden.append(
        HiddenRow(
          batch: batch.number, row: reading.place.row, digest: cells.digest,
          encoded: cells.encoded))
      if hidden.count >= 512 { try await flush() }
    }
    for text in reading.texts where kept.insert(text.reference).inserted {
      try await register.keep(text.text, as: text.reference)
    }
  }

  func finish() async throws { try await flush() }

  private func flush() async throws {
    try await register.keep(hidden)
    hidden.removeAll(keepingCapacity: true)
  }
}
