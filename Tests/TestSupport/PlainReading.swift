/// A text as its reader meets it: in sentences, and in words.
public struct PlainReading: Sendable {
  /// The numbers of words of its sentences.
  public let lengths: [Int]
  public let words: Set<String>
  /// The syllables of its words together.
  public let syllables: Int
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
    syllables = text.split(whereSeparator: \.isWhitespace).map(PlainReading.syllables).reduce(0, +)
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

extension PlainReading {
  /// The school year, by Flesch and Kincaid, of texts read together: 6 is the reader of eleven.
  public static func grade(_ readings: [PlainReading]) -> Double {
    let sentences = readings.map(\.lengths.count).reduce(0, +)
    let words = readings.flatMap(\.lengths).reduce(0, +)
    let syllables = readings.map(\.syllables).reduce(0, +)
    guard sentences > 0, words > 0 else { return 0 }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words)
      - 15.59
  }

  /// The syllables of a word: its groups of vowels, but for an e that is not heard.
  ///
  /// A number counts as one.
  static func syllables(of word: some StringProtocol) -> Int {
    let letters = word.lowercased().filter(\.isLetter)
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let isSilent =
      letters.hasSuffix("e") && !letters.hasSuffix("le") && !letters.hasSuffix("ee")
      || letters.hasSuffix("ed") && !letters.hasSuffix("ted") && !letters.hasSuffix("ded")
      || letters.hasSuffix("es")
        && !["ses", "ces", "ges", "xes", "zes"].contains { letters.hasSuffix($0) }
    return max(isSilent ? count - 1 : count, 1)
  }
}
