import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Modelling
import Reporting
import Storage

struct Pool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool", abstract: "Agreements on pooled money, and whose money is where.",
    subcommands: [
      PoolAgree.self, PoolShow.self, PoolContributions.self, PoolShareCommand.self,
      PoolCosts.self, PoolMoves.self,
    ])
}

struct PoolAgree: LedgerCommand {
  static let configuration = CommandConfiguration(
    "agree", "Adopt an agreement that is written in a file.",
    """
    The agreement is kept in the chain. What contributions it brings is posted by events of its own.
    A file with “varies” holds the agreement as it reads from a day of its period on.
    """,
    examples: ["sendledger pool agree imports/example/agreements/pool-2026.yaml"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The file of the agreement.")
  var file: String

  func act() async throws -> Exit {
    let ledger = try common.open()
    let surroundings = Surroundings.current
    let adoption = try await AgreementDesk(ledger).adopt(
      surroundings.file(file), by: surroundings.officer(), isDry: writing.dryRun)
    let reference = adoption.pool.agreement.reference
    let gaps = adoption.pool.gaps.map { "\nGap: \($0.words)." }.joined()
    switch (adoption.record, writing.dryRun) {
    case (nil, _): Console.current.print("\(reference) has been adopted in these words.")
    case (_?, true):
      Console.current.print("Would adopt: \(adoption.words). Nothing was written.\(gaps)")
    case (let record?, false):
      Console.current.print(
        "Adopted as record \(record): \(adoption.words).\(gaps)\n"
          + "Next  sendledger pool show \(reference)")
    }
    return .done
  }
}

extension AgreementDesk.Adoption {
  /// What is adopted, in a line.
  fileprivate var words: String {
    let agreement = pool.agreement
    let name = "\(agreement.reference), \(agreement.form.name.lowercased())"
    guard let variation = pool.variation else {
      return "\(name), from \(agreement.period.lowerBound) to \(agreement.period.upperBound)"
    }
    return "\(name), varied from \(variation.from) by clause \(variation.clause): "
      + varied.map(\.rawValue).joined(separator: ", ")
  }
}

/// The pool that a report is of, and the point from which it is read.
struct PoolOptions: ParsableArguments {
  @Argument(help: "The pool, by its agreement's reference, such as POOL-2026.")
  var pool: PoolReference

  @Option(name: .long, help: "The day as of which to look; the day of the last record otherwise.")
  var asOf: Day?

  @OptionGroup var point: PointOptions

  /// Opens the pool's desk at the point.
  func reading<Result>(
    _ common: CommonOptions, _ work: (PoolDesk, OpenBooks) async throws -> Result
  ) async throws -> Result {
    try await common.reading(at: point.point()) { books in
      try await work(PoolDesk(books, pool, on: asOf), books)
    }
  }
}

struct PoolShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    "show", "Show what a pool was promised, was paid, has spent and has left.",
    examples: [
      "sendledger pool show POOL-2026 --as-of 2026-10-31",
      "sendledger pool show POOL-2026 --as-of 2026-10-31 --format csv",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var options: PoolOptions

  func act() async throws -> Exit {
    try await options.reading(common) { desk, books in
      let position = PoolPosition(
        try await desk.knownBook(), under: try await desk.agreement(), chart: books.chart)
      try await report.write(try await books.named(position.report(books.header)))
      return position.needsLook ? .look : .done
    }
  }
}

struct PoolContributions: LedgerCommand {
  static let configuration = CommandConfiguration(
    "contributions", "List what partners have to pay in and when, and what is late.",
    examples: ["sendledger pool contributions POOL-2026 --as-of 2026-10-10"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var options: PoolOptions

  func act() async throws -> Exit {
    try await options.reading(common) { desk, books in
      let schedule = PoolSchedule(
        try await desk.knownBook(), under: try await desk.agreement(), chart: books.chart)
      try await report.write(try await books.named(schedule.report(books.header)))
      return schedule.late > .zero ? .look : .done
    }
  }
}

struct PoolShareCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "share", "Say whose money is left in a pool, and who bears the year’s result.",
    """
    Both by the agreement: first in, pro rata or named line; and the risk share, tier by tier.
    """,
    examples: [
      "sendledger pool share POOL-2026 --as-of 2026-10-31",
      "sendledger pool share POOL-2026 --as-of 2026-10-31 --result 516.40",
      "sendledger pool share POOL-2026 --as-of 2026-10-31 --result=-100.00",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var options: PoolOptions

  @Option(
    name: .long,
    help: "A result of the general part to divide in place of the ledger’s; below 0 an underspend.")
  var result: String?

  func act() async throws -> Exit {
    let supposed = try result.map(CommandValues.amount)
    return try await options.reading(common) { desk, books in
      let book = try await desk.knownBook()
      let agreed = try await desk.agreementNeeded()
      let sharing: PoolSharing
      do throws(RiskShare.Refusal) {
        sharing = try PoolSharing(book, under: agreed, chart: books.chart, supposing: supposed)
      } catch {
        throw Failure(.refused, error.diagnostic(at: nil))
      }
      try await report.write(try await books.named(sharing.report(books.header)))
      return sharing.needsLook ? .look : .done
    }
  }
}
