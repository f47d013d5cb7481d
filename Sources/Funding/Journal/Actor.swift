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
