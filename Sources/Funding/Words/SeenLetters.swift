/// A text as people see it, so that two ways of writing one name are one: small Latin letters and digits.
///
/// What nobody sees is left out. Of a letter with an accent, a wide or ringed one and one of mathematics, and of
/// those of Cyrillic and Greek that look so, the plain one stands: the letter that its name in Unicode gives it.
/// `docs/ENCODING.md` sets the rule out, since signatures are checked by it.
public enum SeenLetters {
  /// The letters and digits of a text, in their order.
  public static func of(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return small(text.utf8.filter(\.isPlain)) }
    var found = ""
    for scalar in small(text).unicodeScalars where scalar.isSeenLetter {
      found += scalar.plain ?? String(scalar)
    }
    return found
  }

  /// Plain letters and digits, each letter small.
  private static func small(_ plain: some Collection<UInt8>) -> String {
    String(decoding: plain.map { $0.isCapital ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The text in small letters; a capital that looks like a Latin one, as its small letter may not, is that one.
  private static func small(_ text: some StringProtocol) -> String {
    var seen = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let place = scalar.isASCII ? nil : capitals.firstIndex { $0.0 == scalar }
      seen.append(place.map { capitals[$0].1 } ?? scalar)
    }
    return String(seen).lowercased()
  }

  private static let capitals = Array(
    zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧӀҮԌՏՕՍ".unicodeScalars, "ABEZHIKMNOPTYXIYGSOU".unicodeScalars))

  /// The words of a text, each as its letters are seen.
  public static func words(of text: String) -> Set<String> {
    // Most texts are plain, and all families are held against each.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let seen = text.utf8.filter { $0 > 0x1F && $0 < 0x7F }
      return Set(seen.split { !$0.isPlainLetter }.map(small))
    }
    let parted = text.unicodeScalars.filter { $0.isSeen }.split { !$0.properties.isAlphabetic }
    return Set(parted.map { of(String(String.UnicodeScalarView($0))) })
  }

  /// Whether a text has letters, each of them taken for one of the Latin alphabet or a digit, and no other sign that
  /// is seen than those of ASCII: none that only looks like a letter.
  public static func areLatin(_ text: String) -> Bool {
    !of(text).isEmpty
      && small(text).unicodeScalars.allSatisfy { scalar in
        scalar.isASCII || !scalar.isSeen || scalar.isSeenLetter && scalar.plain != nil
      }
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { self >= 0x41 && self <= 0x5A }
  fileprivate var isPlainLetter: Bool { isCapital || self >= 0x61 && self <= 0x7A }
  fileprivate var isPlain: Bool { isPlainLetter || self >= 0x30 && self <= 0x39 }
}

extension Unicode.Scalar {
  /// Whether anything of it is seen: it is no sign of control, no accent, and none that only
  /// shapes its neighbours.
  fileprivate var isSeen: Bool {
    switch properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: false
    case _: !properties.isDefaultIgnorableCodePoint
    }
  }

  fileprivate var isSeenLetter: Bool {
    isSeen && (properties.isAlphabetic || properties.numericType != nil)
  }

  /// The Latin letters or the digit that it is, or is taken for; none where it is some other.
  fileprivate var plain: String? {
    if isASCII { return String(self).lowercased() }
    if let place = Unicode.Scalar.alike.firstIndex(where: { $0.0 == self }) {
      return String(Unicode.Scalar.alike[place].1)
    }
    // “FULLWIDTH LATIN SMALL LETTER A”, “LATIN SMALL LETTER A WITH ACUTE”, “MATHEMATICAL BOLD SMALL A”,
    // “FULLWIDTH DIGIT TWO”
    let words = (properties.name ?? "").split(separator: " ")
    if properties.numericType != nil, !words.contains("ROMAN"),
      let digit = words.last.flatMap(Unicode.Scalar.digits.firstIndex)
    {
      return String(digit)
    }
    let letter =
      words.contains("LATIN")
      ? words.firstIndex(of: "LETTER").flatMap { words.dropFirst($0 + 1).first }
      : words.first == "MATHEMATICAL" ? words.last : nil
    guard let letter, letter.count <= 2, letter.allSatisfy(\.isASCII) else { return nil }
    return letter.lowercased()
  }

  private static let digits: [Substring] = [
    "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE",
  ]

  /// Letters that are taken for a Latin one, which their names do not say: of Latin itself, of Cyrillic, of Greek
  /// and of Armenian.
  private static let alike = Array(
    zip(
      "ⅰⅴⅹⅼⅽⅾⅿıȷſɑɡɩªºаеорсухіјѕԁһкмтвнԛԝοανρκιτυχӏүօսհոց".unicodeScalars,
      "ivxlcdmijsagiaoaeopcyxijsdhkmtbhqwoavpkituxlyouhng".unicodeScalars))
}
