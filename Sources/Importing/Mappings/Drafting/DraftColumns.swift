import Bookkeeping

/// The rows in the beginning of a file, by the mark that parts them best.
struct Sample {
  let separator: Separator
  let rows: [[String]]

  private static let mostRows = 400

  init(_ file: SourceFile) throws(Diagnostic) {
    var best: (separator: Separator, rows: [[String]])?
    for separator in Separator.allCases {
      let rows = try Sample.rows(of: file, separator, upTo: Sample.mostRows)
      let cells = rows.filter { $0.count > 1 }.count
      if cells > best?.rows.filter({ $0.count > 1 }).count ?? -1 { best = (separator, rows) }
    }
    separator = best?.separator ?? .comma
    rows = best?.rows ?? []
  }

  static func rows(
    of file: SourceFile, _ separator: Separator, upTo most: Int
  ) throws(Diagnostic) -> [[String]] {
    var rows: [[String]] = []
    do throws(SourceFile.Refusal) {
      let csv = try CSVReader(file, parted: separator) { row in
        if rows.count < most, !row.isBlank {
          rows.append((0..<row.count).map { file.encoding.text(row[$0].trimmed) })
        }
      }
      while rows.count < most, (try? csv.advance()) ?? false {}
    } catch {
      throw error.diagnostic(file.path)
    }
    return rows
  }
}

/// Which column of a file is which field.
struct DraftColumns {
  /// By field: the column.
  private(set) var places: [String: Int] = [:]
  let headings: [String]
  private let body: [[String]]
  private var direction: (column: Int, out: [String], into: [String])?

  init?(_ sample: Sample, _ fields: [DraftField]) {
    var best: (score: Int, row: Int, headings: [String], places: [String: Int])?
    for row in sample.rows.indices.prefix(LayoutFinder.mostRows) {
      let texts = sample.rows[row]
      let places = DraftColumns.places(texts.map(Heading.key), fields, sample.rows[(row + 1)...])
      guard fields.allSatisfy({ !$0.isNeeded || places[$0.name] != nil }), places.count >= 2 else {
        continue
      }
      if places.count > best?.score ?? 0 { best = (places.count, row, texts, places) }
    }
    guard let best else { return nil }
    headings = best.headings
    places = best.places
    body = Array(sample.rows[(best.row + 1)...])
    // Where no column has codes, what the money was for stands in their place.
    if fields.contains(where: { $0.name == "code" }), places["code"] == nil {
      places["code"] = places["description"] ?? places["area"] ?? places["cost centre"]
      if places["code"] == places["description"] { places["description"] = nil }
      if places["code"] == places["cost centre"] { places["cost centre"] = nil }
      if places["code"] == places["area"] { places["area"] = nil }
    }
    direction = findDirection()
  }

  /// The columns of a file without headings: a day, an amount, and words.
  init?(withoutHeadings sample: Sample) {
    let width = sample.rows.map(\.count).max() ?? 0
    body = sample.rows
    headings = []
    var (days, amounts, words): ([Int], [Int], [Int]) = ([], [], [])
    for column in 0..<width {
      let cells = body.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
        .map { Array($0.utf8)[...] }
      func isMost(_ reads: (ArraySlice<UInt8>) -> Bool) -> Bool {
        !cells.isEmpty && cells.filter(reads).count * 5 >= cells.count * 4
      }
      if isMost({ (try? DayText.read($0, twoDigitsFrom: 1990)) != nil }) {
        days.append(column)
      } else if isMost({ (try? Money.read($0)) != nil }) {
        amounts.append(column)
      } else if !cells.isEmpty {
        words.append(column)
      }
    }
    guard let day = days.first, let amount = amounts.first, let payee = words.first else {
      return nil
    }
    places = ["date": day, "amount": amount, "payee": payee]
    if amounts.count > 1 { places["balance"] = amounts.last }
  }

  /// By field the likeliest column; of several with one heading the first that holds what it should.
  private static func places(
    _ keys: [String], _ fields: [DraftField], _ body: ArraySlice<[String]>
  ) -> [String: Int] {
    var places: [String: Int] = [:]
    var taken: Set<Int> = []
    for field in fields {
      let columns = field.headings.flatMap { heading in keys.indices.filter { keys[$0] == heading }
      }
      let isMoney = ["amount", "paid out", "paid in", "balance"].contains(field.name)
      let place = columns.first { column in
        !taken.contains(column) && (!isMoney || holdsMoney(column, body))
      }
      guard let place else { continue }
      places[field.name] = place
      // An invoice number may be the payment's own number as well as its document.
      if field.name != "reference" || keys[place] != "invoicenumber" { taken.insert(place) }
    }
    // One column that is signed says all that two do.
    if places["paid out"] != nil, places["paid in"] != nil { places["amount"] = nil }
    if places["document"] == places["reference"] { places["document"] = nil }
    return places
  }

