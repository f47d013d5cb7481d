import Bookkeeping
import Funding
import Importing
import Storage

/// What is found out of a row: what it is, and, of one that may be a twin, which row it is like.
struct Found {
  let recognition: Recognition
  let like: Like?

  init(_ recognition: Recognition, like: Like?) {
    self.recognition = recognition
    self.like = like
  }

  /// Another row, of an earlier import or of the same file.
  struct Like: CustomStringConvertible {
    let batch: ImportReference?
    let row: Int
    let day: Day

    /// The nearest row that makes a row a possible twin.
    init?(
      _ key: RowKey, _ recognition: Recognition, among group: [RowKey], _ earlier: [SeenRow]
    ) {
      switch recognition {
      case .new, .known: return nil
      case .oneMore, .sameDay, .otherPayee, .otherWords:
        guard let row = earlier.first(where: { $0.day == key.day }) else { return nil }
        self.init(row)
      case .otherDay:
        let near = earlier.filter { $0.identity.number == key.identity.number && $0.day != key.day }
        if let row = near.min(by: {
          $0.day.distance(to: key.day).magnitude
            < $1.day.distance(to: key.day).magnitude
        }) {
          self.init(row)
          return
        }
        let before = group.filter {
          $0.identity.number == key.identity.number && $0.day < key.day
        }
        guard let row = before.max(by: { $0.day < $1.day }) else { return nil }
        self.init(nil, Int(row.row), row.day)
      }
    }

    init(_ row: SeenRow) { self.init(ImportReference(row.batch), row.row, row.day) }

    private init(_ batch: ImportReference?, _ row: Int, _ day: Day) {
      self.batch = batch
      self.row = row
      self.day = day
    }

    var description: String {
      "\(batch.map { "\($0) row" } ?? "row") \(row) of \(day)"
    }
  }
}

/// Finds which rows of a file are known, and which may be twins of another.
struct RowRecognition {
  let books: Books
  let reader: ImportReader
  /// The mark of the secret with which the rows were told apart.
  let secret: Digest
  /// The rows of earlier imports that a file which corrects them has no more.
  let gone: Set<RowPlace>
  private var kind: ImportKind { reader.kind }
  /// How many groups of rows are looked up at once.
  private static let page = 256

  /// Goes through the rows of a file in the order of their identities, those that are alike together.
  ///
  /// `take` is told of each group, and of what those of its rows are that are not simply new.
  /// - Returns: what earlier imports have of the file.
  @discardableResult
  func eachGroup(
    of keys: inout SortedKeys, _ summary: SheetSummary,
    _ take: ([RowKey], [UInt32: Found]) async throws -> Void
  ) async throws -> EarlierImports {
    var earlier = EarlierImports()
    let window = try await books.window(for: kind, on: summary.lastDay)
    let recogniser = Recogniser(window: window, isNumberEnough: kind == .payments)
    let isCovered = try await isCovered(summary, window: window)
    let numbers = NumberedRows(books, reader, summary, besides: gone)
    let replaced = ReplacedRows(books, kind)
    let waiting = isCovered ? try await WaitingRows(books) : nil
    var held: RowKey?
    var groups: [[RowKey]] = []
    while let group = try keys.nextGroup(&held) {
      groups.append(group)
      guard groups.count == RowRecognition.page else { continue }
      try await settle(groups, recogniser, isCovered, numbers, waiting, replaced, &earlier, take)
      groups.removeAll(keepingCapacity: true)
    }
    try await settle(groups, recogniser, isCovered, numbers, waiting, replaced, &earlier, take)
    // Whether an earlier row stands in the file again is known once all of them have been looked at.
    for (group, found) in numbers.postponed { try await take(group, numbers.settled(group, found)) }
    earlier.missing = try await numbers.missing()
    earlier.renumbered = numbers.renumbered()
    return earlier
  }

  private func settle(
    _ groups: [[RowKey]], _ recogniser: Recogniser, _ isCovered: Bool, _ numbers: NumberedRows,
    _ waiting: WaitingRows?, _ replaced: ReplacedRows, _ imports: inout EarlierImports,
    _ take: ([RowKey], [UInt32: Found]) async throws -> Void
  ) async throws {
    let twins = isCovered ? groups.compactMap { $0.first?.identity.twin } : []
    let earlier = try await books.twins(of: twins)
    for group in groups {
      var rows = group.first.flatMap { earlier[$0.identity.twin] } ?? []
      if !gone.isEmpty { rows.removeAll { gone.contains($0.place) } }
      try await replaced.leaveOut(of: &rows)
      var found: [UInt32: Found] = [:]
      if group.count > 1 || !rows.isEmpty {
        let known = rows.map { EarlierRow($0.identity, day: $0.day) }
        recogniser.recognise(group, earlier: known) { key, recognition in
          found[key.row] = Found(
            recognition, like: Found.Like(key, recognition, among: group, rows))
        }
      }
      if found.values.contains(where: { $0.recognition == .known }) {
        for row in rows { imports.known.insert(row.place.batch) }
      }
      let held = waiting?.recognise(group, &found) ?? []
      if isCovered, try await numbers.postpones(group, found, held) { continue }
      try await take(group, found)
    }
  }

