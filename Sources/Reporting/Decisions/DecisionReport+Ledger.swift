import Bookkeeping
import Disaggregation
import Funding

extension DecisionReport {
  // MARK: 8

  /// Regard to equality, and who else asks.
  var othersPart: [Report.Block] {
    var blocks: [Report.Block] = [
      .heading("8. Equality, and other requests"),
      .paragraph(
        "For the panel to complete: how regard was had to section 149 of the Equality Act 2010,"
          + " and whether the child’s disability makes another arrangement needed."),
    ]
    guard let others = papers.others else {
      return blocks + [.paragraph("Other requests for this contract were not counted.")]
    }
    blocks.append(.facts([Report.Fact("Other live requests", .number(others.count))]))
    guard let recommendation = others.recommendation else { return blocks }
    return blocks + [.paragraph(inWords(recommendation)), .table(order(recommendation))]
  }

  private func inWords(_ recommendation: Recommendation) -> String {
    let all = recommendation.granted.count + recommendation.left.count
    let how =
      switch recommendation.method {
      case .exact: "Every set was looked at."
      case .byCost: "Not every set was looked at, so there may be a larger one."
      }
    return
      "Of \(plural(all, "request", "requests")), \(recommendation.granted.count) could be granted"
      + " together, in this order. \(how)"
  }

  private func order(_ recommendation: Recommendation) -> Table {
    let granted = recommendation.granted.enumerated().map { place, share in
      Table.Row([
        .number(place + 1), .text(share.leaver.line.code), .day(share.leaver.asked),
        share.leaver.units.cell, .money(share.leaver.floor), .money(share.releasable),
        .money(share.netCost), .text("yes"),
      ])
    }
    let left = recommendation.left.map { leaver in
      Table.Row([
        .blank, .text(leaver.line.code), .day(leaver.asked), leaver.units.cell,
        .money(leaver.floor), .blank, .blank, .text("not now"),
      ])
    }
    return Table(
      "order", caption: "Live requests for \(contract.reference)",
      columns: [
        Table.Column("place", "Place", .number), .words("line", "Plan line"),
        Table.Column("asked", "Asked", .day), Table.Column("units", "Units", .number),
        Table.Column("paid", "Paid (F)", .money),
        Table.Column("contract-saving", "Saved (R)", .money),
        Table.Column("net-cost", "Net cost", .money), .words("answer", "Yes?"),
      ], rows: granted + left)
  }

  // MARK: 9

  /// What would be posted, and what it does to the fund.
  var entriesPart: [Report.Block] {
    let heading = Report.Block.heading("9. Proposed entries")
    guard let entries = papers.entries, !entries.proposals.isEmpty else {
      return [heading, .paragraph("Nothing would be posted.")]
    }
    let rows = entries.proposals.flatMap { proposal in
      proposal.movements.map { movement in
        Table.Row([
          .day(proposal.day), .text(proposal.event.rawValue), .text(movement.debit.description),
          .text(movement.credit.description), .money(movement.amount),
        ])
      }
    }
    return [
      heading,
      .table(
        Table(
          "entries", caption: "What would be posted, if it is agreed",
          columns: [
            Table.Column("day", "Day", .day), .words("event", "Event"), .words("debit", "Debit"),
            .words("credit", "Credit"), Table.Column("amount", "Amount", .money),
          ], rows: rows)),
      .paragraph(balance(entries)), .table(fund(entries)),
    ]
  }

  private func balance(_ entries: ProposedEntries) -> String {
    let before = entries.before
    let after = (before.states + entries.changeOfStates, before.sources + entries.changeOfSources)
    guard before.states == before.sources, after.0 == after.1 else {
      return "The states of the fund do not equal its sources: \(after.0) and \(after.1)."
    }
    return "The states of the fund still equal its sources, \(after.0)."
      + " A full year changes what is uncommitted by \(entries.changeOfFullYear), which is"
      + " −(F − R − B) as far as it is posted."
  }

  private func fund(_ entries: ProposedEntries) -> Table {
    let before = entries.before
    let change = entries.changeOfEntries
    func row(_ name: String, _ amount: Money) -> Table.Row {
      Table.Row([.text(name), .money(amount)])
    }
    return Table(
      "fund", caption: "\(contract.fund.name) at the end of the year",
      columns: [.words("what", "What"), Table.Column("amount", "Amount", .money)],
      rows: [
        row("States before", before.states), row("Sources before", before.sources),
        row("States after", before.states + entries.changeOfStates),
        row("Sources after", before.sources + entries.changeOfSources),
        row("Uncommitted before", before.uncommitted), row("Change this year", change),
        row("Uncommitted after", before.uncommitted + change),
        row("Change in a full year", entries.changeOfFullYear),
      ])
  }

  // MARK: 10

  /// Who decided what, and when it is looked at again.
  var decisionPart: [Report.Block] {
    let heading = Report.Block.heading("10. Decision")
    guard let decision = papers.decision else {
      return [heading, .paragraph("Nobody has decided yet.")]
    }
    func text(_ name: String, _ text: String) -> Report.Fact { Report.Fact(name, .text(text)) }
    var facts = [
      text("Decided", decision.outcome.text), text("Found", decision.finding.text),
      Report.Fact("Decided on", .day(decision.assessed.on)),
      Report.Fact("From records up to", .number(decision.assessed.record)),
      text("Decided by", decision.by.name.words),
      decision.by.panel.map { Report.Fact("Panel", .day($0)) } ?? text("Panel", "none"),
      text("Approved by", papers.approval?.name ?? "nobody yet"),
    ]
    if let approval = papers.approval {
      facts.append(Report.Fact("Approved on", .day(approval.day)))
    }
    let part = decision.forFamily
    facts += [
      text("Difference", decision.difference?.words ?? "none: it is what was found"),
      text("Done instead", part.instead.saysSomething ? part.instead.words : "none"),
      Report.Fact("Review asked for by", .day(part.reviewBy)),
      part.looksAgain.map { Report.Fact("Looked at again", .day($0)) }
        ?? text("Looked at again", "no day set"),
      text("Letter", papers.letter?.description ?? "not written yet"),
    ]
    return [heading, .facts(facts)]
  }
}
