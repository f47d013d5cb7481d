public import Bookkeeping

/// Why SEND money may not be posted as an entry would have it.
public enum Objection: Error, Hashable, Sendable, ExplainedObjection {
  case accountNotKept(Fund, Heading)
  case useNotApplicable(Coding)
  case partnerMissing(Coding)
  case partnerNotApplicable(Coding)
  case fundMayNotPay(Fund, Use)
  case lineMissing(Fund)
  case noTable(Day)
  case transferNotWhole
  case transferWithoutAuthority

  /// The objection as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .accountNotKept(let fund, let heading):
      .error(
        "account-not-kept", "\(fund.name) has no account “\(heading.name)”", at: place,
        next: "post to an account of that fund, or name the fund that keeps it")
    case .useNotApplicable(let coding):
      .error(
        "use-not-applicable", "\(coding) says what the money is for", at: place,
        why: "only spending, what is set aside for it, and what is owed for it have a use",
        next: "leave out the line, the child and the contract")
    case .partnerMissing(let coding):
      .error(
        "partner-missing", "\(coding) does not say whose it is", at: place,
        next: "name the partner, such as ICB")
    case .partnerNotApplicable(let coding):
      .error(
        "partner-not-applicable", "\(coding) names a partner, and is not kept by partner",
        at: place, next: "leave out the partner")
    case .fundMayNotPay(let fund, let use):
      .error(
        "fund-may-not-pay", "\(fund.name) would pay for \(use.spoken)", at: place,
        why: "a fund pays only for what its table allows",
        next: "name the fund that may pay for it, or the line that it belongs to")
    case .lineMissing(let fund):
      .error(
        "line-missing", "no section 251 line is given for money of \(fund.name)", at: place,
        next: "give the line, such as 1.2.11")
    case .noTable(let day):
      .error(
        "use-not-known", "what a fund may pay for is not known for \(day)", at: place,
        why: "the table of uses begins on \(PermittedUse.firstDay)",
        next: "leave rows before that day out of the file")
    case .transferNotWhole:
      .error(
        "transfer-not-whole", "what leaves one fund is not what arrives in the other", at: place,
        why: "money crosses between funds only by a transfer of which both halves are posted",
        next: "record it as a block transfer, a contribution to a pool or a placing from suspense")
    case .transferWithoutAuthority:
      .error(
        "transfer-without-authority", "money would cross between funds and no authority is named",
        at: place, next: "give the forum's date and minute, or the Secretary of State's reference")
    }
  }
}

extension Use {
  fileprivate var spoken: String {
    let parts = [agency?.name.lowercased(), line.map { "line \($0.rawValue)" }].compactMap(\.self)
    return parts.isEmpty ? "something with no line" : parts.joined(separator: ", ")
  }
}
