import Bookkeeping
import Funding
import GRDB
import Storage

/// Holding what the file keeps beside the chain against its sums, before a figure is made of it.
extension KeptSums {
  func requireFlows() throws {
    try require(.flows) {
      let rows = try Row.fetchCursor(db, sql: "SELECT kind, day, debit, credit, pence FROM flow")
      var found = ManySum()
      while let row = try rows.next() {
        found.add(
          try row.value(0), try row.value(1), try row.value(2), try row.value(3),
          try row.value(4))
      }
      return found
    }
    try require(.accounts) {
      let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM account")
      var found = ManySum()
      while let row = try rows.next() { found.add(try row.value(1), try row.value(0) as Int64) }
      return found
    }
  }

  /// What moved in a stretch, by day and flow, once it has been held against its sum.
  func stretch(
    _ number: Int64, _ take: (_ day: Int64, FlowSlot, _ pence: Int64) -> Void = { _, _, _ in }
  ) throws {
    let part = Part.stretch(number)
    let statement = try db.cachedStatement(
      sql: "SELECT kind, debit, credit, pence, day FROM stretch_flow WHERE stretch = ?")
    let rows = try Row.fetchCursor(statement, arguments: [number])
    var found = ManySum()
    while let row = try rows.next() {
      let (slot, pence, day) = (
        try FlowSlot(row), try row.value(3) as Int64, try row.value(4) as Int64
      )
      found.add(slot.kind, day, slot.debit, slot.credit, pence)
      take(day, slot, pence)
    }
    try require(part.kind)
    guard found == (try sum(part.kind.rawValue, part.number)) ?? ManySum() else {
      throw part.kind.damage
    }
  }

