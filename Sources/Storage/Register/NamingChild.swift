import Bookkeeping
public import Funding

/// All of a register that names one child or its family, or may.
///
/// A text that the records of others refer to as well stays, unless it tells who the family is.
public struct NamingChild: Hashable, Sendable {
  public let child: ChildReference
  public let hasFamily: Bool
  /// The texts that only its records refer to, or that tell who the family is, by their references.
  public let texts: Set<String>
  /// How many of its texts stay, because others use them.
  public let shared: Int
  /// The rows of files whose cells are of it.
  public let rows: Set<RowPlace>
  /// The imports whose file, mapping or rows are of it.
  public let imports: Set<ImportReference>
  /// Rows of other imports, of which a message tells who the family is.
  public let listed: Set<RowPlace>

  /// A row of an import.
  public struct RowPlace: Hashable, Sendable {
    public let batch: Int
    public let row: Int

    public init(_ batch: Int, _ row: Int) { (self.batch, self.row) = (batch, row) }

    public init(_ hidden: HiddenRow) { self.init(hidden.batch, hidden.row) }
  }

  public var isEmpty: Bool {
    !hasFamily && texts.isEmpty && rows.isEmpty && imports.isEmpty && listed.isEmpty
  }

  /// Looks through a register, with a ledger that says which records are of whom.
  public init(
    _ child: ChildReference, in names: any RegisterReading, beside ledger: any LedgerReading
  ) async throws(StorageFailure) {
    let family = try await names.family(child)
    let files = try await ledger.records(mentioning: .fact(.fileImported))
    var records = RecordsOfChild(
      try await RecordsOf([child], in: ledger, files),
      besides: try await RecordsOf(try await ledger.forgottenChildren(), in: ledger, files))
    let last = try await ledger.head().number
    if last > 0 { try await ledger.eachRecord(1...last) { records.count($0) } }
    let isTold = { (text: String) in family?.isTold(by: text) ?? false }

    // What a families file said needs no row of it, and the names of an earlier time stand there.
    let filesOfFamilies = Set(
      files.compactMap(\.content.fact).filter { $0.source["kind"] == "families" }
        .compactMap { ImportReference($0.subject)?.number })
    let texts = try await names.allTexts()
    let words = Set(texts.values)
    var rows: Set<RowPlace> = []
    var said: Set<String> = []
    try await names.eachHiddenRow { hidden in
      let place = RowPlace(hidden)
      let isOwn = records.rows.contains(place) || records.imports.contains(hidden.batch)
      guard
        isOwn || filesOfFamilies.contains(hidden.batch)
          || isTold(String(decoding: hidden.encoded, as: UTF8.self))
      else { return }
      rows.insert(place)
      if isOwn { said.formUnion(hidden.cells.filter(words.contains)) }
    }
    var saidByOthers: Set<String> = []
    try await names.eachHiddenRow { hidden in
      if !rows.contains(RowPlace(hidden)) {
        saidByOthers.formUnion(hidden.cells.filter(said.contains))
      }
    }
    // Some texts are kept of a row, and no record refers to them.
    let own = Set(texts.keys).intersection(records.texts)
      .union(texts.filter { said.contains($0.value) }.keys)
    let others = records.textsOfOthers.union(texts.filter { saidByOthers.contains($0.value) }.keys)

    self.child = child
    self.rows = rows
    hasFamily = family != nil
    self.texts = own.subtracting(others).union(texts.filter { isTold($0.value) }.keys)
    shared = own.subtracting(self.texts).count

    var imports: Set<ImportReference> = []
    var listed: Set<RowPlace> = []
    for record in try await names.imports() {
      let rows = try await names.rows(of: record.reference)
      let isOwn =
        record.isOf(child)
        || isTold(record.path) || isTold(record.mappingText ?? "")
      if isOwn {
        if !record.isUnnamed { imports.insert(record.reference) }
      } else {
        listed.formUnion(
          rows.filter { isTold($0.problem) }.map { RowPlace(record.reference.number, $0.row) })
      }
    }
    self.imports = imports
    self.listed = listed
  }
}

extension ImportRecord {
  /// What stands for the name of a file that was forgotten.
  public static let unnamed = "(not held)"

  /// Whether its file was said to be a child's.
  package func isOf(_ child: ChildReference) -> Bool {
    options.contains { $0.name == "child" && $0.value == child.code }
  }

