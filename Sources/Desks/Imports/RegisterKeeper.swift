import Bookkeeping
import Funding
import Importing
import Storage

/// Keeps what the ledger may not hold of the rows that are posted, and who they are.
final class RegisterKeeper {
  private let register: any RegisterWriter
  private let sorter: KeySorter
  private var hidden: [HiddenRow] = []
  private var kept: Set<String> = []

  init(_ register: any RegisterWriter, folder: String) {
    self.register = register
    sorter = KeySorter(folder: folder)
  }

  func keep(_ reading: Reading, of batch: ImportReference) async throws {
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
    if case .family(let family) = reading.intent { return try await register.keep(family) }
    try sorter.add(
      RowKey(
        reading.identity, day: reading.day, at: reading.place,
        amount: reading.amount, mayBeTwin: false))
  }

  func finish() async throws { try await flush() }

  private func flush() async throws {
    try await register.keep(hidden)
    hidden.removeAll(keepingCapacity: true)
  }

  /// Has the ledger remember the rows, in the order in which that is quickest.
  func remember(in ledger: Bookkeeper, as batch: ImportReference) async throws {
    var keys = try sorter.sorted()
    var rows: [SeenRow] = []
    while let key = try keys.next() {
      rows.append(SeenRow(key.identity, batch: batch.number, row: Int(key.row), day: key.day))
      guard rows.count == 1024 else { continue }
      try await ledger.remember(rows)
      rows.removeAll(keepingCapacity: true)
    }
    try await ledger.remember(rows)
  }
}
