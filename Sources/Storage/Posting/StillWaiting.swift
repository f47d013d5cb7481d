import Bookkeeping

/// How much waits for a person at the end of a month.
public struct StillWaiting: Hashable, Sendable {
  /// Rows of committed files that were held.
  public let rows: Int
  /// Files that were previewed, and not committed or dropped.
  public let previews: Int
  /// Payments to families that no statement of theirs shows.
  public let unmatched: Int
  /// Direct payments that were due and not made.
  public let due: Int

  var isEmpty: Bool { rows + previews + unmatched + due == 0 }

  private var parts: [(name: String, count: Int, one: String, many: String)] {
    [
      ("carried-rows", rows, "row waits for a person", "rows wait for a person"),
      ("carried-previews", previews, "preview waits", "previews wait"),
      (
        "carried-unmatched", unmatched, "payment to a family stands in no statement",
        "payments to families stand in no statement"
      ),
      (
        "carried-due", due, "direct payment is due and not made",
        "direct payments are due and not made"
      ),
    ].filter { $0.count > 0 }
  }

  var details: [Detail] { parts.map { Detail($0.name, $0.count) } }

  /// What waits, in words: `2 rows wait for a person, 1 preview waits`.
  var words: String {
    parts.map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }.joined(separator: ", ")
  }
}
