public import Bookkeeping
public import Funding
public import Modelling

/// What partners have to pay into a pool and when, what they have paid, and what is late.
public struct PoolSchedule: Sendable {
  private let book: PoolBook
  private let agreed: VariedAgreement?
  private let chart: Chart
  private let instalments: [PoolInstalment]

  public init(_ book: PoolBook, under agreed: VariedAgreement?, chart: Chart) {
    self.book = book
    self.agreed = agreed
    self.chart = chart
    instalments = book.instalments(under: agreed)
  }

  /// What is late in all.
  public var late: Money { instalments.map { $0.late(on: book.day) }.total() }

  public func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/pool-contributions@1",
      title: "Contributions to \(book.pool), \(spoken(book.day))",
      blocks: [.facts(header + PoolPosition.variations(of: agreed, by: book.day)), .table(table)]
        + [.paragraph(words)])
  }

  private var table: Table {
    let rows = instalments.map { one in
      let days = one.daysLate(on: book.day)
      return Table.Row([
        .day(one.due), .text(chart.name(of: one.part)), .text(chart.name(of: one.partner)),
        .money(one.agreed), .money(one.due <= book.day ? one.agreed : .zero), .money(one.paid),
        .money(one.late(on: book.day)), one.paidOn.map { .day($0) } ?? .blank,
        days > 0 ? .number(days) : .blank, .text(one.state(on: book.day)),
      ])
    }
    let due = instalments.filter { $0.due <= book.day }.map(\.agreed).total()
    let paid = instalments.map(\.paid).total() + beyond.map(\.2).total()
    let extra = beyond.map { part, partner, amount in
      Table.Row([
        .blank, .text(chart.name(of: part)), .text(chart.name(of: partner)), .money(.zero),
        .money(.zero), .money(amount), .money(.zero), .blank, .blank,
        .text("beyond what was agreed"),
      ])
    }
    let total = Table.Row(
      [
        .text("Total"), .blank, .blank, .money(instalments.map(\.agreed).total()), .money(due),
        .money(paid), .money(late), .blank, .blank, .blank,
      ], isTotal: true)
    return Table(
      "contributions", caption: "The earliest instalment is taken to be paid first",
      columns: [
        Table.Column("due-on", "Due on", .day), .words("part", "Part"),
        .words("partner", "Partner"), Table.Column("agreed", "Agreed", .money),
        Table.Column("due", "Due", .money, minor: true), Table.Column("paid-in", "Paid in", .money),
        Table.Column("late", "Late", .money),
        Table.Column("paid-on", "Paid on", .day, minor: true),
        Table.Column("days-late", "Days late", .number, minor: true),
        .words("state", "State"),
      ], rows: rows + extra + [total])
  }

  private var beyond: [(Fund, PartnerReference, Money)] {
    book.parts.flatMap { part in
      book.partners(in: part).compactMap { partner in
        let amount = instalments.beyond(part, of: partner, in: book)
        return amount == .zero ? nil : (part, partner, amount)
      }
    }
  }

  private var words: String {
    let found = instalments.filter { $0.late(on: book.day) > .zero }
    guard !found.isEmpty else { return "Nothing is late." }
    return found.map { one in
      "\(chart.name(of: one.partner)) owes \(chart.name(of: one.part)) \(one.late(on: book.day)), "
        + "due on \(spoken(one.due)), \(plural(one.daysLate(on: book.day), "day", "days")) ago."
    }.joined(separator: " ")
  }
}
