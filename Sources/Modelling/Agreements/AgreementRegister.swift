public import Bookkeeping
public import Funding

/// The agreements of an authority: at most one of a reference on any day.
public struct AgreementRegister: Hashable, Sendable {
  /// By reference, and by the day on which they begin.
  public let agreements: [Agreement]

  /// - Throws: ``Agreement/Refusal/overlap(_:_:_:)`` where two of one reference, and so of one fund,
  ///   stand on the same day.
  public init(_ agreements: [Agreement]) throws(Agreement.Refusal) {
    let sorted = agreements.sorted {
      ($0.reference.code, $0.period.lowerBound) < ($1.reference.code, $1.period.lowerBound)
    }
    for (one, next) in zip(sorted, sorted.dropFirst())
    where one.reference == next.reference && one.period.overlaps(next.period) {
      throw .overlap(one.reference, one.period, next.period)
    }
    self.agreements = sorted
  }

  /// The agreement in force on a day, if there is one.
  public func agreement(_ reference: ContractReference, on day: Day) -> Agreement? {
    agreements.first { $0.reference == reference && $0.period.contains(day) }
  }
}
