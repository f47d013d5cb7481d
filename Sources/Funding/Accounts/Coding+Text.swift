import Bookkeeping

extension Coding: LosslessStringConvertible {
  /// Reads the text that ``text`` wrote.
  public init?(_ text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 11, let heading = Heading(rawValue: parts[2]),
      heading.layer.rawValue == parts[0], let fund = Fund(parts[1])
    else { return nil }
    var reader = PartReader(parts: Array(parts[3...]))
    let use = Use(
      line: reader.next { Section251Line(rawValue: $0) },
      setting: reader.next { SettingColumn(rawValue: $0) },
      agency: reader.next { Agency(rawValue: $0) },
      element: reader.next { Element(rawValue: $0) },
      planLine: reader.next { PlanLineReference($0) },
      provider: reader.next { ProviderReference($0) },
      contract: reader.next { ContractReference($0) })
    let partner = reader.next { PartnerReference($0) }
    guard reader.isSound else { return nil }
    self.init(fund, heading, use, partner: partner)
  }

  /// The coding as it is stored and hashed: eleven parts between bars, absent ones empty.
  ///
  /// Layer, fund, account or state, section 251 line, setting column, agency, element, plan line
  /// (which names the child), provider, contract, partner.
  public var text: String {
    let parts = [
      layer.rawValue, fund.description, heading.rawValue, use.line?.rawValue,
      use.setting?.rawValue, use.agency?.rawValue, use.element?.rawValue, use.planLine?.code,
      use.provider?.code, use.contract?.code, partner?.code,
    ]
    return parts.map { $0 ?? "" }.joined(separator: "|")
  }
}

/// Walks over the parts of a coding, and remembers whether one of them was not understood.
private struct PartReader {
  var parts: [String]
  var isSound = true

  mutating func next<Value>(_ read: (String) -> Value?) -> Value? {
    let part = parts.removeFirst()
    if part.isEmpty { return nil }
    let value = read(part)
    if value == nil { isSound = false }
    return value
  }
}
