package import Bookkeeping
package import Disaggregation
package import Funding

/// The requests, and what became of each.
package struct DecisionListing {
  /// A request and what was decided on it.
  package struct Line {
    let request: BudgetRequest
    let decision: Decision?
    let approved: Day?

    package init(_ request: BudgetRequest, _ decision: Decision?, approved: Day?) {
      self.request = request
      self.decision = decision
      self.approved = approved
    }
  }

  private let lines: [Line]

  package init(_ lines: [Line]) {
    self.lines = lines
  }

  package func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/decisions@1", title: "Requests and decisions",
      blocks: [
        .facts(header),
        .table(
          Table(
            "decisions", caption: "In the order in which they were recorded", of: lines,
            [
              Table.Field("decision", "Decision", .text) { .text($0.request.reference.code) },
              Table.Field("contract", "Contract", .text) { .text($0.request.contract.code) },
              Table.Field("line", "Plan line", .text) { .text($0.request.line.code) },
              Table.Field("asked", "Asked", .day) { .day($0.request.asked) },
              Table.Field("outcome", "Outcome", .text) {
                .text($0.decision?.outcome.description ?? "not decided")
              },
              Table.Field("approved", "Approved", .day) { .day(ifAny: $0.approved) },
            ])),
      ])
  }
}

/// What was asked of contracts and could not be met.
package struct DemandListing {
  private let demand: [Demand]

  /// - Parameter demand: the demand to be shown, in order.
  package init(_ demand: [Demand]) {
    self.demand = demand
  }

  package func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/demand@1", title: "Demand that could not be met",
      blocks: [
        .facts(header),
        .table(
          Table(
            "demand", caption: "For whoever lets the contract next", of: demand,
            [
              Table.Field("contract", "Contract", .text) { .text($0.contract.code) },
              Table.Field("day", "Day", .day) { .day($0.day) },
              Table.Field("decision", "Decision", .text) { .text($0.decision.code) },
              Table.Field("outcome", "Outcome", .text) { .text($0.outcome) },
              Table.Field("units", "Units a year", .text) {
                .text("\($0.units) \($0.unit.rawValue)s")
              },
              Table.Field("floor", "Would have been paid", .money) {
                .money(ifKnown: $0.floor)
              },
            ])),
      ])
  }
}
