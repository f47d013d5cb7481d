import Bookkeeping
import Funding

/// Values typed on a command line, read or refused.
enum CommandValues {
  static func amount(_ text: String) throws -> Money {
    do {
      return try Money(parsing: text)
    } catch {
      throw Failure(
        .usage,
        Diagnostic.error(
          "amount-unreadable",
          "\(PlainWords.quoted(text)) is not an amount in pounds and pence",
          next: "write it as 1234.50"))
    }
  }

  /// The line of a budget, or none where it is a vote.
  static func use(line: String?, setting: String?) throws -> Use? {
    guard let line else { return nil }
    guard let known = Section251Line(rawValue: line) else {
      throw Failure(
        .usage,
        Diagnostic.error(
          "line-not-known",
          "\(PlainWords.quoted(line)) is not a section 251 line",
          next: "write one such as 1.2.11")
      )
    }
    let column = setting.flatMap(SettingColumn.init(rawValue:))
    guard setting == nil || column != nil else {
      let words = SettingColumn.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage,
        Diagnostic.error(
          "setting-not-known",
          "\(PlainWords.quoted(setting ?? "")) is not a column of a line",
          next: "write one of: \(words)"))
    }
    return Use(line: known, setting: column)
  }
}
