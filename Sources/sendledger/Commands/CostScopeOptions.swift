import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting

/// Which funds and lines of a ledger are counted, and up to which day.
struct CostScopeOptions: ParsableArguments {
  @Option(name: .long, help: "The day as of which to look; the day of the last record otherwise.")
  var asOf: Day?

  @Option(name: .long, help: "A fund to count; all but the pools’ books where none is named.")
  var fund: [String] = []

  @Option(name: .long, help: "A section 251 line to count; all where none is named.")
  var line: [String] = []

  func scope(_ books: OpenBooks) throws -> CostScope {
    let lines = try line.compactMap { try CommandValues.use(line: $0, setting: nil)?.line }
    return CostScope(funds: Set(try fund.map(books.fund)), lines: Set(lines))
  }
}
