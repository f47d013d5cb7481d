public import Bookkeeping
public import Funding

/// A place where a ledger is kept.
public protocol LedgerStore: Sendable {
  /// Lends one snapshot of what is kept for as long as the work takes, whatever is written meanwhile.
  func snapshot<Result>(_ work: (any StoreQuestions) async throws -> Result) async throws -> Result

  /// Does all of a piece of writing, or none of it.
  ///
  /// - Throws: what the work throws, after which the store is as it was; or a ``StorageFailure``.
  func write<Result>(_ work: (any LedgerWriter) async throws -> Result) async throws -> Result

  /// What only the store's own engine can find wrong: with its rules, its numbering, its pages.
  func engineFault() async throws(StorageFailure) -> Verdict.Fault?
}

extension LedgerStore {
  /// Opens the books at a point, and does something with them, all of it from one snapshot.
  ///
  /// - Throws: ``StorageFailure/pointNotKnown(_:)`` where the ledger has no such point; what the work
  ///   throws.
  public func reading<Result>(
    at point: ReadingPoint = .now, _ work: (Books) async throws -> Result
  ) async throws -> Result {
    try await snapshot { questions in try await work(Books(questions, at: point)) }
  }

  /// Keeps the books by the rules of a ``Bookkeeper``: all of the work, or none of it.
  ///
  /// `day` is the day of recording, and `actor` who acts.
  /// `isRehearsal` is whether to give it all up at the end.
  public func keepingBooks<Result>(
    on day: Day, by actor: Actor, isRehearsal: Bool, _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    var rehearsed: Result?
    do {
      return try await write { writer in
        let result = try await work(
          Bookkeeper(writer, on: day, by: actor, isRehearsal: isRehearsal))
        guard isRehearsal else { return result }
        rehearsed = result
        throw Rehearsed()
      }
    } catch let given as Rehearsed {
      guard let rehearsed else { throw given }
      return rehearsed
    }
  }
}

/// Thrown to give a piece of writing up once it has shown what it would do.
private struct Rehearsed: Error {}

/// A ledger while something is being written to it.
///
/// What it reads includes what it has written, which nobody else sees until it is kept. Once it has
/// been refused something, it takes no more, and nothing of what it wrote is kept.
public protocol LedgerWriter: LedgerReading {
  /// Adds records to the end of the chain.
  ///
  /// - Returns: the number of the first of them.
  @discardableResult
  func append(_ drafts: [Draft]) async throws(StorageFailure) -> Int

  /// Takes records to be added, without waiting until they are written: they may be on their way
  /// while what comes after them is worked out.
  ///
  /// Whatever is asked or added later comes after them, and is told what they were refused for.
  func take(_ drafts: [Draft]) async throws(StorageFailure)

  /// Takes rows to be remembered as posted, in the same way. They may come in any order, and come
  /// fastest in that of their identities.
  func remember(_ rows: [SeenRow]) async throws(StorageFailure)
}

extension LedgerWriter {
  public func take(_ drafts: [Draft]) async throws(StorageFailure) { try await append(drafts) }

  public var last: Int { .max }
}
