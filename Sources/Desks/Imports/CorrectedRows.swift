package import Bookkeeping
package import Funding
import Importing
import Storage

/// The rows of an import that a file corrects, and of those before it that it corrected itself.
struct CorrectedRows {
  private var rows: [RowPlace: Old] = [:]
  /// By what they are known by: those that have not been found in the file yet.
  private var left: [EarlierRow: [RowPlace]] = [:]

  /// What a row of an earlier file came to.
  private struct Old {
    let identity: RowIdentity
    let day: Day
    let amount: Money?
    var records: [Int] = []
  }

  /// Reads what the import, and those that it corrected, posted of rows that stand.
  init(_ batch: ImportReference, _ reader: ImportReader, in books: Books) async throws {
    let (kind, amount) = (reader.kind, reader.earlierAmounts())
    guard kind.isCorrectedByRow else {
      throw DeskFailure(.refused, CorrectedRows.otherKind(kind, batch))
    }
    let files = try await books.all(FileImported.self).map(\.value)
    if let other = files.first(where: {
      $0.corrects == batch && !books.undone.contains($0.reference.number)
    }) {
      throw DeskFailure(.refused, CorrectedRows.correctedAlready(batch, by: other.reference))
    }
    let gone = try await books.goneRows()
    var next: ImportReference? = batch
    while let current = next {
      guard let file = try await books.last(FileImported.self, of: current.code),
        !books.undone.contains(current.number)
      else { throw DeskFailure(.notFound, EventRefusal.importNotKnown(current).diagnostic()) }
      guard file.value.fileKind == kind.rawValue else {
        throw DeskFailure(.refused, CorrectedRows.anotherKind(current, kind))
      }
      let known = file.value.known
      guard known == 0 || file.value.corrects != nil else {
        throw DeskFailure(.refused, CorrectedRows.partlyKnown(current, rows: known))
      }
      try await books.eachRecord(file.value.first...file.number) { count($0, of: current, amount) }
      next = file.value.corrects
    }
    // What a person made of a row that was held is the row’s as well.
    for word in try await books.all(RowSettled.self).map(\.value) where word.way == .placed {
      rows[word.place]?.records += word.shares.map(\.record)
    }
    for place in gone { rows[place] = nil }
    for (place, row) in rows {
      left[EarlierRow(row.identity, day: row.day), default: []].append(place)
    }
    for key in left.keys { left[key]?.sort { $1 < $0 } }
  }

  private mutating func count(
    _ record: JournalRecord, of batch: ImportReference, _ amount: (RowOrigin) -> Money?
  ) {
    if let held = record.content.fact.flatMap(RowHeld.init) {
      rows[held.place] = Old(identity: held.identity, day: held.day, amount: held.amount)
    }
    for source in record.content.sources {
      guard case .row(let origin) = source.origin, origin.batch == batch.number else { continue }
      let place = origin.place
      if rows[place] == nil {
        rows[place] = Old(identity: origin.identity, day: origin.day, amount: amount(origin))
      }
      let isProof = record.content.fact?.kind == .evidenceWaiting
      if isProof || record.content.entry != nil { rows[place]?.records.append(record.number) }
    }
  }

  /// Takes note of a row of the file: one that is the same stays.
  mutating func find(_ key: RowKey) {
    _ = left[EarlierRow(key.identity, day: key.day)]?.popLast()
  }

  /// The rows that the file does not have, of the months that are meant.
  func gone(where isMeant: (Month) -> Bool) -> [GoneRow] {
    left.flatMap { key, places in
      isMeant(Month(of: key.day))
        ? places.map { place in
          GoneRow(
            place: place, identity: key.identity, day: key.day, amount: rows[place]?.amount,
            records: rows[place]?.records ?? [])
        } : []
    }
    .sorted { $0.place < $1.place }
  }

  private static func correctedAlready(
    _ batch: ImportReference, by other: ImportReference
  ) -> Diagnostic {
    .error(
      "corrected-already", "\(batch) is corrected by \(other) already",
      why: "what that one posted would stand beside what this one posts",
      next: "preview the file with --corrects \(other), or take that import back first")
  }

  private static func otherKind(_ kind: ImportKind, _ batch: ImportReference) -> Diagnostic {
    let addsUp = [.directPayments, .contributions, .events, .transfers, .openings].contains(kind)
    return .error(
      "corrects-not-of-kind", "a file of kind \(kind.rawValue) does not correct another row by row",
      why: addsUp
        ? "each of its rows is posted, and those of the other import stay"
        : "a later version of a budget, a plan line or a receipt takes the earlier’s place by itself",
      next: addsUp
        ? "first take that import back: \(.undoImport(batch.code))"
        : "import it as it is, or take the other import back first")
  }

  private static func partlyKnown(_ batch: ImportReference, rows: Int) -> Diagnostic {
    .error(
      "corrects-known-rows", "\(rows) rows of \(batch) were known from earlier imports",
      why: "what those posted would stand beside what this file has otherwise",
      next: "correct the import that has posted them, or take \(batch) back first: \(.listImports)")
  }

  private static func anotherKind(_ batch: ImportReference, _ kind: ImportKind) -> Diagnostic {
    .error(
      "corrects-not-of-kind", "\(batch) is not of kind \(kind.rawValue)",
      next: "name the import of the file that this one corrects: \(.listImports)")
  }
}

/// A row of an earlier import that a file which corrects it has no more, or has otherwise.
package struct GoneRow {
  package let place: RowPlace
  let identity: RowIdentity
  package let day: Day
  package let amount: Money?
  let records: [Int]
  /// The row of the file that it became; none where it is gone.
  package var becomes: Int?
}

/// Finds which new row of a file each row became that its earlier form has otherwise: one of its payee and
/// amount, or one of its number.
struct CorrectionPairing {
  private var gone: [GoneRow]
  private var byTwin: [UInt64: [Int]] = [:]
  private var byNumber: [UInt64: [Int]] = [:]
  /// New rows that could be none by payee and amount.
  private var others: [RowKey] = []

  init(_ gone: [GoneRow]) {
    self.gone = gone
    for (place, row) in gone.enumerated().reversed() {
      byTwin[row.identity.twin, default: []].append(place)
      byNumber[row.identity.number, default: []].append(place)
    }
  }

  mutating func offer(_ key: RowKey) {
    if gone.isEmpty { return }
    if let place = byTwin[key.identity.twin]?.popLast() {
      gone[place].becomes = Int(key.row)
    } else if key.mayBeTwin {
      others.append(key)
    }
  }

  mutating func paired() -> [GoneRow] {
    for key in others.sorted(by: { $0.row < $1.row }) {
      byNumber[key.identity.number]?.removeAll { gone[$0].becomes != nil }
      if let place = byNumber[key.identity.number]?.popLast() {
        gone[place].becomes = Int(key.row)
      }
    }
    return gone
  }
}
