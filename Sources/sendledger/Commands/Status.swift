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
    let waiting = try await books.imports().filter { $0.state == .waiting }
    if waiting.isEmpty {
      lines.append("To do        Nothing")
    } else {
      let imports = waiting.count == 1 ? "1 import waits" : "\(waiting.count) imports wait"
      lines.append("To do        \(imports) to be committed: sendledger import list")
    }
    Console.current.print(lines.joined(separator: "\n"))
    return waiting.isEmpty ? .done : .look
  }
}
