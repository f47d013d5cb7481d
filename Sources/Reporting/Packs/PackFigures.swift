public import Bookkeeping
public import Modelling

/// What a plan comes to with nothing left to chance.
public struct PackFigures: Sendable {
  public let plan: PackPlan
  /// In the order of the options.
  public let projections: [Projection]
  public let exposures: [Exposure]
  /// Of current policy.
  public let tornado: Tornado
  /// The values at which the gap of current policy closes.
  public let switching: [SwitchingValue]

  /// Why a plan comes to nothing.
  public enum Refusal: Error, Hashable, Sendable {
    case outlook(Outlook.Refusal)
    case sharing(RiskShare.Refusal)
    case simulation(Simulation.Objection)
  }

  /// - Throws: a ``Refusal`` where a value cannot be, or the rules do not fit the partners.
  public init(of plan: PackPlan) throws(Refusal) {
    self.plan = plan
    projections = plan.options.map { Projection(of: plan.outlook, under: $0.scenario) }
    do {
      let sharing = plan.sharing
      exposures = try projections.map { (projection) throws(RiskShare.Refusal) in
        try Exposure(
          of: projection, sharedBy: sharing.rules, host: sharing.host, reserve: sharing.reserve,
          services: sharing.services?.shares)
      }
    } catch { throw .sharing(error) }
    do {
      tornado = try Tornado(of: plan.outlook, under: .base, moving: plan.table)
    } catch { throw .outlook(error) }
    switching = Driver.allCases.compactMap {
      SwitchingValue.solving(for: $0, of: plan.outlook, under: .base)
    }
  }

  public var base: Projection { projections[0] }

  /// The simulation of every option on the same draws.
  ///
  /// - Throws: an objection to what is supposed of chance.
  public func simulation() throws(Refusal) -> Simulation {
    do {
      return try Simulation(
        plan.uncertainty.assumptions(
          from: plan.base.amount, after: plan.outlook.years.lowerBound, plan.outlook),
        options: projections.map(\.simulated), contributions: base.years.map(\.contributed))
    } catch { throw .simulation(error) }
  }

  /// How each run's variance is divided.
  public var division: Division {
    exposures[0].divisionOfRuns(sharedBy: plan.sharing.rules, host: plan.sharing.host)
  }
}

extension PackUncertainty {
  /// What a simulation supposes from the cost of a year on: an outlook's rates, and how sure they are.
  public func assumptions(
    from cost: Money, after year: FinancialYear, _ outlook: Outlook
  ) -> Simulation.Assumptions {
    Simulation.Assumptions(
      baseCost: cost,
      growth: .init(outlook.demand, after: year, deviation: growth),
      price: .init(outlook.price, after: year, deviation: price),
      correlation: correlation, yearlyDeviation: yearly, firstYearDeviation: firstYear)
  }
}

extension PackFigures.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .outlook(let refusal): refusal.diagnostic(at: place)
    case .sharing(let refusal): refusal.diagnostic(at: place)
    case .simulation(let objection): objection.diagnostic(at: place)
    }
  }
}
