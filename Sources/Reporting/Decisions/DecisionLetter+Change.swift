import Bookkeeping
import Disaggregation
import Funding

extension DecisionLetter {
  /// What would turn the answer, as far as it can be worked out, and when it is looked at again.
  var whatWouldChange: [Report.Block] {
    let paragraphs: [[String]]
    let heading: String
    switch decision.outcome {
    case .disaggregate, .part, .otherRegime: return []
    case .insufficientEvidence:
      heading = "What we need"
      paragraphs = assessment.missing.map { [$0.inWords(voice, unit)] }
    case .never:
      heading = "What would change our answer"
      paragraphs = [
        ["The law would have to change.", "You can ask about other help in \(voice.whose) plan."]
      ]
    case .deferred, .organisedArrangement, .refuseAdverse, .refuseInefficient, .refuseBoth:
      heading = "What would change our answer"
      paragraphs = [atReview, together, laterDays, consent, lowerPrice]
    }
    let said = (paragraphs + [lookAgain]).filter { !$0.isEmpty }
    return [.heading(heading)]
      + (said.isEmpty ? [["You can tell us about anything new."]] : said)
      .map { .paragraph($0.joined(separator: " ")) }
  }

  var isTooEarly: Bool { if case .notYet = assessment.budget { true } else { false } }

  private var atReview: [String] {
    if isTooEarly { return ["Ask us at the next review of \(voice.whose) plan."] }
    return request.asks == .statement
      ? [
        "You can ask us to pay the money to you.", "Ask at the next review of \(voice.whose) plan.",
      ]
      : []
  }

  private var isCostly: Bool { assessment.effect?.isOpen == false && !isTooEarly }

  /// How many families together would turn the answer.
  private var together: [String] {
    guard isCostly || !assessment.harm.isEmpty, request.asks == .cash,
      let turning = figures.together?.turning
    else { return [] }
    let drops =
      turning.releasable > .zero
      ? ", our price drops by \(turning.releasable.inWords)." : ", we would save enough."
    var sentences = [
      "If \(turning.families) families ask together\(drops)", "Then we could say yes.",
    ]
    if let others = papers.others {
      sentences.append(
        others.count + 1 < turning.families
          ? "Fewer than \(turning.families) have asked so far. We will tell you when that changes."
          : "We are looking at all who have asked together.")
    }
    return sentences
  }

  /// The days on which the contract can be made smaller.
  private var laterDays: [String] {
    guard request.asks == .cash, !isTooEarly else { return [] }
    return assessment.later.flatMap { later in
      let isRenewal = later.day == contract.dates.renewal
      let opens =
        isRenewal
        ? "The contract is made new on \(spoken(later.day))."
        : "We may end or change the contract on \(spoken(later.day))."
      return later.isOpen
        ? [opens, "A smaller one would cost us less.", "We will ask for that before then."]
        : [opens, "The sums as they are now would still say no then."]
    }
  }

  private var consent: [String] {
    guard !isTooEarly, request.asks == .cash else { return [] }
    let refused = assessment.given.isConsentRefused
    let barred = assessment.given.recipientGrounds
    return (refused ? ["We could look again if the school or college says yes in writing."] : [])
      + barred.map { ground in
        switch ground {
        case .eligibility: "We could look again if someone whom we may pay says yes in writing."
        case .properUse: "We could look again at a new plan for using the money."
        case .bestInterests: "We could look again if it would be better for \(voice.who)."
        case .schoolConsent, .adverse, .inefficient: "You can tell us about anything new."
        }
      }
  }

  /// The price at which one family's request alone could be met.
  private var lowerPrice: [String] {
    guard isCostly, request.asks == .cash, assessment.harm.isEmpty, let effect = assessment.effect
    else { return [] }
    let room = effect.ceiling - request.overheads
    guard room > .zero, let price = figures.amount(.price) else { return [] }
    let units = request.replacement ?? request.units
    // A price a penny too high would be a promise that is not kept.
    let most = Money(pence: (Fraction(room.pence) / units).floor)
    guard most > .zero, most < price, most.times(Fraction(2)) >= price else { return [] }
    return ["Or a price of \(most.inWords) or less for each \(unit.rawValue) would change it."]
  }

  private var lookAgain: [String] {
    decision.forFamily.looksAgain.map { ["We will look at this again on \(spoken($0))."] } ?? []
  }

  // MARK: What is done, and what a family can do

  var whatWeCanDo: [Report.Block] {
    decision.forFamily.instead.saysSomething
      ? [.heading("What we can do now"), .paragraph(decision.forFamily.instead.words)] : []
  }

  var ifYouDoNotAgree: [Report.Block] {
    [
      .heading("If you do not agree"),
      .paragraph(
        "You can ask us to look again. Write or ring by \(spoken(decision.forFamily.reviewBy))."
          + " Ask for \(names.contact)."),
      .paragraph(
        "Someone who did not make this decision will look at it."
          + " We will write to you with reasons."),
      .paragraph(furtherRoute),
      .paragraph("All of this is free. You can get free help from \(names.advice)."),
    ]
  }

  /// Whom a family can turn to beyond whoever looks again: it is another for other law.
  private var furtherRoute: String {
    guard decision.outcome == .otherRegime else {
      return "Do you disagree with the help itself in \(voice.whose) plan?"
        + " Then you can appeal to the SEND Tribunal."
    }
    switch contract.regime {
    case .health:
      return "Are you still not happy? You can complain to the NHS board."
        + " After that you can go to the Health Ombudsman."
    case .socialCare, .travel, .specialEducation:
      return "Are you still not happy? You can complain to the council."
        + " After that you can go to the Local Government Ombudsman."
    }
  }

  var whoDecided: [Report.Block] {
    var sentences = ["This was decided by \(decision.by.name)."]
    if let approval = papers.approval {
      sentences.append("It was checked by \(approval.name).")
    }
    if let panel = decision.by.panel { sentences.append("The panel met on \(spoken(panel)).") }
    return [.heading("Who decided"), .paragraph(sentences.joined(separator: " "))]
  }

  var yourView: [Report.Block] {
    let part = decision.forFamily
    var sentences = part.viewAsked.map { ["We asked for your view on \(spoken($0))."] } ?? []
    if let view = part.view, view.saysSomething {
      sentences.append("You said: “\(view)”")
    } else {
      sentences.append("You have not told us your view yet. You still can.")
    }
    return [.heading("Your view"), .paragraph(sentences.joined(separator: " "))]
  }
}
