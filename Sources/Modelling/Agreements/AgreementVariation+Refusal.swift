public import Bookkeeping
public import Funding

extension AgreementVariation {
  /// Why an agreement cannot be varied so.
  public enum Refusal: Error, Hashable, Sendable {
    case noAgreement(PoolReference)
    case outsidePeriod(PoolReference, Day)
    /// It would hold in a month that is closed.
    case closed(Day, Month)
    /// What a variation cannot change: with that it would be another agreement.
    case newAgreement(PoolReference, Fixed)
    /// The agreement does not say how the matter may be varied.
    case notAllowed(VariableMatter, RequiredTerm)
    /// Another variation holds from the same day.
    case dayTaken(PoolReference, Day)
    /// A variation that holds from a later day was adopted before it.
    case outOfOrder(PoolReference, Day, last: Day)
    case nothingVaried(PoolReference, Day)
    case notAgreed(PartnerReference)
    case agreedByStranger(PartnerReference)
    case agreedLater(PartnerReference, Day, recorded: Day)
  }

  /// What makes an agreement the one it is.
  public enum Fixed: String, Hashable, Sendable, CaseIterable {
    case form
    case period = "first or last day"
    case partners = "list of partners"
    /// Whose money of which fund goes into which part.
    case funds = "fund or part for a contribution"
  }
}

extension AgreementVariation.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .noAgreement(let reference):
      .error(
        "variation-without-agreement",
        "no agreement \(reference) has been adopted, and this would vary it", at: place,
        why: "what is varied is what stands in the ledger",
        next: "adopt the agreement as it was first made, and then its variation")
    case .outsidePeriod(let reference, let day):
      .error(
        "variation-outside-period",
        "\(reference) would be varied from \(day), when no agreement of that name holds", at: place,
        why: "a variation changes terms within the period of its agreement, and not the period",
        next: "give a day of its period, or adopt an agreement for the days that follow it")
    case .closed(let day, let month):
      .error(
        "variation-in-closed-month", "the variation would hold from \(day), and \(month) is closed",
        at: place, why: "a closed month keeps the terms that it was closed by",
        next: "let it hold from the first open day, or open the month again with its reason")
    case .newAgreement(let reference, let fixed):
      .error(
        "variation-needs-new-agreement",
        "the variation of \(reference) gives another \(fixed.rawValue)", at: place,
        why: "with other partners, another form, other funds or other days it is a new agreement",
        next: "leave these as they are, or adopt a new agreement for when this one has ended")
    case .notAllowed(let matter, let term):
      .error(
        "variation-not-allowed",
        "“\(matter.rawValue)” would be varied, and the agreement does not say \(term.name)",
        at: place, why: "\(term.source) asks for a clause on that, and this agreement has none",
        next: "see whether item \(term.rawValue) was left out of the file that was adopted; if the "
          + "agreement is silent, make a new one")
    case .dayTaken(let reference, let day):
      .error(
        "variation-day-taken", "\(reference) is varied from \(day) already, in other words",
        at: place, why: "on one day one set of terms holds, and what was adopted is never changed",
        next: "agree on one text, and let it hold from another day")
    case .outOfOrder(let reference, let day, let last):
      .error(
        "variation-out-of-order",
        "\(reference) would be varied from \(day), and is varied from \(last) already", at: place,
        why:
          "the later one is the whole agreement as it reads from its day, and would undo this one",
        next: "write one that holds from a day after \(last), with all that is to hold then")
    case .nothingVaried(let reference, let day):
      .error(
        "variation-changes-nothing",
        "the terms of \(reference) from \(day) on are those that hold before it", at: place,
        why: "a variation is the whole agreement as it reads from its first day on",
        next: "write the terms that are varied as they are to be, and leave the others as they are")
    case .notAgreed(let partner):
      .notAgreed("\(partner) is not said to have agreed to the variation", at: place)
    case .agreedByStranger(let partner):
      .notAgreed(
        "\(partner) agrees to the variation, and is no partner to the agreement", at: place)
    case .agreedLater(let partner, let day, let today):
      .notAgreed("\(partner) is said to agree on \(day), and today is \(today)", at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func notAgreed(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "variation-not-agreed", problem, at: place,
      why: "an agreement is varied by all who made it, and by nobody else",
      next: "write under agreed: each partner and the day on which it agreed")
  }
}
