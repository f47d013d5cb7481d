/// A text as its reader meets it: in sentences, and in words.
public struct PlainReading: Sendable {
  /// The numbers of words of its sentences.
  public let lengths: [Int]
  public let words: Set<String>
  private let plain: String

  /// Words that are not said to families, or that say what they should not.
  public static let banned = [
    "brought forward", "b/f", "c/f", "credit", "allocation", "debit", "drawdown", "expenditure",
    "closing balance", "unutilised", "notional", "commissioned", "arranged", "third-party",
    "commitment", "commitments", "accruals", "contingency", "surplus", "threshold", "clawback",
    "recoup", "reclaim", "adjustment", "reversal", "journal", "hnb", "element", "ehcp",
    "disaggregated", "misuse", "non-compliant", "failed to",
  ]

  public init(_ text: String) {
    let kept = text.lowercased().map { character -> Character in
      character.isLetter || character.isNumber || "’'-/£.,".contains(character) ? character : " "
    }
    let sentences = PlainReading.sentences(of: text)
    lengths = sentences.map { $0.split(separator: " ").count }
    words = Set(
      kept.split(separator: " ").map { word in
        var word = String(word)
        while let last = word.last, ".,".contains(last) { word.removeLast() }
        return word
      })
    plain =
      " " + String(kept).split(whereSeparator: { " .,".contains($0) }).joined(separator: " ") + " "
  }

  /// The text cut after full stops and question marks that end a word.
  private static func sentences(of text: String) -> [String] {
    var sentences: [[Substring]] = [[]]
    for word in text.split(whereSeparator: \.isWhitespace) {
      sentences[sentences.count - 1].append(word)
      if let last = word.last, ".?!".contains(last) { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// The words in it that are not for families.
  public var bannedWords: [String] { PlainReading.banned.filter { plain.contains(" \($0) ") } }
}
