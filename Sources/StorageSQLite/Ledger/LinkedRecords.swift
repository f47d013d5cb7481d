import Bookkeeping
import Funding
import Storage

/// Records that go to the end of the chain, with all of their rows that can be known before the file is touched.
struct LinkedRecords: Sendable {
  var records: [LinkedRecord] = []
  /// Codings that are met for the first time, each with the place by which the records call it.
  var codings: [(place: Int, coding: Coding)] = []
}

/// A record that has its number and its digest.
struct LinkedRecord: Sendable {
  let record: JournalRecord
  let stored: StoredRecord
  let digest: Digest
  let previous: Digest?
  /// The places of the codings of its movements, debit and credit in turn.
  let codings: [Int]
  let words: [String]
  let postings: [(line: String, posting: LinePosting)]
}

/// Links what is to be recorded to the end of the chain, before it is written.
struct RecordLinks {
  private var head: Head
  private var chain: Chain
  private var places: [Coding: Place] = [:]
  /// The codings of the record that is being linked, as the chain hashes them.
  private var encoded: [[UInt8]] = []

  /// Where a coding is kept, and how the chain hashes it.
  private struct Place {
    let number: Int
    let encoded: [UInt8]
  }

  /// Codings are few in most ledgers; where they are many, their places are given out afresh.
  private static let most = 20_000

  /// - Parameter head: the record after which the first of them comes.
  init(after head: Head) {
    self.head = head
    chain = Chain(after: head.digest)
  }

  /// The number of the next record.
  var next: Int { head.number + 1 }

  /// Links records, in their order.
  mutating func link(_ drafts: [Draft]) throws(StorageFailure) -> LinkedRecords {
    if places.count >= RecordLinks.most { places.removeAll(keepingCapacity: true) }
    var linked = LinkedRecords()
    linked.records.reserveCapacity(drafts.count)
    for draft in drafts {
      if let last = head.recorded, draft.recorded < last {
        throw .recordedBefore(draft.recorded, last: last)
      }
      link(draft.numbered(next), &linked)
    }
    return linked
  }

  private mutating func link(_ record: JournalRecord, _ linked: inout LinkedRecords) {
    let stored = StoredRecord(record)
    var numbers: [Int] = []
    numbers.reserveCapacity(stored.movements.count * 2)
    encoded.removeAll(keepingCapacity: true)
    for movement in stored.movements {
      for coding in [movement.debit, movement.credit] {
        let place = place(of: coding, &linked)
        numbers.append(place.number)
        encoded.append(place.encoded)
      }
    }
    var rest = encoded.makeIterator()
    let digest = chain.link(stored) { _ in rest.next() ?? [] }
    linked.records.append(
      LinkedRecord(
        record: record, stored: stored, digest: digest,
        previous: head.number == 0 ? nil : head.digest, codings: numbers,
        words: record.content.mentions.map(\.text),
        postings: record.linePostings.map { ($0.line.code, $0.posting) }))
    head = Head(number: record.number, digest: digest, recorded: record.recorded)
  }

  private mutating func place(of coding: Coding, _ linked: inout LinkedRecords) -> Place {
    if let place = places[coding] { return place }
    let place = Place(number: places.count, encoded: Chain.encoded(coding))
    places[coding] = place
    linked.codings.append((place.number, coding))
    return place
  }
}
