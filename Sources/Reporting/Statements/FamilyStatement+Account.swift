import Bookkeeping
import Funding

extension FamilyStatement {
  /// S6: the family's account beside our record of it.
  var accountAndRecord: [Report.Block] {
    guard !accountParts.isEmpty else { return [] }
    return [.heading("Your account and our record"), .paragraph(comparison)] + waiting
  }

  private var comparison: String {
    guard let bank = latestBalance else {
      return "We have not seen your bank statement yet. So this is our record only."
    }
    let record = figures(accountParts, through: bank.day)
    guard record >= .zero, bank.balance >= .zero else {
      return "Your account and our record do not agree yet. We are looking."
        + " You do not need to do anything now."
    }
    let both = [
      "We checked your account against your bank statement.",
      "On \(spokenInYear(bank.day)) our record says \(record.inWords).",
      "Your bank says \(bank.balance.inWords).",
    ]
    if record == bank.balance { return (both + ["Both agree."]).joined(separator: " ") }
    let gap = (record - bank.balance).magnitude
    return
      (both + [
        "The gap is \(gap.inWords).", "We do not know why yet.", "We are looking.",
        "You do not need to do anything now.",
      ]).joined(separator: " ")
  }

  private func figures(_ parts: [StatementPart], through day: Day) -> Money {
    amount(PartFigures(parts, root("account"), from: period.first, through: day).left)
  }

  /// The last balance that the family's bank printed within the month; of one day, as the latest file has it.
  private var latestBalance: BankBalance? {
    books.facts.compactMap { found in
      BankBalance(found.fact).flatMap { period.days.contains($0.day) ? (found.number, $0) : nil }
    }
    .max { ($0.1.day, $0.0) < ($1.1.day, $1.0) }?.1
  }

  /// Spending that was proved and is more than had been paid over, as far as it waits still.
  private var waiting: [Report.Block] {
    let facts = books.facts.filter { $0.fact.kind == .evidenceWaiting }
    if facts.isEmpty { return [] }
    let known = books.records.filter { $0.content.entry.map { $0.day <= period.last } ?? true }
    let lines = Dictionary(grouping: facts) { $0.fact.subject }
    let proofs = lines.values.flatMap { facts in
      WaitingProof.all(facts.map { ($0.number, $0.fact) }, in: known)
    }
    return proofs.filter { $0.proof.day <= period.last && $0.left > .zero }
      .sorted { $0.number < $1.number }
      .map { waiting in
        .paragraph(
          "On \(spokenInYear(waiting.proof.day)) you spent \(waiting.left.inWords) more than we had"
            + " paid you. We have written it down. It will count when we have paid it.")
      }
  }

  // MARK: Where the money comes from

  /// S9: where the money comes from and how it was set.
  var whereItComesFrom: [Report.Block] {
    let current = parts.flatMap(\.lines)
    let rows = current.sorted { $0.reference < $1.reference }.map { line in
      Table.Row([
        .text(line.use.agency?.name ?? ""), .money(line.rate.aYear),
        books.text(line.purpose.code).map { .text($0) } ?? .unknown, .text(line.rate.spoken),
        .text("\(line.decision.by), \(spoken(line.decision.on)), \(line.decision.reference)"),
      ])
    }
    let agencies = Agency.allCases.filter { agency in current.contains { $0.use.agency == agency } }
    return [
      .heading("Where the money comes from and how we set it"),
      .paragraph(
        "\(name)’s money comes from \(agencies.spoken). We work out the yearly amount from the help in \(name)’s plan."
      ),
      .table(
        Table(
          "sources", caption: "A whole year, and who decided it",
          columns: [
            Table.Column("from", "From", .text), Table.Column("a-year", "A year", .money),
            Table.Column("for", "For", .text), Table.Column("how-set", "How set", .text),
            Table.Column("decided", "Decided", .text),
          ], rows: rows)),
    ] + settings
  }

  /// What is paid straight to a setting, outside every total.
  private var settings: [Report.Block] {
    settingLines.map { line in
      let setting = books.text(line.use.provider?.code) ?? "the setting"
      let amounts = settingTerms(line).map(amount)
      var sentences = ["The council also pays \(setting) for \(name)."]
      if amounts[0] > .zero { sentences.append("So far this year: \(amounts[0].inWords).") }
      if amounts[1] > .zero {
        sentences.append("The place has ended, so \(amounts[1].inWords) of it is due back to us.")
        let kept = amounts[0] - amounts[1]
        if kept >= .zero { sentences.append("That leaves \(kept.inWords) for the time there.") }
      }
      sentences.append("This goes straight to the setting. It is not part of this report.")
      return .paragraph(sentences.joined(separator: " "))
    }
  }

  private var settingLines: [PlanLine] {
    lines.compactMap { $0.line(on: period.last) }
      .filter { $0.held == .paidToSetting && $0.from <= period.last }
  }

  /// What was paid to a setting in the year so far, and what of it is due back.
  private func settingTerms(_ line: PlanLine) -> [Figure] {
    let year = FinancialYear(of: period.first)
    let days = DaySpan(from: year.first, through: period.last)
    let filter = AccountFilter(nil, [.spent], planLine: line.reference)
    let root = Address([
      "child", books.child.code, period.description, "setting-\(line.reference.number)",
    ])
    return [
      Figure(
        address: root.appending("paid"),
        terms: [Term(filter, side: .debit, days, events: .forFamilies)]),
      Figure(
        address: root.appending("due-back"),
        terms: [
          Term(filter, side: .credit, days, events: .only([.placementEnded]), isNegated: true)
        ]),
    ]
  }

  var settingFigures: [Figure] { settingLines.flatMap { settingTerms($0) } }
}

extension Rate {
  /// The rate as a family reads it: `4 sessions a month at £60.00`.
  var spoken: String {
    guard let units else { return "£\(amount.grouped) a \(per.rawValue)" }
    let unit = units.unit.rawValue
    return "\(plural(Int(units.quantity), unit, unit + "s")) a \(per.rawValue)"
      + " at £\(units.price.grouped)"
  }
}

extension [Agency] {
  /// The agencies in a sentence, the first of them in words that say what it is.
  fileprivate var spoken: String {
    let names = map { agency in
      switch agency {
      case .education: "education (called “high needs” money)"
      case .socialCare: "social care"
      case .health: "the NHS"
      }
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "nowhere yet" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
