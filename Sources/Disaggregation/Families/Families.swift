import Bookkeeping
public import Funding

/// What it would come to if several families, each like the one who asks, left one contract together.
public struct Families: Hashable, Sendable {
  public let position: ContractPosition
  private let like: Leaver
  private let tolerance: Tolerance?

  /// `tolerance` is the authority’s, where each part’s own is to be worked out.
  public init(like leaver: Leaver, from position: ContractPosition, tolerance: Tolerance? = nil) {
    like = leaver
    self.position = position
    self.tolerance = tolerance
  }

  /// No more are looked at than this, where the contract says of no end.
  private static let most = 10_000

  /// How many could leave at most: all whom the units left and the children served allow.
  public var most: Int {
    let byUnits = position.unitsLeft.map { Int(($0 / like.units).floor) }
    let byChildren = position.children
    let byStep = position.contract.price.step.map { step in
      Int((step.units * Fraction(step.count ?? 1) / like.units).ceiling)
    }
    return min([byUnits ?? byStep, byChildren].compactMap(\.self).min() ?? 1, Families.most)
  }

  /// What so many leaving together comes to.
  ///
  /// The parts of so many add to their share of the sum, so that some may be a penny more than others.
  public func effect(of families: Int) -> Effect {
    guard families > 1, like.notional != nil, let sum = position.contract.price.sum,
      let capacity = position.contract.volume.capacity,
      like.units * Fraction(Int64(families)) <= capacity
    else {
      let count = Fraction(Int64(families))
      return Effect(
        families, like: like, notional: like.notional?.times(count),
        tolerance: like.tolerance.times(count), from: position)
    }
    let parts = AlikeParts(families, of: like.units, in: capacity, for: sum)
    let more = parts.each + Money(pence: 1)
    return Effect(
      families, like: like, notional: parts.total,
      tolerance: allowance(parts.each).times(Fraction(Int64(families - parts.pennies)))
        + allowance(more).times(Fraction(Int64(parts.pennies))), from: position)
  }

  private func allowance(_ notional: Money) -> Money {
    tolerance?.amount(for: notional) ?? like.tolerance
  }

  /// Every number of families from one to the most.
  public var effects: [Effect] { most > 0 ? (1...most).map(effect) : [] }

  /// The least number whose leaving would be within what may be paid, and would harm nobody.
  public var firstOpen: Int? { most > 0 ? (1...most).first { isGranted(effect(of: $0)) } : nil }

  /// The stretches of numbers for which the answer would be yes.
  public var openRanges: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for effect in effects where isGranted(effect) {
      if let last = ranges.last, last.upperBound == effect.families - 1 {
        ranges[ranges.count - 1] = last.lowerBound...effect.families
      } else {
        ranges.append(effect.families...effect.families)
      }
    }
    return ranges
  }

  /// One, and the numbers at which the saving or the answer changes with those just before: up to the
  /// first stretch for which it would be yes, and the number after; or up to the third change, where it
  /// never would be.
  public var telling: [Int] {
    guard most > 0 else { return [] }
    let changes = changes
    guard let first = openRanges.first else { return Set([1] + changes.prefix(6)).sorted() }
    let last = first.upperBound + 1
    return Set([1] + changes + [last]).filter { $0 <= min(last, most) }.sorted()
  }

  /// The numbers at which something changes, each with the one before it.
  private var changes: [Int] {
    let all = effects
    let found = zip(all, all.dropFirst()).filter { one, next in
      (one.releasable != next.releasable && position.contract.price.variable == nil)
        || isGranted(one) != isGranted(next)
    }
    return Set(found.flatMap { [$0.0.families, $0.1.families] }).sorted()
  }

  /// Whether so many could be granted: within what may be paid, and none below the minimum.
  public func isGranted(_ effect: Effect) -> Bool {
    effect.isOpen && !position.isBelowMinimum(after: effect.exits)
  }
}

extension ContractPosition {
  /// Whether fewer units would be left than the provider has to keep on for.
  func isBelowMinimum(after exits: Fraction) -> Bool {
    guard let minimum = contract.volume.minimum, let left = volume(after: exits) else {
      return false
    }
    return left < minimum
  }
}
