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
      Diagnostic(
        .error, "account-not-kept", at: place,
        problem: "\(fund.name) has no account “\(heading.name)”",
        next: "post to an account of that fund, or name the fund that keeps it")
    case .useNotApplicable(let coding):
      Diagnostic(
        .error, "use-not-applicable", at: place,
        problem: "\(coding) says what the money is for",
        why: "only spending, what is set aside for it, and what is owed for it have a use",
        next: "leave out the line, the child and the contract")
    case .partnerMissing(let coding):
      Diagnostic(
        .error, "partner-missing", at: place,
        problem: "\(coding) does not say whose it is",
        next: "name the partner, such as ICB")
    case .partnerNotApplicable(let coding):
      Diagnostic(
        .error, "partner-not-applicable", at: place,
        problem: "\(coding) names a partner, and is not kept by partner",
        next: "leave out the partner")
    case .fundMayNotPay(let fund, let use):
      Diagnostic(
        .error, "fund-may-not-pay", at: place,
        problem: "\(fund.name) would pay for \(use.spoken)",
        why: "a fund pays only for what its table allows",
        next: "name the fund that may pay for it, or the line that it belongs to")
    case .lineMissing(let fund):
      Diagnostic(
        .error, "line-missing", at: place,
        problem: "no section 251 line is given for money of \(fund.name)",
        next: "give the line, such as 1.2.11")
    case .noTable(let day):
      Diagnostic(
        .error, "use-not-known", at: place,
        problem: "what a fund may pay for is not known for \(day)",
        why: "the table of uses begins on \(PermittedUse.firstDay)",
        next: "leave rows before that day out of the file")
    case .transferNotWhole:
      Diagnostic(
        .error, "transfer-not-whole", at: place,
        problem: "what leaves one fund is not what arrives in the other",
        why: "money crosses between funds only by a transfer of which both halves are posted",
        next: "record it as a block transfer, a contribution to a pool or a placing from suspense")
    case .transferWithoutAuthority:
      Diagnostic(
        .error, "transfer-without-authority", at: place,
        problem: "money would cross between funds and no authority is named",
        next: "give the forum's date and minute, or the Secretary of State's reference")
    }
  }
}

extension Use {
  fileprivate var spoken: String {
    let parts = [agency?.name.lowercased(), line.map { "line \($0.rawValue)" }].compactMap(\.self)
    return parts.isEmpty ? "something with no line" : parts.joined(separator: ", ")
  }
}
