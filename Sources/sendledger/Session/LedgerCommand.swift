import ArgumentParser
import Bookkeeping

/// A command: it parses, calls one thing, prints, and says how it ended.
protocol LedgerCommand: AsyncParsableCommand {
  var common: CommonOptions { get }

  func act() async throws -> Exit
}

extension LedgerCommand {
  func run() async throws {
    let exit = await Console.$current.withValue(common.console) {
      do {
        return try await act()
      } catch {
        let failure = Failure(anything: error)
        Console.current.report(failure.diagnostics)
        return failure.exit
      }
    }
    let softened = exit == .look && common.failOn != .warning ? Exit.done : exit
    if softened != .done { throw ExitCode(softened.rawValue) }
  }
}
