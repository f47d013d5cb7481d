import Bookkeeping
import Desks
import Disaggregation
import Funding
import Rendering
import Reporting
import Storage

/// A report that somebody asks for, with all that it depends on besides the books.
enum Question: Hashable {
  case position(Day)
  case statement(Month)
  case trialBalance(Layer, Day)
  case assessment(request: Int, Day)
  /// The requests and what became of them, and everything that is held of one.
  case decisions(request: Int)
  /// Where a figure of a report comes from, the report by its address.
  case trace([String], figure: Int)
  case record(Int)

  /// A figure whose movements do not add to what is printed.
  struct Disagreement: Error, CustomStringConvertible {
    let address: Address
    var description: String { "\(address) is not what its movements add to" }
  }

  /// The bytes of the report; where there is none, the reason why not.
  func text(_ open: OpenBooks) async throws -> String {
    do {
      return try await report(open)
    } catch {
      guard let failure = DeskFailure(anything: error) else { throw error }
      return failure.diagnostics.map { "\($0.code): \($0.problem)" }.joined(separator: "\n")
    }
  }

  private func report(_ open: OpenBooks) async throws -> String {
    switch self {
    case .position(let day):
      return render(
        try await open.positionReport(of: .highNeeds, PositionDays(asOf: day), isGrouped: false))
    case .statement(let month): return try await statement(month, open)
    case .trialBalance(let layer, let day):
      return render(try await open.trialBalance(of: layer, on: day).report(open.header))
    case .assessment(let request, let day):
      let assessment = try await open.books.assessment(of: try reference(request), on: day)
      let contract = assessment.given.contract.reference
      return render(
        AssessmentListing(
          assessment, families: nil,
          recommendation: try await open.books.recommendation(contract, on: day)
        ).report(open.header))
    case .decisions(let request):
      return render(try await open.decisions(on: nil))
        + render(try await open.decisionFile(try reference(request)).report(open.header))
    case .trace(let parts, let number): return try await trace(Address(parts), number, open)
    case .record(let number): return render(try await open.one(number))
    }
  }

  private func render(_ report: Report) -> String { TextRenderer().render(report) }

  private func reference(_ request: Int) throws -> DecisionReference {
    guard let reference = DecisionReference("D-2026-\(request)") else { throw Desk.NothingToDo() }
    return reference
  }

  private func statement(_ month: Month, _ open: OpenBooks) async throws -> String {
    let desk = try await StatementDesk(open, month, issued: month.next.first)
    switch try await desk.statement(of: Opening.child) {
    case .success(let statement):
      return TextRenderer(for: .family).render(try await open.named(statement))
    case .failure(let held): return "\(held.diagnostic.code): \(held.diagnostic.why ?? "")"
    }
  }

  private func trace(_ address: Address, _ number: Int, _ open: OpenBooks) async throws -> String {
    let traced = TracedReport(open)
    let found = try await traced.figures(of: address)
    guard !found.figures.isEmpty else { return "no figures" }
    let figure = found.figures[number % found.figures.count]
    let listing = try await traced.listing(
      of: figure, printed: found.amount(figure), keeping: .max)
    guard listing.agrees else { throw Disagreement(address: figure.address) }
    return render(try await open.named(listing.report(open.header)))
  }
}

extension StepMaker {
  /// A question that somebody may ask of a ledger.
  mutating func question(in ledger: NaiveLedger, upTo record: Int) -> Question {
    let day = below(4) == 0 ? day().advanced(by: Scene.year.length) : day()
    switch below(9) {
    case 0, 1: return .position(day)
    case 2, 3: return .statement(Month(of: day))
    case 4: return .trialBalance(below(2) == 0 ? .actual : .budget, day)
    case 5: return .assessment(request: 1 + below(3), ledger.today)
    case 6: return .decisions(request: 1 + below(3))
    case 7:
      let month = Month(of: day).description
      let reports = [
        ["position", month, "high-needs"], ["child", Opening.child.code, month],
        ["trial-balance", below(2) == 0 ? "actual" : "budget", day.description],
      ]
      return .trace(reports[below(3)], figure: below(40))
    default: return .record(1 + below(max(record, 1)))
    }
  }
}
