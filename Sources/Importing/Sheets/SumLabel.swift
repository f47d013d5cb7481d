import Bookkeeping

extension ArraySlice<UInt8> {
  /// Whether the cell is wholly an amount, and has pence.
  var isPoundsAndPence: Bool {
    count > 3 && self[endIndex - 3] == UInt8(ascii: ".") && (try? Money.read(self)) != nil
  }

  /// Whether the cell is what a pivot table calls the sum of one code: `HN122 Total`.
  var endsInTotal: Bool {
    String(decoding: suffix(6), as: UTF8.self).lowercased() == " total"
  }

  /// Whether the cell says that the row is the sum of others, in whatever words: `Page total`, `OVERALL TOTAL`,
  /// `Total for B Ltd`, `B Ltd Total`, `Brought forward`.
  var isLabelOfSum: Bool {
    guard count <= 80 else { return false }
    let words = String(decoding: self, as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    if ["brought", "carried"].contains(first), words.dropFirst().first == "forward" { return true }
    if words.count == 2, ["b", "c"].contains(first), last == "f" { return true }
    guard words.count > 1 else { return false }
    return sumWords.contains(last)
      || sumWords.contains(first) && ["for", "of", "to"].contains(words[1])
      || ["grand", "sub", "page", "overall"].contains(first) && sumWords.contains(words[1])
  }

  /// Whether the cell is the label of a total: `Grand Total`, `Total for October 2026`, `Sub-total`.
  ///
  /// That of a file has no other words, since a supplier's name may begin with it.
  func isTotal(of scope: TotalScope) -> Bool {
    guard let first, "tgs".utf8.contains(first | 0x20) else { return false }
    var words = String(decoding: self, as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)[...]
    if let word = words.first, ["grand", "sub"].contains(word) { words.removeFirst() }
    guard let word = words.popFirst(), sumWords.contains(word)
    else {
      return false
    }
    return scope == .anything
      || words.allSatisfy { word in
        word.contains(where: \.isNumber) || totalWords.contains(word) || monthNames.contains(word)
      }
  }
}

/// What a total may be of.
enum TotalScope { case file, anything }

private let sumWords: Set<String> = ["total", "totals", "subtotal", "subtotals"]

/// The words that may follow `total` in a label.
private let totalWords: Set<String> = [
  "for", "of", "the", "month", "period", "year", "to", "all", "payments", "amount", "net",
  "expenditure", "spend", "invoices", "gbp",
]
