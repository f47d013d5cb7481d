public import Bookkeeping

extension Contract {
  /// Why a contract cannot stand as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    case sumNotPositive(Money)
    case capacityNotPositive
    /// The children named use more than there is.
    case usedBeyondCapacity(used: Fraction, capacity: Fraction)
    case namedTwice(PlanLineReference)
    /// The steps together are of fewer units than the contract holds.
    case stepsDoNotCover(units: Fraction, capacity: Fraction)
    /// The steps together give back more than is paid.
    case stepsBeyondSum(Money, sum: Money)
    case stepNotPositive
    case bandBeyondCapacity(Fraction, capacity: Fraction)
    case minimumBeyondCapacity(Fraction, capacity: Fraction)
    case exitsBeyondCapacity(Fraction, capacity: Fraction)
    case datesOutOfOrder(Named, Named)
    /// A price of a unit that is nil or negative.
    case priceNilOrNegative(Money)
    /// Place money belongs to no child.
    case placeNamesChildren
    case forbidden(Objection)

    /// A day, with what it is of.
    public struct Named: Hashable, Sendable {
      public let name: String
      public let day: Day

      public init(_ name: String, _ day: Day) {
        self.name = name
        self.day = day
      }
    }
  }

  var refusal: Refusal? {
    moneyRefusal ?? volumeRefusal ?? stepRefusal ?? dateRefusal ?? useRefusal
  }

  private var moneyRefusal: Refusal? {
    if let sum = price.sum, sum <= .zero { return .sumNotPositive(sum) }
    if let variable = price.variable, variable <= .zero { return .priceNilOrNegative(variable) }
    if let waiting = volume.waiting, waiting.price <= .zero {
      return .priceNilOrNegative(waiting.price)
    }
    return nil
  }

  private var volumeRefusal: Refusal? {
    if kind == .place, !volume.served.isEmpty { return .placeNamesChildren }
    for (one, next) in zip(volume.served, volume.served.dropFirst()) where one.line == next.line {
      return .namedTwice(one.line)
    }
    guard let capacity = volume.capacity else { return nil }
    if capacity <= .zero { return .capacityNotPositive }
    let used = volume.used + volume.exits
    if volume.exits > capacity {
      return .exitsBeyondCapacity(volume.exits, capacity: capacity)
    }
    if used > capacity { return .usedBeyondCapacity(used: used, capacity: capacity) }
    if let minimum = volume.minimum, minimum > capacity {
      return .minimumBeyondCapacity(minimum, capacity: capacity)
    }
    if let band = price.band?.units(of: capacity), band > capacity {
      return .bandBeyondCapacity(band, capacity: capacity)
    }
    return nil
  }

  private var stepRefusal: Refusal? {
    guard let step = price.step else { return nil }
    guard step.units > .zero, step.saving > .zero, step.count.map({ $0 > 0 }) ?? true else {
      return .stepNotPositive
    }
    if let count = step.count, let capacity = volume.capacity,
      step.units * Fraction(count) < capacity
    {
      return .stepsDoNotCover(units: step.units * Fraction(count), capacity: capacity)
    }
    let count = step.count ?? volume.capacity.map { ($0 / step.units).floor } ?? 1
    if let sum = price.sum, step.saving.times(Fraction(count)) > sum {
      return .stepsBeyondSum(step.saving.times(Fraction(count)), sum: sum)
    }
    return nil
  }

  private var dateRefusal: Refusal? {
    typealias Named = Refusal.Named
    var order: [Named] = []
    if let begins = dates.begins { order.append(Named("the first day", begins)) }
    order += dates.breaks.map { Named("a break", $0) }
    if let ends = dates.ends { order.append(Named("the last day", ends)) }
    if let renewal = dates.renewal { order.append(Named("the renewal", renewal)) }
    for (one, next) in zip(order, order.dropFirst()) where one.day > next.day {
      return .datesOutOfOrder(one, next)
    }
    if let ends = dates.ends, ends < from {
      return .datesOutOfOrder(Named("this version", from), Named("the last day", ends))
    }
    return nil
  }

  private var useRefusal: Refusal? {
    let use = Use(line: line, setting: setting, agency: regime.agency, contract: reference)
    return Coding(fund, .committed, use).objection(on: from).map { .forbidden($0) }
  }
}
