/// The mark that stands between the cells of a row, by the word for it in a mapping and a preview.
public enum Separator: String, CaseIterable, Sendable {
  case comma, semicolon, tab, bar

  var mark: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }
}
