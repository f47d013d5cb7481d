package import Bookkeeping
import Funding

/// A trace as a report: each movement with the file, the row and the cells that it came from.
package struct TraceListing {
  private let trace: Trace
  private let printed: Money
  private let files: [Int: File]

  /// A file that was imported, as the ledger keeps it.
  package struct File {
    let name: String
    let digest: String

    package init(_ name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// Sets a trace beside what is printed.
  ///
  /// `printed` is the figure as its report prints it.
  /// `files` are the files of imports, by the import's number.
  package init(_ trace: Trace, printed: Money, files: [Int: File]) {
    self.trace = trace
    self.printed = printed
    self.files = files
  }

  /// Whether the movements come to the printed figure.
  package var agrees: Bool { trace.total == printed }

  package func report(_ header: [Report.Fact]) -> Report {
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
          ] + header),
        .table(
          Table(
            "movements", caption: "The movements that it is made of", of: trace.steps, total: total,
            [
              .day("day", "Day") { $0.moved.day },
              .number("record", "Record") { $0.record },
              .money("amount", "Amount") { $0.amount },
              .text("event", "Event") { $0.moved.event.rawValue },
              .text("origin", "From") { origin($0.moved.source) },
            ])),
      ] + sources.map { .paragraph($0) })
  }

  /// The file, the row and the text of its cells; or the person and the document; or the rule.
  private func origin(_ source: Source) -> String {
    guard case .row(let row) = source.origin else { return RecordListing.origin(source.origin) }
    let name = files[row.batch]?.name ?? ImportReference(row.batch).code
    let line = row.line == row.row ? "" : ", line \(row.line)"
    let cells = row.cells.map { "\($0.field) “\($0.text)”" }.joined(separator: ", ")
    return "\(name) row \(row.row)\(line): \(cells)"
  }

  private var sources: [String] {
    let batches = trace.steps.compactMap { step -> Int? in
      if case .row(let row) = step.moved.source.origin { row.batch } else { nil }
    }
    return Set(batches).sorted().compactMap { batch in
      files[batch].map { "\(ImportReference(batch)): \($0.name), SHA-256 \($0.digest)" }
    }
  }
}
