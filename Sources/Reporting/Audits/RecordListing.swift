package import Bookkeeping
package import Funding

/// Records of the chain as reports.
package enum RecordListing {
  package static func list(_ records: [JournalRecord], _ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/log@1", title: "Records", of: header,
      Table(
        "records", caption: "The last of the chain, the earliest first",
        columns: [
          Table.Column("record", "Record", .number),
          Table.Column("recorded", "Recorded", .day), Table.Column("by", "By", .text),
          Table.Column("day", "Day", .day), Table.Column("what", "What", .text),
          Table.Column("origin", "From", .text),
        ], rows: records.map(row)))
  }

  private static func row(_ record: JournalRecord) -> Table.Row {
    Table.Row([
      .number(record.number), .day(record.recorded), .text(record.actor),
      record.content.day.map { .day($0) } ?? .blank, .text(what(record)),
      .text(record.content.sources.first.map { origin($0.origin) } ?? ""),
    ])
  }

  private static func what(_ record: JournalRecord) -> String {
    switch record.content {
    case .posted(let event, let entry):
      event.rawValue + (entry.correction.map { ", \(words($0))" } ?? "")
    case .noted(let fact): "\(fact.kind.rawValue): \(fact.subject)"
    }
  }

  package static func words(_ correction: Correction) -> String {
    switch correction {
    case .reverses(let number): "reverses \(number)"
    case .corrects(let number): "corrects \(number)"
    case .supersedes(let number): "supersedes \(number)"
    }
  }

  /// Where something came from, in short.
  package static func origin(_ origin: Origin) -> String {
    switch origin {
    case .row(let row): "\(ImportReference(row.batch)) row \(row.row)"
    case .command(let person, let document):
      document.words.isEmpty ? person : "\(person): \(document)"
    case .rule(let name, let record): "rule \(name)" + (record.map { " on \($0)" } ?? "")
    }
  }

  package static func one(_ record: JournalRecord, _ digest: Digest, _ chart: Chart) -> Report {
    var facts = [
      Report.Fact("What", .text(what(record))),
      Report.Fact("Recorded", .text("\(record.recorded) by \(record.actor)")),
    ]
    if let day = record.content.day { facts.append(Report.Fact("Day", .text(day.description))) }
    if let own = record.content.ownDay {
      facts.append(Report.Fact("Own day", .text("\(own), whose month was closed")))
    }
    for source in record.content.sources {
      facts.append(Report.Fact("From", .text(origin(source.origin))))
      facts += source.details.map { Report.Fact($0.name, .text($0.value)) }
    }
    facts.append(Report.Fact("Digest", .text(digest.description)))
    var blocks: [Report.Block] = [.facts(facts)]
    if let entry = record.content.entry { blocks.append(.table(postings(of: entry, chart))) }
    return Report(schema: "sendledger/record@1", title: "Record \(record.number)", blocks: blocks)
  }

  private static func postings(of entry: FundingEntry, _ chart: Chart) -> Table {
    Table(
      "postings", caption: "Postings",
      columns: [
        Table.Column("layer", "Layer", .text), Table.Column("fund", "Fund", .text),
        Table.Column("account", "Account or state", .text), Table.Column("for", "For", .text),
        Table.Column("debit", "Debit", .money), Table.Column("credit", "Credit", .money),
      ],
      rows: entry.postings.map { posting in
        let coding = posting.standing
        let dimensions = [
          coding.use.line?.rawValue, coding.use.planLine?.code, coding.use.contract?.code,
          coding.partner.map { chart.name(of: $0) },
        ].compactMap(\.self).joined(separator: ", ")
        return Table.Row([
          .text(coding.layer.rawValue), .text(chart.name(of: coding.fund)),
          .text(coding.heading.name), .text(dimensions),
          posting.side == .debit ? .money(posting.amount) : .blank,
          posting.side == .credit ? .money(posting.amount) : .blank,
        ])
      })
  }

  package static func notFound(_ number: Int) -> Diagnostic {
    .error(
      "record-not-known", "there is no record \(number)",
      next: "see the last ones: \(.listRecords)")
  }
}
