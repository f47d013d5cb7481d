/// Who acts: a name as it was given, and as it is compared with others.
///
/// Capital letters, spaces and characters that nobody sees do not make two people of one, and nor does the
/// way in which Unicode writes an accent.
public struct Actor: Hashable, Sendable, CustomStringConvertible {
  /// The name as it was given.
  public let name: String
  private let folded: String

  public init(_ name: String) {
    self.name = name
    folded = name.lowercased().split { $0.isWhitespace }
      .map { word in String(String.UnicodeScalarView(word.unicodeScalars.filter(\.isSeen))) }
      .filter { !$0.isEmpty }.joined(separator: " ")
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
