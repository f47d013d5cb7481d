public import Bookkeeping

extension Lever {
  /// Why something that would be done cannot stand as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    /// It begins, or costs something, before there is a ledger to lay it over.
    case beforeLedger(String, begins: Day, ledgerOpens: Day)
    case savingOutOfRange(String, Percentage)
    case riskOutOfRange(String, Percentage)
    case rampOutOfOrder(String)
    case costNegative(String, FinancialYear, Money)
    /// Several levers together save more than there is.
    case savedTwice(Fraction, FinancialYear)
  }
}

extension Lever.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .beforeLedger(let name, let begins, let opens):
      Diagnostic(
        .error, "lever-before-ledger", at: place,
        problem: "“\(name)” begins on \(begins), and the ledger on \(opens)",
        why: "what was done before the ledger began is in its figures already",
        next: "give a day from \(opens) on")
    case .savingOutOfRange(let name, let saving):
      .unusable("the saving of “\(name)” is \(saving)", at: place)
    case .riskOutOfRange(let name, let risk):
      .unusable("the delivery risk of “\(name)” is \(risk)", at: place)
    case .rampOutOfOrder(let name):
      .unusable("the ramp of “\(name)” falls, or leaves the range from nothing to one", at: place)
    case .costNegative(let name, let year, let cost):
      .unusable("the cost of delivering “\(name)” in \(year) is \(cost)", at: place)
    case .savedTwice(let share, let year):
      .unusable("the levers together save \(share) of the cost of \(year)", at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func unusable(_ problem: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "lever-not-usable", at: place, problem: problem,
      why: "a lever saves a positive share of the cost, at most all of it, and its own cost is not "
        + "negative",
      next: "give its saving and risk as shares up to 100%, and a ramp that rises to 1 at most")
  }
}
