import Bookkeeping
import Funding

/// What rows are, by the cells of several columns, in a stretch of time.
struct MappingRule: Hashable, Sendable {
  /// By field: the texts of which its cell is one, however they are spaced.
  let cells: [String: Set<String>]
  /// From and until which day a row is to be; open where none is named.
  let from: Day?
  let until: Day?
  let rule: CodeRule

  /// The fields by which a rule may decide.
  static let fields = ["code", "cost centre", "area", "description", "payee id"]

  func holds(on day: Day?) -> Bool {
    guard from != nil || until != nil else { return true }
    guard let day else { return false }
    return (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

extension Mapping {
  /// What a row with a code is: spaces, capitals and the nought that a spreadsheet adds make no other code.
  func rule(_ code: String) -> CodeRule {
    codes[code] ?? codes[Mapping.cleaned(code)] ?? otherwise
  }

  static func cleaned(_ code: String) -> String {
    let text = code.uppercased().filter { !$0.isWhitespace }
      .replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
    for end in [".00", ".0"] where text.hasSuffix(end) { return String(text.dropLast(end.count)) }
    return text
  }

  /// The fields by which rules decide.
  var decidingFields: [String] {
    let inRules = Set(rules.flatMap(\.cells.keys))
    return MappingRule.fields.filter {
      inRules.contains($0) || $0 == "code" && !codes.isEmpty
    }
  }
}
