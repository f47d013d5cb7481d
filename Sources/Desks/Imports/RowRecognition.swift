import Bookkeeping
import Funding
import Importing
import Storage

/// Finds which rows of a file are known, and which may be twins of another.
struct RowRecognition {
  let books: OpenBooks
  let kind: ImportKind

  /// How many groups of rows are looked up at once.
  private static let page = 256

  func run(_ preview: inout ImportPreview, _ sorter: KeySorter) async throws {
    if kind == .families { return try await families(&preview) }
    let window = try await books.books.window(for: kind, on: preview.summary.lastDay)
    let recogniser = Recogniser(window: window)
    let isCovered = try await isCovered(preview.summary, window: window)
    var keys = try sorter.sorted()
    var held: RowKey?
    var groups: [[RowKey]] = []
    while let group = try keys.nextGroup(&held) {
      if isCovered {
        groups.append(group)
        guard groups.count == RowRecognition.page else { continue }
        try await settle(groups, recogniser, &preview)
        groups = []
      } else if group.count > 1 {
        settle(group, [], recogniser, &preview)
      }
    }
    try await settle(groups, recogniser, &preview)
  }

  private func settle(
    _ groups: [[RowKey]], _ recogniser: Recogniser, _ preview: inout ImportPreview
  ) async throws {
    let twins = groups.compactMap { $0.first?.identity.twin }
    let earlier = try await books.books.twins(of: twins)
    for group in groups {
      let rows = group.first.flatMap { earlier[$0.identity.twin] } ?? []
      let known = rows.map { EarlierRow($0.identity, day: $0.day) }
      settle(group, known, recogniser, &preview)
    }
  }

  private func settle(
    _ group: [RowKey], _ earlier: [EarlierRow], _ recogniser: Recogniser,
    _ preview: inout ImportPreview
  ) {
    recogniser.recognise(group, earlier: earlier) { key, recognition in
      switch recognition {
      case .new: break
      case .known:
        preview.move(key.amount, row: Int(key.row), to: .known)
      case .oneMore:
        preview.doubt(
          key, "twin-one-more",
          "it is one more of its kind than an earlier file that covers its day")
      case .otherDay:
        preview.doubt(
          key, "twin-other-day", "its payee, amount and reference stand on another day too")
      }
    }
  }

  /// Whether any earlier import of the kind held rows near the days of this one.
  private func isCovered(_ summary: SheetSummary, window: Int) async throws -> Bool {
    guard let first = summary.firstDay, let last = summary.lastDay else { return false }
    let near = first.advanced(by: -window)...last.advanced(by: window)
    return try await books.books.facts(.fact(.fileImported)).contains { found in
      guard found.fact.source["kind"] == kind.rawValue,
        let start = found.fact.source["first-day"].flatMap({ Day($0) }),
        let end = found.fact.source["last-day"].flatMap({ Day($0) })
      else { return false }
      return start <= near.upperBound && near.lowerBound <= end
    }
  }

  /// A family is known if the register says the same of it.
  private func families(_ preview: inout ImportPreview) async throws {
    let stream = try preview.ready.reader.open(whole: false)
    while let results = try stream.next() {
      for case .reading(let reading) in results {
        guard case .family(let family) = reading.intent,
          try await books.names.family(family.child) == family
        else { continue }
        preview.move(.zero, row: reading.place.row, to: .known)
      }
    }
  }
}
