public import Bookkeeping

/// How much a contract holds, who uses it, and who waits.
///
/// Units are those of a full year.
public struct ContractVolume: Hashable, Sendable {
  public let unit: Rate.Unit
  public let capacity: Fraction?
  /// Below which the provider may end it or change the price.
  public let minimum: Fraction?
  /// What had been given up before this version was written, and stands in its sum.
  public let exits: Fraction
  /// Units that wait for a place, and what one of them costs elsewhere meanwhile.
  public let waiting: Waiting?
  /// How many children are served, where more are than are named.
  public let children: Int?
  public let served: [ServedLine]

  /// Help that children wait for and that is bought elsewhere meanwhile.
  public struct Waiting: Hashable, Sendable {
    public let units: Fraction
    /// The price of one unit elsewhere.
    public let price: Money

    public init(_ units: Fraction, at price: Money) {
      self.units = units
      self.price = price
    }
  }

  public init(
    _ unit: Rate.Unit, capacity: Fraction?, minimum: Fraction? = nil, exits: Fraction = .zero,
    waiting: Waiting? = nil, children: Int? = nil, served: [ServedLine] = []
  ) {
    self.unit = unit
    self.capacity = capacity
    self.minimum = minimum
    self.exits = exits
    self.waiting = waiting
    self.children = children
    self.served = served.sorted { $0.line < $1.line }
  }

  /// What the named children use.
  public var used: Fraction { served.map(\.units).reduce(.zero, +) }

  public func units(of line: PlanLineReference) -> Fraction? {
    served.first { $0.line == line }?.units
  }
}

/// A child's plan line that a contract serves, and how many units of a year it uses.
public struct ServedLine: Hashable, Sendable {
  public let line: PlanLineReference
  public let units: Fraction

  public init(_ line: PlanLineReference, _ units: Fraction) {
    self.line = line
    self.units = units
  }
}

extension ServedLine {
  /// Reads `SPB-004217/2 24; SPB-004655/1 12`.
  ///
  /// - Returns: none where a part of it is not a plan line and a number of units.
  public static func list(_ text: String) -> [ServedLine]? {
    var lines: [ServedLine] = []
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ").map(String.init)
      guard words.count == 2, let line = PlanLineReference(words[0]),
        let units = Fraction(decimal: words[1]), units > .zero
      else { return nil }
      lines.append(ServedLine(line, units))
    }
    return lines
  }

  /// The list as ``list(_:)`` reads it.
  public static func text(_ lines: [ServedLine]) -> String {
    lines.map { "\($0.line) \($0.units)" }.joined(separator: "; ")
  }
}

/// The days on which a contract may be changed.
public struct ContractDates: Hashable, Sendable {
  /// Months of notice before a break or a change of volume.
  public let notice: Int
  public let begins: Day?
  public let ends: Day?
  public let breaks: [Day]
  /// The day on which it is let anew, as large or as small as is then needed.
  public let renewal: Day?

  public init(
    notice: Int = 0, begins: Day? = nil, ends: Day? = nil, breaks: [Day] = [],
    renewal: Day? = nil
  ) {
    self.notice = notice
    self.begins = begins
    self.ends = ends
    self.breaks = breaks.sorted()
    self.renewal = renewal
  }
}
