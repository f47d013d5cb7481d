import Funding

/// The keys that a case may have, whatever it is counted in.
enum CaseKey: String, CaseIterable {
  case id, title
  // What is paid.
  case contractSum = "contract_sum"
  case serviceBudget = "service_budget"
  case topUp = "top_up"
  case elementThree = "e3"
  case elementTwo = "e2_first"
  case placeFunding = "place_funding"
  case routeDay = "route_day"
  case taxiDay = "taxi_day"
  case variableRate = "variable_rate"
  case rate
  case bandPercent = "variation_band_pct"
  case stepSaving = "step_saving"
  case steps
  // How much, and for whom.
  case children, weeks, days
  case priorExits = "prior_exits"
  case minimum = "min_viable"
  case waitingList = "waiting_list"
  // What it would cost elsewhere.
  case marketAnnual = "market_annual"
  case rateMile = "rate_mile"
  case milesOneWay = "miles_one_way"
  case overhead = "dp_overhead"
  // When, and under which law.
  case notice = "notice_months"
  case breaks, renewal, asked, window, asks, regime, fund, line
  case thirdParty = "third_party"
  case onPremises = "on_premises"
  // What was found out.
  case schoolConsents = "school_consents"
  case headConsents = "head_consents"
  case recipientConsents = "recipient_consents"
  case eligible
  case properUse = "proper_use"
  case bestInterests = "best_interests"
  case serviceCut = "service_cut"
  case priceRise = "price_rise_pct"
  case variationClause = "variation_clause"
  case priceNegotiated = "price_negotiated"
  case partRelease = "part_release"
  case outcomeDifference = "outcome_difference"

  fileprivate var spec: FieldSpec {
    switch self {
    case .id: FieldSpec(rawValue, required: true)
    case .title: FieldSpec(rawValue, required: true, hidden: true)
    case .contractSum, .serviceBudget, .topUp, .elementThree, .elementTwo, .placeFunding,
      .routeDay, .taxiDay, .variableRate, .rate, .stepSaving, .marketAnnual, .rateMile, .overhead:
      FieldSpec(rawValue, .price)
    case .renewal, .asked: FieldSpec(rawValue, .day)
    case .bandPercent, .steps, .children, .weeks, .days, .priorExits, .minimum, .waitingList,
      .milesOneWay, .notice, .breaks, .window, .asks, .regime, .fund, .line, .thirdParty,
      .onPremises, .schoolConsents, .headConsents, .recipientConsents, .eligible, .properUse,
      .bestInterests, .serviceCut, .priceRise, .variationClause, .priceNegotiated, .partRelease,
      .outcomeDifference:
      FieldSpec(rawValue)
    }
  }
}

/// The keys that name what a case is counted in: `capacity_hours`, `market_night`.
enum CaseUnitKey: CaseIterable {
  case capacity, held, child, childRestOfYear, aWeek, waiting, releasedStep, band, lost
  case market, spot, framework, family, schoolMarginal

  /// The key for a unit, or none where another key has that name.
  func name(_ unit: Rate.Unit) -> String? {
    let one = unit.rawValue
    let many = one + "s"
    switch self {
    case .capacity: return "capacity_\(many)"
    case .held: return unit == .week || unit == .day || unit == .mile ? nil : many
    case .child: return "child_\(many)"
    case .childRestOfYear: return "child_\(many)_rest_of_year"
    case .aWeek: return unit == .week ? nil : "\(many)_week"
    case .waiting: return "waiting_\(many)"
    case .releasedStep: return "\(many)_released_step"
    case .band: return "variation_band_\(many)"
    case .lost: return "\(many)_lost"
    case .market: return "market_\(one)"
    case .spot: return "spot_\(one)"
    case .framework: return "framework_\(one)"
    case .family: return "family_\(one)"
    case .schoolMarginal: return "school_marginal_\(one)"
    }
  }

  /// Whether it is the price of one unit, and not a number of them.
  private var isPrice: Bool {
    switch self {
    case .market, .spot, .framework, .family, .schoolMarginal: true
    case .capacity, .held, .child, .childRestOfYear, .aWeek, .waiting, .releasedStep, .band, .lost:
      false
    }
  }

  fileprivate func spec(_ unit: Rate.Unit) -> FieldSpec? {
    name(unit).map { FieldSpec($0, isPrice ? .price : .text) }
  }
}

/// Every key as a field, so that a case is read as a row is.
enum CaseFields {
  static let specs: [FieldSpec] =
    CaseKey.allCases.map(\.spec)
    + CaseUnitKey.allCases.flatMap { key in Rate.Unit.allCases.compactMap { key.spec($0) } }

  private static let places: [String: Int] = Dictionary(
    uniqueKeysWithValues: specs.enumerated().map { ($1.name, $0) })

  static func place(_ name: String) -> Int? { places[name] }

  static func place(_ key: CaseKey) -> Int {
    guard let place = places[key.rawValue] else { preconditionFailure("every key is a field") }
    return place
  }

  static func place(_ key: CaseUnitKey, _ unit: Rate.Unit) -> Int? {
    key.name(unit).flatMap { places[$0] }
  }
}
