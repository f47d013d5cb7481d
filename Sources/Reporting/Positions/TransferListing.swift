import Bookkeeping
package import Funding

/// The transfers between blocks, each with who allowed it and the year's total so far.
package struct TransferListing {
  private let transfers: [Transfer]

  /// One transfer, as it was posted.
  private struct Transfer {
    let record: Int
    let day: Day
    let from: Fund
    let into: Fund
    let amount: Money
    let base: Money?
    /// What has gone out of the schools block in the year, this one included.
    let yearTotal: Money
    let authority: String
  }

  /// - Parameter records: the records of transfers, in order, of which those taken back are left out.
  package init(_ records: [JournalRecord]) {
    var transfers: [Transfer] = []
    var outByYear: [FinancialYear: Money] = [:]
    for record in records.standing {
      guard let entry = record.content.entry else { continue }
      for part in entry.parts {
        guard let out = part.movements.first(where: { $0.debit.heading == .transferOut }),
          let into = part.movements.first(where: { $0.credit.heading == .transferIn })
        else { continue }
        let year = FinancialYear(of: entry.belongsTo)
        if out.debit.fund == .schools { outByYear[year, default: .zero] += out.amount }
        transfers.append(
          Transfer(
            record: record.number, day: entry.belongsTo, from: out.debit.fund,
            into: into.credit.fund,
            amount: out.amount, base: part.source[.base].flatMap { try? Money(parsing: $0) },
            yearTotal: outByYear[year] ?? .zero, authority: part.source[.authority] ?? ""))
      }
    }
    self.transfers = transfers
  }

  package func report(_ chart: Chart, _ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/transfers@1", title: "Transfers between blocks", of: header,
      Table(
        "transfers", caption: "Each with its authority, and the year's total so far",
        of: transfers,
        [
          .number("record", "Record") { $0.record },
          .day("day", "Day") { $0.day },
          .text("from", "From") { chart.name(of: $0.from) },
          .text("to", "To") { chart.name(of: $0.into) },
          .money("amount", "Amount") { $0.amount },
          .money("base", "Base") { $0.base },
          .money("year-total", "Out of schools", minor: true) { $0.yearTotal },
          .text("authority", "Authority") { $0.authority },
        ]))
  }
}
