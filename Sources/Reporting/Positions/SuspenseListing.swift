package import Bookkeeping
package import Funding

/// The payments that wait in suspense until a person places them.
package struct SuspenseListing {
  private let payments: [(record: Int, day: Day, amount: Money)]

  /// - Parameter records: payments not placed that nothing has corrected, in order.
  package init(_ records: [JournalRecord]) {
    payments = records.compactMap { record in
      guard let entry = record.content.entry, entry.correction == nil else { return nil }
      let amount = entry.movements.map {
        $0.debit.heading == .suspense ? $0.amount : .zero - $0.amount
      }.total()
      return (record.number, entry.day, amount)
    }
  }

  /// What is in suspense, all together.
  package var total: Money { payments.map(\.amount).total() }

  package func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/suspense@1", title: "Payments in suspense", of: header,
      Table(
        "suspense", caption: "In the general fund until a person places them",
        of: payments, total: Table.Row([.text("Total"), .blank, .money(total)], isTotal: true),
        [
          Table.Field("record", "Record", .text) { .number($0.record) },
          .day("day", "Day") { $0.day },
          .money("amount", "Amount") { $0.amount },
        ]))
  }
}
