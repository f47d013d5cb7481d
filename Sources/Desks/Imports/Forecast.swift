import Importing
import Storage

/// What a preview says of the rows of a file: which are known, and which may be twins.
struct Forecast {
  private let fates: RowFates
  private let listed: [Int: ImportRow]
  private let decisions: [Int: ImportRow.Decision]

  /// What is said of a row.
  enum Word {
    /// It is to be posted, or looked up again where it was matched, held or refused.
    case new
    case known
    case mayBeTwin(Recognition, ImportRow.Decision?)
  }

  /// `decisions` holds, by row, a person's word on rows that may be twins.
  init(_ fates: RowFates, _ rows: [ImportRow], decisions: [Int: ImportRow.Decision]) {
    self.fates = fates
    self.decisions = decisions
    listed = Dictionary(rows.map { ($0.row, $0) }) { $1 }
  }

  subscript(row: Int) -> Word {
    switch fates[row] {
    case .post, .match: return .new
    case .ask:
      return .mayBeTwin(Recognition(listed[row]?.code ?? ""), decisions[row])
    case .none:
      guard let verdict = listed[row]?.verdict else { return .known }
      return [RowVerdict.held, .refused].contains { $0.name == verdict } ? .new : .known
    }
  }

  /// Whether the rows of a group are what it said of them.
  func agrees(with group: [RowKey], _ found: [UInt32: Found]) -> Bool {
    group.allSatisfy { key in
      switch (self[Int(key.row)], found[key.row]?.recognition ?? .new) {
      case (.new, .new), (.known, .known): true
      case (.mayBeTwin(let recognition, _), let now): recognition == now
      case (_, _): false
      }
    }
  }

  /// The rows that come to something else than was said.
  func changed(_ rows: [ImportRow]) -> [ImportRow] {
    rows.filter { listed[$0.row]?.verdict != $0.verdict }
  }
}

extension Recognition {
  /// What a possible twin was listed as.
  fileprivate init(_ code: String) {
    self =
      [
        "twin-one-more": .oneMore, "twin-same-day": .sameDay, "twin-other-payee": .otherPayee,
        "twin-other-words": .otherWords,
      ][code] ?? .otherDay
  }
}
