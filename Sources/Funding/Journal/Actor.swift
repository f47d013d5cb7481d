/// Who acts: a name as it was given, and as it is compared with others.
///
/// Capital letters, spaces, dots and other signs between letters, and characters that nobody sees do not
/// make two people of one, and nor do accents, wide and ringed letters, and the letters of Cyrillic and Greek
/// that look like Latin ones. Who signs in is the front's to know.
public struct Actor: Hashable, Sendable, CustomStringConvertible {
  /// The name as it was given.
  public let name: String
  /// Whether the machine says that it is they, and not they alone.
  public let isSignedIn: Bool
  private let folded: String

  public init(_ name: String, isSignedIn: Bool = false) {
    self.name = name
    self.isSignedIn = isSignedIn
    let seen = String.UnicodeScalarView(name.lowercased().unicodeScalars.filter(\.isSeen))
    let letters = String(
      String.UnicodeScalarView(
        seen.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        .map(\.plain)))
    folded = letters.isEmpty ? String(seen) : letters
  }

  public var description: String { name }

  public static func == (one: Actor, other: Actor) -> Bool { one.folded == other.folded }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension Unicode.Scalar {
  /// The Latin letter that it is, or is taken for.
  fileprivate var plain: Unicode.Scalar {
    if isASCII { return self }
    if let place = Unicode.Scalar.alike.firstIndex(where: { $0.0 == self }) {
      return Unicode.Scalar.alike[place].1
    }
    // “FULLWIDTH LATIN SMALL LETTER A”, “LATIN SMALL LETTER A WITH ACUTE”
    let words = (properties.name ?? "").split(separator: " ")
    guard words.contains("LATIN"), let place = words.firstIndex(of: "LETTER"),
      let letter = words.dropFirst(place + 1).first, letter.unicodeScalars.count == 1,
      let scalar = letter.lowercased().unicodeScalars.first
    else { return self }
    return scalar
  }

  /// Letters of Cyrillic and Greek, each with the Latin one that it looks like.
  private static let alike = Array(
    zip(
      "аеорсухіјѕԁһкмтвнԛԝοανρκιτυχ".unicodeScalars, "aeopcyxijsdhkmtbhqwoavpkitux".unicodeScalars))

  /// Whether anything of it is seen: it is no sign of control, and none that only shapes its neighbours.
  fileprivate var isSeen: Bool {
    switch properties.generalCategory {
    case .control, .format: false
    case _: true
    }
  }
}
