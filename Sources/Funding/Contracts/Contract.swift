public import Bookkeeping

/// Provision that the council pays for as a whole, and out of which somebody may ask for a part.
///
/// A version holds from its first day until the next. Sums are of a full year, in pence; volumes are
/// in the contract's unit, a full year's too.
public struct Contract: Hashable, Sendable {
  public let reference: ContractReference
  /// The first day of this version.
  public let from: Day
  public let kind: ContractKind
  public let regime: Regime
  public let fund: Fund
  public let line: Section251Line?
  public let setting: SettingColumn?
  /// What is provided and by whom, by their digests in the register.
  public let purpose: TextReference?
  public let provider: ProviderReference?
  public let price: ContractPrice
  public let volume: ContractVolume
  public let dates: ContractDates
  /// How the sum is committed over the year; none where that is posted by other means.
  public let instalments: InstalmentPattern?
  public let document: DocumentPage

  public init(
    _ reference: ContractReference, from: Day, _ kind: ContractKind, under regime: Regime,
    of fund: Fund, line: Section251Line? = nil, setting: SettingColumn? = nil,
    purpose: TextReference? = nil, provider: ProviderReference? = nil, price: ContractPrice,
    volume: ContractVolume, dates: ContractDates = ContractDates(),
    instalments: InstalmentPattern? = nil, document: DocumentPage
  ) throws(Refusal) {
    self.reference = reference
    self.from = from
    self.kind = kind
    self.regime = regime
    self.fund = fund
    self.line = line
    self.setting = setting
    self.purpose = purpose
    self.provider = provider
    self.price = price
    self.volume = volume
    self.dates = dates
    self.instalments = instalments
    self.document = document
    if let refusal { throw refusal }
  }

  /// The coding under which its commitment stands: one, undivided.
  public var use: Use { Use(line: line, setting: setting, contract: reference) }

  public func coding(_ heading: Heading) -> Coding { Coding(fund, heading, use) }

  /// The budget of its section 251 line.
  public var budget: Coding { Coding(fund, .allocated, use.budgetLine) }
}

/// What a contract costs, and what it gives back.
public struct ContractPrice: Hashable, Sendable {
  /// The whole sum of a year; none where the papers give none.
  public let sum: Money?
  /// What is given back, or not called off, for each unit less.
  public let variable: Money?
  public let band: VolumeBand?
  public let step: PriceStep?

  public init(
    sum: Money?, variable: Money? = nil, band: VolumeBand? = nil, step: PriceStep? = nil
  ) {
    self.sum = sum
    self.variable = variable
    self.band = band
    self.step = step
  }
}

/// Within which the volume may fall and the price stays as it is.
public enum VolumeBand: Hashable, Sendable {
  /// A share of the capacity, in hundredths.
  case percent(Fraction)
  case units(Fraction)

  public func units(of capacity: Fraction?) -> Fraction? {
    switch self {
    case .units(let units): units
    case .percent(let percent): capacity.map { $0 * percent * Fraction(1, over: 100) }
    }
  }
}

/// Capacity that is given up only in lumps: half a post, a vehicle.
public struct PriceStep: Hashable, Sendable {
  public let units: Fraction
  /// What the price falls by for each whole step.
  public let saving: Money
  /// How many there are; as many as the capacity holds, where none is said.
  public let count: Int64?

  public init(_ units: Fraction, saving: Money, count: Int64? = nil) {
    self.units = units
    self.saving = saving
    self.count = count
  }
}

/// Where a figure is written: a document, a page, and the document's day.
public struct DocumentPage: Hashable, Sendable {
  /// The document as the ledger may hold it.
  public let name: LedgerText
  public let page: LedgerText
  public let day: Day

  public init(_ name: LedgerText, page: LedgerText, of day: Day) {
    self.name = name
    self.page = page
    self.day = day
  }
}

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
