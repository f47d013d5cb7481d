import Modelling
import Reporting

/// Where each line of the projection stands, counted from nothing.
///
/// An option with levers has a line for the share that each saves, and three for what they leave,
/// save and cost, before the two that every option has.
struct ProjectionPlaces {
  private let levers: [Int]
  private let partners: Int

  let begins = 0
  let after = 1

  init(_ plan: PackPlan) {
    levers = plan.options.map(\.scenario.levers.count)
    partners = plan.partners.count
  }

  func contribution(_ partner: Int) -> Int { 2 + partner }
  var contributions: Int { 2 + partners }
  var unmitigated: Int { 3 + partners }

  /// The shares that the levers of an option save.
  func saved(_ option: Int) -> ClosedRange<Int> {
    start(option)...(start(option) + levers[option] - 1)
  }

  func left(_ option: Int) -> Int { start(option) + levers[option] }
  func delivering(_ option: Int) -> Int { left(option) + 2 }
  func cost(_ option: Int) -> Int { levers[option] == 0 ? start(option) : delivering(option) + 1 }
  func gap(_ option: Int) -> Int { cost(option) + 1 }

  private func start(_ option: Int) -> Int { option == 0 ? unmitigated + 1 : gap(option - 1) + 1 }
}
