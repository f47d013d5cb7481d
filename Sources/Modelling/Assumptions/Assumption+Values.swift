public import Bookkeeping

extension Assumption {
  /// How much is supposed, at the least, in the middle and at the most.
  public enum Values: Hashable, Sendable {
    case rate(Spread<Percentage>, RateUnit)
    case amount(Spread<Money>)
    /// A number of something, which the word names.
    case number(Spread<Fraction>, of: String)
    /// A rule that holds or does not.
    case policy(Spread<PolicyState>)

    /// The unit as the table prints it.
    public var unit: String {
      switch self {
      case .rate(_, let unit): unit.rawValue
      case .amount: "£"
      case .number(_, let things): things
      case .policy: "policy"
      }
    }

    /// The low, the central and the high value as the table prints them.
    public var texts: Spread<String> {
      switch self {
      case .rate(let spread, _): spread.map(\.description)
      case .amount(let spread): spread.map(\.description)
      case .number(let spread, _): spread.map(\.description)
      case .policy(let spread): spread.map(\.description)
      }
    }
  }

  /// A low, a central and a high value.
  public struct Spread<Value: Hashable & Sendable>: Hashable, Sendable {
    public let low: Value
    public let central: Value
    public let high: Value

    public init(_ low: Value, _ central: Value, _ high: Value) {
      self.low = low
      self.central = central
      self.high = high
    }

    func map<Other: Hashable & Sendable>(_ change: (Value) -> Other) -> Spread<Other> {
      Spread<Other>(change(low), change(central), change(high))
    }
  }

  /// What a percentage is of.
  public enum RateUnit: String, Hashable, Sendable, CaseIterable {
    case aYear = "% a year"
    case ofWhole = "%"
  }

  /// Whether a policy holds, and from which year.
  public enum PolicyState: Hashable, Sendable, CustomStringConvertible {
    case off
    case on
    case onFrom(FinancialYear)

    public var description: String {
      switch self {
      case .off: "off"
      case .on: "on"
      case .onFrom(let year): "on from \(year)"
      }
    }

    /// Whether the policy holds in a year.
    public func holds(in year: FinancialYear) -> Bool {
      switch self {
      case .off: false
      case .on: true
      case .onFrom(let first): year >= first
      }
    }
  }
}

extension Assumption.Values {
  /// Low, central and high do not fall; a policy's states have no order.
  var isInOrder: Bool {
    switch self {
    case .rate(let spread, _): spread.low <= spread.central && spread.central <= spread.high
    case .amount(let spread): spread.low <= spread.central && spread.central <= spread.high
    case .number(let spread, _): spread.low <= spread.central && spread.central <= spread.high
    case .policy: true
    }
  }

  /// A driver of the projection is a rate, and a switch is a policy.
  func suit(_ use: Assumption.Use) -> Bool {
    switch (use, self) {
    case (.drives, .rate): true
    case (.turns, .policy): true
    case (.drives, .amount), (.drives, .number), (.drives, .policy): false
    case (.turns, .rate), (.turns, .amount), (.turns, .number): false
    case (.stated, _), (.notModelled, _): true
    }
  }
}
