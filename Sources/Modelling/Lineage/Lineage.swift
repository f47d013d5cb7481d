public import Bookkeeping
public import Funding

/// Whose money is left in a part of a pool, when each pound spent is somebody's.
///
/// What is spent before there is money that may pay it is uncovered, until money comes in that may.
/// What each partner has left, less what is uncovered, is what the part has left, to the penny.
public struct Lineage: Hashable, Sendable {
  public let rule: LineageRule
  /// Each partner once, in the order given.
  public let shares: [Share]
  /// What was spent with nobody's money behind it.
  public let uncovered: Money

  /// A partner's money in the part.
  public struct Share: Hashable, Sendable {
    public let partner: PartnerReference
    public let paidIn: Money
    public let used: Money

    public var left: Money { paidIn - used }
  }

  /// Follows the money, in the order of the days; of one day, what came in first.
  ///
  /// - Precondition: everybody who paid in is among the partners, and none of them stands twice.
  public init(
    by rule: LineageRule, among partners: [PartnerReference], _ movements: [PoolMovement]
  ) {
    var purses = Purses(rule, partners)
    // Sorting is stable: what has the same order stays as it was given.
    for movement in movements.sorted(by: { $0.order < $1.order }) {
      switch movement.way {
      case .paidIn(let partner): purses.payIn(movement.amount, by: partner)
      case .spent(let line): purses.spend(movement.amount, on: line)
      }
    }
    self.rule = rule
    shares = purses.shares
    uncovered = purses.waiting.map(\.amount).total()
  }

  /// What the part has left, negative where more was spent than was paid in.
  public var left: Money { paidIn - spent }

  public var paidIn: Money { shares.map(\.paidIn).total() }

  public var spent: Money { shares.map(\.used).total() + uncovered }
}

/// Everybody's money while it is followed.
private struct Purses {
  private let rule: LineageRule
  private let partners: [PartnerReference]
  private var paidIn: [Money]
  private var left: [Money]
  /// Contributions that are not used up, the earliest first, where their order counts.
  private var queue: [(partner: Int, left: Money)] = []
  /// What was spent and waits for money that may pay it.
  private(set) var waiting: [(line: Section251Line?, amount: Money)] = []

  init(_ rule: LineageRule, _ partners: [PartnerReference]) {
    precondition(Set(partners).count == partners.count, "a partner stands twice")
    self.rule = rule
    self.partners = partners
    paidIn = partners.map { _ in .zero }
    left = paidIn
  }

  var shares: [Lineage.Share] {
    partners.indices.map {
      Lineage.Share(partner: partners[$0], paidIn: paidIn[$0], used: paidIn[$0] - left[$0])
    }
  }

  mutating func payIn(_ amount: Money, by partner: PartnerReference) {
    guard let index = partners.firstIndex(of: partner) else {
      preconditionFailure("\(partner) paid in, and is not among the partners")
    }
    paidIn[index] += amount
    left[index] += amount
    queue.append((index, amount))
    let earlier = waiting
    waiting = []
    for (line, amount) in earlier { spend(amount, on: line) }
  }

  mutating func spend(_ amount: Money, on line: Section251Line?) {
    let uncovered =
      switch rule {
      case .firstIn: takeFirstIn(amount)
      case .proRata: takeProRata(amount)
      case .namedLine(let names): take(amount, from: names.payer(of: line))
      }
    if uncovered > .zero { waiting.append((line, uncovered)) }
  }

  /// Each of these returns what it could not take.
  private mutating func takeFirstIn(_ amount: Money) -> Money {
    var rest = amount
    var used = 0
    while rest > .zero, used < queue.count {
      let taken = min(rest, queue[used].left)
      rest -= taken
      queue[used].left -= taken
      left[queue[used].partner] -= taken
      if queue[used].left == .zero { used += 1 }
    }
    queue.removeFirst(used)
    return rest
  }

  /// Whoever has too little gives what is left, and the others the rest by the same measure.
  private mutating func takeProRata(_ amount: Money) -> Money {
    var rest = amount
    while rest > .zero, left.contains(where: { $0 > .zero }) {
      let weights = zip(paidIn, left).map { $1 > .zero ? $0.pence : 0 }
      for (index, part) in rest.shared(in: weights).enumerated() {
        let taken = min(part, left[index])
        left[index] -= taken
        rest -= taken
      }
    }
    return rest
  }

  private mutating func take(_ amount: Money, from partner: PartnerReference?) -> Money {
    guard let index = partners.firstIndex(where: { $0 == partner }) else { return amount }
    let taken = min(amount, left[index])
    left[index] -= taken
    return amount - taken
  }
}
