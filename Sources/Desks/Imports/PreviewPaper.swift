package import Bookkeeping
package import Funding
import Importing
package import Reporting
import Storage

/// What a preview found, as a report and as messages, and the keeping of it until it is committed.
package struct PreviewPaper {
  let preview: ImportPreview
  let request: ImportRequest
  private let ledger: OpenLedger

  package init(_ preview: ImportPreview, _ request: ImportRequest, _ ledger: OpenLedger) {
    self.preview = preview
    self.request = request
    self.ledger = ledger
  }

  // MARK: Words

  package func report(_ batch: ImportReference?) -> Report {
    let file = preview.ready.file
    let verdicts = RowVerdict.allCases.filter { $0 != .apart && preview.tally.rows($0) > 0 }
    return Report(
      schema: "sendledger/preview@1",
      title: "\(file.name), \(request.kind.rawValue)" + (batch.map { ": \($0)" } ?? ""),
      blocks: [
        .facts(facts),
        .table(
          .verdicts(
            verdicts.map {
              (heading: $0.heading, rows: preview.tally.rows($0), amount: preview.tally.amount($0))
            }, hasSum: request.kind.hasOneSum)),
      ] + correction + outside + [
        .advice("Nothing has been posted." + next(batch))
      ])
  }

  /// What fell outside by its code, the largest sums first.
  private var outside: [Report.Block] {
    let codes = preview.summary.outside
    guard !codes.isEmpty else { return [] }
    let shown = codes.prefix(PreviewPaper.mostCodes)
    var rows = shown.map { code in
      Table.Row([
        .text(PlainWords.mayBeCode(code.code) ? code.code : PreviewPaper.words),
        .text(code.near.map { "nearly \($0)" } ?? ""), .number(code.rows), .money(code.amount),
        .number(code.firstRow),
      ])
    }
    let rest = codes.dropFirst(shown.count)
    if !rest.isEmpty {
      rows.append(
        Table.Row([
          .text("\(rest.count) more"), .text(""), .number(rest.map(\.rows).reduce(0, +)),
          .money(rest.map(\.amount).total()), .number(rest.map(\.firstRow).min() ?? 0),
        ]))
    }
    return [
      .table(
        Table(
          "outside", caption: "Outside this ledger, by code",
          columns: [
            Table.Column("code", "Code", .text), Table.Column("near", "Near", .text),
            Table.Column("rows", "Rows", .number), Table.Column("sum", "Sum", .money),
            Table.Column("first-row", "First row", .number),
          ], rows: rows))
    ]
  }

  /// Stands for what could be a name, and is no code.
  static let words = "(words)"

  /// So many codes are listed; a council has thousands that are none of this ledger's.
  private static let mostCodes = 12

  private var facts: [Report.Fact] {
    let file = preview.ready.file
    let summary = preview.summary
    var facts = [
      Report.Fact("SHA-256", .text(file.digest.description)),
      Report.Fact(
        "Read as",
        .text(
          file.encoding.rawValue + (file.hasMark ? ", mark passed over" : "")
            + (summary.separator == .comma
              ? "" : ", cells parted by \(summary.separator.rawValue)s"))),
    ]
    let apart = [
      (summary.preamble, "before the headings"),
      (summary.headings, summary.headings == 1 ? "row of headings" : "rows of headings"),
      (summary.totals, summary.totals == 1 ? "total" : "totals"), (summary.blanks, "blank"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !apart.isEmpty { facts.append(Report.Fact("Apart", .text(apart.joined(separator: ", ")))) }
    for (note, count) in summary.notes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      facts.append(Report.Fact("Note", .text(note.sentence(count))))
    }
    if summary.wider > 0 {
      facts.append(
        Report.Fact(
          "Note",
          .text(
            "\(summary.wider) \(summary.wider == 1 ? "row" : "rows") with empty cells behind the last heading"
          )))
    }
    let equals = preview.equals
    if equals.rows > 0 {
      facts.append(
        Report.Fact(
          "Same rows",
          .text(
            equals.rows == 1
              ? "1 row is the same as another of the file (\(equals.amount)); both are kept"
              : "\(equals.rows) rows are the same as others of the file (\(equals.amount)); all are kept"
          )))
    }
    if !summary.missing.isEmpty {
      facts.append(
        Report.Fact(
          "No column",
          .text(
            "of the mapping’s \(summary.missing.joined(separator: ", ")): rows are told apart by less"
          )
        ))
    }
    if !summary.unusedCodes.isEmpty {
      let codes = summary.unusedCodes.prefix(12).joined(separator: ", ")
      facts.append(Report.Fact("In no row", .text("of the mapping’s codes: \(codes)")))
    }
    let unreadable = preview.tally.unreadable
    if unreadable > 0 {
      facts.append(
        Report.Fact(
          "Not in a sum",
          .text("\(unreadable) \(unreadable == 1 ? "row" : "rows") of which no amount is known")))
    }
    for (month, day) in preview.closed.sorted(by: { $0.key < $1.key }) {
      facts.append(Report.Fact("Closed", .text("\(month): what is new of it counts on \(day)")))
    }
    for control in agreeingControls { facts.append(control) }
    return facts
  }

  private var agreeingControls: [Report.Fact] {
    let controls = preview.summary.controls
    let wrong = controls.filter { !$0.agrees }
    if !wrong.isEmpty, preview.missedTotals.isEmpty {
      return wrong.map {
        Report.Fact(
          "Control",
          .text(
            "row \($0.place.row) says \($0.stated); the rows add to \($0.found), which was ruled right"
          ))
      }
    }
    guard !controls.isEmpty, wrong.isEmpty else { return [] }
    let text =
      controls.count == 1
      ? "the file says \(controls[0].stated), and its rows add to that"
      : "\(controls.count) totals of the file agree with its rows"
    return [Report.Fact("Control", .text(text))]
  }

  private func next(_ batch: ImportReference?) -> Remedy {
    guard let batch, !preview.isWithoutRows else { return "" }
    if preview.missesControl {
      let row = preview.missedTotals.first?.place.row
      guard let row, !preview.isBroken else {
        return " It cannot be committed. Next: mend the file, and preview it again."
      }
      return " It cannot be committed. Next: mend the file; or, where the total itself is wrong: "
        + "\(.overrule(batch.code, row: row))"
    }
    if preview.tally.rows(.twins) > 0 {
      return " Next: \(.showTwins(batch.code))"
    }
    let isSomething = [.new, .matched, .held].contains { preview.tally.rows($0) > 0 }
    guard isSomething || !preview.gone.isEmpty else {
      if preview.tally.rows(.refused) > 0 {
        return
          " Nothing of it is new but what was refused. Next: mend those rows, and preview the file again."
      }
      return " Nothing of it is new. Next: \(.discard(batch.code))"
    }
    return " Next: \(.commitImport(batch.code))"
  }

  package var noRows: Diagnostic {
    Diagnostic(
      .warning, "rows-missing", problem: "\(preview.ready.file.name) has headings and no rows",
      next: "export it again, unless there was nothing to list")
  }

  package var controlDiagnostics: [Diagnostic] {
    preview.summary.faults + preview.summary.doubts
      + preview.missedTotals.map { control in
        let gap = control.stated - control.found
        let suspects = preview.rows.filter {
          $0.verdict == RowVerdict.refused.name && $0.amount == nil
        }
        let rows = suspects.prefix(3).map { "row \($0.row)" }.joined(separator: ", ")
        return .error(
          "control-total-missed",
          "\(control.name) says \(control.stated), and the rows add to \(control.found)",
          at: control.place,
          why: "\(gap.magnitude) is \(gap > .zero ? "missing" : "too much")"
            + (suspects.isEmpty ? "" : "; the amount of \(rows) could not be read"),
          next: "mend the file; nothing of it can be committed until it ties")
      }
  }

  // MARK: Keeping

  package func keep(by officer: Officer) async throws -> ImportReference {
    let (record, before) = try await ledger.reading { books in
      let record = recorded(as: try await books.nextImport(), by: officer)
      return (record, try await books.imports().filter { $0.isReplaced(by: record) })
    }
    return try await ledger.register.write { writer in
      for old in before { _ = try await writer.setState(.replaced, of: old.reference) }
      return try await writer.add(record, rows: preview.rows, fates: preview.fates)
    }
  }

  private func recorded(as reference: ImportReference, by officer: Officer) -> ImportRecord {
    ImportRecord(
      reference: reference, state: .waiting, kind: request.kind.rawValue,
      path: request.path, fileName: preview.ready.file.name,
      fileDigest: preview.ready.file.digest, mapping: request.mappingName,
      mappingText: preview.ready.mappingText,
      options: request.options
        + (preview.gone.isEmpty ? [] : [Detail("gone", preview.gone.count)]),
      head: preview.head.number, headDigest: preview.head.digest, previewed: officer.today,
      actor: officer.name, tallies: preview.tally.kept,
      days: DaySpan(from: preview.summary.firstDay, through: preview.summary.lastDay),
      missesControl: preview.missesControl)
  }
}

extension ImportRecord {
  /// Whether it waits, and another preview is of the same file, read in the same way.
  fileprivate func isReplaced(by other: ImportRecord) -> Bool {
    state == .waiting && kind == other.kind && fileDigest == other.fileDigest
      && mapping == other.mapping && options == other.options
  }
}

extension RowVerdict {
  /// The verdict as a table of rows names it.
  fileprivate var heading: String {
    switch self {
    case .apart: "Apart"
    case .new: "New"
    case .known: "Known: imported before"
    case .matched: "Matched with an entry"
    case .twins: "Possible twins"
    case .held: "Held for a person"
    case .outside: "Outside this ledger"
    case .nothing: "Nil amount"
    case .refused: "Refused"
    }
  }
}

extension ReadAmount.Note {
  fileprivate func sentence(_ count: Int) -> String {
    let amounts = count == 1 ? "1 amount" : "\(count) amounts"
    return switch self {
    case .noise: "\(amounts) with binary noise, taken as the pence that they stand for"
    case .brackets: "\(amounts) in brackets, taken as negative"
    case .exponentTooSmall: "\(amounts) with a power of ten too small for money, taken as nil"
    case .minusBehind: "\(amounts) with a minus behind, taken as negative"
    case .dash: count == 1 ? "1 dash, taken as nil" : "\(count) dashes, taken as nil"
    }
  }
}
