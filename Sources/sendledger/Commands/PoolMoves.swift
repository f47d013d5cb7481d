import ArgumentParser
import Desks
import Modelling
import Rendering
import Reporting

struct PoolMoves: LedgerCommand {
  static let configuration = CommandConfiguration(
    "moves", "Write children’s moves and what they cost, for a projection of children.",
    """
    Where each child was comes from the plan lines; need and academic year from a census such as \
    SEN2, under child,calendar-year,academic-year,need. It writes transitions.csv and costs.csv, \
    both or neither, and prints a report. As csv or json the report lists each child.
    """,
    examples: [
      "sendledger pool moves --children sen2.csv --output-folder out/moves --fund high-needs",
      "sendledger pool moves --children sen2.csv --output-folder out/moves --by held --force",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @Option(name: .long, help: "Each child’s academic year and need, a row a child and census.")
  var children: String

  @Option(name: .long, help: "The folder that the two files are written to.")
  var outputFolder: String

  @Option(name: .long, help: "What a child is placed by: setting, or held.")
  var by: ChildMoves.Placing = .setting

  @Option(name: .long, help: "The census day, month and day; SEN2 is collected in mid-January.")
  var census: CensusDay = .usual

  @OptionGroup var counted: CostScopeOptions

  func act() async throws -> Exit {
    let (found, header) = try await common.reading(at: point.point()) { books in
      let desk = MovesDesk(books, try counted.scope(books), on: books.knownDay(counted.asOf))
      let census = MovesDesk.Census(
        file: Surroundings.current.path(children), day: census, placing: by)
      return (try await desk.found(census), books.header)
    }
    let folder = Surroundings.current.path(outputFolder)
    try await OutputFile.write(
      [
        ("transitions.csv", CSVRenderer().form(found.report.transitionsFile)),
        ("costs.csv", CSVRenderer().form(found.report.costsFile)),
      ], in: folder, replacing: report.force)
    Console.current.report(found.warnings)
    try await report.write(found.report.report(header, listing: report.listsAll))
    return found.warnings.isEmpty ? .done : .look
  }
}

extension ReportOptions {
  /// Whether the report is for a program, which gets the lists that a page has no room for.
  fileprivate var listsAll: Bool {
    switch format {
    case .csv, .json: true
    case .table, .html, .txt, .xlsx: false
    }
  }
}
