public import Bookkeeping
import Funding

/// What a transfer out of the schools block would come to, and who would have to allow it.
///
/// The base is stored with each transfer, because it is not always the whole block: what stands for
/// growth, falling rolls or rates may be outside it.
public struct BlockTransferOutlook: Hashable, Sendable {
  public let year: FinancialYear
  /// What the half of one per cent is taken of.
  public let base: Money
  public let amount: Money

  /// - Throws: a refusal where the base or the amount is nil or negative, or the amount is beyond
  ///   the base.
  public init(
    in year: FinancialYear, base: Money, amount: Money
  ) throws(DeficitOutlook.Refusal) {
    guard base > .zero, amount > .zero, amount <= base else {
      throw .transferOutOfRange(year, base: base, amount: amount)
    }
    self.year = year
    self.base = base
    self.amount = amount
  }

  /// The most that the forum alone may agree.
  ///
  /// - Throws: a refusal where half of one per cent of the base is not a penny.
  public static func withinForum(
    in year: FinancialYear, base: Money
  ) throws(DeficitOutlook.Refusal) -> BlockTransferOutlook {
    try BlockTransferOutlook(in: year, base: base, amount: BlockTransferLimit.of(base))
  }

  /// The most that the schools forum may agree, for that year and no other.
  public var limit: Money { BlockTransferLimit.of(base) }

  /// What is above that.
  public var beyondForum: Money { max(amount - limit, .zero) }

  /// Who would have to allow it.
  public var needs: Authority { beyondForum > .zero ? .secretaryOfState : .forum }

  /// Whose word a transfer needs.
  public enum Authority: String, Hashable, Sendable, CaseIterable {
    /// The schools forum, for one year.
    case forum
    /// The Secretary of State, who disapplies the limit.
    case secretaryOfState = "secretary-of-state"

    public var name: String {
      switch self {
      case .forum: "the schools forum, for one year"
      case .secretaryOfState: "the Secretary of State"
      }
    }
  }
}
