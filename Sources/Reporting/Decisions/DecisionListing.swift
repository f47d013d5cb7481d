package import Bookkeeping
package import Disaggregation
package import Funding

extension Report {
  /// A request, what was decided on it, and when that was approved.
  package typealias RequestLine = (request: BudgetRequest, decision: Decision?, approved: Day?)

  /// The requests, and what became of each.
  package static func requests(_ lines: [RequestLine], _ header: [Fact]) -> Report {
    Report(
      schema: "sendledger/decisions@1", title: "Requests and decisions", of: header,
      Table(
        "decisions", caption: "In the order in which they were recorded", of: lines,
        [
          .text("decision", "Decision") { $0.request.reference.code },
          .text("contract", "Contract") { $0.request.contract.code },
          .text("line", "Plan line") { $0.request.line.code },
          .day("asked", "Asked") { $0.request.asked },
          .text("outcome", "Outcome") { $0.decision?.outcome.description ?? "not decided" },
          .day("approved", "Approved") { $0.approved },
        ]))
  }

  /// What was asked of contracts and could not be met, in the order that is given.
  package static func demand(_ demand: [Demand], _ header: [Fact]) -> Report {
    Report(
      schema: "sendledger/demand@1", title: "Demand that could not be met", of: header,
      Table(
        "demand", caption: "For whoever lets the contract next", of: demand,
        [
          .text("contract", "Contract") { $0.contract.code },
          .day("day", "Day") { $0.day },
          .text("decision", "Decision") { $0.decision.code },
          .text("outcome", "Outcome") { $0.outcome },
          .text("units", "Units a year") { "\($0.units) \($0.unit.rawValue)s" },
          .money("floor", "Would have been paid") { $0.floor },
        ]))
  }
}
