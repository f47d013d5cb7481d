/// Gives sheets names that a spreadsheet takes: at most 31 letters, no sign, and each its own.
struct SheetNames {
  /// The names so far, in small letters, since a spreadsheet does not tell them from capitals.
  ///
  /// It keeps one name for itself.
  private var taken: Set<String> = ["history"]

  private static let most = 31

  /// The name of a sheet, made of a name for programs: `risk-share` is `Risk share`.
  mutating func name(for text: String) -> String {
    var words = ""
    for scalar in text.unicodeScalars {
      let isKept = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if isKept { words.unicodeScalars.append(scalar) } else { words += " " }
    }
    words = words.split(separator: " ").joined(separator: " ")
    if words.isEmpty { words = "Sheet" }
    words = words.prefix(1).uppercased() + words.dropFirst()
    var name = SheetNames.cut(words, SheetNames.most)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = SheetNames.cut(words, SheetNames.most - 4) + " \(number)"
      number += 1
    }
    return name
  }

  /// Cut between letters; a spreadsheet counts parts of 16 bits.
  private static func cut(_ words: String, _ most: Int) -> String {
    var words = words
    while words.utf16.count > most { words.removeLast() }
    while words.last == " " { words.removeLast() }
    return words
  }
}
