import Bookkeeping

/// The text of a cell as a message may show it.
///
/// Amounts, dates and codes are shown, and so are the words that publishers put in their place.
/// Anything else may be a name, and is only counted.
enum Quotable {
  private static let words: Set<String> = [
    "redacted", "various", "nil", "none", "na", "nan", "inf", "n", "a", "tbc", "tba", "e", "gbp",
    "cr", "dr", "ref", "value", "name", "num", "div", "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "under", "dp", "act", "c", "u", "x", "y", "z",
    "low",
  ]

  static func text(_ text: String) -> String {
    let letters = text.split { !$0.isLetter }.map { $0.lowercased() }
    let isShown = letters.allSatisfy { words.contains($0) || monthNames.contains($0) }
    if isShown, text.count <= 40 { return "“\(text.showingControls.replacing("\n", with: "·"))”" }
    let count = text.count
    return "\(count) \(count == 1 ? "character" : "characters"), not shown as they may be a name"
  }
}

extension Quotable {
  /// A heading that was asked for by name, so that it cannot be a person's.
  static func heading(_ text: String) -> String { "“\(text)”" }
}
