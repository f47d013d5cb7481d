package import Bookkeeping
package import Funding
import Importing
package import Modelling
package import Reporting
import Storage

/// Reads children's moves and what they cost from a ledger and a census.
package struct MovesDesk {
  private let open: OpenBooks
  private let scope: CostScope
  private let day: Day

  /// How a census is read.
  package struct Census {
    /// The file that the children stand in, by its path.
    package let file: String
    package let day: CensusDay
    package let placing: ChildMoves.Placing

    package init(file: String, day: CensusDay, placing: ChildMoves.Placing) {
      self.file = file
      self.day = day
      self.placing = placing
    }
  }

  /// `day` is the day up to which the ledger counts.
  package init(_ books: OpenBooks, _ scope: CostScope, on day: Day) {
    open = books
    self.scope = scope
    self.day = day
  }

  /// What was found, and what is wrong with the census without standing in the way.
  package struct Found {
    package let report: MovesReport
    package let warnings: [Diagnostic]
  }

  /// - Throws: every fault of the file at once.
  package func found(_ census: Census) async throws -> Found {
    let table = try TableFile.opened(census.file, TableFile.census)
    func diagnostics(_ faults: [RowFault<Int>]) -> [Diagnostic] {
      faults.map { $0.diagnostic { table.places[$0] } }
    }
    let first = open.charter.firstYear.first
    guard let years = census.day.years(from: first, through: day), years.count > 1 else {
      throw DeskFailure(.badInput, TransitionFault.census(.tooFewCensuses).diagnostic())
    }
    let plans = PlanHistory(scope, try await open.planLines())
    let sources = ChildMoves.Sources(
      plans, table.rows, on: census.day, in: years, by: census.placing)
    let faults = table.refusals + diagnostics(sources.faults)
    guard faults.isEmpty else { throw DeskFailure(.badInput, faults) }
    let moves = ChildMoves(sources)
    guard !moves.transitions.isEmpty else {
      let none = TransitionFault.census(.noChildMoved).diagnostic()
      throw DeskFailure(.badInput, diagnostics(moves.warnings) + [none])
    }
    return Found(
      report: MovesReport(
        moves, try await costs(moves, plans),
        MovesReport.Basis(table.named("Children"), scope: scope.words, day: day)),
      warnings: diagnostics(moves.warnings))
  }

  private func costs(_ moves: ChildMoves, _ plans: PlanHistory) async throws -> StateCosts {
    let year = StateCosts.lastWholeYear(by: day)
    let payments = try await open.childPayments(of: plans.children, within: scope, in: year)
    let flows = try await open.books.flows(DaySpan(year.days))
    return StateCosts(moves, payments, flows: flows, within: scope)
  }
}

extension OpenBooks {
  /// What was paid for children in a year.
  ///
  /// It is read by child, so that payments to suppliers in bulk are not looked through.
  package func childPayments(
    of children: [ChildReference], within scope: CostScope, in year: FinancialYear
  ) async throws -> ChildPayments {
    var payments = ChildPayments(scope, in: year)
    let progress = progress.begin("Reading", of: children.count)
    for (index, child) in children.enumerated() {
      for record in try await books.records(mentioning: .child(child)) {
        payments.follow(record, for: child)
      }
      progress.show(index)
    }
    progress.end()
    return payments
  }
}
