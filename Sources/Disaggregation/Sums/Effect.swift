public import Bookkeeping
import Funding

/// What it comes to if some requests for one contract are granted together.
///
/// Sums are of a full year.
public struct Effect: Hashable, Sendable {
  public let families: Int
  public let exits: Fraction
  /// Units of theirs that serve somebody who waits, and units given back.
  public let filled: Fraction
  public let givenBack: Fraction
  /// N: the sum's share for their units; none where the sum or the capacity is not known.
  public let notional: Money?
  /// F: what would be paid.
  public let floor: Money
  /// R: what the contract's bill falls by.
  public let releasable: Money
  /// B: what is not spent elsewhere, because the freed places serve others.
  public let backfill: Money
  public let tolerance: Money
  private let overheads: Money
  private let replacement: Fraction

  public init(_ leavers: [Leaver], from position: ContractPosition) {
    families = leavers.count
    exits = leavers.map(\.units).reduce(.zero, +)
    let margin = position.margin(of: exits)
    filled = margin.filled
    givenBack = margin.givenBack
    releasable = margin.releasable
    backfill = margin.backfill
    floor = leavers.map(\.floor).total()
    tolerance = leavers.map(\.tolerance).total()
    let parts = leavers.compactMap(\.notional)
    notional = parts.count == leavers.count ? parts.total() : nil
    overheads = leavers.map(\.overheads).total()
    replacement = leavers.map(\.replacement).reduce(.zero, +)
  }
}

extension Effect {
  /// What it comes to if so many requests, all alike but for the odd pence of their notional sums, are
  /// granted together.
  init(
    _ families: Int, like leaver: Leaver, notional: Money?, tolerance: Money,
    from position: ContractPosition
  ) {
    let count = Fraction(Int64(families))
    self.families = families
    exits = leaver.units * count
    let margin = position.margin(of: exits)
    filled = margin.filled
    givenBack = margin.givenBack
    releasable = margin.releasable
    backfill = margin.backfill
    floor = leaver.floor.times(count)
    self.tolerance = tolerance
    self.notional = notional
    overheads = leaver.overheads.times(count)
    replacement = leaver.replacement * count
  }

  /// S: what the council goes on paying for what nobody uses.
  public var stranded: Money? { notional.map { $0 - releasable } }

  /// F − R − B: what it costs in all; negative where it saves.
  public var netCost: Money { floor - releasable - backfill }

  /// C: the most that may be paid.
  public var ceiling: Money { releasable + backfill + tolerance }

  /// Whether what has to be paid is within what may be.
  public var isOpen: Bool { floor <= ceiling }

  /// The price of one unit at which it would cost nothing; none where no price would do.
  public var breakEvenPrice: Money? {
    let left = releasable + backfill - overheads
    return left > .zero ? left.times(.one / replacement) : nil
  }

  /// The net cost for each child who stays, where it is known how many do.
  public func costPerChild(of position: ContractPosition) -> Money? {
    guard let children = position.children, children > families else { return nil }
    return netCost.times(Fraction(1, over: Int64(children - families)))
  }

  /// What a unit costs those who stay.
  public func unitCost(of position: ContractPosition) -> Money? {
    guard let sum = position.contract.price.sum, let volume = position.volume(after: exits),
      volume > .zero
    else { return nil }
    let before = ContractPosition(position.contract).margin(of: position.granted + exits)
    return (sum - before.releasable).times(.one / volume)
  }
}
