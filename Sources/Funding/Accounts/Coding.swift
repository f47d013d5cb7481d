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

    public init(_ layer: Layer, _ fund: Fund) {
      self.layer = layer
      self.fund = fund
    }
  }

  /// Hashes what tells most codings apart; the rest is left to comparing them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(use.provider)
    hasher.combine(use.planLine)
    hasher.combine(heading)
    hasher.combine(use.line)
  }

  public var layer: Layer { heading.layer }

  public var book: Book { Book(layer, fund) }

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
