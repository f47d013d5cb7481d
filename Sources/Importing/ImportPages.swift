/// The rows of a file, read ahead of whoever posts them.
///
/// Reading and posting take about as long as each other, and neither needs the other's state: while
/// one page is posted, the next is read.
public actor ImportPages {
  private let stream: ImportStream
  /// Why reading had to stop.
  private var fault: Unusable?

  /// Opens the file, to be read from its first row.
  ///
  /// `isWhole` is whether the texts of cells are wanted.
  public init(_ reader: ImportReader, whole isWhole: Bool) throws(Unusable) {
    stream = try reader.open(whole: isWhole)
  }

  /// Some rows, and how much of the file has been read with them.
  public struct Page: Sendable {
    public let results: [RowResult]
    public let bytesRead: Int
  }

  /// Hands over every page, and reads the next one meanwhile.
  ///
  /// - Throws: ``Unusable`` where reading had to stop, once what came before that place was handed over; or
  ///   what `take` throws.
  public nonisolated func each(_ take: (Page) async throws -> Void) async throws {
    var page = try await next()
    while let current = page {
      async let following = next()
      try await take(current)
      page = try await following
    }
  }

  /// The next rows, or none at the end.
  private func next() throws(Unusable) -> Page? {
    if let fault { throw fault }
    var results: [RowResult]
    do {
      guard let read = try stream.next() else { return nil }
      results = read
    } catch {
      fault = error
      results = stream.rest()
    }
    return Page(results: results, bytesRead: stream.bytesRead)
  }

  /// What has been found out about the file so far: all of it, at its end.
  public var summary: SheetSummary { stream.summary }
}
