import Bookkeeping
import Funding

extension FamilyStatement {
  /// What went back of a part: money that a family or who looks after it paid to the council.
  func paidBack(_ part: StatementPart) -> Report.Block? {
    let back = figures([part], part.address).back
    let rows = books.moved
      .filter { pair in back.terms.contains { $0.counts(pair.moved) != .zero } }
      .sorted { ($0.moved.day, $0.record.number) < ($1.moved.day, $1.record.number) }
      .map { record, moved in
        Table.Row([
          .text("\(spokenInYear(moved.day)), ref \(record.number)"), .text(authority),
          .money(back.terms.map { $0.counts(moved) }.total()),
        ])
      }
    guard !rows.isEmpty else { return nil }
    let total = Table.Row([.blank, .text("Paid back"), cell(back)], isTotal: true)
    return .table(
      Table(
        "back-\(part.address)", caption: "\(part.title), paid back",
        columns: [
          Table.Column("date", "Date", .text), Table.Column("paid-to", "Paid to", .text),
          Table.Column("amount", "Amount", .money),
        ], rows: rows + [total]))
  }
}
