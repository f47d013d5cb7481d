import Bookkeeping
import Disaggregation
import Funding

extension DecisionReport {
  // MARK: 5

  /// The law's tests: what was found, what the decider says of it, on what evidence.
  var testsPart: [Report.Block] {
    let tests: [DecisionTest] =
      [.others, .efficient] + (request.asks == .cash ? [.recipient] : [])
      + (request.isOnPremises || contract.kind == .topUp ? [.consent] : [])
    let rows = tests.enumerated().map { place, test in
      Table.Row([
        .text("\(place + 1). \(test.question)"), .text(finding(test)),
        papers.decision?.reasons.first { $0.test == test }.map { .text($0.text.words) } ?? .blank,
        .text(evidence(test)), .text(papers.decision?.by.name.words ?? "not yet decided"),
      ])
    }
    return [
      .heading("5. Tests"),
      .table(
        Table(
          "tests", caption: "What the law asks",
          columns: [
            .words("test", "Test"), .words("finding", "Finding"), .words("reason", "Reason"),
            .words("evidence", "Evidence"), .words("officer", "Officer"),
          ], rows: rows)),
      .paragraph("No other test was applied."),
    ]
  }

  private func finding(_ test: DecisionTest) -> String {
    guard contract.kind != .place, assessment.budget.isOfPlanLaw else { return "does not arise" }
    switch test {
    case .others:
      if assessment.effect == nil { return "not found: evidence is missing" }
      return assessment.harm.isEmpty
        ? "no harm is made out" : assessment.harm.map { $0.text(unit) }.joined(separator: "; ")
    case .efficient:
      guard let effect = assessment.effect else { return "not found: evidence is missing" }
      let sums = "net cost \(effect.netCost), tolerance \(effect.tolerance)"
      return effect.isOpen ? "within what may be paid: \(sums)" : "beyond what may be paid: \(sums)"
    case .recipient: return answer(.recipient)
    case .consent: return answer(contract.kind == .topUp ? .setting : .premises)
    }
  }

  private func answer(_ gate: Gate) -> String {
    assessment.gates.first { $0.gate == gate }.map { "\($0.answer.rawValue): \($0.follows)" }
      ?? "not known"
  }

  private func evidence(_ test: DecisionTest) -> String {
    let kinds: [EvidenceKind] =
      switch test {
      case .others: [.hoursLost, .serviceCut, .priceRise]
      case .efficient:
        [.quote, .variationClause, .priceNegotiated, .partRelease, .outcomeDifference]
      case .recipient: [.eligible, .recipientConsent, .properUse, .bestInterests]
      case .consent: [.schoolConsent]
      }
    let found = kinds.flatMap(given.current).map { "\($0.shows.text): \($0.document.text)" }
    let ofContract =
      test == .others || test == .efficient ? ["contract: \(contract.document.text)"] : []
    let all = ofContract + found
    return all.isEmpty ? "none" : all.joined(separator: "; ")
  }

  // MARK: 6

  /// What else could be done, what each costs, and what the child would have.
  var optionsPart: [Report.Block] {
    guard contract.kind != .place else { return [] }
    var rows: [(String, Money?, String)] = []
    if let effect = assessment.effect {
      rows.append(
        ("Agree: pay \(effect.floor)", effect.netCost, "The family buys the help it chooses."))
    }
    if let half = halfEffect {
      rows.append(
        (
          "Agree to a part: half, \(half.exits.inWords(unit)), for \(half.floor)", half.netCost,
          "Half stays with \(papers.names.provider); half is bought."
        ))
    }
    if let effect = assessment.effect {
      rows.append(
        (
          "Third-party arrangement: another holds it", effect.netCost,
          "As agreeing, without the work of an employer. The holder’s fee is not in the sum."
        ))
    }
    rows.append(
      (
        "Choice of provider, day and place within the contract", .zero,
        "The same \(unit.many), with more say in how."
      ))
    rows += laterOptions
    return [
      .heading("6. Options"),
      .table(
        Table(
          "options", caption: "What could be done, and the net cost of a full year",
          columns: [
            .words("option", "Option"), Table.Column("net-cost", "Net cost", .money),
            .words("child", "For the child"),
          ],
          rows: rows.map {
            Table.Row([.text($0.0), $0.1.map { .money($0) } ?? .unknown, .text($0.2)])
          })),
    ]
  }

  private var laterOptions: [(String, Money?, String)] {
    guard let effect = assessment.effect, !assessment.later.isEmpty else {
      return [("Defer: no day is known on which it could be made smaller", nil, "No change.")]
    }
    return assessment.later.map { later in
      let payback =
        later.payback.map { "; paid back in \($0.inYears) years" } ?? "; never paid back"
      return (
        "Defer to \(later.day), in \(plural(later.months, "month", "months"))"
          + (later.isOpen ? "" : ": still beyond what may be paid"),
        effect.floor - later.releasable - effect.backfill,
        "No change until then. Paying at once would cost \(later.bridgingCost) until then\(payback)."
      )
    }
  }

  /// Half of what is asked for, where the sums of it can be worked out.
  private var halfEffect: Effect? {
    guard assessment.effect != nil, let leaver = given.leaver, contract.kind != .topUp else {
      return nil
    }
    let half = Fraction(1, over: 2)
    let notional = leaver.notional?.times(half)
    return Effect(
      [
        Leaver(
          leaver.line, asked: leaver.asked, units: leaver.units * half,
          replacement: leaver.replacement * half, price: leaver.price, overheads: leaver.overheads,
          notional: notional, tolerance: given.settings.tolerance.amount(for: notional))
      ], from: given.position)
  }

  // MARK: 7

  /// What the young person and the family say, in their words.
  var viewsPart: [Report.Block] {
    let part = papers.decision?.forFamily
    let whose = papers.names.isYoungPerson ? "The young person" : "The family"
    var sentences: [String] = []
    if let asked = part?.viewAsked { sentences.append("Asked on \(spoken(asked)).") }
    if let view = part?.view, view.saysSomething {
      sentences.append("\(whose) said: “\(view)”")
    } else {
      sentences.append("No view is recorded.")
    }
    return [.heading("7. Views"), .paragraph(sentences.joined(separator: " "))]
  }
}

extension BudgetFinding {
  /// Whether the law on personal budgets for special educational provision decides.
  fileprivate var isOfPlanLaw: Bool {
    switch self {
    case .stated, .refused, .undecided, .notYet: true
    case .otherRegime, .never: false
    }
  }
}

extension Fraction {
  /// Years to one decimal.
  fileprivate var inYears: String {
    let tenths = Money(pence: 10).times(self).pence
    return "\(tenths / 10).\(tenths % 10)"
  }
}
