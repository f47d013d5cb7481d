import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Rendering
import Storage

struct Export: LedgerCommand {
  static let configuration = CommandConfiguration(
    "export", "Write the journal for ledger, hledger or beancount.",
    "Every posting carries the balance that we say its account has, so that the other tool checks it.",
    examples: ["sendledger export --format hledger --output anyshire.journal"])

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "ledger, hledger or beancount.")
  var format: JournalFormat

  @Option(name: [.short, .long], help: "The file, written whole or not at all.")
  var output: String

  @Flag(name: .long, help: "Replace the file if it is there.")
  var force = false

  func act() async throws -> Exit {
    try await common.reading { books in
      try books.requireWitnessed()
      let pages = JournalPages(books, JournalWriter(format, opens: books.charter.firstYear.first))
      try await OutputFile(path: Surroundings.current.path(output)).write(replacing: force) {
        try await pages.next()
      }
      Console.current.print(
        "Wrote \(pages.entries) entries to \(output), head \(books.books.head.digest).")
    }
    return .done
  }
}

/// The journal a page of entries at a time, in order of day and then number.
private final class JournalPages {
  private let books: OpenBooks
  private var writer: JournalWriter
  private var pages: EntryPages<Books>
  private var stage = Stage.preamble
  private let progress: any ProgressMeter

  private enum Stage { case preamble, entries, done }

  init(_ books: OpenBooks, _ writer: JournalWriter) {
    self.books = books
    self.writer = writer
    pages = EntryPages(books.books)
    progress = books.progress.begin("Writing", of: books.books.head.number)
  }

  var entries: Int { pages.entries }

  func next() async throws -> String? {
    switch stage {
    case .preamble:
      stage = .entries
      let head = books.books.head
      return writer.preamble(
        authority: books.charter.authority, head: "record \(head.number), head \(head.digest)")
    case .entries:
      guard let page = try await pages.next() else {
        stage = .done
        progress.end()
        return writer.ending()
      }
      progress.show(pages.entries)
      return page.map { writer.entry($0) }.joined()
    case .done: return nil
    }
  }
}
