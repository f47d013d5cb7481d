public import Funding

extension NumberedFact {
  /// Reads the fact as what it is.
  ///
  /// - Throws: ``StorageFailure/unreadableRecord(_:)`` where it is not one of those that may stand.
  public func read<Value: Noted>(as kind: Value.Type) throws(StorageFailure) -> Numbered<Value> {
    guard let value = Value(fact) else { throw .unreadableRecord(number) }
    return Numbered(number: number, value)
  }
}

extension [NumberedFact] {
  /// Reads those facts that are of a kind.
  ///
  /// - Throws: ``StorageFailure/unreadableRecord(_:)`` for the first that cannot be read.
  public func read<Value: Noted>(as kind: Value.Type) throws(StorageFailure) -> [Numbered<Value>] {
    var read: [Numbered<Value>] = []
    for fact in self where fact.fact.kind == Value.kind { read.append(try fact.read(as: kind)) }
    return read
  }
}

extension [JournalRecord] {
  /// The facts among the records, without those of imports that were taken back.
  package func facts(without undone: Set<Int> = []) -> [NumberedFact] {
    compactMap { record in
      guard let fact = record.content.fact, !fact.source.isUndone(undone) else { return nil }
      return NumberedFact(number: record.number, fact: fact)
    }
  }
}