  /// Whether any earlier import of the kind held rows near the days of this one.
  ///
  /// - Throws: a refusal, where the register that told the rows of one apart was lost since.
  private func isCovered(_ summary: SheetSummary, window: Int) async throws -> Bool {
    guard let first = summary.firstDay, let last = summary.lastDay else { return false }
    let days = DaySpan(first...last)
    let near = DaySpan(first.advanced(by: -window)...last.advanced(by: window))
    let accepted = try await books.all(RestorationAccepted.self)
    let begun = accepted.last { $0.value.beginsRegister }?.number ?? 0
    let told = accepted.last { $0.value.secret != nil }?.value.secret
    let kept = try await books.all(FileImported.self).last.flatMap {
      $0.number > begun ? $0.value.secret : nil
    }
    guard [told, kept].allSatisfy({ $0 ?? secret == secret }) else {
      throw StorageFailure.secretDiffers
    }
    let imports = try await books.imports(of: kind)
    if let file = imports.last(where: { $0.number < begun && $0.value.days.overlaps(near) }) {
      throw DeskFailure(.refused, registerLost(file.value.reference))
    }
    if kind.mayHaveTwins,
      let file = imports.last(where: {
        let told = $0.value.fileKind.flatMap(ImportKind.init(rawValue:)) ?? kind
        return $0.value.rule != told.toldApartBy && $0.value.days.overlaps(days)
      })
    {
      throw DeskFailure(.refused, toldApartOtherwise(file.value.reference))
    }
    return kind == .payments
      ? !imports.isEmpty : imports.contains { $0.value.days.overlaps(near) }
  }

  private func toldApartOtherwise(_ batch: ImportReference) -> Diagnostic {
    .error(
      "rows-told-apart-otherwise",
      "which of these rows \(batch) has posted already cannot be known",
      why: "it was imported by an earlier version, which told rows apart by their remarks too",
      next: "take that import back, and import its file again: \(.undoImport(batch.code))")
  }

  private func registerLost(_ batch: ImportReference) -> Diagnostic {
    .error(
      "register-begun-since",
      "which of these rows \(batch) has posted already cannot be known",
      why: "a new register was begun since, and rows are told apart with the secret in it",
      next: "first take that import back: \(.undoImport(batch.code))")
  }
}

/// The rows that wait for a person, by what they are known by.
private struct WaitingRows {
  private let places: [EarlierRow: [RowPlace]]

  init(_ books: Books) async throws {
    places = try await books.heldRows().reduce(into: [:]) {
      $0[EarlierRow($1.identity, day: $1.day), default: []].append($1.place)
    }
  }

  /// Takes rows that wait, as their files had them, for those of the file: they are neither known nor one more.
  ///
  /// Whatever is beyond what is known and what waits is one more of its kind. Rows that are equal are of one
  /// group.
  ///
  /// - Returns: the rows that wait already.
  func recognise(_ group: [RowKey], _ found: inout [UInt32: Found]) -> Set<UInt32> {
    if places.isEmpty { return [] }
    var held: Set<UInt32> = []
    var taken: [EarlierRow: Int] = [:]
    for key in group where (found[key.row]?.recognition ?? .oneMore) == .oneMore {
      let like = EarlierRow(key.identity, day: key.day)
      guard let places = places[like], let place = places.last else { continue }
      taken[like, default: 0] += 1
      if taken[like, default: 0] <= places.count {
        found[key.row] = nil
        held.insert(key.row)
      } else {
        let seen = SeenRow(key.identity, batch: place.batch.number, row: place.row, day: key.day)
        found[key.row] = Found(.oneMore, like: Found.Like(seen))
      }
    }
    return held
  }
}

/// What earlier imports have of a file.
struct EarlierImports {
  /// The imports of which rows are known.
  fileprivate(set) var known: Set<ImportReference> = []
  /// By import of which most rows are known: how many rows of the file’s days the file has not, where that was
  /// looked at.
  fileprivate(set) var missing: [ImportReference: Int] = [:]
  /// By import: how many of its rows the file has not, though it has their number in a row that is new.
  fileprivate(set) var renumbered: [ImportReference: Int] = [:]
}
