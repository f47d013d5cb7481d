import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Rendering
import Storage

struct Export: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the journal for ledger, hledger or beancount.",
    discussion: Help.discussion(
      "Every posting carries the balance that we say its account has, so that the other tool checks it.",
      examples: ["sendledger export --format hledger --output anyshire.journal"]))

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "ledger, hledger or beancount.")
  var format: JournalFormat

  @Option(name: [.short, .long], help: "The file, written whole or not at all.")
  var output: String

  @Flag(name: .long, help: "Replace the file if it is there.")
  var force = false

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let head = try await ledger.store.head()
    let pages = JournalPages(
      ledger, JournalWriter(format, opens: ledger.charter.firstYear.first), head)
    try await OutputFile(Surroundings.current.path(output)).write(replacing: force) {
      try await pages.next()
    }
    Console.current.print("Wrote \(pages.entries) entries to \(output), head \(head.digest).")
    return .done
  }
}

/// The journal a page of entries at a time, in order of day and then number.
private final class JournalPages {
  private let ledger: OpenLedger
  private var writer: JournalWriter
  private let head: Head
  private var place: DayPosition?
  private var stage = Stage.preamble
  private(set) var entries = 0
  private let progress: Progress

  private enum Stage { case preamble, entries, done }

  init(_ ledger: OpenLedger, _ writer: JournalWriter, _ head: Head) {
    self.ledger = ledger
    self.writer = writer
    self.head = head
    progress = Progress("Writing", of: head.number)
  }

  func next() async throws -> String? {
    switch stage {
    case .preamble:
      stage = .entries
      return writer.preamble(
        authority: ledger.charter.authority, head: "record \(head.number), head \(head.digest)")
    case .entries:
      let page = try await ledger.store.entriesByDay(in: .always, after: place, limit: 1000)
      guard let last = page.last, let day = last.content.day else {
        stage = .done
        progress.end()
        return writer.ending()
      }
      place = DayPosition(day: day, number: last.number)
      entries += page.count
      progress.show(entries)
      return page.map { writer.entry($0) }.joined()
    case .done: return nil
    }
  }
}
