public import Bookkeeping

/// Something that would be done from a day on, what it would save, and what doing it would cost.
public struct Lever: Hashable, Sendable {
  public let name: String
  /// The day on which it begins.
  ///
  /// The first share of the ramp is for the financial year of that day,
  /// so a beginning within a year is in the ramp.
  public let begins: Day
  /// The saving at its full height, as a share of the year's cost if nothing is done.
  public let saving: Percentage
  public let ramp: Ramp
  /// What it costs to bring about, by year.
  public let costToDeliver: [FinancialYear: Money]
  /// The share of the saving that may not come: printed beside the saving, and not taken off it.
  public let deliveryRisk: Percentage

  /// How much of the saving each year from the first has; the last share holds for ever after.
  public struct Ramp: Hashable, Sendable {
    public let shares: [Fraction]

    public init(_ shares: [Fraction]) { self.shares = shares }

    /// An equal step in each of so many years: a third, two thirds, the whole.
    ///
    /// - Precondition: there is a year.
    public static func evenly(over years: Int) -> Ramp {
      precondition(years > 0, "a ramp over no years")
      return Ramp((1...years).map { Fraction(Int64($0), over: Int64(years)) })
    }
  }

  /// `ledgerOpens` is the first day of the ledger that the scenario is laid over.
  ///
  /// - Throws: a ``Refusal`` where it begins before the ledger, has a saving that is not
  ///   positive or is above 100%, or ramps out of order.
  public init(
    _ name: String, begins: Day, saving: Percentage, ramp: Ramp,
    costToDeliver: [FinancialYear: Money] = [:], deliveryRisk: Percentage, ledgerOpens: Day
  ) throws(Refusal) {
    guard begins >= ledgerOpens else {
      throw .beforeLedger(name, begins: begins, ledgerOpens: ledgerOpens)
    }
    guard saving > .zero, saving <= .whole else { throw .savingOutOfRange(name, saving) }
    guard deliveryRisk >= .zero, deliveryRisk <= .whole else {
      throw .riskOutOfRange(name, deliveryRisk)
    }
    guard ramp.isInOrder else { throw .rampOutOfOrder(name) }
    let costs = costToDeliver.sorted { $0.key < $1.key }
    if let cost = costs.first(where: { $0.value < .zero }) {
      throw .costNegative(name, cost.key, cost.value)
    }
    if let cost = costs.first(where: { $0.key.last < ledgerOpens }) {
      throw .beforeLedger(name, begins: cost.key.first, ledgerOpens: ledgerOpens)
    }
    self.name = name
    self.begins = begins
    self.saving = saving
    self.ramp = ramp
    self.costToDeliver = costToDeliver
    self.deliveryRisk = deliveryRisk
  }

  /// The share of a year's cost that it saves.
  public func share(in year: FinancialYear) -> Fraction {
    let since = year.start - FinancialYear(of: begins).start
    guard since >= 0 else { return .zero }
    return saving.fraction * ramp.shares[min(since, ramp.shares.count - 1)]
  }
}

extension Lever.Ramp {
  /// From nothing to the whole, and never back.
  fileprivate var isInOrder: Bool {
    guard let last = shares.last, let first = shares.first else { return false }
    return first >= .zero && last <= .one && zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

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
      .error(
        "lever-before-ledger", "“\(name)” begins on \(begins), and the ledger on \(opens)",
        at: place, why: "what was done before the ledger began is in its figures already",
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
    .error(
      "lever-not-usable", problem, at: place,
      why: "a lever saves a positive share of the cost, at most all of it, and its own cost is not "
        + "negative",
      next: "give its saving and risk as shares up to 100%, and a ramp that rises to 1 at most")
  }
}
