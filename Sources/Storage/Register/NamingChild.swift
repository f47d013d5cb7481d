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
    var records = RecordsOfChild(child, try await ledger.records(mentioning: .child(child)))
    let files = try await ledger.records(mentioning: .fact(.fileImported))
    records.add(files)
    let last = try await ledger.head().number
    for first in stride(from: 1, through: last, by: RecordsOfChild.page) {
      let numbers = first...min(first + RecordsOfChild.page - 1, last)
      for record in try await ledger.records(numbers) { records.count(record) }
    }
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

/// The records of a chain that are of one child, and what they and the others refer to.
private struct RecordsOfChild {
  static let page = 1_000

  private let child: ChildReference
  private var numbers: Set<Int>
  /// What else its records are about: requests, imports.
  private var subjects: Set<String>
  private(set) var imports: Set<Int> = []
  private(set) var texts: Set<String> = []
  private(set) var textsOfOthers: Set<String> = []
  private(set) var rows: Set<NamingChild.RowPlace> = []

  init(_ child: ChildReference, _ records: [JournalRecord]) {
    self.child = child
    numbers = Set(records.map(\.number))
    subjects = Set(records.compactMap(\.content.fact?.subject))
    subjects.insert(child.code)
  }

  /// Takes the imports of files that were said to be the child's.
  mutating func add(_ files: [JournalRecord]) {
    for record in files {
      guard let fact = record.content.fact, fact.source["child"] == child.code,
        let batch = ImportReference(fact.subject)
      else { continue }
      subjects.insert(batch.code)
      imports.insert(batch.number)
    }
  }

  mutating func count(_ record: JournalRecord) {
    switch record.content {
    case .posted(_, let entry):
      // One entry may be of many: a payment run, the openings.
      for part in entry.parts { count(part.source, isOfChild: part.touches(child)) }
    case .noted(let fact): count(fact.source, isOfChild: isOfChild(fact, of: record.number))
    }
  }

  private mutating func count(_ source: Source, isOfChild: Bool) {
    var row: NamingChild.RowPlace?
    if case .row(let origin) = source.origin {
      row = NamingChild.RowPlace(origin.batch, origin.row)
    }
    guard isOfChild || row.map({ imports.contains($0.batch) }) ?? false else {
      return textsOfOthers.formUnion(source.references)
    }
    texts.formUnion(source.references)
    if let row { rows.insert(row) }
  }

  private func isOfChild(_ fact: Fact, of number: Int) -> Bool {
    // That it was forgotten, and why, is said of it and stays.
    if fact.kind == .childForgotten { return false }
    if numbers.contains(number) { return true }
    if let against = fact.source["against"].flatMap({ Int($0) }) {
      return numbers.contains(against)
    }
    return fact.subject.split(separator: " ").contains { subjects.contains(String($0)) }
  }
}

extension Part<Coding> {
  /// Whether something of it is a plan line's of that child.
  fileprivate func touches(_ child: ChildReference) -> Bool {
    movements.contains {
      [$0.debit.use.planLine, $0.credit.use.planLine].contains { $0?.child == child }
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
