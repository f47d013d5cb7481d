import Bookkeeping
import Disaggregation
import Funding

extension DecisionLetter {
  /// What was decided, in the words of each outcome.
  var whatWeDecided: [Report.Block] {
    [.heading("What we decided"), .paragraph(answer.joined(separator: " "))] + sumAgreed
  }

  private var answer: [String] {
    switch decision.outcome {
    case .disaggregate:
      ["Yes.", "We agree a sum of money for \(voice.whose) \(names.purpose)."] + paid
    case .part:
      ["Yes, to a part.", "We agree a sum of money for a part of \(voice.whose) help."] + paid
        + stays
    case .deferred(let day): notYet(day)
    case .organisedArrangement: lookedAfter
    case .refuseAdverse, .refuseInefficient, .refuseBoth: [cannotSplit] + goesOn
    case .otherRegime: otherRules
    case .never:
      [
        "We cannot split this money.", "It pays for places at \(names.provider).",
        "Place money is not for one child, so no part of it is \(ofWhom).",
        "\(voice.leadingWhose) place does not change.",
      ]
    case .insufficientEvidence:
      ["We cannot decide yet.", "This is not a no.", "We need to know more first."] + goesOn
    }
  }

  /// Whose a part of a place would be.
  private var ofWhom: String { names.isYoungPerson ? "yours" : voice.whose }

  private var cannotSplit: String {
    switch contract.kind {
    case .contract: "We cannot split this money from a bigger contract yet."
    case .topUp: "We cannot take this money out of what we pay \(names.provider) yet."
    case .inHouse, .framework, .spot, .place: "We cannot split this money yet."
    }
  }

  /// What goes on as it was.
  private var goesOn: [String] {
    let changes = "\(voice.leadingWhose) help does not change."
    guard contract.kind != .place, contract.kind != .topUp else { return [changes] }
    let units = contract.volume.units(of: request.line) ?? request.units
    return [
      changes, "\(voice.leadingWho) will still get \(units.inWords(unit)) a year.",
    ]
  }

  private func notYet(_ day: Day) -> [String] {
    if case .notYet = assessment.budget {
      return [
        "We cannot decide this yet.", "This is not a no.",
        "The law lets you ask when \(voice.whose) plan is looked at.",
        "The next review is on \(spoken(day)).", "You can ask us again then.",
      ] + goesOn
    }
    let opens = assessment.later.contains { $0.day == day }
    return [cannotSplit, "We can look at it again for \(spoken(day))."]
      + (opens ? ["From that day the contract can be made smaller."] : []) + goesOn
  }

  private var paid: [String] {
    guard let year = figures.amount(.paid) else {
      preconditionFailure("a sum is agreed only where it is known")
    }
    let units = request.replacement ?? request.units
    return [
      "It is \(year.inWords) a year.", "We pay it month by month, for each day of the month.",
      request.replacement == nil
        ? "It pays for \(units.inWords(unit)) a year."
        : "It pays for the help in \(voice.whose) plan.",
    ]
  }

  private var stays: [String] {
    guard let left = figures.amount(.left) else { return [] }
    return ["The rest is \(left.inWords) a year.", "That stays with \(names.provider)."]
  }

  private var lookedAfter: [String] {
    var sentences = [
      names.isYoungPerson
        ? "We have set a sum of money for your help."
        : "We have set a sum of money for \(names.child).",
      figures.amount(.notional).map { "It is \($0.inWords) a year." }
        ?? "We do not know the sum yet, and will write to you when we do.",
      "It is money we look after for you.",
      "It goes on paying for \(voice.whose) \(names.purpose).",
    ]
    switch request.asks {
    case .cash: sentences.append("We will not pay it to you as cash. We say why below.")
    case .statement: sentences.append("You did not ask us to pay it to you.")
    }
    return sentences
  }

  /// Which other rules decide, and who goes by them.
  private var otherRules: [String] {
    let decides = ["This is decided under other rules."]
    switch contract.regime {
    case .socialCare:
      return decides + [
        "It is social care help.", "The children’s social care team decides.",
        "They go by section 17A of the Children Act 1989.",
      ]
    case .health:
      return decides + [
        "It is health help.", "The NHS decides.",
        "The part of the NHS that decides is the integrated care board.",
        "They go by the NHS rules on personal health budgets.",
      ]
    case .travel:
      return decides + [
        "It is help with travel to school.", "The school travel team decides.",
        "They go by the Education Act 1996.",
      ]
    case .specialEducation:
      return decides
    }
  }

  /// What the ledger has committed for each month that is left of the year.
  private var months: Table? {
    let due = (papers.entries?.proposals ?? []).filter { $0.event == .commitmentMade }
      .flatMap { proposal in
        proposal.movements.filter { $0.debit.use.planLine == request.paidAs }
          .map { (day: proposal.day, amount: $0.amount) }
      }
    guard !due.isEmpty else { return nil }
    return Table(
      "months", caption: "What we pay up to the end of March",
      columns: [
        Table.Column("month", "Month", .text), Table.Column("amount", "Amount", .money),
      ],
      rows: due.sorted { $0.day < $1.day }.map {
        Table.Row([.text(spoken(Month(of: $0.day))), .money($0.amount)])
      })
  }

  /// The sum agreed or stated, as figures.
  private var sumAgreed: [Report.Block] {
    func fact(_ name: String, _ figure: DecisionFigures.Name) -> Report.Fact {
      Report.Fact(name, figures.cell(figure))
    }
    switch decision.outcome {
    case .disaggregate, .part:
      return [.facts([fact("A year", .paid)])] + (months.map { [.table($0)] } ?? [])
    case .organisedArrangement:
      return figures.amount(.notional) == nil ? [] : [.facts([fact("A year", .notional)])]
    case .deferred, .refuseAdverse, .refuseInefficient, .refuseBoth, .otherRegime, .never,
      .insufficientEvidence:
      return []
    }
  }

  /// What has to be done before a sum is paid, and what comes with it.
  var whatHappensNext: [Report.Block] {
    guard decision.outcome.paysCash else { return [] }
    return [
      .heading("What happens next"),
      .paragraph(
        "We need your yes in writing before we pay."
          + " The money is for the time from \(spoken(request.starts)) on."),
      .paragraph(
        "The money comes with rules. You can use it only for the help in \(voice.whose) plan."
          + " You show us what it was spent on. We will send you all the rules to read first."),
      .paragraph(
        "We will look at how it is going with you."
          + " We do this within 3 months of the first payment."),
    ]
  }
}