  /// Holds the records of some days, their kinds and their movements against their sums: one that was taken out, put
  /// on another day or moved to other accounts is missed, whether or not another makes up for what moved in it.
  func requireDays(_ days: ClosedRange<Int64>) throws {
    if let wholeDays, wholeDays.contains(days.lowerBound), wholeDays.contains(days.upperBound) {
      return
    }
    let one = days.lowerBound == days.upperBound ? Part.day(days.lowerBound) : nil
    if let one, whole.contains(one) { return }
    try require(.day)
    var found = try sums(ofDays: days)
    let kept = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT part, rows, low, high FROM kept_sum WHERE kind = 'day' AND part BETWEEN ? AND ?
          """), arguments: [days.lowerBound, days.upperBound])
    while let row = try kept.next() {
      guard found.removeValue(forKey: try row.value(0)) == (try ManySum(row, from: 1)) else {
        throw Kind.day.damage
      }
    }
    guard found.isEmpty else { throw Kind.day.damage }
    if let one { whole.insert(one) } else { wholeDays = days }
  }

  /// The records that stand on some days, and their movements, as sums.
  func sums(ofDays days: ClosedRange<Int64>) throws -> [Int64: ManySum] {
    let arguments: StatementArguments = [days.lowerBound, days.upperBound]
    var found: [Int64: ManySum] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT day, number, kind FROM record WHERE day BETWEEN ? AND ?"),
      arguments: arguments)
    while let row = try rows.next() {
      let day = try row.value(0) as Int64
      found[day, default: ManySum()].add(record: try row.value(1), try row.value(2), on: day)
    }
    let movements = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT record.day, record, position, debit, credit, pence
          FROM record JOIN movement ON movement.record = record.number WHERE record.day BETWEEN ? AND ?
          """), arguments: arguments)
    while let row = try movements.next() {
      found[try row.value(0), default: ManySum()].add(
        movement: try row.value(2), of: try row.value(1), try row.value(3), try row.value(4),
        try row.value(5))
    }
    return found
  }

  /// Holds the digest of a record, among those recorded next to it, against their sum: one that was made anew does not
  /// belong there, whatever the record before and the one after it say.
  func requireLink(of record: Int) throws {
    try requireLinks((Int64(record) - 1) / KeptSums.linksTogether)
  }

  private func requireLinks(_ number: Int64) throws {
    let part = Part(kind: .link, number: number)
    try require(part) {
      let first = number * KeptSums.linksTogether + 1
      let rows = try Row.fetchCursor(
        // From the table, which is what is read, and not from an index that may say otherwise.
        db.cachedStatement(
          sql: "SELECT number, digest FROM record NOT INDEXED WHERE number BETWEEN ? AND ?"),
        arguments: [first, first + KeptSums.linksTogether - 1])
      var found = ManySum()
      while let row = try rows.next() { found.add(try row.digest(1), of: try row.value(0)) }
      if found.count < (try sum(part)).count { throw RecordReader.recordGone }
      return found
    }
  }

  func requireSeen(_ twin: UInt64) throws {
    let part = Part.seen(twin)
    try require(part) {
      let rows = try Row.fetchCursor(
        db, sql: "SELECT twin, rest, batch, row, day FROM seen WHERE twin BETWEEN ? AND ?",
        arguments: [part.number << 52, part.number << 52 | (1 << 52 - 1)])
      var found = ManySum()
      while let row = try rows.next() { found.add(try SeenRow(row)) }
      return found
    }
  }

  func require(word: String) throws {
    guard !wholeWords.contains(word) else { return }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT record FROM mention WHERE word = ?"), arguments: [word])
    var found = ManySum()
    while let row = try rows.next() { found.add(word, try row.value(0) as Int) }
    try require(found, under: word)
    wholeWords.insert(word)
  }

  /// Holds what was found under a word against its sum, and what has been added to it since that was written.
  func require(_ found: ManySum, under word: String) throws {
    let part = Part.word(word)
    try require(part) { try words(in: part) }
    var sum = try sum(of: word, in: part) ?? ManySum()
    if let change = wordChanges[word] { sum.add(change) }
    guard found == sum else { throw part.kind.damage }
  }

  /// Holds the sums of all kinds against the last record, with which they were kept: those of an earlier or
  /// another ledger are not.
  func requireSeal() throws {
    guard !isSealed else { return }
    guard try sum("seal", 0) == (try seal(try db.lastHead())) else {
      throw StorageFailure.damaged("the seal of the sums is not that of its last record")
    }
    isSealed = true
  }

  /// What the sums do not agree with, or the kind of those that do not, if there is one.
  func fault() throws -> Verdict.Fault? {
    do {
      try requireFlows()
      for twin in try db.numbers("SELECT DISTINCT twin >> 52 FROM seen") {
        try requireSeen(UInt64(bitPattern: twin << 52))
      }
      for number in try db.numbers(
        "SELECT stretch FROM stretch_flow UNION SELECT part FROM kept_sum WHERE kind = 'stretch'")
      { try stretch(number) }
      for word in try db.texts(
        """
        SELECT word FROM mention UNION SELECT word FROM word_sum WHERE substr(word, 1, ?1) <> ?2
        """, [KeptSums.postings.count, KeptSums.postings])
      { try require(word: word) }
      for part in try db.numbers(
        """
        SELECT (number - 1) / ?1 FROM record UNION SELECT part FROM kept_sum WHERE kind = 'link'
        """, [KeptSums.linksTogether])
      { try requireLinks(part) }
      try requirePostings()
      for part in try db.numbers("SELECT DISTINCT part FROM word_sum") {
        let part = Part(kind: .word, number: part)
        try require(part) { try words(in: part) }
      }
      for kind in Kind.allCases { try require(kind) }
      let kinds = try db.texts("SELECT DISTINCT kind FROM kept_sum")
      if kinds.contains(where: { Kind(rawValue: $0) == nil && !["top", "seal"].contains($0) }) {
        return .damaged("it has sums of nothing that is kept")
      }
    } catch StorageFailure.damaged(let words) {
      // That a record is missing is said by the walk along the chain.
      if StorageFailure.damaged(words) == RecordReader.recordGone { return nil }
      let named = Kind.allCases.first { words.hasPrefix($0.name) }.map {
        Verdict.Fault.keptFigureDiffers($0.name)
      }
      return named ?? (words.hasPrefix("the seal") ? .sealDiffers : .damaged(words))
    }
    return nil
  }

  private func require(_ part: Part, _ found: () throws -> ManySum) throws {
    guard !whole.contains(part) else { return }
    try require(part.kind)
    guard try found() == sum(part) else { throw part.kind.damage }
    whole.insert(part)
  }

  /// Holds the sums of a kind against the sum of them.
  private func require(_ kind: Kind) throws {
    guard !wholeKinds.contains(kind) else { return }
    try requireSeal()
    var found = kind.beginning
    let rows = try Row.fetchCursor(
      db, sql: "SELECT part, rows, low, high FROM kept_sum WHERE kind = ?",
      arguments: [kind.rawValue])
    while let row = try rows.next() {
      found.add(kind.rawValue, try row.value(0), try ManySum(row, from: 1))
    }
    guard try top(kind) == found else { throw kind.damage }
    wholeKinds.insert(kind)
  }

  private func words(in part: Part) throws -> ManySum {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT word, rows, low, high FROM word_sum WHERE part = ?"),
      arguments: [part.number])
    var found = ManySum()
    while let row = try rows.next() {
      found.add(try row.value(0) as String, 0, try ManySum(row, from: 1))
    }
    return found
  }
}
