import Bookkeeping

/// What a first mapping says of the columns that were found.
extension DraftColumns {
  /// The lines that name the columns.
  var lines: [String] {
    var open = unsure.map { ["# Nothing here says \($0). Find that out first."] } ?? []
    if isPayments, places["code"] == nil {
      open.append(
        "# No column of codes was found, so that every row is outside. Name one below, as code.")
    }
    let order = [
      "date", "amount", "paid out", "paid in", "payee", "payee id", "reference",
      "document", "code", "cost centre", "description", "area", "balance", "type",
    ]
    let byCells = order.filter(guessed.contains)
    let remark =
      byCells.isEmpty || byCells.allSatisfy { places[$0] == nil }
      ? [] : ["# Chosen by their cells, for want of a heading: \(byCells.joined(separator: ", "))."]
    if !otherMoney.isEmpty, places["amount"] != nil, hasHeadings {
      let others = otherMoney.map { heading($0.place) }.joined(separator: ", ")
      open.append("# See that amount is what each row comes to. Other columns of money: \(others).")
    }
    guard hasHeadings else {
      var names = Dictionary(places.map { ($1, $0) }) { one, _ in one }
      if let direction { names[direction.column] = "direction" }
      let list = columns.map { names[$0.place] ?? "\"\"" }
      return open + remark + ["order: [\(list.joined(separator: ", "))]"]
    }
    var lines =
      open + remark + ["columns:"]
      + order.compactMap { name in
        places[name].map { "  \(name): \(heading($0))" }
      }
    if let direction { lines.append("  direction: \(heading(direction.column))") }
    return lines
  }

  private func heading(_ column: Int) -> String {
    let key = columns[column].heading.key
    let same = columns.filter { $0.heading.key == key }.map(\.place)
    let text = quoted(columns[column].heading.text)
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
    // Such a column is none of days, so that it is nothing yet.
    let monthFirst = columns.first { column in
      column.cells.count { DayText.isMonthFirst(Array($0.utf8)[...]) } > 1
    }
    if let monthFirst {
      lines.append(
        "# \(heading(monthFirst.place)) has the month first. Have the file exported otherwise.")
    }
    return lines + signs
  }

  private var signs: [String] {
    if let direction {
      return [
        "signs: {out: [\(list(direction.out, "DR"))], in: [\(list(direction.into, "CR"))]}"
      ]
    }
    if let column = creditColumn {
      return [
        "# Some rows say that they are a credit note, in \(heading(column)), and no amount has a minus.",
        "# Where those are money back, say so: columns: direction, and signs: {out: [Invoice], in: [Credit Note]}",
      ]
    }
    let ends = Set(
      cells("amount").compactMap { cell in
        cell.last?.isLetter == true
          ? String(cell.reversed().prefix { $0.isLetter }.reversed()).uppercased() : nil
      }
    )
    if !ends.isEmpty, ends.isSubset(of: ["DR", "CR", "D", "C"]) {
      return ["signs: {out: [DR, D], in: [CR, C]}"]
    }
    let out = read("paid out")
    if !out.isEmpty, out.allSatisfy({ $0 < .zero }) { return ["amounts: paid out is negative"] }
    let sums = read("amount")
    let negative = sums.count { $0 < .zero }
    if places["balance"] != nil, let isPositive = spendingIsPositive() {
      if isPositive { return ["amounts: spending is positive  # as the balance runs"] }
      // The balance of a card may be what is owed on it.
      return negative * 2 >= sums.count
        ? []
        : [
          "# Most amounts have no minus. Where those were spent, and the balance is what is owed:",
          "#   amounts: spending is positive",
        ]
    }
    if places["paid out"] == nil, sums.count > 1 {
      if !isPayments {
        return [
          negative == 0
            ? "# No amount has a minus. Where that is what was spent: amounts: spending is positive"
            : "# Nothing says whether what was spent has a minus. Where it has none: amounts: spending is positive"
        ] + (negative == 0 ? wayRemark : [])
      }
      if negative == 0 { return wayRemark }
    }
    if places["code"] != nil, sums.count > 1, negative * 2 > sums.count {
      return ["amounts: spending is negative  # most amounts have a minus"]
    }
    return []
  }

  /// What to ask where no amount has a sign, and a column may give one.
  private var wayRemark: [String] {
    let named = mayBeWays.prefix(3).map { column in
      "\(quoted(column.heading.text)): \(Set(column.cells).sorted().joined(separator: ", "))"
    }
    if named.isEmpty { return [] }
    return [
      "# No amount has a minus. Where one of these says that money came back, name it as direction, with signs:"
    ] + named.map { "#   \($0)" }
  }

  private func read(_ field: String) -> [Money] {
    cells(field).compactMap { try? Money.read(Array($0.utf8)[...]).money }.filter { $0 != .zero }
  }

  /// Whether the balance of a statement falls by what has no sign; none where it does not say.
  private func spendingIsPositive() -> Bool? {
    guard let amount = places["amount"] else { return nil }
    let isUsual = isRunning { money($0, amount) }
    let isTurned = isRunning { row in money(row, amount).map { -$0 } }
    return isUsual == isTurned ? nil : isTurned
  }

  private func list(_ words: [String], _ usual: String) -> String {
    words.isEmpty ? usual : words.map(quoted).joined(separator: ", ")
  }
}
