import Bookkeeping

/// How the files of a publisher write days and amounts, where they write them otherwise than most.
struct CellForms: Hashable, Sendable {
  /// The first of the hundred years that two digits may stand for; none where years have four.
  var yearsFrom: Int?
  /// The words that say which way money went, and none where a sign does.
  var signs: SignWords?
  /// Whether money that went out counts as more than nothing, as in a council's list of what it spent.
  var outIsPositive = false

  static let usual = CellForms()

  /// As a file may have them of which nobody has said anything yet.
  static let likely = CellForms(signs: SignWords(out: ["DR", "D"], into: ["CR", "C"]))

  /// Words such as `DR` and `CR`, in a column of their own or behind the amount.
  struct SignWords: Hashable, Sendable {
    /// Money that went out: what a council spent, what left a family's account.
    var out: Set<String>
    var into: Set<String>

    /// Whether a word says that money went out; none where it says nothing.
    func isOut(_ word: String) -> Bool? {
      let key = word.uppercased()
      return out.contains(key) ? true : into.contains(key) ? false : nil
    }
  }

  func day(_ cell: ArraySlice<UInt8>) throws(DayText.Failure) -> Day {
    try DayText.read(cell, twoDigitsFrom: yearsFrom)
  }

  /// An amount without a sign that a word says to have gone out or come in.
  func amount(_ money: Money, isOut: Bool) -> Money { isOut == outIsPositive ? money : -money }

  /// Which way the word behind an amount says; none where there is no such word.
  func isOut(_ cell: ArraySlice<UInt8>) -> Bool? {
    guard let signs, let end = cell.lastIndex(where: { !isLetter($0) }), end + 1 < cell.endIndex
    else { return nil }
    return signs.isOut(String(decoding: cell[(end + 1)...], as: UTF8.self))
  }

  /// Reads an amount, which may have a word behind it that says which way the money went.
  func amount(_ cell: ArraySlice<UInt8>) throws(Money.ParsingFailure) -> ReadAmount {
    do {
      return try Money.read(cell)
    } catch {
      guard error == .notAnAmount, let isOut = isOut(cell),
        let end = cell.lastIndex(where: { !isLetter($0) }),
        let read = try? Money.read(cell[...end]), read.money >= .zero, read.note == nil
      else { throw error }
      return ReadAmount(money: amount(read.money, isOut: isOut), note: nil)
    }
  }
}
