package import Bookkeeping
package import Funding
import Importing
package import Reporting
package import Storage

/// All that waits for a person, of all imports.
package struct Waiting {
  /// Files that were previewed and not committed, and their rows that may be twins and have no word yet.
  package let previews: [(record: ImportRecord, twins: [ImportRow])]
  /// Rows of committed files, with what may be shown of them.
  package let held: [HeldRow]
  /// Rows that an earlier version of the program held, by their imports: they are in the register alone.
  package let heldBefore: [(batch: ImportReference, rows: Int)]
  /// Payments to families that a statement of theirs should show.
  package let unmatched: [(record: Int, sum: LineSum)]
  /// Direct payments that were due and have not been made.
  package let due: [LineSum]
  let today: Day

  /// A row that waits.
  package struct HeldRow {
    package let row: RowHeld
    /// By field: the cells that may name a person.
    package let cells: [String: String]
  }

  package var twins: Int { previews.map(\.twins.count).reduce(0, +) }

  package var rows: Int { held.count + heldBefore.map(\.rows).reduce(0, +) }

  package var isEmpty: Bool {
    previews.isEmpty && rows == 0 && unmatched.isEmpty && due.isEmpty
  }
}

extension OpenBooks {
  /// What waits on a day.
  package func waiting(on today: Day) async throws -> Waiting {
    let imports = try await imports()
    var previews: [(ImportRecord, [ImportRow])] = []
    for record in imports where record.state == .waiting {
      previews.append((record, try await twins(of: record).filter { $0.decision == nil }))
    }
    var held: [Waiting.HeldRow] = []
    for row in try await books.heldRows() {
      let hidden = try await names.hiddenRow(batch: row.place.batch.number, row: row.place.row)
      let cells = hidden.map { HiddenCells(digest: $0.digest, encoded: $0.encoded).cells } ?? []
      held.append(
        Waiting.HeldRow(
          row: row, cells: Dictionary(cells.map { ($0.field, $0.text) }) { $1 }))
    }
    let known = Set(
      try await books.all(FileImported.self).map(\.value).filter(\.notesHeldRows).map(\.reference))
    let before = imports.filter { $0.state == .committed && !known.contains($0.reference) }
      .map { (batch: $0.reference, rows: ImportTally($0.tallies).rows(.held)) }.filter {
        $0.rows > 0
      }
    let window = (try? books.policy.days(.twinDays, on: today)) ?? 0
    return Waiting(
      previews: previews, held: held, heldBefore: before,
      unmatched: try await books.unmatchedPayments(within: window),
      due: try await books.unpaidInstalments(by: today.advanced(by: -window)), today: today)
  }
}

extension OpenLedger {
  /// Says that a month is ready to be closed by somebody else.
  ///
  /// `reason` is why what waits is carried.
  /// - Returns: whether that is new.
  package func prepare(
    _ month: Month, carrying reason: String?, by officer: Officer, isDry: Bool
  ) async throws -> Bool {
    var why: LedgerText?
    if let reason { why = try await plain(reason, as: "the reason", isDry: isDry) }
    return try await write(by: officer, isDry: isDry) { bookkeeper in
      let books = try await bookkeeper.books()
      let previews = try await register.reading { names in
        try await OpenBooks(books, names, progress: progress).imports().count {
          $0.state == .waiting && ($0.days.first.map { $0 <= month.last } ?? true)
        }
      }
      return try await bookkeeper.prepare(month, previews: previews, carrying: why)
    }
  }
}

// MARK: The list

extension Waiting {
  /// `showsNames` is whether payees and references are shown, to who may see them.
  package func report(showsNames: Bool) -> Report {
    let tables = [
      heldTable(showsNames), twinTable, previewTable, unmatchedTable, dueTable,
    ].compactMap(\.self)
    let advice = isEmpty ? [] : [Report.Block.advice(advice)]
    return Report(
      schema: "sendledger/waiting@1", title: "What waits for a person, \(today)",
      blocks: tables.isEmpty
        ? [.paragraph("Nothing waits.")] : tables.map { .table($0) } + advice)
  }

