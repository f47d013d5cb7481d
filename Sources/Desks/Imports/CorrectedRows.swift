package import Bookkeeping
package import Funding
import Importing
import Storage

/// The rows of an import that a file corrects, and of those before it that it corrected itself.
struct CorrectedRows {
  private var rows: [RowPlace: Old] = [:]
  /// By what they are known by: those that have not been found in the file yet.
  private var left: [EarlierRow: [RowPlace]] = [:]
  /// By number: the rows that a record is of, where it is of more than one.
  private var shared: [Int: [RowPlace]] = [:]
  /// By who gives to which fund: what of a row fell due from it or came, and which rows say that it came.
  private var given: [Coding: (rows: Set<RowPlace>, received: Set<RowPlace>)] = [:]

  /// What a row of an earlier file came to.
  private struct Old {
    let identity: RowIdentity
    let day: Day
    let amount: Money?
    var records: [Int] = []
    /// Whether it said something that moves no money, and that no entry takes back.
    var isNoted = false
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
    shared = rows.reduce(into: [:]) { shared, row in
      for record in row.value.records { shared[record, default: []].append(row.key) }
    }
    .filter { $0.value.count > 1 }
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
      if case .posted(let event, let entry) = record.content,
        [.contributionDue, .contributionReceived].contains(event),
        let partner = entry.movements.first?.credit
      {
        let key = Coding(partner.fund, .contributions, partner: partner.partner)
        given[key, default: ([], [])].rows.insert(place)
        if event == .contributionReceived { given[key]?.received.insert(place) }
      }
      switch record.content.fact?.kind {
      case nil, .evidenceWaiting: rows[place]?.records.append(record.number)
      // A word on the row itself goes with it.
      case .rowMatched, .rowTwin, .rowHeld: break
      default: rows[place]?.isNoted = true
      }
    }
  }

  /// Takes note of a row of the file: one that is the same stays.
  mutating func find(_ key: RowKey) {
    _ = left[EarlierRow(key.identity, day: key.day)]?.popLast()
  }

  /// The rows that the file does not have, of the months that are meant.
  ///
  /// The rows of one payment are one entry, which is taken back whole: so those are among them that the file has
  /// again, and that are posted again beside what it has otherwise.
  ///
  /// - Throws: a refusal, where a row said something that no entry takes back.
  func gone(where isMeant: (Month) -> Bool) throws(DeskFailure) -> [GoneRow] {
    var places = Set(left.flatMap { isMeant(Month(of: $0.key.day)) ? $0.value : [] })
    let own = places
    var next = places
    while !next.isEmpty {
      var beside = next.flatMap { rows[$0]?.records ?? [] }.flatMap { shared[$0] ?? [] }
      // What was received was held to what was due then.
      for partner in given.values where !partner.rows.isDisjoint(with: next) {
        beside += partner.received.filter { rows[$0].map { isMeant(Month(of: $0.day)) } ?? false }
      }
      next = Set(beside).subtracting(places)
      places.formUnion(next)
    }
    if let place = places.filter({ rows[$0]?.isNoted ?? false }).min() {
      throw DeskFailure(.refused, CorrectedRows.moreThanMoney(place))
    }
    return places.sorted().compactMap { row($0, isBeside: !own.contains($0)) }
  }

  /// The rows that stay, since the file has not their months.
  func staying(besides months: Set<Month>) -> [GoneRow] {
    left.filter { !months.contains(Month(of: $0.key.day)) }.flatMap(\.value)
      .compactMap { row($0, isBeside: false) }
  }

  private func row(_ place: RowPlace, isBeside: Bool) -> GoneRow? {
    rows[place].map {
      GoneRow(
        place: place, identity: $0.identity, day: $0.day, amount: $0.amount, records: $0.records,
        isBeside: isBeside)
    }
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
    .error(
      "corrects-not-of-kind", "a file of kind \(kind.rawValue) does not correct another row by row",
      why: kind == .openings
        ? "a balance is opened once, and all that follows stands on it"
        : "a later version of a budget, a plan line or a receipt takes the earlier’s place by itself",
      next: "import it as it is, or first take the other back: \(.undoImport(batch.code))")
  }

  private static func moreThanMoney(_ place: RowPlace) -> Diagnostic {
    .error(
      "corrects-more-than-money",
      "row \(place.row) of \(place.batch), which the file has otherwise or no more, did more than move"
        + " money",
      why:
        "a plan line, a share or a notice that it wrote is taken back with its whole import alone",
      next: "take that import back, and import this file after it: \(.undoImport(place.batch.code))"
    )
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
  /// Whether the file has it still, and it goes since another row of its payment does.
  package let isBeside: Bool
  /// The row of the file that it became; none where it is gone.
  package var becomes: Int?
}

/// Finds which new row of a file each row became that its earlier form has otherwise: one of its payee and
/// amount, or one of its number, or one of its day and amount.
struct CorrectionPairing {
  private var gone: [GoneRow]
  private var byTwin: [UInt64: [Int]] = [:]
  private var byNumber: [UInt64: [Int]] = [:]
  private var byDay: [Moved: [Int]] = [:]
  /// New rows that could be none by payee and amount.
  private var others: [RowKey] = []

  private struct Moved: Hashable {
    let day: Day
    let amount: Money?
  }

  init(_ gone: [GoneRow]) {
    self.gone = gone
    for (place, row) in gone.enumerated().reversed() {
      byTwin[row.identity.twin, default: []].append(place)
      byNumber[row.identity.number, default: []].append(place)
      byDay[Moved(day: row.day, amount: row.amount), default: []].append(place)
    }
  }

  mutating func offer(_ key: RowKey) {
    if gone.isEmpty { return }
    if let place = byTwin[key.identity.twin]?.popLast() {
      gone[place].becomes = Int(key.row)
    } else {
      others.append(key)
    }
  }

  mutating func paired() -> [GoneRow] {
    let keys = others.sorted { $0.row < $1.row }
    var taken: Set<UInt32> = []
    for key in keys where key.mayBeTwin {
      if let place = free(in: &byNumber[key.identity.number, default: []]) {
        gone[place].becomes = Int(key.row)
        taken.insert(key.row)
      }
    }
    for key in keys where !taken.contains(key.row) {
      if let place = free(in: &byDay[Moved(day: key.day, amount: key.amount), default: []]) {
        gone[place].becomes = Int(key.row)
      }
    }
    return gone
  }

  /// The first row of some that became nothing so far.
  private func free(in places: inout [Int]) -> Int? {
    while let place = places.popLast() {
      if gone[place].becomes == nil { return place }
    }
    return nil
  }
}
