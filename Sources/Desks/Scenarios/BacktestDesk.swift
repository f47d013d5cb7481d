package import Bookkeeping
import Funding
package import Modelling
package import Reporting
package import Storage

/// Projects from an earlier point of a ledger, and holds it against what happened since.
package struct BacktestDesk {
  private let backtest: Backtest
  private let basis: BacktestReport.Basis
  private let corrected: Money?
  private let board: ProgressBoard

  /// `point` is the earlier point; `day` the last day of what has happened since.
  ///
  /// `rates` are those of a scenario file; without them, the trend of the years known then.
  package init(
    _ books: OpenBooks, _ scope: CostScope, knownAt point: ReadingPoint, until day: Day,
    rates: ScenarioRates?
  ) async throws {
    board = books.progress
    let earlier = try await books.earlier(point)
    let then = earlier.lastDay(nil)
    let known = try await LedgerCosts(earlier, of: scope, on: then).history().ended
    let all = try await LedgerCosts(books, of: scope, on: day).history().ended
    // A ledger may hold years before the first cost of these funds.
    let begun = Array(known.drop { $0.cost <= .zero })
    let last = begun.last?.year
    let since = all.filter { year in last.map { $0 < year.year } ?? true }
    do {
      if let rates {
        backtest = try Backtest(
          known: begun, since: since,
          assumptions: rates.assumptions(after: begun.last))
      } else {
        backtest = try Backtest(known: begun, since: since)
      }
    } catch {
      throw DeskFailure(.badInput, error.diagnostic())
    }
    corrected = all.first { $0.year == last }?.cost
    basis = BacktestReport.Basis(
      scope: scope.words, day: then, record: earlier.books.head.number,
      rates: rates.map { .scenario($0.file) } ?? .ownTrend)
  }

  package func report(runs: Int, seed: UInt64, tasks: Int) async throws -> BacktestReport {
    let progress = board.begin("Runs", of: runs)
    defer { progress.end() }
    do {
      let score = try await backtest.scored(runs: runs, seed: seed, tasks: tasks) {
        progress.show($0)
      }
      return BacktestReport(score, of: backtest, basis, corrected: corrected)
    } catch {
      throw DeskFailure(.badInput, error.diagnostic())
    }
  }
}

/// The rates of a scenario file, whatever cost they are laid upon.
package struct ScenarioRates {
  package let file: String
  package let outlook: Outlook
  package let uncertainty: PackUncertainty

  /// From a known year on; from nothing where none is known, which a backtest refuses.
  package func assumptions(after known: YearCost?) -> Simulation.Assumptions {
    uncertainty.assumptions(
      from: known?.cost ?? .zero, after: known?.year ?? outlook.years.lowerBound, outlook)
  }
}

extension CostScope {
  /// What is counted, in words.
  package var words: String {
    let funds = funds.map(\.description).sorted().joined(separator: ", ")
    let lines = lines.map(\.rawValue).sorted().joined(separator: ", ")
    return (funds.isEmpty ? "all funds but the pools’ books" : funds)
      + (lines.isEmpty ? "" : ", lines \(lines)")
  }
}
