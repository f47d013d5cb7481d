import Bookkeeping
import Funding
import Storage

/// Makes a result of every row of a file that is imported.
struct ImportedRows: SheetRows {
  var format: any RowFormat<Meaning>
  var summary = SheetSummary()
  var name: String { kind.rawValue }
  let takesMapping = true
  let isExact = false
  private let kind: ImportKind
  private let opens: Day
  private let isWhole: Bool
  private var results: [RowResult] = []
  private var sealer: RowSealer
  private var tally = TotalTally()
  private let amountFields: [Int]
  /// Those of ``amountFields``, and the prices and balances beside them.
  private let moneyFields: [Int]
  private let numberField: Int?
  private let payeeField: Int?
  private let codeField: Int?
  private let dayFields: [Int]
  private let standingDay: Int?
  /// The rows of which a date can only be one with the month first.
  private var monthFirst = 0

  init(
    _ kind: ImportKind, _ format: any RowFormat<Meaning>, of owner: String, opens: Day, salt: Salt,
    isWhole: Bool
  ) {
    self.kind = kind
    self.format = format
    self.opens = opens
    self.isWhole = isWhole
    let fields = format.fields
    sealer = RowSealer(kind, fields, of: owner, inWays: format.money != nil, salt: salt)
    amountFields = fields.indices.filter { fields[$0].kind == .amount && !fields[$0].isCarried }
    moneyFields = fields.indices.filter { fields[$0].kind == .amount || fields[$0].kind == .price }
    numberField = fields.firstIndex(where: \.isNumber)
    payeeField = fields.firstIndex { $0.name == "payee" }
    codeField = fields.firstIndex { $0.name == "code" }
    dayFields = fields.indices.filter { fields[$0].kind == .day }
    // A direct payment stands in the month in which it was paid, whenever it was due.
    standingDay = fields.firstIndex { $0.kind == .day && $0.name == "paid" } ?? dayFields.first
  }

  /// The results of the rows taken since this was last asked.
  mutating func collect() -> [RowResult] {
    defer { results.removeAll(keepingCapacity: true) }
    return results
  }

  mutating func pass(_ place: Place) { results.append(.blank(place)) }

  mutating func refuse(_ diagnostic: Diagnostic) { results.append(.refused(diagnostic, nil)) }

  mutating func take(_ row: TypedRow) {
    if tally.isFull { return results.append(.refused(TotalTally.tooMuch(at: row.place), nil)) }
    let totals = statedTotals(row)
    if !totals.isEmpty {
      summary.totals += 1
      summary.controls += tally.check(totals, at: row.place)
      return results.append(.total(row.place, totals.total()))
    }
    do {
      try requireWhole(row)
      try requirePayment(row)
      try row.checkCells()
      note(row)
      if let field = standingDay, let day = try? row.readDay(field).get() {
        summary.listedMonths.insert(Month(of: day))
      }
      switch try format.meaning(of: row) {
      case .says(let saying):
        try checkDay(saying.day, row)
        tally.count(saying.amount)
        remember(saying)
        results.append(.reading(reading(row, saying)))
      case .outside(let amount):
        tally.count(amount)
        results.append(.outside(row.place, amount))
      case .nothing: results.append(.nothing(row.place))
      case .total(let amount):
        summary.totals += 1
        results.append(.total(row.place, amount))
      case .heading:
        summary.headings += 1
        results.append(.heading(row.place))
      }
    } catch {
      lookForMonthFirst(row)
      lookForHeadings(row)
      // Of a row whose cells may be another's no amount is known.
      let amount = error.code == "cells-differ" ? nil : readableAmount(row)
      if let amount { tally.count(amount) }
      results.append(.refused(error, amount))
    }
  }

  /// Cells that have moved are read as others: a cell is missing, or an amount stands where a payee should.
  private func requireWhole(_ row: TypedRow) throws(Diagnostic) {
    // Of a row that has no amount that is said.
    guard readableAmount(row) != nil else { return }
    let width = row.layout.width
    guard row.count >= width else { throw .cellsDiffer(row.count, width, at: row.place) }
    guard let payeeField, row.bytes(payeeField).isPoundsAndPence else { return }
    throw .error(
      "cells-differ", "an amount stands where whoever was paid should", at: row.place,
      why: "a comma too many or too few makes one cell another's",
      next: "look for a cell that is missing, or correct the column in the mapping")
  }

  /// The sum of a page or of a supplier has no number, and says what it is where a payee or a code should stand.
  private func requirePayment(_ row: TypedRow) throws(Diagnostic) {
    guard kind == .payments, let numberField, row.isEmpty(numberField) else { return }
    let field = [payeeField, codeField].compactMap(\.self).first { row.bytes($0).isLabelOfSum }
    if let field { throw row.fault(.mayBeTotal, field) }
  }

  private mutating func reading(_ row: TypedRow, _ saying: RowMeaning) -> Reading {
    Reading(
      place: row.place, amount: saying.amount, day: saying.day,
      identity: sealer.identity(of: row, comingTo: saying.amount),
      hasReference: numberField.map { !row.isEmpty($0) } ?? false, intent: saying.intent,
      cells: isWhole ? sealer.cells(of: row) : [], hidden: isWhole ? sealer.hidden(of: row) : nil,
      texts: saying.texts)
  }

