import Bookkeeping
import Funding
package import Reporting
package import Storage

extension OpenLedger {
  /// Has the register remember the heads on papers that are given out.
  ///
  /// They go out whatever becomes of this.
  package func remember(_ papers: [Paper]) async {
    do {
      try await register.write { names in
        for paper in papers { try await names.remember(paper) }
      }
    } catch {
      progress.warn(
        Diagnostic(
          .warning, "paper-not-remembered",
          problem: "the paper is whole, and the register could not note the head that stands on it",
          why: "the register is in use, may not be written to, or there is no room",
          next: "make the paper again when nobody else writes, and the head is noted"))
    }
  }
}

extension OpenBooks {
  /// The heads that were given out, on papers and by signatures, and whether the ledger still has each.
  ///
  /// - Returns: the report, and whether the ledger has them all.
  package func heads() async throws -> (report: Report, allStand: Bool) {
    var given = try await names.papers().map { paper in
      GivenHead(
        what: paper.kind.rawValue, of: paper.subject, month: paper.month, record: paper.record,
        digest: paper.digest, day: paper.made)
    }
    for signed in try await books.all(MonthSigned.self) {
      guard let day = try await books.record(signed.number)?.recorded else { continue }
      let head = signed.value.head
      given.append(
        GivenHead(
          what: "signed close", of: "", month: head.month, record: head.record,
          digest: head.digest, day: day))
    }
    var rows: [Table.Row] = []
    var allStand = true
    for head in given.sorted(by: { $0.place < $1.place }) {
      let stands = try await books.digest(of: head.record) == head.digest
      allStand = allStand && stands
      rows.append(head.row(stands))
    }
    let table = Table(
      "heads", caption: "On papers that were given out, and signed as months were closed",
      columns: [
        Table.Column("paper", "Paper", .text), Table.Column("of", "Of", .text),
        Table.Column("month", "Month", .text), Table.Column("record", "Record", .number),
        Table.Column("head", "Head", .text), Table.Column("day", "Day", .day),
        Table.Column("ledger", "Ledger", .text),
      ], rows: rows)
    let report = Report(
      schema: "sendledger/heads@1", title: "Heads given out",
      blocks: [.facts(header), .table(table)])
    return (report, allStand)
  }
}

/// A head that somebody outside has, and on what.
private struct GivenHead {
  let what: String
  let of: String
  let month: Month?
  let record: Int
  let digest: Digest
  let day: Day

  /// By record, and those of one record by what they are.
  var place: (Int, String, String, String) { (record, what, of, month?.description ?? "") }

  func row(_ stands: Bool) -> Table.Row {
    Table.Row([
      .text(what), .text(of), .text(month?.description ?? ""), .number(record),
      .text(digest.printed), .day(day), .text(stands ? "as then" : "other"),
    ])
  }
}
