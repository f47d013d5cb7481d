import Bookkeeping
import Disaggregation
import Funding

extension DecisionLetter {
  /// The sums in sentences and in a table, and what was found on each question of the law.
  var why: [Report.Block] {
    switch decision.outcome {
    case .never:
      return [
        .heading("Why"),
        .paragraph(
          "We pay \(names.provider) for places. We pay for each place, whoever is in it."
            + " The law says that this kind of money cannot be paid to a family."),
      ]
    case .insufficientEvidence:
      return [
        .heading("Why"),
        .paragraph("We do not have all that we need. We cannot say no because of that."),
      ]
    case .otherRegime:
      let note = "Here are the sums for you to see. They are not a reason to say no."
      return [
        .heading("Why"),
        .paragraph(
          "Help of this kind has a law of its own. Our rules for plan money do not apply."),
      ] + (assessment.effect == nil ? [] : [.paragraph(note)] + sums)
    case .disaggregate, .part, .deferred, .organisedArrangement, .refuseAdverse,
      .refuseInefficient, .refuseBoth:
      return [.heading("Why")] + (isTooEarly ? tooEarly : []) + sums + questions
    }
  }

  /// Where the sums are shown, and are no ground.
  private var isForInformation: Bool { decision.outcome == .otherRegime || isTooEarly }

  private var tooEarly: [Report.Block] {
    [
      .paragraph("The law names the times at which you can ask. This was not one of them."),
      .paragraph("Here are the sums for you to see. They are not a reason to say no."),
    ]
  }

  private var sums: [Report.Block] {
    guard let effect = assessment.effect else {
      return [.paragraph("There is no sum to show yet.")]
    }
    // Nothing leaves a contract because a sum is stated.
    if request.asks == .statement, decision.outcome == .organisedArrangement {
      return [.paragraph((whatWePay + share).joined(separator: " "))]
    }
    let isStated = decision.outcome == .organisedArrangement
    let paragraphs = [
      whatWePay + (isStated ? share : []) + leaving(effect), elsewhere + inAll(effect),
    ]
    return paragraphs.map { .paragraph($0.joined(separator: " ")) } + [.table(sumsTable(effect))]
  }

  /// How the sum that is stated was worked out.
  private var share: [String] {
    guard let notional = figures.amount(.notional), let average = figures.amount(.average),
      let capacity = contract.volume.capacity, let sum = contract.price.sum
    else { return [] }
    let isExact = average.times(capacity) == sum
    return [
      "That is \(average.inWords(exactly: isExact)) for each \(unit.rawValue).",
      "So \(request.units.inWords(unit)) \(request.units == .one ? "comes" : "come") to \(notional.inWords).",
    ]
  }

  /// What is paid now, for how much and for how many.
  private var whatWePay: [String] {
    let sum = contract.price.sum.map { "\($0.inWords) a year" }
    let volume = contract.volume
    let children = assessment.given.position.children
    var sentences: [String] = []
    switch contract.kind {
    case .contract:
      sentences.append("We pay one price to \(names.provider)" + (sum.map { ": \($0)." } ?? "."))
    case .inHouse:
      sentences.append("Our own team gives this help." + (sum.map { " It costs \($0)." } ?? ""))
    case .framework, .spot:
      sentences.append(
        "We pay for each \(unit.rawValue) that \(voice.who) \(voice.verb("has", you: "have")).")
    case .topUp:
      sentences.append(
        "We pay \(names.provider) for \(voice.whose) help" + (sum.map { ": \($0)." } ?? "."))
    case .place:
      sentences.append("We pay \(names.provider) for places.")
    }
    if contract.kind == .contract || contract.kind == .inHouse, let capacity = volume.capacity {
      let whom = children.map { " for \(plural($0, "child", "children"))" } ?? ""
      sentences.append("That buys \(capacity.inWords(unit))\(whom).")
    }
    return sentences
  }

  private func leaving(_ effect: Effect) -> [String] {
    let leaves = "If \(voice.who) \(voice.verb("leaves", you: "leave")),"
    var sentences: [String] = []
    if contract.kind == .topUp {
      sentences.append(
        "If we pay you, we pay \(names.provider) \(effect.releasable.inWords) a year less.")
    } else if effect.releasable > .zero {
      sentences.append("\(leaves) we pay \(effect.releasable.inWords) a year less for it.")
    } else {
      sentences.append("\(leaves) the price stays the same.")
    }
    if effect.backfill > .zero {
      sentences.append(
        "A child who waits can have \(voice.whose) \(unit.many). That saves \(effect.backfill.inWords)."
      )
    }
    return sentences + assessment.harm.map(harm)
  }

