import Bookkeeping
import Funding
import Importing
import Storage

/// Rows of an earlier import that are known, and of which the codes are for something else now than they were then.
///
/// A row that is known stays on the line on which it was put.
struct PlacedBefore {
  let books: Books
  let mapping: Mapping
  /// By row of a statement: what the file says of it.
  let statement: [EarlierRow: SaidOfRow]

  /// What a family’s statement says of the rows that are equal.
  struct SaidOfRow {
    /// The plan line that the mapping puts them on now.
    var line: PlanLineReference?
    /// What the bank printed behind each.
    var balances: Set<Money> = []
  }

  /// What to say of an import of which rows are known; nothing where its codes are for the same.
  func doubt(of batch: ImportReference) async throws -> Diagnostic? {
    if !statement.isEmpty { return try await doubt(ofStatement: batch) }
    guard let now = mapping.codesDigest,
      let file = try await books.last(FileImported.self, of: batch.code),
      let then = file.value.codes, then != now
    else { return nil }
    let codes = try await codes(of: file)
    guard let codes else { return PlacedBefore.otherwise(batch, "its mapping has other rules now") }
    guard let first = codes.first else { return nil }
    let rest = codes.count == 1 ? "" : ", and \(codes.count - 1) more so"
    return PlacedBefore.otherwise(
      batch, "\(first.code) was put at \(first.then), and is for \(first.now) now\(rest)")
  }

  /// What to say of a statement of which a row was put on another plan line than the mapping names now, or left
  /// another balance.
  private func doubt(ofStatement batch: ImportReference) async throws -> Diagnostic? {
    guard let file = try await books.last(FileImported.self, of: batch.code) else { return nil }
    var first: (row: Int, then: PlanLineReference, now: PlanLineReference)?
    var other: Int?
    try await books.eachRow(of: file) { origin, record in
      guard let said = statement[EarlierRow(origin.identity, day: origin.day)] else { return }
      if let balance = origin.balance, !said.balances.isEmpty, !said.balances.contains(balance) {
        other = other ?? origin.row
      }
      guard first == nil, let now = said.line else { return }
      let fact = record.content.fact.flatMap { PlanLineReference($0.subject) }
      let entry = record.content.entry?.postings.lazy.compactMap(\.standing.use.planLine).first
      if let then = entry ?? fact, then != now { first = (origin.row, then, now) }
    }
    if let other { return PlacedBefore.otherBalance(batch, row: other) }
    return first.map {
      PlacedBefore.otherwise(
        batch, "its row \($0.row) was put on \($0.then), and the mapping names \($0.now) now")
    }
  }

  private struct Code {
    let code: String
    let then: String
    let now: String
  }

  /// The codes that rows were put somewhere else by; none where rules on several columns decide.
  private func codes(of file: Numbered<FileImported>) async throws -> [Code]? {
    if mapping.hasRules { return nil }
    var found: [String: Code] = [:]
    try await books.eachRow(of: file) { origin, record in
      guard let code = origin.cells.first(where: { $0.field == "code" })?.text, found[code] == nil,
        let then = record.content.entry.flatMap(PlacedBefore.place)
      else { return }
      let now = mapping.becomes(code).words
      if now != then { found[code] = Code(code: code, then: then, now: now) }
    }
    return found.values.sorted { $0.code < $1.code }
  }

  /// Where an entry put a payment, in the words of a mapping.
  private static func place(_ entry: FundingEntry) -> String? {
    for coding in entry.postings.map(\.standing) {
      switch coding.heading {
      case .suspense: return CaughtRows.Becomes.suspense.words
      case .expenditure, .creditors: return CaughtRows.Becomes(coding.fund, coding.use).words
      default: continue
      }
    }
    return nil
  }

  private static func otherBalance(_ batch: ImportReference, row: Int) -> Diagnostic {
    Diagnostic(
      .warning, "known-row-leaves-another-balance",
      problem: "a row that is known from row \(row) of \(batch) leaves another balance here",
      why:
        "it may be a second payment of that day and amount, which a file of part of a day has alone",
      next: "import a statement that has the whole day, in which it is one more")
  }

  private static func otherwise(_ batch: ImportReference, _ how: String) -> Diagnostic {
    Diagnostic(
      .warning, "known-rows-placed-before", problem: "rows of \(batch) are known: \(how)",
      why: "a row that is known stays on the line on which it was put",
      next: "where the change is meant for them too, first take it back: \(.undoImport(batch.code))"
    )
  }
}

extension RowOrigin {
  /// The balance that the bank printed behind the row, where it can be read.
  fileprivate var balance: Money? {
    cells.first { $0.field == "balance" }.flatMap { try? Money(parsing: $0.text) }
  }
}
