import ArgumentParser
import Desks
import Reporting
import Storage

/// A command: it parses, calls one thing, prints, and says how it ended.
protocol LedgerCommand: AsyncParsableCommand {
  var common: CommonOptions { get }

  func act() async throws -> Exit
}

extension LedgerCommand {
  func run() async throws {
    let exit = await common.console.run(act)
    let softened = exit == .look && common.failOn != .warning ? Exit.done : exit
    if softened != .done { throw ExitCode(softened.rawValue) }
  }
}

/// A command that prints one report, all of it read from one point of the ledger.
protocol ReportCommand: LedgerCommand {
  var report: ReportOptions { get }
  /// Where it is read from: now, unless the command takes a point.
  var readingPoint: ReadingPoint { get throws }

  func read(_ books: OpenBooks) async throws -> Report
}

extension ReportCommand {
  var readingPoint: ReadingPoint { .now }

  func act() async throws -> Exit {
    let report = try await common.reading(at: readingPoint, read)
    try await self.report.write(report)
    return report.isDoubtful ? .look : .done
  }
}

/// A report that can be read as it stood at an earlier point.
protocol PointedReport: ReportCommand {
  var point: PointOptions { get }
}

extension PointedReport {
  var readingPoint: ReadingPoint { get throws { try point.point() } }
}
