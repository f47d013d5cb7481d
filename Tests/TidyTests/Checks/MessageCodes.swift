/// The codes that sources can print.
///
/// They are read off the text. A code is a literal that stands first in a call of `error`
/// (`.error("file-empty"`), right behind a severity (`.warning, "file-empty"`), behind `code:`, which is how a row that is held or matched gets one, or
/// second in a call of `doubt`, which is how a possible twin does. No code is put together while the
/// program runs: ``unnamed(in:)`` finds a message whose code is not a literal in that place.
enum MessageCodes {
  static func codes(in file: SwiftText) -> [String] {
    file.literals.filter { isCode($0.before) }.map(\.text)
  }

  /// Messages that do not name their code where they are made.
  ///
  /// The ones that say a message again of another place, or as an error, are passed over.
  static func unnamed(in file: SwiftText) -> [Finding] {
    let code = file.code.joined().filter { $0 != " " }
    var found: [Finding] = []
    var rest = code[...]
    while let call = rest.firstRange(of: /\bDiagnostic\(|\.error\(/) {
      rest = rest[call.upperBound...]
      let isNamed = (severities.map { $0 + "\"" } + ["\""]).contains { rest.hasPrefix($0) }
      if !isNamed, !rest.hasPrefix("severity,code,"), !rest.hasPrefix(".error,code,") {
        found.append(Finding(file.path, 0, "\(rest.prefix(20)): its code is not there"))
      }
    }
    return found
  }

  /// The codes that a page explains: its headings of the second level.
  static func explained(in page: String) -> [String] {
    page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  private static let severities = [".error,", ".warning,", ".note,"]

  private static func isCode(_ before: String) -> Bool {
    if (severities + [".error(", "code:"]).contains(where: before.hasSuffix) { return true }
    guard before.hasSuffix(","), let call = before.lastRange(of: "doubt(") else { return false }
    return before[call.upperBound...].dropLast().allSatisfy { $0.isLetter }
  }
}

extension String {
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
