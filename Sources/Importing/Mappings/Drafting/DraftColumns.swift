import Bookkeeping

/// Which column of a file is which field, by its heading where one says so, and by its cells where none does.
struct DraftColumns {
  /// By field: the column.
  private(set) var places: [String: Int] = [:]
  /// The fields whose column was chosen by its cells alone.
  private(set) var guessed: [String] = []
  /// What nothing in the file says.
  private(set) var unsure: String?
  let columns: [DraftColumn]
  let rows: [[String]]
  let hasHeadings: Bool
  let isPayments: Bool
  private(set) var direction: (column: Int, out: [String], into: [String])?

  /// None where no column holds amounts, or no heading says anything and the cells do not either.
  init?(_ sample: Sample, _ kind: ImportKind) {
    isPayments = kind == .payments
    let fields = DraftField.fields(of: kind)
    let headings = DraftColumns.headings(of: sample, fields)
    hasHeadings = headings != nil
    rows = Array(sample.rows[(headings.map { $0 + 1 } ?? 0)...])
    let texts = headings.map { sample.rows[$0] } ?? []
    let width = rows.map { $0.count { !$0.isEmpty } == 0 ? 0 : $0.count }.max() ?? 0
    let rows = rows
    columns = (0..<max(width, texts.count)).map { place in
      DraftColumn(place, place < texts.count ? texts[place] : "", under: rows)
    }
    if hasHeadings { places = DraftColumns.places(columns, fields) }
    settleMoney(prefersOne: kind == .payments)
    guessMissing(kind)
    if let amount = places["amount"], let other = otherWay(of: amount) {
      places["amount"] = nil
      (places["paid out"], places["paid in"]) = (min(amount, other), max(amount, other))
    }
    settleWays()
    guard places["amount"] != nil || places["paid out"] != nil, places["payee"] != nil,
      kind == .payments || places["date"] != nil
    else { return nil }
    // Where no column has codes, what the money was for stands in their place.
    if kind == .payments, places["code"] == nil {
      for field in ["description", "area", "cost centre"] where places["code"] == nil {
        places["code"] = places.removeValue(forKey: field)
      }
    }
    direction = places["paid out"] == nil ? findDirection() : nil
  }

  // MARK: The headings

  /// The row of the headings: the one of which most headings are known, or the first that is all words
  /// and has amounts under it.
  private static func headings(of sample: Sample, _ fields: [DraftField]) -> Int? {
    var best: (count: Int, row: Int)?
    var first: Int?
    for (row, texts) in sample.rows.enumerated().prefix(LayoutFinder.mostRows) {
      let filled = texts.filter { !$0.isEmpty }
      guard filled.count > 1, !DraftColumn(0, "", under: filled.map { [$0] }).holdsFigures else {
        continue
      }
      let below = sample.rows[(row + 1)...].prefix(60)
      let columns = texts.indices.map { DraftColumn($0, texts[$0], under: below) }
      guard columns.contains(where: { $0.isMoney && !$0.cells.isEmpty }) else { continue }
      first = first ?? (columns.allSatisfy { $0.cells.isEmpty || $0.hasHeading } ? row : nil)
      let count = places(columns, fields).count
      if count > 1, count > best?.count ?? 0 { best = (count, row) }
    }
    return best?.row ?? first
  }

  /// By field the column with the likeliest heading, of those whose cells may be so.
  private static func places(_ columns: [DraftColumn], _ fields: [DraftField]) -> [String: Int] {
    var places: [String: Int] = [:]
    var taken: Set<Int> = []
    for field in fields {
      let free = columns.filter { !taken.contains($0.place) && $0.fits(field.content) }
      let headings = free.map(\.heading)
      guard let found = field.headings.lazy.compactMap({ $0.columns(among: headings).first }).first
      else { continue }
      places[field.name] = free[found].place
      // An invoice number may be the payment's own number as well as its document.
      if field.name != "reference" || free[found].heading.key != "invoicenumber" {
        taken.insert(free[found].place)
      }
    }
    if places["document"] == places["reference"] { places["document"] = nil }
    return places
  }