  private func harm(_ impact: AdverseImpact) -> String {
    switch impact {
    case .belowMinimum(let left, let minimum):
      "\(names.provider) needs \(minimum.inWords(unit)) to keep going."
        + " There would be \(left.inWords) left."
    case .hoursLost(let units, _):
      "Other children would lose \(units.inWords(unit)). We could not make up for that."
    case .serviceCut:
      "\(names.provider) told us in writing that it would cut help for other children."
    case .priceRise:
      "\(names.provider) told us in writing that other children’s help would cost more."
    }
  }

  private var elsewhere: [String] {
    guard let paid = figures.amount(.paid) else { return [] }
    let what =
      request.replacement == nil ? "The same \(request.units.inWords(unit))" : "The same help"
    var sentences = ["\(what) would cost \(paid.inWords) from someone else."]
    if request.overheads > .zero {
      sentences.append("\(request.overheads.inWords) of that is the cost of running the payments.")
    }
    return sentences
  }

  private func inAll(_ effect: Effect) -> [String] {
    let cost = effect.netCost
    guard cost > .zero else {
      return cost == .zero
        ? ["So it would cost the same in all."]
        : ["So it would cost \(cost.magnitude.inWords) a year less in all."]
    }
    var sentences = ["So it would cost \(cost.inWords) a year more in all."]
    if isForInformation { return sentences }
    if !decision.outcome.paysCash, let each = figures.amount(.perChild),
      contract.kind == .contract || contract.kind == .inHouse,
      let children = assessment.given.position.children
    {
      let isExact = each.times(Fraction(Int64(children - effect.families))) == cost
      sentences += [
        "That would leave less for other children with plans.",
        "It is \(each.inWords(exactly: isExact)) for each of them.",
      ]
    }
    sentences.append("Our rule lets it cost up to \(effect.tolerance.inWords) more.")
    return sentences
  }

  private func sumsTable(_ effect: Effect) -> Table {
    var rows = [("The same help from someone else", figures.cell(.paid))]
    rows.append(("What we would save", figures.cell(.contractSaving)))
    if effect.backfill > .zero {
      rows.append(("What a child who waits would save us", figures.cell(.backfill)))
    }
    switch effect.netCost {
    case .zero...: rows.append(("What it would cost more in all", figures.cell(.netCost)))
    default:
      rows.append(
        (
          "What it would cost less in all",
          .money(-effect.netCost, figures.address(.netCost).appending("less"))
        ))
    }
    if !isForInformation { rows.append(("The most it may cost more", figures.cell(.tolerance))) }
    return Table(
      "sums", caption: "The sums for one year",
      columns: [Table.Column("what", "Sum", .text), Table.Column("amount", "Amount", .money)],
      rows: rows.map { Table.Row([.text($0.0), $0.1]) })
  }

  // MARK: The questions of the law

  private var questions: [Report.Block] {
    let rows = DecisionTest.allCases.compactMap { test -> Table.Row? in
      let recorded = decision.reasons.first { $0.test == test && $0.text.saysSomething }?.text.words
      return (recorded ?? found(test)).map { Table.Row([.text(test.question), .text($0)]) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .paragraph("This is what the law asks, and what we found."),
      .table(
        Table(
          "questions", caption: "The law’s questions",
          columns: [
            Table.Column("asks", "What the law asks", .text),
            Table.Column(
              "found", "What we found\(names.isYoungPerson ? "" : " for \(names.child)")", .text),
          ], rows: rows)),
    ]
  }

  /// What the sums themselves answer, where a sum is agreed and nobody wrote more.
  private func found(_ test: DecisionTest) -> String? {
    guard decision.outcome.paysCash, decision.outcome == assessment.outcome else { return nil }
    switch test {
    case .others: return "No. Their help does not change."
    case .efficient: return "Yes. It costs no more than our rule allows."
    case .recipient: return request.asks == .cash ? "Yes." : nil
    case .consent:
      return request.isOnPremises || contract.kind == .topUp ? "Yes, in writing." : nil
    }
  }
}
