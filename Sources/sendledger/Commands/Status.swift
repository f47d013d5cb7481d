import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Storage

struct Status: LedgerCommand {
  static let configuration = CommandConfiguration(
    "status", "Say how the ledger stands, and what waits to be done.",
    examples: ["sendledger status"])

  @OptionGroup var common: CommonOptions

  func act() async throws -> Exit { try await Status.tell(of: common.folder()) }

  /// Says how the ledger in that folder stands.
  static func tell(of folder: LedgerFolder) async throws -> Exit {
    try await folder.open().reading { try await tell($0) }
  }

  private static func tell(_ books: OpenBooks) async throws -> Exit {
    let (head, charter) = (books.books.head, books.charter)
    let closed = try await books.books.closedMonths()
    var open = Month(of: charter.firstYear.first)
    while closed.contains(open) { open = open.next }
    var lines = [
      "Ledger       \(charter.authority), \(charter.code), from \(charter.firstYear)",
      "Head         record \(head.number), \(head.digest)",
      "Recorded     \(head.recorded.map(\.description) ?? "nothing yet")",
      "Open period  \(open)",
    ]
    let today = try Surroundings.current.today()
    if let last = head.recorded, last > today {
      lines.append("             after today, \(today): until then all is recorded under it")
    }
    let waiting = try await books.waiting(on: today)
    lines.append("To do        " + todo(waiting).joined(separator: "\n             "))
    Console.current.print(lines.joined(separator: "\n"))
    return waiting.isEmpty ? .done : .look
  }

  /// What waits, a line each.
  private static func todo(_ waiting: Waiting) -> [String] {
    if waiting.isEmpty { return ["Nothing"] }
    let counts = [
      (waiting.previews.count, "import waits", "imports wait", "to be committed"),
      (waiting.twins, "row", "rows", "may be twins"),
      (waiting.rows, "row waits", "rows wait", "for a person"),
      (waiting.unmatched.count, "payment to a family", "payments to families", "in no statement"),
      (waiting.due.count, "direct payment", "direct payments", "due and not made"),
    ].filter { $0.0 > 0 }
    return counts.map { count, one, many, what in "\(count) \(count == 1 ? one : many) \(what)" }
      + ["sendledger import waiting"]
  }
}