  /// Keeps one amount, or the two columns of one way each.
  private mutating func settleMoney(prefersOne: Bool) {
    let hasTwo = places["paid out"] != nil && places["paid in"] != nil
    if hasTwo, !(prefersOne && places["amount"] != nil) {
      places["amount"] = nil
    } else {
      for field in ["paid out", "paid in"] {
        let column = places.removeValue(forKey: field)
        if places["amount"] == nil { places["amount"] = column }
      }
    }
  }

  /// Of two columns each for one way the headings say which is which, and else a balance.
  private mutating func settleWays() {
    guard let out = places["paid out"], let into = places["paid in"] else { return }
    func words(_ column: Int) -> Set<Substring> {
      Set(columns[column].heading.text.lowercased().split { !$0.isLetter })
    }
    let (first, second) = (words(out), words(into))
    let saysIn: Set<Substring> = [
      "in", "cr", "credit", "credits", "income", "receipt", "receipts", "received", "load", "loads",
      "loaded", "deposit", "deposits", "topup", "lodged", "lodgement", "lodgements",
    ]
    let saysOut: Set<Substring> = [
      "out", "dr", "debit", "debits", "expenditure", "spend", "spent", "payments", "withdrawal",
      "withdrawals", "withdrawn",
    ]
    let isTurned =
      !first.isDisjoint(with: saysIn) && second.isDisjoint(with: saysIn)
      || !second.isDisjoint(with: saysOut) && first.isDisjoint(with: saysOut)
    let isSaid =
      isTurned || !first.isDisjoint(with: saysOut) || !second.isDisjoint(with: saysIn)
    if isTurned || !isSaid && isRunning(out: into, into: out) && !isRunning(out: out, into: into) {
      (places["paid out"], places["paid in"]) = (into, out)
    } else if !isSaid, !isRunning(out: out, into: into) {
      unsure = "which of the two columns of money was paid out"
    }
  }

  /// Whether the balance runs where money goes these ways.
  private func isRunning(out: Int, into: Int) -> Bool {
    isRunning { row in (money(row, into) ?? .zero) - (money(row, out) ?? .zero) }
  }

  /// Whether the balance runs with what moved in each row; a row of which that is not known is passed over.
  func isRunning(_ moved: (_ row: [String]) -> Money?) -> Bool {
    guard let balance = places["balance"] else { return false }
    var running = RunningBalance()
    for row in rows {
      guard let moved = moved(row) else { continue }
      running.take(
        moved, leaving: money(row, balance), on: nil, at: Place(file: "", row: 1, line: 1))
    }
    return running.doubts.isEmpty
  }

  func money(_ row: [String], _ column: Int) -> Money? {
    column < row.count ? try? Money.read(Array(row[column].utf8)[...]).money : nil
  }

  // MARK: The cells

  /// Chooses columns by their cells where no heading has said which they are.
  private mutating func guessMissing(_ kind: ImportKind) {
    guess("date") { $0.isDays }
    if places["amount"] == nil, places["paid out"] == nil {
      if let (out, into) = oneWayColumns() {
        (places["paid out"], places["paid in"]) = (out, into)
        guessed += ["paid out", "paid in"]
      } else {
        guess("amount") { $0.isPoundsAndPence }
        // Of whole pounds a heading has to say so: a number may be anything.
        if !hasHeadings { guess("amount", last: true) { $0.isMoney && !$0.cells.isEmpty } }
      }
    }
    let payee = free.filter(\.isWords).max { ($0.distinct, $1.place) < ($1.distinct, $0.place) }
    guess("payee") { $0.place == payee?.place }
    guard !hasHeadings else { return }
    if kind == .payments {
      guess("code") { $0.isCodes && $0.distinct < $0.cells.count && $0.distinct > 1 }
      guess("reference") { $0.isNumbering && $0.isCodes }
      guess("code") { $0.isCodes }
      guess("description") { $0.isWords }
    } else {
      guess("balance") { $0.isPoundsAndPence }
    }
  }

  /// The columns that are nothing yet: those that can be named, where files have headings.
  private var free: [DraftColumn] {
    columns.filter {
      !places.values.contains($0.place) && !$0.cells.isEmpty
        && (!hasHeadings || !$0.heading.key.isEmpty)
    }
  }

