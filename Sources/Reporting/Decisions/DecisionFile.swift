package import Bookkeeping
package import Disaggregation
package import Funding

/// Everything that the ledger holds of one request: what was asked, found out and decided.
package struct DecisionFile {
  private let request: BudgetRequest
  private let evidence: [Numbered<Evidence>]
  private let decided: Numbered<Decision>?
  private let approved: (record: Int, day: Day)?

  package init(
    _ request: BudgetRequest, evidence: [Numbered<Evidence>], decided: Numbered<Decision>?,
    approved: (record: Int, day: Day)?
  ) {
    self.request = request
    self.evidence = evidence
    self.decided = decided
    self.approved = approved
  }

  package func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/decision@1", title: "\(request.reference)",
      blocks: [.facts(asked + outcome + header), .table(reasons), .table(findings)])
  }

  private var asked: [Report.Fact] {
    [
      Report.Fact("For", .text(LedgerText(inPlace: request.purpose).words)),
      Report.Fact("Plan line", .text(request.line.code)),
      Report.Fact("Contract", .text(request.contract.code)),
      Report.Fact("Asked", .day(request.asked)),
      Report.Fact("Window", .text(request.window.rawValue)),
      Report.Fact("Asks for", .text(request.asks.rawValue)),
      Report.Fact("Units", .text(request.units.description)),
    ]
  }

  private var outcome: [Report.Fact] {
    guard let decided else { return [Report.Fact("Decided", .text("not yet"))] }
    let decision = decided.value
    var facts = [
      Report.Fact("Decided", .text("\(decision.outcome), record \(decided.number)")),
      Report.Fact("Decided by", .text(decision.by.name.words)),
      Report.Fact("The program found", .text(decision.finding.description)),
    ]
    if let difference = decision.difference {
      facts.append(Report.Fact("Why otherwise", .text(difference.words)))
    }
    if let approved {
      facts.append(Report.Fact("Approved", .text("\(approved.day), record \(approved.record)")))
    }
    return facts
  }

  private var reasons: Table {
    Table(
      "reasons", caption: "What was found on each question", of: decided?.value.reasons ?? [],
      [
        .text("question", "Question") { $0.test.question },
        .text("reason", "Reason") { $0.text.words },
      ])
  }

  private var findings: Table {
    Table(
      "evidence", caption: "What was found out", of: evidence,
      [
        .text("shows", "Shows") { $0.value.shows.rawValue },
        .text("finding", "Finding") { $0.value.finding.text },
        .text("basis", "Basis") { $0.value.isAssumed ? "assumed" : "found" },
        .text("document", "Document") { $0.value.document.name.words },
        .text("page", "Page") { $0.value.document.page.words },
        .day("day", "Day") { $0.value.document.day },
        .number("record", "Record", minor: true) { $0.number },
      ])
  }
}
