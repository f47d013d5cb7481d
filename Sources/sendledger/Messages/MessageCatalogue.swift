import Importing

/// Every explanation there is: one a code.
///
/// The pages in `docs/messages` are written from it.
enum MessageCatalogue {
  static let groups: [MessageGroup] = [
    .files, .written, .mappings, .cells, .rows, .imports, .posting, .contracts, .decisions,
    .divisions,
    .scenarios, .transitions, .simulation, .pools, .packs, .workbooks, .funds, .periods,
    .ledgerFile, .audit, .settings, .commands,
  ]

  static var all: [Explanation] { groups.flatMap(\.explanations) }

  static func explanation(of code: String) -> Explanation? { all.first { $0.code == code } }

  /// The code that is nearest to what was typed, or none where nothing is near.
  static func nearest(to typed: String) -> String? {
    all.map { (code: $0.code, apart: NearName.distance($0.code, typed)) }
      .min { ($0.apart, $0.code) < ($1.apart, $1.code) }
      .flatMap { $0.apart <= max(3, typed.count / 3) ? $0.code : nil }
  }

  /// Every code with its first sentence, subject by subject.
  static var list: String {
    groups.map { group in
      let items = group.explanations.map { explanation in
        "  \(explanation.code)\n" + Explanation.lines(of: explanation.firstSentence, setIn: 6)
      }
      return ([group.title] + items).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The page that leads to the others.
  static var index: String {
    let rows = groups.map { group in
      "| [\(group.title)](\(group.name).md) | "
        + group.explanations.map { "`\($0.code)`" }.joined(separator: ", ") + " |"
    }
    return """
      # Messages

      Every message has a code. `sendledger explain CODE` says what it means, and these pages say the
      same. `sendledger explain` lists the codes.

      | Page | Codes |
      |---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}
