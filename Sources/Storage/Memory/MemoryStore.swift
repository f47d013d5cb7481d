import Funding

/// A ledger kept in memory: the reference that every other store is held to.
public struct MemoryStore: LedgerStore {
  private let keeper = Keeper()

  public init() {}

  /// Holds the books between pieces of writing, of which there is one at a time.
  private actor Keeper {
    private(set) var books = MemoryBooks()
    private var isWriting = false

    func begin() throws(StorageFailure) -> MemoryBooks {
      if isWriting { throw .locked }
      isWriting = true
      return books
    }

    func end(keeping new: MemoryBooks?) {
      if let new { books = new }
      isWriting = false
    }
  }

  public func snapshot<Result>(
    _ work: (any StoreQuestions) async throws -> Result
  ) async throws -> Result {
    try await work(await keeper.books)
  }

  public func write<Result>(
    _ work: (any LedgerWriter) async throws -> Result
  ) async throws -> Result {
    let writer = MemoryWriter(books: try await keeper.begin())
    do {
      let result = try await work(writer)
      if let refusal = writer.refusal { throw refusal }
      await keeper.end(keeping: writer.books)
      return result
    } catch {
      await keeper.end(keeping: nil)
      throw error
    }
  }

  /// - Returns: none, since there is nothing in memory but the books.
  public func engineFault() -> Verdict.Fault? { nil }
}

/// The books of a memory store while something is being written to them.
private final class MemoryWriter: LedgerWriter {
  private(set) var books: MemoryBooks
  /// What could not be written, after which none of it is kept.
  private(set) var refusal: StorageFailure?

  init(books: MemoryBooks) { self.books = books }

  var questions: any StoreQuestions { books }

  func append(_ drafts: [Draft]) async throws(StorageFailure) -> Int {
    if let refusal { throw refusal }
    do throws(StorageFailure) {
      return try books.append(drafts)
    } catch {
      refusal = error
      throw error
    }
  }

  func remember(_ rows: [SeenRow]) async { books.remember(rows) }
}
