import Bookkeeping
import Funding
import GRDB
import Storage

/// The movements that touch plan lines, in the file.
struct LinePostings {
  private let kept: KeptSums
  private let insert: BulkStatement

  init(_ db: Database, _ kept: KeptSums) throws {
    self.kept = kept
    insert = try BulkStatement(
      db,
      """
      INSERT INTO line_posting
        (line, record, position, kind, day, own_day, said_on, traits, debit, credit, pence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// What of some records touches a plan line.
  static func postings(
    _ db: Database, of line: String, in records: ClosedRange<Int>
  ) throws -> [LinePosting] {
    let statement = try BulkStatement(
      cached: """
        SELECT record, position, kind, day, own_day, said_on, traits, debit, credit, pence
        FROM line_posting WHERE line = ? AND record BETWEEN ? AND ? ORDER BY record, position
        """, db)
    var found: [LinePosting] = []
    try statement.each {
      $0.set(1, line)
      $0.set(2, Int64(records.lowerBound))
      $0.set(3, Int64(records.upperBound))
    } _: {
      found.append(try LinePosting($0))
    }
    return found
  }

  /// Adds what of a record touches plan lines.
  func add(_ record: JournalRecord) throws {
    for (line, posting) in record.linePostings { try add(posting, of: line.code) }
  }

  func add(_ posting: LinePosting, of line: String) throws {
    try insert.run { values in
      values.set(1, line)
      values.set(2, Int64(posting.record))
      values.set(3, Int64(posting.position))
      values.set(4, posting.event.rawValue)
      values.set(5, posting.day)
      values.set(6, posting.ownDay)
      values.set(7, posting.saidOn)
      values.set(8, Int64(posting.traits.rawValue))
      values.set(9, posting.debit.rawValue)
      values.set(10, posting.credit.rawValue)
      values.set(11, posting.amount.pence)
    }
    kept.add(posting, of: line)
  }
}

extension KeptSums {
  /// What stands for a line is summed under a word of its own, which begins so.
  static let postings = "postings:"

  static func word(of line: String) -> String { postings + line }

  /// The postings of a line, once they have been held against their sum.
  func postings(of line: String) throws -> [LinePosting] {
    let found = try LinePostings.postings(db, of: line, in: 1...Int.max)
    var sum = ManySum()
    for posting in found { sum.add(posting, of: line) }
    try require(sum, under: KeptSums.word(of: line))
    return found
  }

  /// Holds the postings of every line against their sums.
  func requirePostings() throws {
    for line in try db.texts(
      """
      SELECT line FROM line_posting UNION
      SELECT substr(word, ?1 + 1) FROM word_sum WHERE substr(word, 1, ?1) = ?2
      """, [KeptSums.postings.count, KeptSums.postings])
    { _ = try postings(of: line) }
  }
}

extension LinePosting {
  /// A row from its record on, in the order of the table.
  init(_ row: borrowing BulkStatement.Columns) throws {
    guard let event = EventKind(rawValue: try row.text(2)),
      let debit = Heading(rawValue: try row.text(7)),
      let credit = Heading(rawValue: try row.text(8))
    else { throw StorageFailure.damaged("what stands for a plan line is of no known kind") }
    self.init(
      record: Int(try row.number(0)), position: Int(try row.number(1)), event: event,
      day: try row.day(3), ownDay: try row.day(4), saidOn: try row.dayIfAny(5),
      traits: Traits(rawValue: Int(try row.number(6))), debit: debit, credit: credit,
      amount: Money(pence: try row.number(9)))
  }
}
