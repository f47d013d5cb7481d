/// What money in a posting is for: the dimensions that describe provision.
///
/// A dimension that does not apply is absent. There are no free tags.
public struct Use: Hashable, Sendable {
  public let line: Section251Line?
  public let setting: SettingColumn?
  public let agency: Agency?
  public let element: Element?
  public let planLine: PlanLineReference?
  public let provider: ProviderReference?
  public let contract: ContractReference?

  public init(
    line: Section251Line? = nil, setting: SettingColumn? = nil, agency: Agency? = nil,
    element: Element? = nil, planLine: PlanLineReference? = nil,
    provider: ProviderReference? = nil, contract: ContractReference? = nil
  ) {
    self.line = line
    self.setting = setting
    self.agency = agency
    self.element = element
    self.planLine = planLine
    self.provider = provider
    self.contract = contract
  }

  public static let none = Use()

  /// The line of the budget that it belongs to, without the child, the provider or the contract.
  public var budgetLine: Use { Use(line: line, setting: setting) }

  /// Whether it is what is paid into a pool: the dimension of a contract then holds the pool's reference.
  public func isPaid(into pool: PoolReference) -> Bool { contract?.code == pool.code }

  /// The same use, but for who it is: what a balance is kept by.
  public var withoutWhom: Use {
    Use(line: line, setting: setting, agency: agency, element: element, contract: contract)
  }
}
