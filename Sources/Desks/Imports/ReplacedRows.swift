import Bookkeeping
import Funding
import Importing
import Storage

/// The rows of earlier imports that are replaced, found once a row of theirs is met again.
final class ReplacedRows {
  private let books: Books
  private let kind: ImportKind
  private var places: Set<RowPlace>?

  init(_ books: Books, _ kind: ImportKind) {
    self.books = books
    self.kind = kind
  }

  /// Leaves those out of some rows that stand no more.
  func leaveOut(of rows: inout [SeenRow]) async throws {
    guard !rows.isEmpty else { return }
    let replaced: Set<RowPlace>
    if let places { replaced = places } else { replaced = try await books.replacedRows(of: kind) }
    places = replaced
    if !replaced.isEmpty { rows.removeAll { replaced.contains($0.place) } }
  }
}

extension Books {
  /// Rows of earlier imports in whose place a later row of the same payment, or of the same plan line and day,
  /// stands: one that says again what they did is not known, since the ledger says something else.
  fileprivate func replacedRows(of kind: ImportKind) async throws -> Set<RowPlace> {
    switch kind {
    case .receipts:
      let facts = try await facts(.fact(.receipt)).map(\.fact)
      let standing = Set(Receipt.standing(of: facts).compactMap { $0.origin.row?.place })
      return Set(facts.compactMap { $0.source.origin.row?.place }).subtracting(standing)
    case .packages:
      let files = Set(try await imports(of: kind).map(\.value.reference))
      var told: [Version: [RowPlace]] = [:]
      for found in try await facts(.fact(.planLine)) {
        guard let line = PlanLine(found.fact) else { continue }
        let version = Version(line: line.reference, from: line.from)
        if let place = found.fact.source.origin.row?.place, files.contains(place.batch) {
          told[version, default: []].append(place)
        } else {
          // What a person has said since, or a notice, is not taken back by a list that says what it did.
          told[version] = []
        }
      }
      return Set(told.values.flatMap { places in places.filter { $0 != places.last } })
    case .dsgAllocation, .openings, .budgets, .transfers, .families, .payments, .directPayments,
      .bank, .card, .contributions, .events, .contracts, .requests, .evidence, .cases:
      return []
    }
  }
}

private struct Version: Hashable {
  let line: PlanLineReference
  let from: Day
}

extension Origin {
  fileprivate var row: RowOrigin? {
    if case .row(let row) = self { row } else { nil }
  }
}
