import Bookkeeping
package import Disaggregation
import Funding

/// An assessment as a report for whoever works on it: gates, sums, families together, what is missing.
package struct AssessmentListing {
  private let assessment: Assessment
  private let families: [Int]?
  private let recommendation: Recommendation

  /// `families` is the numbers of families to be shown; those at which something changes, where none
  /// are given.
  package init(_ assessment: Assessment, families: [Int]?, recommendation: Recommendation) {
    self.assessment = assessment
    self.families = families
    self.recommendation = recommendation
  }

  private var given: Case { assessment.given }
  private var contract: Contract { given.contract }

  package func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/assessment@1",
      title: "Assessment of \(given.request.reference), \(spoken(given.day))",
      blocks: [.facts(facts + header), .table(gates)]
        + (missing.map { [.table($0)] } ?? [])
        + (sums.map { [.table($0)] } ?? [])
        + (together.map { [.table($0)] } ?? [])
        + (later.map { [.table($0)] } ?? [])
        + assumptions.map { .paragraph($0) }
        + [.paragraph(live), .paragraph("This is arithmetic, not a decision.")])
  }

  private var facts: [Report.Fact] {
    [
      Report.Fact("Outcome", .text(assessment.outcome.description)),
      Report.Fact("Budget", .text(assessment.budget.words)),
      Report.Fact("Cash", .text(assessment.cash.words)),
      Report.Fact("Besides", .text(besides)),
      Report.Fact("Contract", .text("\(contract.reference), from \(contract.from)")),
      Report.Fact("Plan line", .text(given.request.line.code)),
    ]
  }

  private var besides: String {
    let words = assessment.besides.map(\.words)
    return words.isEmpty ? "None" : words.joined(separator: "; ")
  }

  private var gates: Table {
    Table(
      "gates", caption: "The gates, in order",
      columns: [
        Table.Column("gate", "Gate", .text), Table.Column("question", "Question", .text),
        Table.Column("answer", "Answer", .text), Table.Column("follows", "What follows", .text),
      ],
      rows: assessment.gates.map {
        Table.Row([
          .text($0.gate.code), .text($0.gate.question), .text($0.answer.rawValue),
          .text($0.follows),
        ])
      })
  }

  private var missing: Table? {
    guard !assessment.missing.isEmpty else { return nil }
    return Table(
      "missing", caption: "What is missing, and is never a refusal",
      columns: [
        Table.Column("what", "What", .text), Table.Column("next", "What to do", .text),
      ], rows: assessment.missing.map { Table.Row([.text($0.text), .text($0.remedy)]) })
  }

  // MARK: Sums

  private var sums: Table? {
    guard let effect = assessment.effect else { return nil }
    return Table(
      "sums", caption: caption,
      columns: [
        Table.Column("name", "Name", .text), Table.Column("what", "What", .text),
        Table.Column("sum", "£", .money), Table.Column("how", "How", .text, minor: true),
      ], rows: rows(effect))
  }

  private var caption: String {
    switch assessment.budget {
    case .otherRegime, .notYet: "The sums of a full year, which are no ground of refusal"
    case .stated, .refused, .never, .undecided: "The sums of a full year"
    }
  }

  private func rows(_ effect: Effect) -> [Table.Row] {
    func row(_ name: String, _ what: String, _ sum: Money?, _ how: String) -> Table.Row {
      Table.Row([
        .text(name), .text(what), sum.map { .money($0) } ?? .unknown, .text(how),
      ])
    }
    let unit = contract.volume.unit.rawValue
    let price = given.quote.map { "\($0.price) × \(given.replacedUnits)" } ?? ""
    var rows = [
      row("avg_unit", "Average cost of a \(unit)", given.averageCost, "sum over capacity"),
      row("notional", "Notional sum, N", effect.notional, counted(effect.exits)),
      row("floor", "To be paid, F", effect.floor, price + overheads),
      row(
        "releasable", "Contract saving, R", effect.releasable,
        counted(effect.givenBack) + " given back"),
      row("backfill", "Filled again, B", effect.backfill, counted(effect.filled) + " filled"),
      row("stranded", "Stranded, S", effect.stranded, "N − R"),
      row("net_cost", "Net cost", effect.netCost, "F − R − B"),
      row("tolerance", "Tolerance", effect.tolerance, "\(given.settings.tolerance)"),
      row("ceiling", "Most that may be paid, C", effect.ceiling, "R + B + tolerance"),
    ]
    if let price = effect.breakEvenPrice {
      rows.append(row("break_even", "Break-even price of a unit", price, "(R + B − D) over units"))
    }
    if let left = given.position.volume(after: effect.exits),
      let cost = effect.unitCost(of: given.position), contract.kind == .contract
    {
      rows.append(
        row("unit_after", "Cost of a \(unit) for the rest", cost, counted(left) + " left"))
    }
    return rows
  }

  /// A number of the contract's units, in words.
  private func counted(_ units: Fraction) -> String {
    "\(units) \(contract.volume.unit.rawValue)" + (units == .one ? "" : "s")
  }

  private var overheads: String {
    given.request.overheads == .zero ? "" : " + \(given.request.overheads)"
  }

  private var together: Table? {
    guard assessment.effect != nil, let leaver = given.leaver,
      contract.kind == .contract
        || contract.kind == .inHouse
    else { return nil }
    let alike = Families(like: leaver, from: given.position, tolerance: given.settings.tolerance)
    let numbers = (families ?? alike.telling).filter { $0 <= alike.most }
    guard !numbers.isEmpty else { return nil }
    return Table(
      "families", caption: "If so many families like this one left together",
      columns: [
        Table.Column("families", "Families", .number),
        Table.Column("paid", "Paid (F)", .money), Table.Column("saving", "Saving (R)", .money),
        Table.Column("backfill", "Filled (B)", .money, minor: true),
        Table.Column("net", "Net cost", .money),
        Table.Column("tolerance", "Tolerance", .money), Table.Column("answer", "", .text),
      ],
      rows: numbers.map { number in
        let effect = alike.effect(of: number)
        return Table.Row([
          .number(number), .money(effect.floor), .money(effect.releasable),
          .money(effect.backfill), .money(effect.netCost), .money(effect.tolerance),
          .text(alike.isGranted(effect) ? "yes" : "no"),
        ])
      })
  }

  private var later: Table? {
    guard !assessment.later.isEmpty else { return nil }
    return Table(
      "later", caption: "Days on which the contract can be made smaller",
      columns: [
        Table.Column("day", "Day", .day), Table.Column("releasable", "Saving (R)", .money),
        Table.Column("ceiling", "Most (C)", .money),
        Table.Column("bridging", "Paid until then", .money),
        Table.Column("payback", "Paid back in years", .text), Table.Column("open", "", .text),
      ],
      rows: assessment.later.map { later in
        Table.Row([
          .day(later.day), .money(later.releasable), .money(later.ceiling),
          .money(later.bridgingCost),
          .text(later.payback.map { $0.rounded } ?? "never"), .text(later.isOpen ? "yes" : "no"),
        ])
      })
  }

  private var assumptions: [String] {
    given.evidence.filter(\.isAssumed).map { evidence in
      "Taken to be so: \(evidence.shows.rawValue), \(evidence.finding.text). "
        + "Source: \(evidence.document.name) \(evidence.document.page)"
    }
  }

  private var live: String {
    let count = recommendation.granted.count + recommendation.left.count
    guard let effect = recommendation.effect else {
      return "Live requests on this contract that could be met: 0 of \(count)."
    }
    let lines = recommendation.granted.map(\.leaver.line.code).joined(separator: ", then ")
    return "Live requests on this contract that could be met together: "
      + "\(recommendation.granted.count) of \(count), at a net cost of \(effect.netCost): \(lines)."
  }
}

extension Fraction {
  /// With one decimal, for a number of years.
  fileprivate var rounded: String {
    let tenths = Money(pence: 10).times(self).pence
    return "\(tenths / 10).\(tenths % 10)"
  }
}
