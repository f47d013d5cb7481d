import Bookkeeping
import Funding

/// Values that tests of the words of SEND finance go through.
enum Words {
  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is not a day") }
    return day
  }

  static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("the value is not one") }
    return value
  }

  static let board = known(PartnerReference("NORTH-ICB"))
  static let pool = known(PoolReference("POOL-2026"))
  static let contract = known(ContractReference("OT-2026"))
  static let funds = Fund.simple + [.health(board), .poolEducation(pool), .poolGeneral(pool)]
  static let plan = known(PlanLineReference("SPB-004217/12"))
  static let provider = known(ProviderReference("00ff00ff00ff00ff"))

  /// Each dimension by itself with each of its values, all of them together, and none.
  static let uses: [Use] =
    Section251Line.allCases.map { Use(line: $0) }
    + SettingColumn.allCases.map { Use(setting: $0) } + Agency.allCases.map { Use(agency: $0) }
    + Element.allCases.map { Use(element: $0) }
    + [
      .none, Use(planLine: plan), Use(provider: provider), Use(contract: contract),
      Use(
        line: .therapies, setting: .postSchool, agency: .health, element: Element.none,
        planLine: plan, provider: provider, contract: contract),
    ]
}
