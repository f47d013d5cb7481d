public import Bookkeeping
public import Funding

/// The parts of a contract's sum that stand for the children it serves.
///
/// What regulation 4A calls the notional amount: the sum's share for a child's units. The parts of
/// those named and of the rest add to the sum; odd pence go to the largest remainders, and of equal
/// ones to the earlier plan line.
public struct NotionalParts: Hashable, Sendable {
  /// By plan line, in order.
  public let parts: [PlanLineReference: Money]
  /// The part of those who are not named, and of what nobody uses.
  public let rest: Money

  /// The parts of a contract, or none where its sum or its capacity is not known.
  ///
  /// `line` is a line to be counted although the contract does not name it, with its units.
  public init?(of contract: Contract, with line: PlanLineReference? = nil, _ units: Fraction? = nil)
  {
    guard let sum = contract.price.sum, let capacity = contract.volume.capacity else { return nil }
    var lines = contract.volume.served
    if let line, let units {
      lines.removeAll { $0.line == line }
      lines.append(ServedLine(line, units))
      lines.sort { $0.line < $1.line }
    }
    let left = capacity - lines.map(\.units).reduce(.zero, +)
    guard left >= .zero else { return nil }
    let weights = Fraction.weights(lines.map(\.units) + [left])
    let shares = sum.shared(in: weights)
    parts = Dictionary(uniqueKeysWithValues: zip(lines.map(\.line), shares))
    rest = shares[shares.count - 1]
  }
}

/// The parts of several alike, without working each of them out: what each is, and how many are a penny
/// more, as sharing by largest remainder has it.
struct AlikeParts {
  let each: Money
  let pennies: Int
  let total: Money

  /// - Precondition: together they are no more than the capacity.
  init(_ count: Int, of units: Fraction, in capacity: Fraction, for sum: Money) {
    let weights = Fraction.weights([units, capacity - units * Fraction(Int64(count)), capacity])
    let (one, rest, whole) = (Int128(weights[0]), Int128(weights[1]), Int128(weights[2]))
    let pence = Int128(sum.pence)
    let low = pence * one / whole
    let left = Int(pence - low * Int128(count) - pence * rest / whole)
    // Of equal remainders the earlier is first, and the rest is last.
    let restIsLast = pence * one % whole >= pence * rest % whole
    pennies = restIsLast ? min(left, count) : max(left - 1, 0)
    each = Money(pence: Int64(low))
    total = Money(pence: Int64(low * Int128(count)) + Int64(pennies))
  }
}

extension Fraction {
  /// Whole numbers in the proportion of some fractions.
  static func weights(_ fractions: [Fraction]) -> [Int64] {
    let common = fractions.map(\.denominator).reduce(1, leastCommonMultiple)
    return fractions.map { $0.numerator * (common / $0.denominator) }
  }

  private static func leastCommonMultiple(_ one: Int64, _ other: Int64) -> Int64 {
    one * Fraction(other, over: one).numerator
  }
}
