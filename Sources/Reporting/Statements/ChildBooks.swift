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
  /// The facts that hold.
  let facts: [NumberedFact]
  /// The child's lines, each with all its versions.
  public let lines: [LineStanding]
  /// The movements of the child's entries, each with the record that made it.
  public let moved: [Movement]
  /// The same by plan line, in order of days.
  private let movedByLine: [PlanLineReference: [Moved]]

  /// A movement, and the record that made it.
  public typealias Movement = (record: JournalRecord, moved: Moved)

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
    let facts = records.compactMap { record -> NumberedFact? in
      guard let fact = record.content.fact, !fact.source.isUndone(undone) else { return nil }
      return NumberedFact(number: record.number, fact: fact)
    }
    self.facts = facts
    let grants = facts.compactMap { GrantRecord($0.fact) }
    lines = Dictionary(grouping: facts.compactMap { PlanLine($0.fact) }, by: \.reference)
      .map { LineStanding(of: $0, versions: $1, grants: grants, records: records) }
      .sorted { $0.reference < $1.reference }
    let moved = records.flatMap { record in record.content.moved.map { (record, $0) } }
    self.moved = moved
    var byLine: [PlanLineReference: [Moved]] = [:]
    for (_, moved) in moved {
      for line in Set([moved.debit.use, moved.credit.use].compactMap(\.planLine)) {
        byLine[line, default: []].append(moved)
      }
    }
    movedByLine = byLine.mapValues { $0.sorted { $0.day < $1.day } }
  }

  struct NumberedFact {
    let number: Int
    let fact: Fact
  }

  public func amount(of figure: Figure) -> Money {
    figure.terms.map { term in candidates(for: term).map { term.counts($0) }.total() }.total()
  }

  /// Movements among which are all that a term counts.
  private func candidates(for term: Term) -> ArraySlice<Moved> {
    guard let line = term.account.planLine else { return moved.map(\.moved)[...] }
    let all = movedByLine[line] ?? []
    let first = term.days.first.map { day in all.partitioningIndex { $0.day >= day } } ?? 0
    let end = term.days.last.map { day in all.partitioningIndex { $0.day > day } } ?? all.count
    return all[first..<max(first, end)]
  }

  /// What a figure is made of, in order of day and record, and how much of it each movement is.
  func rows(of figure: Figure) -> [(record: JournalRecord, moved: Moved, amount: Money)] {
    moved.compactMap { record, moved in
      let counted = figure.terms.map { $0.counts(moved) }
      guard counted.contains(where: { $0 != .zero }) else { return nil }
      return (record, moved, counted.total())
    }.sorted { ($0.moved.day, $0.record.number) < ($1.moved.day, $1.record.number) }
  }

  func text(_ reference: String?) -> String? { reference.flatMap { texts[$0] } }

  func payee(of source: Source) -> String? {
    guard case .row(let row) = source.origin else { return nil }
    return payees[RowReference(batch: row.batch, row: row.row)]
  }
}

extension Array {
  /// The first place whose element is of the second part, where all of the first part come before.
  fileprivate func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
