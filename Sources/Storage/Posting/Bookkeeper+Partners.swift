import Bookkeeping
import Funding

extension Bookkeeper {
  func received(_ sum: Contribution) async throws -> Outcome {
    try positive(sum.amount)
    let debtor = Coding(sum.fund, .dueFromPartners, partner: sum.partner)
    // A debt that falls due later is settled too, or the contribution would count twice.
    let outstanding = try await balance(of: Account(debtor), in: DaySpan())
    return Outcome(sum.received(outstanding: outstanding))
  }

  func paid(_ paid: PoolContributionPaid) async throws -> Outcome {
    try positive(paid.amount)
    let committed = Account(Coding(paid.ours.fund, .committed, paid.ours.use))
    let year = FinancialYear(of: paid.day)
    return Outcome(
      paid.proposal(committed: try await balance(of: committed, in: DaySpan(through: year.last)))
    )
  }

  func spent(_ spent: PoolSpent) async throws -> Outcome {
    try positive(spent.amount)
    let shares = try await shares(in: spent.part, on: spent.day)
    guard shares.map(\.agreed).total() > .zero else { throw EventRefusal.poolNotAgreed(spent.part) }
    return Outcome(spent.proposal(shares: shares))
  }

  /// By what spending of a part of a pool is divided on a day.
  private func shares(in part: Fund, on day: Day) async throws -> [PoolShare] {
    let agreed = try await writer.all(AgreedShare.self, of: part.description).map(\.value)
    guard let pool = part.pool else { return PoolShare.shares(from: agreed) }
    let agreements = try await writer.all(AdoptedAgreement.self, of: pool.code).map(\.value)
    return PoolShare.shares(in: part, from: agreed, varied: agreements, on: day)
  }
}
