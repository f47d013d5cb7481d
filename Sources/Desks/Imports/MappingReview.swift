package import Bookkeeping
package import Funding
package import Importing
package import Reporting
import Storage

/// What a mapping makes of a file: what each of its codes, rules and payees catches.
package struct MappingReview {
  private let summary: SheetSummary
  private let mapping: String
  private let refused: [Diagnostic]

  /// A first mapping for files like one.
  package static func draft(of path: String, as kind: ImportKind) throws -> MappingDraft {
    guard [.payments, .bank, .card].contains(kind) else {
      throw DeskFailure(
        .wrongUse,
        Diagnostic.error(
          "option-not-for-kind", "a file of kind \(kind.rawValue) needs no mapping",
          next: "import it as it is; its page says which columns it has"))
    }
    let file = try SourceFile(given: path)
    do {
      return try MappingDraft(file, as: kind)
    } catch {
      throw DeskFailure(.badInput, error)
    }
  }

  /// Adds a first mapping to those of a ledger, under a name that none of them has.
  package static func add(
    _ draft: MappingDraft, as name: String, to ledger: OpenLedger
  ) async throws {
    try await ledger.requireNameless(name, as: "the name of the mapping")
    try ledger.settings.add(mapping: name, draft.text)
  }

  /// Reads a file through a mapping of a ledger, and keeps nothing of it.
  package init(
    of path: String, _ name: String, child: ChildReference?, in ledger: OpenLedger
  ) async throws {
    let context = try await ledger.importContext(child: child)
    let read = try MappingBook(ledger.settings, context.chart).mapping(name)
    let reader = ImportReader(try SourceFile(given: path), as: read.kind, context, read)
    var refused: [Diagnostic] = []
    do {
      let stream = try reader.open(whole: false)
      while let results = try stream.next() {
        for case .refused(let diagnostic, _) in results { refused.append(diagnostic) }
      }
      summary = stream.summary
    } catch {
      throw DeskFailure(.badInput, error.diagnostic)
    }
    mapping = name
    self.refused = refused
  }

  package var diagnostics: [Diagnostic] { refused + summary.faults + summary.doubts }

  package var report: Report {
    let caught = summary.caught.sorted {
      ($0.order, $1.amount.magnitude) < ($1.order, $0.amount.magnitude)
    }
    var blocks: [Report.Block] = [
      .facts(
        [Report.Fact("Cells", .text("parted by \(summary.separator.rawValue)s"))]
          + (summary.missing.isEmpty
            ? [] : [Report.Fact("No column", .text(summary.missing.joined(separator: ", ")))])
          + (summary.unusedCodes.isEmpty
            ? []
            : [
              Report.Fact(
                "In no row", .text(summary.unusedCodes.prefix(20).joined(separator: ", ")))
            ])),
      .table(
        Table(
          "caught", caption: "What the mapping catches",
          columns: [
            Table.Column("becomes", "Becomes", .text), Table.Column("code", "Code", .text),
            Table.Column("rule", "Rule", .number), Table.Column("near", "Near", .text),
            Table.Column("rows", "Rows", .number), Table.Column("sum", "Sum", .money),
            Table.Column("first-row", "First row", .number),
          ], rows: caught.map(\.row) + [total(caught)])),
    ]
    if !refused.isEmpty {
      blocks.append(.paragraph("\(refused.count) rows are refused, and in none of these sums."))
    }
    return Report(
      schema: "sendledger/mapping-check@1", title: "What \(mapping) makes of the file",
      blocks: blocks)
  }

  private func total(_ caught: [CaughtRows]) -> Table.Row {
    Table.Row(
      [
        .text("All"), .blank, .blank, .blank, .number(caught.map(\.rows).reduce(0, +)),
        .money(caught.map(\.amount).total()), .blank,
      ], isTotal: true)
  }
}

extension CaughtRows {
  /// What counts in the ledger comes first, what is outside last.
  fileprivate var order: Int {
    switch becomes {
    case .place, .line: 0
    case .council, .compared: 1
    case .suspense: 2
    case .notNamed: 3
    case .outside: 4
    }
  }

  fileprivate var row: Table.Row {
    Table.Row([
      .text(becomes.words),
      .text(code.isEmpty || PlainWords.mayBeCode(code) ? code : PreviewPaper.words),
      rule.map { .number($0) } ?? .blank, .text(near.map { "nearly \($0)" } ?? ""), .number(rows),
      .money(amount), .number(firstRow),
    ])
  }
}
