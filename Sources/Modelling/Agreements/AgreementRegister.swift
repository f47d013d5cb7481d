public import Bookkeeping
public import Funding

/// The agreements of an authority with their variations: at most one of a reference on any day.
public struct AgreementRegister: Hashable, Sendable {
  /// By reference, and by the day on which they begin.
  public private(set) var agreements: [VariedAgreement] = []

  /// Takes agreements and variations in the order in which they were adopted.
  ///
  /// - Throws: ``Agreement/Refusal/overlap(_:_:_:)`` where two of one reference, and so of one fund,
  ///   stand on the same day; ``Agreement/Refusal/variation(_:)`` where a variation cannot stand.
  public init(_ pools: [AgreedPool]) throws(Agreement.Refusal) {
    for pool in pools {
      if let variation = pool.variation {
        try vary(pool, by: variation)
      } else {
        try add(pool)
      }
    }
  }

  private mutating func add(_ pool: AgreedPool) throws(Agreement.Refusal) {
    let (reference, period) = (pool.agreement.reference, pool.agreement.period)
    let index = agreements.firstIndex {
      (reference.code, period.lowerBound) < ($0.reference.code, $0.period.lowerBound)
    }
    agreements.insert(VariedAgreement(first: pool), at: index ?? agreements.count)
    for (one, next) in zip(agreements, agreements.dropFirst())
    where one.reference == next.reference && one.period.overlaps(next.period) {
      throw .overlap(one.reference, one.period, next.period)
    }
  }

  private mutating func vary(
    _ pool: AgreedPool, by variation: AgreementVariation
  ) throws(Agreement.Refusal) {
    let reference = pool.agreement.reference
    let known = agreements.indices.filter { agreements[$0].reference == reference }
    let found = known.first { agreements[$0].period.contains(variation.from) }
    guard let index = found else {
      throw .variation(
        known.isEmpty ? .noAgreement(reference) : .outsidePeriod(reference, variation.from))
    }
    do throws(AgreementVariation.Refusal) {
      try agreements[index].vary(pool, by: variation)
    } catch {
      throw .variation(error)
    }
  }

  /// The agreement in force on a day, if there is one.
  public func agreement(_ reference: PoolReference, on day: Day) -> VariedAgreement? {
    agreements.first { $0.reference == reference && $0.period.contains(day) }
  }

  /// The agreement in force on a day, or else the last that was before it.
  public func last(_ reference: PoolReference, by day: Day) -> VariedAgreement? {
    agreements.last { $0.reference == reference && $0.period.lowerBound <= day }
  }
}
