public import Bookkeeping
public import Funding

/// A ledger as it stood at one point: what every report is made from.
///
/// What holds of the whole ledger at that point is read once, when the books are opened.
public struct Books: LedgerReading {
  public let questions: any StoreQuestions
  /// The point that was asked for.
  public let point: ReadingPoint
  /// The last record of the point, and its digest.
  public let head: Head
  /// The imports that had been taken back by then.
  public let undone: Set<Int>
  /// The settings that had been adopted by then.
  public let policy: Policy
  private let adopted: Charter?

  /// Opens the books at a point.
  ///
  /// - Throws: ``StorageFailure/pointNotKnown(_:)`` where the ledger has no such point.
  public init(_ questions: any StoreQuestions, at point: ReadingPoint)
    async throws(StorageFailure)
  {
    let head = try await point.head(questions)
    // The day of recording of the last record is that of the books: it is held against its digest.
    if head.number > 0 { _ = try await questions.records(head.number...head.number) }
    let whole = Whole(questions: questions, last: head.number)
    let undone = try await whole.undoneImports()
    self.questions = questions
    self.point = point
    self.head = head
    self.undone = undone
    policy = try await whole.policy()
    adopted = try await whole.last(Charter.self)?.value
  }

  public var last: Int { head.number }

  /// The day of the point: its own, or that on which its last record was recorded; none where the
  /// ledger was empty.
  public var day: Day? { if case .endOf(let day) = point { day } else { head.recorded } }

  /// Whose ledger it is.
  ///
  /// - Throws: ``StorageFailure/nothingRecorded(_:)`` at a point before the first record.
  public var charter: Charter {
    get throws(StorageFailure) {
      if let adopted { return adopted }
      if head.number == 0 { throw .nothingRecorded(point) }
      throw .damaged("it does not say whose it is")
    }
  }

  public func undoneImports() -> Set<Int> { undone }

  /// The same snapshot as it stood at an earlier point; one that is not earlier is this point.
  ///
  /// - Throws: ``StorageFailure/pointNotKnown(_:)`` where the ledger has no such point.
  public func earlier(_ point: ReadingPoint) async throws(StorageFailure) -> Books {
    let there = try await Books(questions, at: point)
    return there.head.number < head.number ? there : self
  }
}

/// A ledger up to a record of which nothing has been read yet.
private struct Whole: LedgerReading {
  let questions: any StoreQuestions
  let last: Int
}

extension ReadingPoint {
  /// The last record that counts at the point.
  fileprivate func head(_ questions: any StoreQuestions) async throws(StorageFailure) -> Head {
    let whole = try await questions.head()
    let last: Int
    switch self {
    case .now: return whole
    case .record(let number):
      if number < 0 { throw .pointNotKnown(self) }
      last = number
    case .endOf(let day): last = try await questions.lastRecorded(by: day)
    }
    if last == 0 { return .none }
    guard let head = try await questions.head(at: last) else { throw .pointNotKnown(self) }
    return head
  }
}