  /// Two dates that could only be read with the month first prove that all of them are written so: then
  /// those that can be read otherwise too are on wrong days, and nothing of the file is used.
  private mutating func lookForMonthFirst(_ row: TypedRow) {
    guard let field = dayFields.first(where: { DayText.isMonthFirst(row.bytes($0)) }) else {
      return
    }
    monthFirst += 1
    guard monthFirst == 2 else { return }
    let heading = row.layout.headings[field]
    summary.faults.append(
      .error(
        "dates-month-first",
        "\(heading.isEmpty ? row.fields[field].name : heading) is written with the month first",
        at: row.place,
        why:
          "two dates are none with the day first, so that the others would be read as other days",
        next: "have the file exported with the day first, or as 2026-10-31"))
  }

  /// Refuses a file of which a later row has the headings in another order: what follows is read by the first.
  private mutating func lookForHeadings(_ row: TypedRow) {
    guard row.isOfHeadings else { return }
    summary.faults.append(
      .error(
        "headings-again", "the headings stand here again, in another order", at: row.place,
        why: "the rows under them would be read by the first ones",
        next: "import the two parts as files of their own"))
  }

  /// The amount of a row that cannot be used, where that much of it can be read.
  private func readableAmount(_ row: TypedRow) -> Money? {
    guard let field = amountFields.first(where: { !row.isEmpty($0) }) else { return nil }
    if let money = format.money { return try? money.amount(of: row) }
    return (try? row.readAmount(field).get())?.money
  }

  /// Days before the ledger opens cannot be posted to it.
  private func checkDay(_ day: Day, _ row: TypedRow) throws(Diagnostic) {
    guard day < opens else { return }
    throw Diagnostic.error(
      "date-before-ledger", "the row is of \(day)", at: row.place,
      why: "the ledger opens on \(opens)", next: "leave the row out, or use an earlier ledger")
  }

  /// The total that a row states of the file: an amount with nothing beside it, or with that word.
  private func statedTotals(_ row: TypedRow) -> [Money] {
    let amounts = amountFields.filter { !row.isEmpty($0) }
    guard kind != .dsgAllocation, let field = amounts.first,
      let amount = (try? row.readAmount(field).get())?.money
    else { return [] }
    let money = format.money?.totals(of: row) ?? []
    let stated = money.isEmpty ? [amount] : money
    let others = row.fields.indices.filter { !amounts.contains($0) && !row.isEmpty($0) }
    if others.isEmpty { return stated }
    // Beside its label alone, and without a day where there are days, it may be the sum of anything.
    if others.count == 1, dayFields.contains(where: { row.layout.columns[$0] != nil }),
      row.bytes(others[0]).isTotal(of: .anything) || row.bytes(others[0]).endsInTotal
    {
      return stated
    }
    // A payment has a number, and a total has none: `Total` is a supplier too.
    if let numberField, !row.isEmpty(numberField), !row.bytes(numberField).isTotal(of: .file) {
      return []
    }
    // Whom it was paid to stands in no total, and its word may stand in any cell.
    if let payeeField, !row.isEmpty(payeeField), !row.bytes(payeeField).isTotal(of: .file) {
      return []
    }
    return others.contains { row.bytes($0).isTotal(of: .file) } ? stated : []
  }

  private mutating func note(_ row: TypedRow) {
    var largest = Money.zero
    for field in moneyFields where !row.isEmpty(field) {
      guard case .success(let read) = row.readAmount(field) else { continue }
      if row.fields[field].kind == .amount { largest = max(largest, read.money.magnitude) }
      if let note = read.note { summary.notes[note, default: 0] += 1 }
    }
    tally.moved += largest
  }

  private mutating func remember(_ saying: RowMeaning) {
    let day = saying.day
    summary.firstDay = min(summary.firstDay ?? day, day)
    summary.lastDay = max(summary.lastDay ?? day, day)
    summary.months.insert(Month(of: day))
  }
}

/// The sums by which a total that a file states is checked.
private struct TotalTally {
  private var all = Sums()
  private var sinceTotal = Sums()

  /// What came to more than nothing, and what to less.
  private struct Sums: Equatable {
    var more = Money.zero
    var less = Money.zero

    mutating func count(_ amount: Money) {
      if amount > .zero { more += amount } else { less += amount }
    }

    /// What they are to one total, or to one for each way.
    func found(for stated: [Money]) -> [Money] {
      guard stated.count == 2 else { return [more + less] }
      return stated[0] > .zero || stated[1] < .zero ? [more, less] : [less, more]
    }
  }

  /// The largest amount of every row so far, whatever its sign.
  var moved = Money.zero

  /// Whether the rows come to what no file does: no sum of theirs is to outgrow what is printed and kept.
  var isFull: Bool { moved >= TotalTally.most }
  private static let most: Money = 5_000_000_000_000_00

  static func tooMuch(at place: Place) -> Diagnostic {
    .error(
      "sum-too-large", "the rows before this one come to \(most) or more", at: place,
      why: "no council’s file does, and none of the rows that follow is used",
      next: "look for points that are missing")
  }

  mutating func count(_ amount: Money) {
    all.count(amount)
    sinceTotal.count(amount)
  }

  mutating func check(_ stated: [Money], at place: Place) -> [ControlTotal] {
    let since = sinceTotal.found(for: stated)
    let found = since == stated ? since : all.found(for: stated)
    sinceTotal = Sums()
    return zip(stated, found).map { stated, found in
      ControlTotal(name: "total of the file", place: place, stated: stated, found: found)
    }
  }
}
