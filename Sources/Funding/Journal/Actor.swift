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
    let own = Actor.forms(of: Actor.words(of: name)).union([folded])
    let parts = text.split { ",;/()&".contains($0) }.map { Actor.words(of: String($0)) }
    let words = parts.flatMap(\.self)
    let inOrder = parts.flatMap { part in Actor.runs(of: part, upTo: 3).flatMap(Actor.forms) }
    // A family name may stand first, with a comma behind it.
    let turned = Actor.runs(of: words, upTo: 2).map { $0.reversed().joined() }
    return folded == SeenLetters.of(text) || !own.isDisjoint(with: inOrder + turned)
  }

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
