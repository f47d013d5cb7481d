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
  private(set) var direction: (column: Int, out: [String], into: [String])?

  /// None where no column holds amounts, or no heading says anything and the cells do not either.
  init?(_ sample: Sample, _ kind: ImportKind) {
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
      "loaded", "deposit", "deposits", "topup",
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
    for (one, other) in zip(money, money.dropFirst()) {
      let filled = rows.map { row in
        [one, other].filter { $0 < row.count && !row[$0].isEmpty && row[$0] != "0.00" }.count
      }
      if filled.allSatisfy({ $0 == 1 }) { return (one, other) }
    }
    return nil
  }

  func cells(_ field: String) -> [String] { places[field].map { columns[$0].cells } ?? [] }

  /// A column that says which way money went, by its words.
  private func findDirection() -> (column: Int, out: [String], into: [String])? {
    let (out, into): (Set<String>, Set<String>) = (
      ["D", "DR", "DEBIT", "OUT", "PAID OUT", "DBIT"],
      ["C", "CR", "CREDIT", "IN", "PAID IN", "CRDT"]
    )
    for column in free {
      let words = Set(column.cells.map { $0.uppercased() })
      guard words.count <= 4, words.isSubset(of: out.union(into)) else { continue }
      return (column.place, words.intersection(out).sorted(), words.intersection(into).sorted())
    }
    return nil
  }
}
