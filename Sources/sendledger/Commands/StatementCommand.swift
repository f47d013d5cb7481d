import ArgumentParser
import Bookkeeping
import Desks
import Foundation
import Funding
import Rendering
import Reporting
import Storage

struct StatementCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "Families' monthly statements.",
    subcommands: [StatementBuild.self])
}

struct StatementBuild: LedgerCommand {
  static let configuration = CommandConfiguration(
    "build", "Write the statements of a month, a file a child and format.",
    "A statement whose address has not been confirmed for 12 months is held back.",
    examples: [
      "sendledger statement build --period 2026-10 --issue-date 2026-11-06 --output-folder out",
      "sendledger statement build --period 2026-10 --child SPB-004655 --format txt",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var point: PointOptions

  @Option(name: .long, help: "The month, such as 2026-10.")
  var period: Month

  @Option(name: .long, help: "The day printed on them; the day after the month, if none is given.")
  var issueDate: Day?

  @Option(name: .long, help: "One child only.")
  var child: ChildReference?

  @Option(name: .long, parsing: .upToNextOption, help: "html, txt, csv or json; html and txt.")
  var format: [StatementFormatName] = [.html, .txt]

  @Option(name: .long, help: "The folder that they are written to.")
  var outputFolder = "out"

  func act() async throws -> Exit {
    let folder = Surroundings.current.path(outputFolder) + "/" + period.description
    let today = try Surroundings.current.today()
    let ledger = try common.open()
    let (all, outcome) = try await ledger.reading(at: point.point()) { books in
      try books.requireWitnessed()
      let desk = try await StatementDesk(books, period, issued: issueDate ?? period.next.first)
      let children = if let child { [child] } else { try await desk.children() }
      try OutputFile.makeFolder(folder)
      let run = StatementRun(
        books, desk, tasks: ProcessInfo.processInfo.activeProcessorCount, today: today,
        isStopped: Surroundings.current.isStopped
      ) { [format] report, child in
        for format in format {
          try await OutputFile(path: "\(folder)/\(child).\(format.rawValue)").write(
            format.text(of: report), replacing: true)
        }
      }
      return (children.count, await run.build(children))
    }
    // Those that are written are out, whatever became of the others.
    await ledger.remember(outcome.built)
    let (built, held) = (outcome.built.count, outcome.held.map(\.diagnostic))
    Console.current.report(held)
    Console.current.print(
      "Built \(built) of \(all) in \(outputFolder)/\(period)"
        + (held.isEmpty ? "" : ", held \(held.count)"))
    if let failure = outcome.failure { throw failure }
    if outcome.wasStopped { throw Failure(.interrupted, .stopped(after: built, of: all)) }
    return held.isEmpty ? .done : .look
  }
}

extension Diagnostic {
  fileprivate static func stopped(after built: Int, of all: Int) -> Diagnostic {
    .error(
      "stopped", "the run was asked to end; \(built) of \(all) statements are out",
      why: "each that is out is whole, and its head is among those of: sendledger audit heads",
      next: "run the same again: what is out is written anew, the same to the letter")
  }
}

/// How a statement is written.
enum StatementFormatName: String, ExpressibleByArgument, CaseIterable, LedgerValue {
  case html, txt, csv, json
}
