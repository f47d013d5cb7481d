public import Bookkeeping
public import Funding

/// A contract, and what has been taken out of it since its version was written.
///
/// Only what was granted counts: exits that somebody fears do not.
public struct ContractPosition: Hashable, Sendable {
  public let contract: Contract
  /// Units of the places that were given up for cash under this version, those filled again too.
  public let granted: Fraction
  /// How many children gave them up.
  public let childrenGone: Int

  public init(_ contract: Contract, granted: Fraction = .zero, childrenGone: Int = 0) {
    self.contract = contract
    self.granted = granted
    self.childrenGone = childrenGone
  }

  /// What more exits would do, together.
  ///
  /// A freed unit first serves whoever waits, and only what nobody waits for is given back: one unit
  /// cannot do both.
  func margin(of exits: Fraction) -> Margin {
    let before = standing(after: .zero)
    let after = standing(after: exits)
    return Margin(
      filled: after.filled - before.filled, givenBack: after.gone - before.gone,
      releasable: releasable(for: after.gone) - releasable(for: before.gone),
      backfill: value(of: after.filled) - value(of: before.filled))
  }

  /// What some exits come to.
  struct Margin {
    let filled: Fraction
    let givenBack: Fraction
    let releasable: Money
    let backfill: Money
  }

  private func standing(after exits: Fraction) -> (filled: Fraction, gone: Fraction) {
    let freed = granted + exits
    let filled = min(freed, contract.volume.waiting?.units ?? .zero)
    return (filled, contract.volume.exits + freed - filled)
  }

  private func value(of filled: Fraction) -> Money {
    contract.volume.waiting?.price.times(filled) ?? .zero
  }

  /// What the contract's bill falls by for so many units no longer used, all together.
  ///
  /// Within the band nothing; beyond it what is variable, and then whole steps; never more than the
  /// sum.
  func releasable(for gone: Fraction) -> Money {
    let price = contract.price
    let variable = price.variable
    let released: Money
    switch contract.kind {
    case .place:
      released = .zero
    case .framework, .spot:
      released = variable?.times(gone) ?? wholeShare(of: gone) ?? .zero
    case .topUp:
      released = variable?.times(gone) ?? .zero
    case .contract, .inHouse:
      let band = price.band?.units(of: contract.volume.capacity) ?? .zero
      if gone <= band {
        released = .zero
      } else {
        released = (variable?.times(gone - band) ?? .zero) + steps(in: gone)
      }
    }
    return min(released, price.sum ?? released)
  }

  private func steps(in gone: Fraction) -> Money {
    guard let step = contract.price.step else { return .zero }
    let whole = (gone / step.units).floor
    return step.saving.times(Fraction(min(whole, step.count ?? whole)))
  }

  /// The sum's share for some units of the capacity; all of it for any, where there is no telling.
  private func wholeShare(of units: Fraction) -> Money? {
    guard let sum = contract.price.sum else { return nil }
    guard units > .zero else { return .zero }
    return contract.volume.capacity.map { sum.times(units / $0) } ?? sum
  }

  // MARK: What is left

  /// Units still used after more exits, those that are filled again counted.
  public func volume(after exits: Fraction) -> Fraction? {
    contract.volume.capacity.map { $0 - standing(after: exits).gone }
  }

  /// The units that may still leave.
  public var unitsLeft: Fraction? {
    contract.volume.capacity.map { $0 - contract.volume.exits - granted }
  }

  /// The children served now, where their number is known: stated, or all of them named.
  public var children: Int? {
    let volume = contract.volume
    let isAllNamed = volume.capacity.map { volume.used + volume.exits >= $0 } ?? false
    let stated = volume.children ?? (isAllNamed ? volume.served.count : nil)
    return stated.map { $0 - childrenGone }
  }
}
