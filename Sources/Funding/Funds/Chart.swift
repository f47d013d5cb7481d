/// The funds and partners of one authority, under the names by which it calls them.
public struct Chart: Hashable, Sendable {
  public let funds: [Named<Fund>]
  public let partners: [Named<PartnerReference>]

  /// A fund or a partner, with the name by which the authority calls it.
  public struct Named<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let name: String

    public init(_ value: Value, name: String) {
      self.value = value
      self.name = name
    }
  }

  public init(funds: [Named<Fund>], partners: [Named<PartnerReference>]) {
    self.funds = funds
    self.partners = partners
  }

  /// The fund of that code or that name, if the authority keeps one.
  public func fund(_ text: String) -> Fund? {
    let key = Chart.key(text)
    return funds.first { Chart.key($0.value.description) == key || Chart.key($0.name) == key }?
      .value
  }

  /// The partner of that code or that name, if there is one.
  public func partner(_ text: String) -> PartnerReference? {
    let key = Chart.key(text)
    return partners.first { Chart.key($0.value.code) == key || Chart.key($0.name) == key }?.value
  }

  public func name(of fund: Fund) -> String { funds.first { $0.value == fund }?.name ?? fund.name }

  public func name(of partner: PartnerReference) -> String {
    partners.first { $0.value == partner }?.name ?? partner.code
  }

  /// A name or a code that is another one's as well.
  public static func firstTwice<Value: CustomStringConvertible>(_ list: [Named<Value>]) -> String? {
    var taken: Set<String> = []
    for one in list {
      let keys = Set([key(one.value.description), key(one.name)])
      if !taken.isDisjoint(with: keys) { return one.name }
      taken.formUnion(keys)
    }
    return nil
  }

  /// Names are the same whatever their case, spacing and punctuation.
  private static func key(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
