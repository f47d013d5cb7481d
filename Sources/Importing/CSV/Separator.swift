/// The mark that stands between the cells of a row.
public enum Separator: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case bar = 0x7C

  /// The word by which a mapping and a preview call it.
  public var word: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .bar: "bar"
    }
  }

  init?(word: String) {
    guard let mark = Separator.allCases.first(where: { $0.word == word }) else { return nil }
    self = mark
  }
}
