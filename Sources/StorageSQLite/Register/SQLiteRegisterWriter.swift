import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

/// A register file while something is being written to it.
final class SQLiteRegisterWriter: RegisterWriter {
  private let queue: DatabaseQueue
  /// Whether something was taken out of which no byte is to stay.
  private(set) var hasForgotten = false

  init(_ queue: DatabaseQueue) { self.queue = queue }

  private func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments())
    throws(StorageFailure)
  {
    try storing {
      try queue.inDatabase { db in
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
      }
    }
  }

  func keep(_ text: String, as reference: String) async throws(StorageFailure) {
    // The name that was met first stays: later spellings of it have the same reference.
    try execute(
      "INSERT INTO text (reference, text) VALUES (?, ?) ON CONFLICT DO NOTHING", [reference, text])
  }

  func keep(_ rows: [HiddenRow]) async throws(StorageFailure) {
    try storing {
      try queue.inDatabase { db in
        let insert = try BulkStatement(
          db,
          """
          INSERT INTO hidden_row (batch, row, digest, cells) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET digest = excluded.digest, cells = excluded.cells
          """)
        for row in rows {
          try insert.run { values in
            values.set(1, Int64(row.batch))
            values.set(2, Int64(row.row))
            values.set(3, row.digest.bytes)
            values.set(4, row.encoded)
          }
        }
      }
    }
  }

  func keep(_ family: Family) async throws(StorageFailure) {
    try execute(
      """
      INSERT INTO family VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (child) DO UPDATE SET given_name = excluded.given_name,
        family_name = excluded.family_name, addressee = excluded.addressee,
        address = excluded.address, address_confirmed = excluded.address_confirmed,
        contact = excluded.contact
      """,
      [
        family.child.code, family.givenName, family.familyName, family.addressee,
        family.address.joined(separator: "\n"), family.addressConfirmed?.packed, family.contact,
      ])
  }

  func add(_ record: ImportRecord, rows: [ImportRow], fates: RowFates)
    async throws(StorageFailure) -> ImportReference
  {
    try storing {
      try queue.inDatabase { db in
        // No number is given twice, though its import was taken out of the list by hand.
        let last =
          try Int.fetchOne(
            db, sql: "SELECT max(seq) FROM sqlite_sequence WHERE name = 'import'") ?? 0
        guard (0..<Int(Int32.max)).contains(last) else {
          throw StorageFailure.damaged("the register has lost count of its imports")
        }
        let free = max(record.reference.number, last + 1)
        try db.execute(sql: ImportRecord.insert, arguments: [free] + record.arguments)
        let number = Int(db.lastInsertedRowID)
        for (page, bytes) in fates.pages.enumerated() {
          try db.execute(
            sql: "INSERT INTO import_fate VALUES (?, ?, ?)", arguments: [number, page, Data(bytes)])
        }
        for tally in record.tallies {
          try db.execute(
            sql: "INSERT INTO import_tally VALUES (?, ?, ?, ?)",
            arguments: [number, tally.verdict, tally.rows, tally.amount.pence])
        }
        for row in rows {
          try db.cachedStatement(sql: ImportRow.insert).execute(arguments: row.arguments(number))
        }
        return ImportReference(number)
      }
    }
  }

  func setState(_ state: ImportRecord.State, of batch: ImportReference)
    async throws(StorageFailure) -> Bool
  {
    try storing {
      try queue.inDatabase { db in
        try db.execute(
          sql: """
            UPDATE import SET state = ? WHERE number = ? AND state NOT IN ('replaced', 'dropped')
            """, arguments: [state.rawValue, batch.number])
        return db.changesCount > 0
      }
    }
  }

  func amend(_ rows: [ImportRow], of batch: ImportReference) async throws(StorageFailure) {
    try storing {
      try queue.inDatabase { db in
        for row in rows {
          try db.cachedStatement(sql: ImportRow.amend)
            .execute(arguments: row.arguments(batch.number))
        }
      }
    }
  }

  func forget(_ named: NamingChild) async throws(StorageFailure) {
    hasForgotten = true
    try execute("DELETE FROM family WHERE child = ?", [named.child.code])
    for reference in named.texts {
      try execute("DELETE FROM text WHERE reference = ?", [reference])
    }
    for place in named.rows {
      try execute("DELETE FROM hidden_row WHERE batch = ? AND row = ?", [place.batch, place.row])
    }
    let clear = """
      UPDATE import_row SET problem = ?, is_real = NULL, reason = NULL, decided_by = NULL
      WHERE import = ?
      """
    for batch in named.imports {
      try execute(
        """
        UPDATE import SET path = '', file_name = ?, mapping_text = NULL,
          state = CASE state WHEN 'waiting' THEN 'dropped' ELSE state END
        WHERE number = ?
        """, [ImportRecord.unnamed, batch.number])
      try execute(clear, [ImportRecord.unnamed, batch.number])
    }
    for place in named.listed {
      try execute(clear + " AND row = ?", [ImportRecord.unnamed, place.batch, place.row])
    }
  }

  func witness(_ head: Head) async throws(StorageFailure) {
    try execute("DELETE FROM head WHERE number >= ?", [head.number])
    try execute(
      "INSERT INTO head VALUES (?, ?, ?)",
      [head.number, Data(head.digest.bytes), head.recorded?.packed])
  }

  func remember(_ paper: Paper) async throws(StorageFailure) {
    try execute(
      "INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      [
        paper.kind.rawValue, paper.subject, paper.month?.description ?? "", paper.record,
        Data(paper.digest.bytes), paper.made.packed,
      ])
  }
}