  /// Whether its names were taken out.
  var isUnnamed: Bool { path.isEmpty && fileName == Self.unnamed && mappingText == nil }
}

extension HiddenRow {
  /// The texts of its cells.
  fileprivate var cells: [String] {
    var reader = CanonicalReader(encoded)
    var cells: [String] = []
    while !reader.isAtEnd, (try? reader.text()) != nil, let text = try? reader.text() {
      cells.append(text)
    }
    return cells
  }
}

/// What the records of a child refer to, and what those of others do.
///
/// Those of children who were forgotten before refer to nothing that has to stay.
private struct RecordsOfChild {
  private let own: RecordsOf
  private let forgotten: RecordsOf
  var imports: Set<Int> { own.imports }
  private(set) var texts: Set<String> = []
  private(set) var textsOfOthers: Set<String> = []
  private(set) var rows: Set<NamingChild.RowPlace> = []

  init(_ own: RecordsOf, besides forgotten: RecordsOf) {
    self.own = own
    self.forgotten = forgotten
  }

  mutating func count(_ record: JournalRecord) {
    for (source, part) in record.content.pieces {
      if own.hold(source, part, of: record) {
        texts.formUnion(source.references)
        if case .row(let row) = source.origin {
          rows.insert(NamingChild.RowPlace(row.batch, row.row))
        }
      } else if !forgotten.hold(source, part, of: record) {
        textsOfOthers.formUnion(source.references)
      }
    }
  }
}

/// Which records of a chain are of some children.
private struct RecordsOf {
  private let children: Set<ChildReference>
  private var numbers: Set<Int> = []
  /// What else their records are about: requests, imports.
  private var subjects: Set<String>
  private(set) var imports: Set<Int> = []

  init(
    _ children: Set<ChildReference>, in ledger: any LedgerReading, _ files: [JournalRecord]
  ) async throws(StorageFailure) {
    self.children = children
    subjects = Set(children.map(\.code))
    for child in children {
      let records = try await ledger.records(mentioning: .child(child))
      numbers.formUnion(records.map(\.number))
      subjects.formUnion(records.compactMap(\.content.fact?.subject))
    }
    for fact in files.compactMap(\.content.fact) {
      guard let child = fact.source["child"].flatMap({ ChildReference($0) }),
        children.contains(child), let batch = ImportReference(fact.subject)
      else { continue }
      subjects.insert(batch.code)
      imports.insert(batch.number)
    }
  }

  /// Whether a piece of a record is of one of them: what it came from, and, of an entry, its part.
  func hold(_ source: Source, _ part: Part<Coding>?, of record: JournalRecord) -> Bool {
    if case .row(let row) = source.origin, imports.contains(row.batch) { return true }
    // One entry may be of many: a payment run, the openings.
    if let part { return part.touches(children) }
    // That a child was forgotten, and why, is said of it and stays.
    guard let fact = record.content.fact, fact.kind != .childForgotten else { return false }
    if numbers.contains(record.number) { return true }
    if let matched = RowMatched(fact) { return numbers.contains(matched.record) }
    return fact.subject.split(separator: " ").contains { subjects.contains(String($0)) }
  }
}

extension JournalContent {
  /// What it came from, piece by piece; of an entry with the part that did.
  fileprivate var pieces: [(Source, Part<Coding>?)] {
    switch self {
    case .posted(_, let entry): entry.parts.map { ($0.source, $0) }
    case .noted(let fact): [(fact.source, nil)]
    }
  }
}

extension Part<Coding> {
  /// Whether something of it is a plan line's of one of the children.
  fileprivate func touches(_ children: Set<ChildReference>) -> Bool {
    movements.contains {
      [$0.debit.use.planLine, $0.credit.use.planLine].contains { line in
        line.map { children.contains($0.child) } ?? false
      }
    }
  }
}

extension Source {
  /// The references to texts of the register that stand in it.
  fileprivate var references: [String] {
    var words = details.map(\.value)
    if case .command(let person, let document) = origin { words += [person, document.words] }
    return words.flatMap { $0.split { $0.isWhitespace } }.compactMap { word in
      (TextMark.reference(in: String(word)) ?? TextReference(String(word)))?.code
    }
  }
}