  private static func holdsMoney(_ column: Int, _ body: ArraySlice<[String]>) -> Bool {
    let cells = body.lazy.filter { $0.count > column }.map { $0[column] }.filter { !$0.isEmpty }
      .prefix(50)
    if cells.isEmpty { return true }
    let read = cells.filter { (try? CellForms.likely.amount(Array($0.utf8)[...].trimmed)) != nil }
    return read.count * 2 > cells.count
  }

  private func cells(_ field: String) -> [String] {
    guard let column = places[field] else { return [] }
    return body.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
  }

  /// A column that says which way money went, by its words.
  private func findDirection() -> (column: Int, out: [String], into: [String])? {
    let (out, into): (Set<String>, Set<String>) = (
      ["D", "DR", "DEBIT", "OUT", "PAID OUT", "DBIT"],
      ["C", "CR", "CREDIT", "IN", "PAID IN", "CRDT"]
    )
    for column in headings.indices where !places.values.contains(column) {
      let words = Set(
        body.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column].uppercased() : nil }
      )
      guard !words.isEmpty, words.count <= 4, words.isSubset(of: out.union(into)) else { continue }
      return (column, words.intersection(out).sorted(), words.intersection(into).sorted())
    }
    return nil
  }

  /// The lines that name the columns.
  var lines: [String] {
    let order = [
      "date", "amount", "paid out", "paid in", "payee", "payee id", "reference",
      "document", "code", "cost centre", "description", "area", "balance", "type",
    ]
    if headings.isEmpty {
      let names = Dictionary(places.map { ($1, $0) }) { one, _ in one }
      let width = (places.values.max() ?? 0) + 1
      let list = (0..<width).map { names[$0] ?? "\"\"" }
      return ["order: [\(list.joined(separator: ", "))]"]
    }
    var lines =
      ["columns:"]
      + order.compactMap { name in
        places[name].map { "  \(name): \(heading($0))" }
      }
    if let direction { lines.append("  direction: \(heading(direction.column))") }
    return lines
  }

  private func heading(_ column: Int) -> String {
    let key = Heading.key(of: headings[column])
    let same = headings.indices.filter { Heading.key(of: headings[$0]) == key }
    let text = quoted(headings[column])
    guard same.count > 1, let nth = same.firstIndex(of: column) else { return text }
    return "{heading: \(text), nth: \(nth + 1)}"
  }

  /// What has to be said of days and amounts.
  var forms: [String] {
    var lines: [String] = []
    let days = cells("date").map { Array($0.utf8)[...] }
    let isTwoDigits = days.contains { day in
      do throws(DayText.Failure) {
        _ = try DayText.read(day)
        return false
      } catch {
        guard case .twoDigitYear = error else { return false }
        return true
      }
    }
    if isTwoDigits { lines.append("two-digit-years-from: 1990") }
    if days.filter(DayText.isMonthFirst).count > 1 {
      lines.append("# The dates have the month first. Have the file exported otherwise.")
    }
    let sums = cells("amount").compactMap { try? Money.read(Array($0.utf8)[...]).money }
      .filter { $0 != .zero }
    if places["code"] != nil, sums.count > 1, sums.count(where: { $0 < .zero }) * 2 > sums.count {
      lines.append("amounts: spending is negative  # most amounts have a minus")
    }
    if let direction {
      lines.append(
        "signs: {out: [\(list(direction.out, "DR"))], in: [\(list(direction.into, "CR"))]}")
    } else {
      let ends = Set(
        cells("amount").compactMap { cell in
          cell.last?.isLetter == true
            ? String(cell.reversed().prefix { $0.isLetter }.reversed()).uppercased() : nil
        }
      )
      if !ends.isEmpty, ends.isSubset(of: ["DR", "CR", "D", "C"]) {
        lines.append("signs: {out: [DR, D], in: [CR, C]}")
      }
    }
    let out = cells("paid out").compactMap { try? Money.read(Array($0.utf8)[...]).money }
      .filter { $0 != .zero }
    if !out.isEmpty, out.allSatisfy({ $0 < .zero }) {
      lines.append("amounts: paid out is negative")
    }
    return lines
  }

  private func list(_ words: [String], _ usual: String) -> String {
    words.isEmpty ? usual : words.map(quoted).joined(separator: ", ")
  }
}
