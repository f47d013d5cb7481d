import Bookkeeping
import Funding

extension Bookkeeper {
  /// Refuses to agree what the part may not hold, what the agreement does not have, and a partner who is
  /// the council here and somebody else there.
  func agreed(_ agreed: PoolAgreed, from origin: Origin) async throws -> Outcome {
    try positive(agreed.amount)
    let contributor = agreed.contributor
    guard contributor.mayContribute, let pool = agreed.part.pool else {
      throw PoolContributor.Refusal.otherMoney(contributor)
    }
    let earlier = try await writer.all(AgreedShare.self).map(\.value.contributor)
      .filter { $0.partner == agreed.partner }
    let isSame = earlier.contains {
      $0.ours != nil && (agreed.ours != nil || $0.part == agreed.part)
    }
    guard isSame || earlier.allSatisfy({ $0.ours == nil && agreed.ours == nil }) else {
      throw PoolContributor.Refusal.notAgreed(contributor, agreed: earlier)
    }
    let agreements = try await writer.all(AdoptedAgreement.self, of: pool.code).map(\.value)
    if let refusal = agreed.refusal(by: agreements) { throw refusal }
    if let ours = agreed.ours { try hold(agreed.amount, for: ours.fund, ours.use, on: agreed.due) }
    return Outcome(proposals: agreed.proposals, facts: [agreed.fact(from: origin)])
  }

  /// Refuses what a partner would give to a part of a pool and has not agreed to, and what the council
  /// would as if it were somebody else.
  func requireAgreed(_ sum: Contribution) async throws {
    let given = PoolContributor(sum.fund, sum.partner, nil)
    if case .health(let board) = sum.fund, board != sum.partner {
      throw PoolContributor.Refusal.otherMoney(given)
    }
    let agreed = try await writer.all(AgreedShare.self).map(\.value.contributor)
      .filter { $0.part == sum.fund || $0.partner == sum.partner }
    let isOurs = agreed.contains { $0.partner == sum.partner && $0.ours != nil }
    if isOurs, sum.fund.nature == .own { throw PoolContributor.Refusal.ownMoney(given) }
    if sum.fund.pool == nil { return }
    guard agreed.contains(given), !isOurs else {
      throw PoolContributor.Refusal.notAgreed(given, agreed: agreed)
    }
  }

  /// What a partner has agreed to give to a fund, all in all.
  func agreed(by sum: Contribution) async throws -> Money {
    if sum.fund.pool != nil {
      return try await writer.all(AgreedShare.self, of: sum.fund.description).map(\.value)
        .filter { $0.partner == sum.partner }.map(\.amount).total()
    }
    return .zero - (try await stands(.contributed, for: sum))
  }

  /// Holds what falls due to what is agreed and has not fallen due, and what is taken back of it to what has.
  func due(_ sum: Contribution) async throws -> Outcome {
    try await requireAgreed(sum)
    let fallen = .zero - (try await stands(.contributions, for: sum))
    let agreed = try await agreed(by: sum)
    let isTakenBack = sum.amount < .zero
    try hold(
      sum.amount.magnitude, to: isTakenBack ? fallen : agreed - fallen,
      beyond: isTakenBack ? .zero : fallen - agreed, of: sum.giver, on: sum.day)
    return Outcome(sum.due)
  }

  func received(_ sum: Contribution) async throws -> Outcome {
    try positive(sum.amount)
    try await requireAgreed(sum)
    // A debt that falls due later is settled too, or the contribution would count twice.
    let debtor = Account(Coding(sum.fund, .dueFromPartners, partner: sum.partner))
    let outstanding = try await balance(of: debtor, in: DaySpan())
    let already = .zero - (try await stands(.contributions, for: sum)) - outstanding
    let left = try await agreed(by: sum) - max(already, .zero)
    try hold(
      sum.amount, to: max(outstanding, left), beyond: .zero - left, of: sum.giver, on: sum.day)
    return Outcome(sum.received(outstanding: outstanding))
  }

  /// What stands for a partner in an account of the fund to which it gives.
  private func stands(_ heading: Heading, for sum: Contribution) async throws -> Money {
    try await balance(
      of: Account(Coding(sum.fund, heading, partner: sum.partner)), in: DaySpan(),
      events: .notClosing)
  }

  func paid(_ paid: PoolContributionPaid) async throws -> Outcome {
    try positive(paid.amount)
    let contributor = PoolContributor(paid.part, paid.partner, paid.ours)
    guard contributor.mayContribute else { throw PoolContributor.Refusal.otherMoney(contributor) }
    let agreed = try await writer.all(AgreedShare.self, of: paid.part.description)
      .map(\.value.contributor)
    guard agreed.contains(contributor) else {
      throw PoolContributor.Refusal.notAgreed(contributor, agreed: agreed)
    }
    let committed = Account(Coding(paid.ours.fund, .committed, paid.ours.use))
    let year = FinancialYear(of: paid.day)
    let standing = try await balance(of: committed, in: DaySpan(through: year.last))
    let beyond = try await beyondCommitted(
      .advanced, paid.ours.fund, paid.ours.use, on: paid.day)
    try hold(
      paid.amount, to: standing, beyond: beyond, of: contributor.description, on: paid.day)
    return Outcome(paid.proposal(committed: standing))
  }

  func spent(_ spent: PoolSpent) async throws -> Outcome {
    try positive(spent.amount)
    let shares = try await shares(in: spent.part, on: spent.day)
    let agreed = shares.map(\.agreed).total()
    guard agreed > .zero else { throw EventRefusal.poolNotAgreed(spent.part) }
    let already = try await self.spent(of: spent.part)
    try hold(
      spent.amount, to: agreed - already, beyond: already - agreed, of: spent.part.description,
      on: spent.day)
    return Outcome(spent.proposal(shares: shares))
  }

  /// What has been spent of a part of a pool: all of it went from its bank.
  private func spent(of part: Fund) async throws -> Money {
    let bank = Account(Coding(part, .bank))
    return .zero - (try await balance(of: bank, in: DaySpan(), events: .only([.poolSpent])))
  }

  /// By what spending of a part of a pool is divided on a day.
  private func shares(in part: Fund, on day: Day) async throws -> [PoolShare] {
    let agreed = try await writer.all(AgreedShare.self, of: part.description).map(\.value)
    guard let pool = part.pool else { return PoolShare.shares(from: agreed) }
    let agreements = try await writer.all(AdoptedAgreement.self, of: pool.code).map(\.value)
    return PoolShare.shares(in: part, from: agreed, varied: agreements, on: day)
  }
}

extension Contribution {
  /// Who gives, and to what, as a message names them.
  var giver: String { "\(partner) to \(fund)" }
}
