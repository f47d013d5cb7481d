package import Bookkeeping
import Funding
package import Reporting
import Storage

/// A trace as a report: each movement with the file, the row and the cells that it came from.
package struct TraceListing {
  private let ledger: OpenLedger

  package init(_ ledger: OpenLedger) {
    self.ledger = ledger
  }

  package func report(_ trace: Trace, printed: Money) async throws -> Report {
    let files = try await files()
    let rows = trace.steps.map { step in
      Table.Row([
        .day(step.moved.day), .number(step.record), .money(step.amount),
        .text(step.moved.event.rawValue), .text(origin(step.moved.source, files)),
      ])
    }
    let agrees = trace.total == printed
    let total = Table.Row(
      [.text("Added again"), .blank, .money(trace.total), .blank, .blank], isTotal: true)
    return Report(
      schema: "sendledger/trace@1", title: trace.figure.address.description,
      blocks: [
        .facts(
          [
            Report.Fact("Printed", .money(printed)),
            Report.Fact("Added again", .money(trace.total)),
            Report.Fact("Agrees", .text(agrees ? "Yes" : "No")),
          ] + (try await ledger.header())),
        .table(
          Table(
            "movements", caption: "The movements that it is made of",
            columns: [
              Table.Column("day", "Day", .day), Table.Column("record", "Record", .number),
              Table.Column("amount", "Amount", .money), Table.Column("event", "Event", .text),
              Table.Column("origin", "From", .text),
            ], rows: rows + [total])),
      ] + sources(trace, files).map { .paragraph($0) })
  }

  /// The file, the row and the text of its cells; or the person and the document; or the rule.
  private func origin(_ source: Source, _ files: [Int: File]) -> String {
    guard case .row(let row) = source.origin else { return AuditListing.origin(source.origin) }
    let name = files[row.batch]?.name ?? ImportReference(row.batch).code
    let line = row.line == row.row ? "" : ", line \(row.line)"
    let cells = row.cells.map { "\($0.field) “\($0.text)”" }.joined(separator: ", ")
    return "\(name) row \(row.row)\(line): \(cells)"
  }

  private struct File {
    let name: String
    let digest: String
  }

  private func sources(_ trace: Trace, _ files: [Int: File]) -> [String] {
    let batches = trace.steps.compactMap { step -> Int? in
      if case .row(let row) = step.moved.source.origin { row.batch } else { nil }
    }
    return Set(batches).sorted().compactMap { batch in
      files[batch].map { "\(ImportReference(batch)): \($0.name), SHA-256 \($0.digest)" }
    }
  }

  private func files() async throws -> [Int: File] {
    try await ledger.store.records(mentioning: .fact(.fileImported))
      .reduce(into: [:]) { files, record in
        guard let fact = record.content.fact, let batch = ImportReference(fact.subject) else {
          return
        }
        files[batch.number] = File(
          name: fact.source["file"] ?? "", digest: fact.source["sha256"] ?? "")
      }
  }
}