  /// The columns of pounds and pence that were taken for nothing.
  var otherMoney: [DraftColumn] { free.filter(\.isPoundsAndPence) }

  private mutating func guess(
    _ field: String, last: Bool = false, _ isSo: (DraftColumn) -> Bool
  ) {
    guard places[field] == nil else { return }
    guard let column = last ? free.last(where: isSo) : free.first(where: isSo) else { return }
    places[field] = column.place
    guessed.append(field)
  }

  /// Two columns of amounts of which every row fills one.
  private func oneWayColumns() -> (out: Int, into: Int)? {
    let money = free.filter(\.isPoundsAndPence).map(\.place)
    return zip(money, money.dropFirst()).first { one, other in areWays(one, other) }
      .map { (out: $0, into: $1) }
  }

  /// The column of money that every row fills in which the one of amounts is empty, and no other: the two are
  /// of one way each, whatever they are called.
  private func otherWay(of amount: Int) -> Int? {
    free.first { $0.place != amount && $0.isPoundsAndPence && areWays(amount, $0.place) }?.place
  }

  /// Whether every row has an amount in one of two columns and nothing, or nought, in the other.
  private func areWays(_ one: Int, _ other: Int) -> Bool {
    let ways = rows.compactMap { row -> Bool? in
      let filled = [one, other].map { (money(row, $0) ?? .zero) != .zero }
      return filled[0] == filled[1] ? nil : filled[0]
    }
    let moved = rows.count { row in [one, other].contains { money(row, $0) != nil } }
    return !ways.isEmpty && ways.count == moved && Set(ways).count == 2
  }

  func cells(_ field: String) -> [String] { places[field].map { columns[$0].cells } ?? [] }

  /// Whether an amount is written as less than nothing.
  private var hasMinus: Bool { cells("amount").contains { $0.contains("-") || $0.contains("(") } }

  /// A column that says which way money went, by its words.
  private func findDirection() -> (column: Int, out: [String], into: [String])? {
    for column in free {
      let words = Set(column.cells.map { $0.uppercased() })
      guard words.count <= 4 else { continue }
      for (out, into) in hasMinus ? DraftColumns.ways.prefix(1) : DraftColumns.ways[...]
      where words.isSubset(of: out.union(into)) {
        // `CR` and `IN` alone may be creditors and invoices, and a list of invoices alone says nothing of a way.
        let mayBeOther = words.isDisjoint(with: out) || words.isSubset(of: ["IN", "C", "CR"])
        if mayBeOther || out.contains("INVOICE") && words.isDisjoint(with: into) { continue }
        return (column.place, words.intersection(out).sorted(), words.intersection(into).sorted())
      }
    }
    return nil
  }

  /// The words by which columns say that money went out, and that it came in.
  private static let ways: [(out: Set<String>, into: Set<String>)] = [
    (
      ["D", "DR", "DEBIT", "OUT", "PAID OUT", "DBIT"],
      ["C", "CR", "CREDIT", "IN", "PAID IN", "CRDT"]
    ),
    (
      ["INVOICE", "INV", "PURCHASE INVOICE", "STANDARD", "PAYMENT", "PIN"],
      ["CREDIT NOTE", "CREDIT MEMO", "CREDIT", "CRN", "CN", "CRE", "PCR", "REFUND"]
    ),
  ]

  /// The columns that may say which way money went: of a few short words, each in several rows.
  var mayBeWays: [DraftColumn] {
    free.filter { column in
      (2...3).contains(column.distinct) && column.cells.count == rows.count
        && column.cells.allSatisfy { $0.count <= 18 }
    }
  }

  /// A free column of which some cells say a credit note, where no amount has a minus and it is no column of ways.
  var creditColumn: Int? {
    guard direction == nil, places["paid out"] == nil, !hasMinus else { return nil }
    return columns.first { column in
      column.cells.contains {
        let words = $0.lowercased()
        return words.contains("credit note") || words.contains("credit memo")
      }
    }?.place
  }
}
