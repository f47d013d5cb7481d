public import Bookkeeping
public import Funding

/// What the ledger and the register know of one child: all that a statement is made of.
public struct ChildBooks: Sendable {
  public let child: ChildReference
  /// The records that mention the child, as far as they are known, in order.
  public let records: [JournalRecord]
  public let family: Family
  /// Texts of the register, by the references that the records hold.
  public let texts: [String: String]
  /// The names of payees, by the rows that paid them.
  public let payees: [RowReference: String]
  /// Imports that were taken back.
  public let undone: Set<Int>

  /// A row of a file that was imported.
  public struct RowReference: Hashable, Sendable {
    public let batch: Int
    public let row: Int

    public init(batch: Int, row: Int) {
      self.batch = batch
      self.row = row
    }
  }

  public init(
    of child: ChildReference, _ records: [JournalRecord], family: Family,
    texts: [String: String], payees: [RowReference: String], undone: Set<Int>
  ) {
    self.child = child
    self.records = records
    self.family = family
    self.texts = texts
    self.payees = payees
    self.undone = undone
  }

  /// The facts that hold.
  var facts: [NumberedFact] {
    records.compactMap { record in
      guard let fact = record.content.fact, !fact.source.isUndone(undone) else { return nil }
      return NumberedFact(number: record.number, fact: fact)
    }
  }

  struct NumberedFact {
    let number: Int
    let fact: Fact
  }

  /// The child's lines, each with all its versions.
  public var lines: [LineStanding] {
    let grants = facts.compactMap { GrantRecord($0.fact) }
    return Dictionary(grouping: facts.compactMap { PlanLine($0.fact) }, by: \.reference)
      .map { LineStanding(of: $0, versions: $1, grants: grants, records: records) }
      .sorted { $0.reference < $1.reference }
  }

  /// The movements of the child's entries, each with the record that made it.
  public var moved: [(record: JournalRecord, moved: Moved)] {
    records.flatMap { record in record.content.moved.map { (record, $0) } }
  }

  public func amount(of figure: Figure) -> Money {
    figure.terms.map { term in moved.map { term.counts($0.moved) }.total() }.total()
  }

  func text(_ reference: String?) -> String? { reference.flatMap { texts[$0] } }

  func payee(of source: Source) -> String? {
    guard case .row(let row) = source.origin else { return nil }
    return payees[RowReference(batch: row.batch, row: row.row)]
  }
}
