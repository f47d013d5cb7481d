import Bookkeeping
import Funding

extension FamilyStatement {
  /// S5: every payment, in, out and back, a table each a part.
  var everyPayment: [Report.Block] {
    [.heading("Every payment")]
      + parts.flatMap { part -> [Report.Block] in
        [moneyIn(part), moneyOut(part), paidBack(part)].compactMap(\.self)
      }
  }

  // MARK: Money out

  private func moneyOut(_ part: StatementPart) -> Report.Block? {
    let rows = payments(of: part)
    guard !rows.isEmpty else {
      return .paragraph("\(part.title): nothing was spent in \(spoken(period)).")
    }
    let spent = figures([part], part.address).spent
    let total = Table.Row(
      [.blank, .blank, .text("Spent"), .blank, cell(spent), .blank], isTotal: true)
    return .table(
      Table(
        "spent-\(part.address)", caption: "\(part.title), spent",
        columns: [
          Table.Column("date", "Date", .text), Table.Column("paid-to", "Paid to", .text),
          Table.Column("for", "What for", .text),
          Table.Column("workings", "How we worked it out", .text),
          Table.Column("amount", "Amount", .money), Table.Column("receipt", "Receipt", .text),
        ], rows: rows + [total]))
  }

  private func payments(of part: StatementPart) -> [Table.Row] {
    var receipts = Receipts(left: receipts)
    return books.rows(of: figures([part], part.address).spent).map { record, moved, amount in
      row(record, moved, amount, part, &receipts)
    }
  }

  private func row(
    _ record: JournalRecord, _ moved: Moved, _ amount: Money, _ part: StatementPart,
    _ receipts: inout Receipts
  ) -> Table.Row {
    let line = moved.debit.use.planLine ?? moved.credit.use.planLine
    let plan = part.lines.first { $0.reference == line }
    let receipt = line.flatMap { receipts.take(for: $0, amount, on: moved.day) }
    let isArranged = part.holder != .family
    let purpose =
      books.text(receipt?.purpose?.code) ?? (isArranged ? books.text(plan?.purpose.code) : nil)
    let provider = books.text(plan?.use.provider?.code)
    return Table.Row([
      .text("\(spokenInYear(moved.day)), ref \(record.number)"),
      books.payee(of: moved.source).map { .text($0.namedAsPayee) }
        ?? provider.map { .text($0) } ?? .unknown,
      purpose.map { .text($0) } ?? .unknown,
      workings(receipt, plan, amount, part).map { .text($0) } ?? .unknown,
      .money(amount, below: "came back"),
      isArranged ? .text("Not needed") : receipt.map { .text($0.status.spoken) } ?? .unknown,
    ])
  }

  /// How an amount was worked out: as the receipt says, or, of what we arrange, units and price.
  private func workings(
    _ receipt: Receipt?, _ line: PlanLine?, _ amount: Money, _ part: StatementPart
  ) -> String? {
    if let workings = books.text(receipt?.workings?.code) { return workings }
    guard part.holder == .council, let units = line?.rate.units, units.price > .zero,
      amount > .zero, amount.pence % units.price.pence == 0
    else { return nil }
    let count = Int(amount.pence / units.price.pence)
    return
      "\(plural(count, units.unit.rawValue, units.unit.rawValue + "s")) at £\(units.price.grouped)"
  }

  // MARK: Money in

  private func moneyIn(_ part: StatementPart) -> Report.Block? {
    guard part.holder != .council else { return nil }
    let into = figures([part], part.address).into
    let rows = books.rows(of: into).map { record, moved, amount in
      let due = moved.source[.due].flatMap { Day($0) }
      let paid = moved.source[.paid].flatMap { Day($0) } ?? moved.day
      return Table.Row([
        due.map { .text(spokenInYear($0)) } ?? .unknown,
        .text("\(spokenInYear(paid)), ref \(record.number)"),
        moved.source[.covers].map { .text($0) } ?? .unknown,
        .text(lateness(due: due, paid: paid)),
        .money(amount, below: "taken back"),
      ])
    }
    guard !rows.isEmpty else { return nil }
    let total = Table.Row([.blank, .blank, .text("Money in"), .blank, cell(into)], isTotal: true)
    return .table(
      Table(
        "in-\(part.address)", caption: "\(part.title), money in",
        columns: [
          Table.Column("due", "Due", .text), Table.Column("paid", "Paid", .text),
          Table.Column("covers", "Covers", .text), Table.Column("on-time", "On time?", .text),
          Table.Column("amount", "Amount", .money),
        ], rows: rows + [total]))
  }

  private func lateness(due: Day?, paid: Day) -> String {
    guard let due else { return "We do not know yet" }
    let days = due.distance(to: paid)
    return days > 0 ? "Late by \(plural(days, "day", "days")). We are sorry." : "Yes"
  }
}

/// What is known of a family's payments, each used for one payment only; of more than there are payments, what was
/// told last.
private struct Receipts {
  var left: [Receipt]

  mutating func take(for line: PlanLineReference, _ amount: Money, on day: Day) -> Receipt? {
    guard
      let place = left.lastIndex(where: {
        $0.line == line && $0.amount == amount && $0.day == day
      })
    else { return nil }
    return left.remove(at: place)
  }
}

extension Receipt.Status {
  fileprivate var spoken: String {
    switch self {
    case .have: "Have it"
    case .pleaseSend: "Please send"
    case .notNeeded: "Not needed"
    }
  }
}

extension String {
  /// A payee as a bank prints it, with capitals only where words begin.
  fileprivate var namedAsPayee: String {
    guard self == uppercased() else { return self }
    return split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }
}

extension FamilyStatement {
  /// What went back of a part: money that a family or who looks after it paid to the council.
  func paidBack(_ part: StatementPart) -> Report.Block? {
    let back = figures([part], part.address).back
    let rows = books.rows(of: back).map { record, moved, amount in
      Table.Row([
        .text("\(spokenInYear(moved.day)), ref \(record.number)"), .text(authority),
        .money(amount, below: "given back"),
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
