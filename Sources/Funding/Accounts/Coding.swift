public import Bookkeeping

/// Where money stands, in the words of SEND finance: fund, account or state, and dimensions.
public struct Coding: Standing {
  public let fund: Fund
  public let heading: Heading
  public let use: Use
  public let partner: PartnerReference?

  public init(
    _ fund: Fund, _ heading: Heading, _ use: Use = .none, partner: PartnerReference? = nil
  ) {
    self.fund = fund
    self.heading = heading
    self.use = use
    self.partner = partner
  }

  /// What balances by itself: one layer of one fund.
  public struct Book: Hashable, Sendable {
    public let layer: Layer
    public let fund: Fund
  }

  /// Hashes what tells most codings apart; the rest is left to comparing them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(use.provider)
    hasher.combine(use.planLine)
    hasher.combine(heading)
    hasher.combine(use.line)
  }

  public var layer: Layer { heading.layer }

  public var book: Book { Book(layer: layer, fund: fund) }

  public var child: ChildReference? { use.planLine?.child }
}

extension Coding: CustomStringConvertible {
  /// The coding as a message prints it: `High needs, committed, 1.2.11, SPB-004217/1`.
  public var description: String {
    ([fund.name, heading.name, use.line?.rawValue, use.planLine?.code, use.contract?.code]
      .compactMap(\.self) + [partner?.code].compactMap(\.self)).joined(separator: ", ")
  }
}

/// An entry in the words of SEND finance.
public typealias FundingEntry = Entry<Coding>

/// A proposed entry in the words of SEND finance.
public typealias FundingProposal = ProposedEntry<Coding>

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
