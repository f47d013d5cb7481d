public import Bookkeeping
public import Funding

/// What each partner would bear beyond its contribution, year by year.
public struct Exposure: Hashable, Sendable {
  public let reserve: ReservePolicy
  /// Whose services the cost is; none where no rule asks.
  public let services: ServiceShares?
  public let years: [Year]

  /// What becomes of the pool's reserve from one year to the next; said wherever it is applied.
  public enum ReservePolicy: Hashable, Sendable {
    /// Every year begins with as much at least, whatever the year before used. Who tops it up is
    /// outside the projection.
    case toppedUp(to: Money)
    /// It begins with as much, and what is used is gone.
    case runDown(from: Money)

    public var words: String {
      switch self {
      case .toppedUp(.zero), .runDown(.zero): "there is none"
      case .toppedUp(let amount): "assumes that the reserve is topped up to \(amount) each year"
      case .runDown(let amount): "the reserve begins at \(amount), and is not topped up"
      }
    }
  }

  /// One year: how the gap is divided, and among which contributions.
  public struct Year: Hashable, Sendable {
    public let year: FinancialYear
    public let contributions: [PartnerContribution]
    /// What the reserve held at its beginning.
    public let reserve: Money
    public let division: DividedVariance
  }

  /// - Throws: a refusal of the rules, or where they go by services and none are given.
  public init(
    of projection: Projection, sharedBy rules: RiskShare, host: PartnerReference?,
    reserve policy: ReservePolicy, services: ServiceShares? = nil
  ) throws(RiskShare.Refusal) {
    if services == nil, let clause = rules.clauseByServices {
      throw .servicesNotSaid(clause: clause)
    }
    let yearly = YearlyDivision(rules: rules, host: host, reserve: policy, services: services)
    let divided = try yearly.divided(
      projection.years.map(\.gap), among: projection.years.map(\.contributions))
    self.years = zip(projection.years, divided).map {
      Year(
        year: $0.year, contributions: $0.contributions, reserve: $1.reserve, division: $1.division)
    }
    self.reserve = policy
    self.services = services
  }

  /// What a partner bears in all years together.
  public func borne(by partner: PartnerReference) -> Money {
    years.map { $0.division.borne(by: partner) }.total()
  }

  public var unallocated: Money { years.map(\.division.unallocated).total() }
}

extension Exposure.Year {
  public func contribution(of partner: PartnerReference) -> Money {
    contributions.filter { $0.partner == partner }.map(\.amount).total()
  }

  /// What a partner bears as a share of its contribution, to the nearest thousandth of one per cent.
  ///
  /// - Returns: none where it puts nothing in.
  public func share(of partner: PartnerReference) -> Percentage? {
    let contribution = contribution(of: partner)
    guard contribution > .zero else { return nil }
    let share = division.borne(by: partner).times(
      [Fraction(100_000), Fraction(1, over: contribution.pence)])
    return Percentage(thousandths: share.pence)
  }

  /// Whether a partner bears more than the line that it has drawn, as a share of its contribution.
  ///
  /// Compared exactly, and not as the share is printed.
  public func isBeyond(_ line: Percentage, for partner: PartnerReference) -> Bool {
    Fraction(division.borne(by: partner).pence)
      > Fraction(contribution(of: partner).pence) * line.fraction
  }

  /// Who bears most, the first of them where several do; none where nobody bears anything.
  public var heaviest: PartnerReference? {
    let borne = zip(division.partners, division.borne)
    guard let most = borne.map(\.1).max(), most > .zero else { return nil }
    return borne.first { $0.1 == most }?.0
  }
}

extension Exposure.ReservePolicy {
  /// What the reserve holds at the beginning of the first year.
  public var first: Money {
    switch self {
    case .toppedUp(let amount), .runDown(let amount): amount
    }
  }

  /// What an underspend put in beyond the amount is nobody's to take out.
  func next(after left: Money) -> Money {
    switch self {
    case .toppedUp(let amount): max(amount, left)
    case .runDown: left
    }
  }
}

extension Exposure {
  /// The parts that a run's variance falls into behind the partners.
  public static let reservePart = "reserve"
  public static let nobodysPart = "nobody"

  /// The rule by which a simulation divides the variances of each run, the same for every option.
  ///
  /// The parts are the partners in their order, the reserve, and what nobody bears.
  ///
  /// - Precondition: the same rules have divided the projection, so that they fit the pool.
  public func divisionOfRuns(sharedBy rules: RiskShare, host: PartnerReference?) -> Division {
    let yearly = YearlyDivision(rules: rules, host: host, reserve: reserve, services: services)
    let contributions = years.map(\.contributions)
    let names = contributions.first?.map(\.partner.code) ?? []
    return Division(parts: names + [Exposure.reservePart, Exposure.nobodysPart]) { _, variances in
      guard let divided = try? yearly.divided(variances, among: contributions) else {
        preconditionFailure("rules that divided the projection do not divide a run")
      }
      return divided.map { $0.division.borne + [$0.division.reserve, $0.division.unallocated] }
    }
  }
}

extension Projection {
  /// What a simulation is to know of the scenario: the share of each year's cost that it saves.
  ///
  /// What delivering it costs is taken off as a share of that year's cost, so that in a dearer run
  /// delivering is dearer too. The share is then of whole pence, and so no fraction that 64 bits
  /// cannot hold, however many ramps the levers have.
  public var simulated: Simulation.Option {
    Simulation.Option(
      scenario.name,
      savings: years.map { year in
        let gross = Fraction.one - scenario.left(in: year.year)
        let delivering = year.levers.map(\.costToDeliver).total()
        guard delivering > .zero, year.unmitigated > .zero else { return gross }
        return Fraction((year.unmitigated - year.cost).pence, over: year.unmitigated.pence)
      })
  }
}
