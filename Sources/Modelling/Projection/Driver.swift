/// A figure of the projection that can be moved by itself.
public enum Driver: String, Hashable, Sendable, CaseIterable {
  /// Growth in children needing help, in per cent a year.
  case demandGrowth = "demand-growth"
  /// Growth in what help for one child costs, in per cent a year.
  case priceGrowth = "price-growth"
  /// How far the first year's cost is from what is given, in per cent.
  case firstYearCost = "first-year-cost"
  /// Growth in what partners put in, in per cent a year.
  case contributionUplift = "contribution-uplift"

  public var name: String {
    switch self {
    case .demandGrowth: "Demand growth"
    case .priceGrowth: "Price growth"
    case .firstYearCost: "Year 1 cost"
    case .contributionUplift: "Contribution uplift"
    }
  }
}
