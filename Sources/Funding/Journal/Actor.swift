/// Who acts: a name as it was given, and as it is compared with others.
///
/// Capital letters, spaces, dots and other signs between letters, and characters that nobody sees do not
/// make two people of one, and nor does the way in which Unicode writes an accent. Letters that only look
/// alike do: who signs in is the front's to know.
public struct Actor: Hashable, Sendable, CustomStringConvertible {
  /// The name as it was given.
  public let name: String
  private let folded: String

  public init(_ name: String) {
    self.name = name
    let seen = String.UnicodeScalarView(name.lowercased().unicodeScalars.filter(\.isSeen))
    let letters = String(seen).filter { $0.isLetter || $0.isNumber }
    folded = letters.isEmpty ? String(seen) : letters
  }

  public var description: String { name }

  public static func == (one: Actor, other: Actor) -> Bool { one.folded == other.folded }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension Unicode.Scalar {
  /// Whether anything of it is seen: it is no sign of control, and none that only shapes its neighbours.
  fileprivate var isSeen: Bool {
    switch properties.generalCategory {
    case .control, .format: false
    case _: true
    }
  }
}
