import Bookkeeping
public import Funding

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
    return Division(
      parts: names + [Exposure.reservePart, Exposure.nobodysPart]
    ) { _, variances in
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
