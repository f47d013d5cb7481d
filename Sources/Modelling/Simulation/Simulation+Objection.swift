public import Bookkeeping

extension Simulation {
  /// Why no simulation can be made of what was given.
  public enum Objection: Error, Hashable, Sendable {
    case noYears
    case noOptions
    case costNegative(Money)
    /// An option that has savings for another number of years than contributions are given for.
    case savingsOfOtherYears(option: String, given: Int, years: Int)
    /// A year, counted from 1, in which an option would save more than all, or cost more again.
    case savingPastTheWhole(option: String, year: Int, saving: Fraction)
    case rate(RateObjection)
    case tooFewRuns(Int)
  }

  /// Why a rate cannot be what was given; all are in millionths.
  public enum RateObjection: Error, Hashable, Sendable {
    /// At the one end nothing would be left, and at the other cost would double each year.
    case central(Rate, millionths: Int64)
    case deviation(Rate, millionths: Int64)
    case correlation(millionths: Int64)
  }

  /// What is uncertain.
  public enum Rate: String, Hashable, Sendable, CaseIterable {
    case growth
    case price
    case yearlyNoise = "yearly noise"
    case firstYear = "the first year's cost"
    case inflation
  }

  /// Fewer runs than this have no tenth.
  public static let fewestRuns = 100
}

extension Simulation.Assumptions {
  func check() throws(Simulation.Objection) {
    guard baseCost >= .zero else { throw .costNegative(baseCost) }
    for (rate, estimate) in [(Simulation.Rate.growth, growth), (.price, price)] {
      let later = estimate.changes.sorted { $0.key < $1.key }.map(\.value)
      for central in [estimate.central] + later where central <= -1_000_000 || central > 1_000_000 {
        throw .rate(.central(rate, millionths: central))
      }
    }
    let deviations: [(Simulation.Rate, Int64)] = [
      (.growth, growth.deviation), (.price, price.deviation), (.yearlyNoise, yearlyDeviation),
      (.firstYear, firstYearDeviation),
    ]
    for (rate, deviation) in deviations where !(0...1_000_000).contains(deviation) {
      throw .rate(.deviation(rate, millionths: deviation))
    }
    guard (-1_000_000...1_000_000).contains(correlation) else {
      throw .rate(.correlation(millionths: correlation))
    }
  }
}

extension Simulation.Option {
  func check(years: Int) throws(Simulation.Objection) {
    guard savings.count == years else {
      throw .savingsOfOtherYears(option: name, given: savings.count, years: years)
    }
    for (year, saving) in savings.enumerated()
    where saving > .one || saving < .zero - .one {
      throw .savingPastTheWhole(option: name, year: year + 1, saving: saving)
    }
  }
}

extension Simulation.Objection {
  /// The objection as a person should read it.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .noYears:
      .error(
        "simulation-no-years", "there is no year to simulate", at: place,
        next: "give what partners put in, for each year")
    case .noOptions:
      .error(
        "simulation-no-options", "there is no option to simulate", at: place,
        next: "give one option at least, the first being no change")
    case .costNegative(let cost):
      .error(
        "simulation-cost-negative", "the first year's cost is \(cost)", at: place,
        next: "give a cost that is not negative")
    case .savingsOfOtherYears(let option, let given, let years):
      .error(
        "simulation-years-differ",
        "option \(option) has savings for \(given) years and contributions for \(years)", at: place,
        next: "give one saving a year, 0 where there is none")
    case .savingPastTheWhole(let option, let year, let saving):
      .error(
        "simulation-saving-past-whole",
        saving > .zero
          ? "“\(option)” saves \((saving * Fraction(100)).floor)% of the cost of year \(year)"
          : "delivering “\(option)” adds \((saving * Fraction(-100)).floor)% to the cost of year \(year)",
        at: place,
        why: "a saving is a share of the cost, and no more than all of it can be saved or added",
        next: "give savings of 100% at most, and a cost to deliver below what the year costs")
    case .rate(let objection):
      objection.diagnostic(at: place)
    case .tooFewRuns(let runs):
      .error(
        "simulation-too-few-runs", "\(runs) runs are asked for", at: place,
        why: "the ends of a fan are a tenth of the runs, and need some to be found in",
        next: "ask for \(Simulation.fewestRuns) at least; 20,000 are usual")
    }
  }
}

extension Simulation.RateObjection {
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .central(let rate, let millionths):
      .error(
        "simulation-rate-out-of-range", "\(rate.rawValue) is \(percentage(millionths)) a year",
        at: place, why: "at −100% nothing is left, and nothing doubles for years on end",
        next: "write 3.5% as 3.5")
    case .deviation(let rate, let millionths):
      .error(
        "simulation-deviation-out-of-range",
        "the standard deviation of \(rate.rawValue) is \(percentage(millionths))", at: place,
        why: "it is a distance, so not negative, and past 100% a cost would become negative",
        next: "give the distance from the middle within which two years in three stay")
    case .correlation(let millionths):
      .error(
        "simulation-correlation-past-one",
        "growth and price go together by \(Fraction(millionths, over: 1_000_000))", at: place,
        why: "a correlation lies between −1 and 1", next: "write 0 where nothing is known of it")
    }
  }

  private func percentage(_ millionths: Int64) -> String {
    (millionths < 0 ? "\u{2212}" : "") + "\(Fraction(Int64(millionths.magnitude), over: 10_000))%"
  }
}
