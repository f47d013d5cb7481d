public import Bookkeeping

/// What stands in the ledger for one contract: its versions, and what is committed for it.
public struct ContractStanding: Sendable {
  public let reference: ContractReference
  /// The versions of the contract, the earliest first.
  public let versions: [Contract]
  /// What was granted out of it, in order.
  public let grants: [GrantRecord]
  let gains: [Gain]

  /// What the contract's own commitment gained on a day.
  struct Gain: Sendable {
    let record: Int
    let event: EventKind
    let ownDay: Day
    let day: Day
    let amount: Money

    /// Whether it sets an instalment aside, or takes some of it away.
    var isScheduled: Bool { event.isScheduling }
  }

  /// Gathers what stands for a contract.
  ///
  /// `versions` are those that hold.
  /// `grants` are what was granted out of it.
  /// `records` are the records that mention it, in order.
  public init(
    of reference: ContractReference, versions: [Contract], grants: [GrantRecord],
    records: [JournalRecord]
  ) {
    self.reference = reference
    self.grants = grants
    self.versions = versions.sorted { $0.from < $1.from }
    gains = records.flatMap { record -> [Gain] in
      guard case .posted(let event, let entry) = record.content else { return [] }
      return entry.movements.compactMap { movement in
        let gain = movement.gain(of: reference)
        guard gain != .zero else { return nil }
        return Gain(
          record: record.number, event: event, ownDay: entry.belongsTo, day: entry.day,
          amount: gain)
      }
    }
  }
}

extension ContractStanding {
  /// The version that holds on a day.
  public func contract(on day: Day) -> Contract? { versions.last { $0.from <= day } }

  /// What is committed and not yet used, up to the end of that year.
  public func committed(through year: FinancialYear) -> Money {
    gains.filter { $0.day <= year.last }.map(\.amount).total()
  }

  /// What has been committed for each day of a year, less what has been taken from it.
  public func scheduled(in year: FinancialYear) -> [Day: Money] {
    var days: [Day: Money] = [:]
    for gain in gains where gain.isScheduled && year.days.contains(gain.ownDay) {
      days[gain.ownDay, default: .zero] += gain.amount
    }
    return days.filter { $0.value != .zero }
  }

  /// What was granted in cash under a version.
  public func cash(under version: Contract) -> [GrantRecord] {
    grants.filter { $0.isCash && $0.version == version.from }
  }

  /// What a full year of a version no longer holds, from each grant's first day: what was released
  /// under it, and what is stated for lines that have not been granted cash since.
  private func takenOut(of version: Contract) -> [(from: Day, amount: Money)] {
    let paid = Set(grants.filter(\.isCash).map(\.line))
    return grants.filter { grant in
      grant.isCash ? grant.version == version.from : !paid.contains(grant.line)
    }.map { (from: $0.releasesFrom, amount: $0.takenOut) }
  }

  /// Brings what is committed to what the versions now say, instalment by instalment.
  ///
  /// Each difference is posted on its instalment's own day: committed / allocated where there is
  /// more to set aside, allocated / committed where there is less.
  ///
  /// `contract` is a version that is about to hold, or the one that holds when a year is opened.
  public func commitments(adding contract: Contract, in year: FinancialYear) -> [Proposal] {
    let all = (versions.filter { $0.from != contract.from } + [contract])
      .sorted { $0.from < $1.from }
    var wanted: [Day: Money] = [:]
    for (index, version) in all.enumerated() {
      let next = index + 1 < all.count ? all[index + 1].from : nil
      for instalment in version.instalments(in: year, less: takenOut(of: version)) {
        // A version holds until the next.
        if let next, instalment.day >= next { continue }
        wanted[instalment.day] = instalment.amount
      }
    }
    let scheduled = scheduled(in: year)
    return Set(wanted.keys).union(scheduled.keys).sorted().compactMap { day in
      // What a version before this one took or gave is not gone over again.
      guard day >= contract.from else { return nil }
      let change = (wanted[day] ?? .zero) - (scheduled[day] ?? .zero)
      guard change != .zero else { return nil }
      return Proposal(
        change > .zero ? .commitmentMade : .commitmentReleased, on: day,
        [.signed(change, debit: contract.coding(.committed), credit: contract.budget)])
    }
  }
}

extension Contract {
  /// The instalments of a financial year: the sum's share for the days that this version runs.
  ///
  /// `taken` is what a full year of it no longer holds, from a day on.
  public func instalments(
    in year: FinancialYear, less taken: [(from: Day, amount: Money)] = []
  ) -> [Instalment] {
    guard let instalments, let sum = price.sum else { return [] }
    let first = max(dates.begins ?? from, from, year.first)
    let last = min(dates.ends ?? year.last, year.last)
    guard first <= last else { return [] }
    let pieces = instalments.pieces(of: first...last)
    let share = sum.times(Fraction(Int64((first...last).count), over: Int64(year.length)))
    // A whole year's instalments are equal, whatever the lengths of its months.
    let isWhole = first == year.first && last == year.last
    let weights = pieces.map { isWhole ? 1 : Int64($0.count) }
    var parts = share.shared(in: weights)
    for less in taken where less.from <= last {
      let begins = max(less.from, first)
      let open = pieces.map { $0.lowerBound >= begins }
      let covered = pieces.map { $0.lowerBound >= begins ? Int64($0.count) : 0 }
      guard open.contains(true) else { continue }
      let amount = less.amount.times(
        Fraction(Int64((begins...last).count), over: Int64(year.length)))
      parts = zip(parts, amount.shared(in: covered)).map { $0 - $1 }
    }
    return zip(pieces, parts).map { Instalment(covers: $0, amount: $1) }
      .filter { $0.amount > .zero }
  }
}

extension EventKind {
  /// Whether it sets an instalment of a commitment aside, or takes some of it away.
  package var isScheduling: Bool {
    switch self {
    case .commitmentMade, .commitmentReleased, .budgetStated, .budgetWithdrawn, .sumReleased: true
    case .yearOpened, .grantNotified, .grantInstalmentReceived, .blockTransferred, .budgetVoted,
      .budgetAllocated, .commitmentCarried, .invoiceReceived, .invoicePaid, .paymentMade,
      .directPaymentAdvanced, .directPaymentEvidenced, .directPaymentReturned, .placementEnded,
      .creditReceived, .contributionAgreed, .contributionDue, .contributionReceived, .poolAgreed,
      .poolContributionPaid, .poolSpent, .paymentNotPlaced, .paymentPlaced,
      .yearUnusedReleased, .yearClosed, .deficitCarried:
      false
    }
  }
}

extension Movement where S == Coding {
  /// What the undivided commitment of a contract gains by it.
  fileprivate func gain(of contract: ContractReference) -> Money {
    func stands(_ coding: Coding) -> Bool {
      coding.heading == .committed && coding.use.contract == contract
        && coding.use.planLine == nil
    }
    return (stands(debit) ? amount : .zero) - (stands(credit) ? amount : .zero)
  }
}
