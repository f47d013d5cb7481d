/// What became of a row of a file.
///
/// Every row of data comes to one of these, so that their numbers add to the rows of the file.
package enum RowVerdict: CaseIterable {
  /// No data: a heading, a total, a blank row, or one before the headings.
  case apart
  case new
  case known
  case matched
  /// It may be a payment that is there already, and a person has to say.
  case twins
  /// It waits for something that a person has to settle.
  case held
  case outside
  /// A nil amount.
  case nothing
  case refused

  /// The word that a preview prints.
  package var name: String {
    switch self {
    case .apart: "apart"
    case .new: "new"
    case .known: "known"
    case .matched: "matched"
    case .twins: "twins"
    case .held: "held"
    case .outside: "outside"
    case .nothing: "nil"
    case .refused: "refused"
    }
  }

  package init?(name: String) {
    guard let verdict = RowVerdict.allCases.first(where: { $0.name == name }) else { return nil }
    self = verdict
  }
}
