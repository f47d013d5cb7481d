import Bookkeeping

/// A column in the beginning of a file, and what its cells look like.
struct DraftColumn {
  let place: Int
  let heading: Heading
  /// The cells that hold something.
  let cells: [String]
  private let days: Int
  private let amounts: Int
  private let pence: Int
  private let worded: Int

  init(_ place: Int, _ heading: String, under rows: some Sequence<[String]>) {
    self.place = place
    self.heading = Heading(heading)
    cells = rows.compactMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }
    days = cells.count { (try? DayText.read(Array($0.utf8)[...], twoDigitsFrom: 1990)) != nil }
    amounts = cells.count { (try? CellForms.likely.amount(Array($0.utf8)[...].trimmed)) != nil }
    pence = cells.count { $0.hasPence }
    worded = cells.count { $0.count(where: \.isLetter) > $0.count(where: \.isNumber) }
  }

  /// Whether any cell is a day or an amount with pence, as no heading is.
  var holdsFigures: Bool { days + pence > 0 }
  var hasHeading: Bool { heading.text.contains(where: \.isLetter) }
  var isDays: Bool { isMost(days) }
  var isMoney: Bool { !isDays && amounts * 2 > cells.count }
  var isPoundsAndPence: Bool { isMoney && pence * 2 > cells.count }
  var isWords: Bool { !isDays && isMost(worded) }
  /// Whether every cell is another, as the numbers of payments are.
  var isNumbering: Bool { !isDays && !isPoundsAndPence && distinct == cells.count }
  /// Whether its cells are short and of one word, as codes are.
  var isCodes: Bool {
    !isDays && !isPoundsAndPence && cells.allSatisfy { $0.count <= 16 && !$0.contains(" ") }
  }
  var distinct: Int { Set(cells).count }

  private func isMost(_ count: Int) -> Bool { !cells.isEmpty && count * 5 >= cells.count * 4 }

  /// Whether it may hold a field, by what its cells look like.
  func fits(_ content: DraftField.Content) -> Bool {
    switch content {
    case .day: isDays
    case .money: cells.isEmpty || isMoney
    case .words: isWords
    case .text: !isDays && !isPoundsAndPence
    }
  }
}

extension String {
  /// Whether two digits stand behind a point, at the end but for what says the sign.
  fileprivate var hasPence: Bool {
    let end = reversed().drop { !$0.isNumber }.prefix(3)
    return end.count == 3 && end.last == "." && end.prefix(2).allSatisfy(\.isNumber)
  }
}
