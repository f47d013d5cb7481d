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
    let letters = SeenLetters.of(name)
    folded = letters.isEmpty ? name.lowercased() : letters
  }

  /// Whether nobody can take the name for another’s that looks alike: all its letters are Latin ones.
  public var isPlain: Bool { SeenLetters.areLatin(name) }

  public var description: String { name }

  public static func == (one: Actor, other: Actor) -> Bool { one.folded == other.folded }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension Actor {
  /// Whether a text names them, whatever title, post or address stands beside the name: in either order, and with
  /// the first name or its letter alone.
  public func isNamed(in text: String) -> Bool {
    let own = Actor.forms(of: Actor.plain(name)).union([folded])
    let parts = text.split { ",;/()&".contains($0) }.map { Actor.words(of: String($0)) }
    let words = parts.flatMap(\.self)
    let inOrder = parts.flatMap { part in Actor.runs(of: part, upTo: 3).flatMap(Actor.forms) }
    // A family name may stand first, with a comma behind it.
    let turned = Actor.runs(of: words, upTo: 2).map { $0.reversed().joined() }
    return folded == SeenLetters.of(text) || !own.isDisjoint(with: inOrder + turned)
  }

  /// Whether two names may be one person’s, of whom one is written with a title, a post, an address for mail, or
  /// the family name first.
  ///
  /// Two words are needed for that, or the letter of the first and the last.
  public func mayBe(_ other: Actor) -> Bool {
    if self == other { return true }
    let (one, two) = (Actor.plain(name), Actor.plain(other.name))
    guard min(one.count, two.count) > 1 else { return false }
    let (few, many) = one.count <= two.count ? (one, two) : (two, one)
    return few.allSatisfy { word in
      many.contains {
        $0 == word || word.count == 1 && $0.first == word.first
          || $0.count == 1 && $0.first == word.first
      }
    } && few.contains { word in word.count > 1 && many.contains(word) }
  }

  /// The words of a name without titles, what stands in brackets and behind the sign of a mail address, the family
  /// name last.
  private static func plain(_ name: String) -> [String] {
    var text = name.prefix { $0 != "@" && $0 != "(" }
    if let comma = text.firstIndex(of: ",") {
      text = text[text.index(after: comma)...] + " " + text[..<comma]
    }
    let words = words(of: String(text)).filter { !titles.contains($0) }
    return words.isEmpty ? Actor.words(of: name) : words
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "cllr",
    "s151",
  ]

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { SeenLetters.of($0) }.filter { !$0.isEmpty }
  }

  private static func runs(of words: [String], upTo longest: Int) -> [[String]] {
    words.indices.flatMap { first in
      (1...longest).compactMap { count in
        first + count <= words.count ? Array(words[first..<first + count]) : nil
      }
    }
  }

  /// A name as one word, and with the letter of its first word alone.
  private static func forms(of words: [String]) -> Set<String> {
    guard words.count > 1, let letter = words[0].first, let last = words.last else {
      return [words.joined()]
    }
    return [words.joined(), String(letter) + last]
  }
}