  private var advice: Remedy {
    guard let place = held.first?.row.place else {
      return "What is not settled is carried with a reason when the month is prepared."
    }
    return "Next: \(.settleRow(place.batch.code, row: place.row))"
  }

  private func age(_ day: Day) -> Cell { .number(day.distance(to: today)) }

  private func heldTable(_ showsNames: Bool) -> Table? {
    guard rows > 0 else { return nil }
    var columns = [
      Table.Column("import", "Import", .text), Table.Column("row", "Row", .number),
      Table.Column("day", "Day", .day), Table.Column("age", "Days", .number),
      Table.Column("amount", "Amount", .money), Table.Column("why", "Why", .text),
    ]
    if showsNames {
      columns += [
        Table.Column("payee", "Payee", .text), Table.Column("reference", "Reference", .text),
      ]
    }
    let listed = held.map { held -> Table.Row in
      var cells: [Cell] = [
        .text(held.row.place.batch.code), .number(held.row.place.row), .day(held.row.day),
        age(held.row.day), .money(held.row.amount), .text(held.row.reason.rawValue),
      ]
      if showsNames {
        cells += ["payee", "reference"].map { held.cells[$0].map { .text($0) } ?? .blank }
      }
      return Table.Row(cells)
    }
    let before = heldBefore.map { batch, rows in
      Table.Row(
        [
          .text(batch.code), .blank, .blank, .blank, .blank,
          .text("\(rows) held by an earlier version: import its file again"),
        ] + (showsNames ? [.blank, .blank] : []))
    }
    return Table(
      "held", caption: "Rows that wait", columns: columns, rows: listed + before)
  }

  private var twinTable: Table? {
    let twins = previews.flatMap { preview in preview.twins.map { (preview.record, $0) } }
    guard !twins.isEmpty else { return nil }
    return Table(
      "twins", caption: "Rows that may be twins of others",
      columns: [
        Table.Column("import", "Import", .text), Table.Column("row", "Row", .number),
        Table.Column("day", "Day", .day), Table.Column("amount", "Amount", .money),
        Table.Column("why", "Why", .text),
      ],
      rows: twins.map { record, row in
        Table.Row([
          .text(record.reference.code), .number(row.row), row.day.map { .day($0) } ?? .blank,
          row.amount.map { .money($0) } ?? .unknown, .text("\(row.code): \(row.problem)"),
        ])
      })
  }

  private var previewTable: Table? {
    guard !previews.isEmpty else { return nil }
    return Table(
      "previews", caption: "Previews that are neither committed nor discarded",
      columns: [
        Table.Column("import", "Import", .text), Table.Column("kind", "Kind", .text),
        Table.Column("previewed", "Previewed", .day), Table.Column("age", "Days", .number),
        Table.Column("rows", "Rows", .number),
      ],
      rows: previews.map { record, _ in
        Table.Row([
          .text(record.reference.code), .text(record.kind), .day(record.previewed),
          age(record.previewed), .number(record.tallies.map(\.rows).reduce(0, +)),
        ])
      })
  }

  private var unmatchedTable: Table? {
    sums(
      "unmatched", "Payments to families that their statements do not show", "Paid",
      unmatched.map { ($0.record, $0.sum) })
  }

  private var dueTable: Table? {
    sums("due", "Direct payments that were due and are not made", "Due", due.map { (nil, $0) })
  }

  private func sums(
    _ name: String, _ caption: String, _ day: String, _ sums: [(record: Int?, sum: LineSum)]
  ) -> Table? {
    guard !sums.isEmpty else { return nil }
    return Table(
      name, caption: caption,
      columns: [
        Table.Column("line", "Line", .text), Table.Column("day", day, .day),
        Table.Column("age", "Days", .number), Table.Column("amount", "Amount", .money),
        Table.Column("record", "Record", .number),
      ],
      rows: sums.map { record, sum in
        Table.Row([
          .text(sum.line.code), .day(sum.day), age(sum.day), .money(sum.amount),
          record.map { .number($0) } ?? .blank,
        ])
      })
  }
}
