package import Bookkeeping
import Funding

import struct Crypto.SHA256

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
  /// What a row with a code is: spaces, what has no breadth, capitals and the nought that a spreadsheet adds make
  /// no other code.
  func rule(_ code: String) -> CodeRule {
    codes[code] ?? codes[Mapping.cleaned(code)] ?? otherwise
  }

  static func cleaned(_ code: String) -> String {
    var text = code.uppercased().filter { !$0.isWhitespace }
      .replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      text.unicodeScalars.removeAll { $0.properties.isDefaultIgnorableCodePoint }
    }
    for end in [".00", ".0"] where text.hasSuffix(end) { return String(text.dropLast(end.count)) }
    return text
  }

  /// The digest of what the codes and the rules are for, the same for the same meaning; none of a family's
  /// mapping.
  package var codesDigest: Digest? {
    guard kind == .payments else { return nil }
    let rules = rules.map { rule in
      let cells = rule.cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.sorted())" }
      return "\(cells) \(rule.from?.description ?? "") \(rule.until?.description ?? "") "
        + rule.rule.becomes.words
    }
    let codes = codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.becomes.words)" }
    let text = (rules + codes + [otherwise.becomes.words]).joined(separator: "\n")
    return SHA256.hash(data: Array(text.utf8)).withUnsafeBytes { Digest(raw: $0) }
  }

  /// Whether rules on several columns decide as well as the code.
  package var hasRules: Bool { !rules.isEmpty }

  /// What rows of a code become that no rule fits.
  package func becomes(_ code: String) -> CaughtRows.Becomes { rule(code).becomes }

  /// The fields by which rules decide.
  var decidingFields: [String] {
    let inRules = Set(rules.flatMap(\.cells.keys))
    return MappingRule.fields.filter {
      inRules.contains($0) || $0 == "code" && !codes.isEmpty
    }
  }
}

extension CodeRule {
  var becomes: CaughtRows.Becomes {
    switch self {
    case .at(let fund, let use): CaughtRows.Becomes(fund, use)
    case .compared: .compared
    case .unknown: .suspense
    case .outside: .outside
    }
  }
}
