import Bookkeeping
package import Reporting
import Storage

extension OpenBooks {
  /// One record, with its postings.
  package func one(_ number: Int) async throws -> Report {
    guard let found = try await books.record(number),
      let digest = try await books.digest(of: number)
    else { throw DeskFailure(.notFound, RecordListing.notFound(number)) }
    return RecordListing.one(found, digest, chart)
  }

  /// The last records, the earliest first.
  package func latest(_ count: Int) async throws -> Report {
    let last = books.head.number
    return RecordListing.list(
      try await books.records(max(last - max(count, 1) + 1, 1)...max(last, 1)), header)
  }

  /// The same snapshot as it stood at the last record whose digest begins with some digits; none
  /// where there is no such record, or too few digits are given.
  package func earlier(digestBeginning digits: String) async throws -> OpenBooks? {
    guard digits.utf8.count >= OpenBooks.fewestDigits else { return nil }
    var number = books.head.number
    while number > 0 {
      if try await books.digest(of: number)?.description.hasPrefix(digits) == true {
        return try await earlier(.record(number))
      }
      number -= 1
    }
    return nil
  }

  private static let fewestDigits = 7
}
