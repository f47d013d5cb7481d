public import Bookkeeping

extension ApprovedDecision {
  /// What an approval does to the commitments, instalment by instalment, from the grant's first day.
  ///
  /// | | Budget: debit / credit |
  /// |---|---|
  /// | budget-stated, N | committed, the line / committed, the contract |
  /// | budget-withdrawn, N stated before | committed, the contract / committed, the line |
  /// | sum-released, R | allocated / committed, the contract |
  /// | sum-released, B | allocated / committed, the purchase replaced |
  ///
  /// Where a top-up is released, what it gives back stands allocated on line 1.2.11. What the line
  /// itself is to have is committed by its new version. Nothing moves in the actual layer.
  ///
  /// `contract` is what stands for the contract, and `line` for the line asked about.
  /// `replaced` is what stands for the purchase replaced.
  public func proposals(
    contract standing: ContractStanding, line own: LineStanding, replaced: LineStanding?
  ) throws(Refusal) -> [Proposal] {
    switch grant {
    case .nothing:
      return []
    case .statement(let notional, let line):
      return try moving(
        notional, outOf: open(standing, from: line.from), from: line.from, as: .budgetStated,
        to: line.coding(.committed))
    case .cash(let cash):
      let starts = cash.line.from
      let stated = own.stated(from: starts)
      let releases = cash.releasesFrom
      var source = open(standing, from: releases)
      var target = contract.budget
      if contract.kind.isOfOneChild {
        // It is most often committed as the child's own line, and not as a contract.
        if source.instalments.isEmpty {
          // One line cannot be held in two ways while notice runs.
          if cash.line.reference == own.reference, releases > starts {
            throw .underNotice(own.reference, until: releases)
          }
          source = try open(own, from: releases)
        }
        target = contract.kind == .topUp ? cash.line.budget : source.budget
      }
      for back in stated where back.day >= releases {
        source.instalments[back.day, default: .zero] += back.amount
      }
      var proposals = stated.compactMap { back in
        own.line(on: back.day).map { line in
          Proposal(
            .budgetWithdrawn, on: back.day,
            [
              Movement(
                back.amount, debit: contract.coding(.committed), credit: line.coding(.committed))
            ])
        }
      }
      proposals += try moving(
        cash.releasable, outOf: source, from: releases, as: .sumReleased, to: target)
      if let replaced {
        let purchase = try open(replaced, from: starts)
        proposals += try moving(
          cash.backfill, outOf: purchase, from: starts, as: .sumReleased, to: purchase.budget)
      }
      return proposals
    }
  }

  /// Why an approval cannot be posted.
  public enum Refusal: Error, Hashable, Sendable {
    /// Less is committed from that day on than would be taken from it.
    case notCommitted(Money, left: Money, of: String)
    case purchaseNotKnown(PlanLineReference)
    /// The line goes on being paid for until its notice has run, and would be a direct payment already.
    case underNotice(PlanLineReference, until: Day)
  }

  /// A commitment that a part is taken from: what is open of it, by the day of the instalment.
  private struct OpenCommitment {
    let code: String
    let coding: Coding
    let budget: Coding
    /// The last day that it runs to.
    let ends: Day?
    /// Whether it is committed when its year is opened, and then without what is taken from it.
    let isYetToOpen: Bool
    var instalments: [Day: Money]
  }

  private func isYetToOpen(_ first: Day, _ scheduled: [Day: Money]) -> Bool {
    FinancialYear(of: first) > FinancialYear(of: day) && scheduled.isEmpty
  }

  private func open(_ standing: ContractStanding, from starts: Day) -> OpenCommitment {
    let scheduled = standing.scheduled(in: FinancialYear(of: starts))
    return OpenCommitment(
      code: standing.reference.code, coding: contract.coding(.committed), budget: contract.budget,
      ends: contract.dates.ends,
      isYetToOpen: contract.instalments != nil && isYetToOpen(starts, scheduled),
      instalments: scheduled.filter { $0.key >= starts })
  }

  private func open(_ standing: LineStanding, from starts: Day) throws(Refusal) -> OpenCommitment {
    guard let line = standing.line(on: starts) else { throw .purchaseNotKnown(standing.reference) }
    var instalments: [Day: Money] = [:]
    for instalment in standing.openInstalments(in: FinancialYear(of: starts))
    where instalment.day >= starts {
      instalments[instalment.day, default: .zero] += instalment.amount
    }
    return OpenCommitment(
      code: standing.reference.code, coding: line.coding(.committed), budget: line.budget,
      ends: line.to,
      isYetToOpen: isYetToOpen(starts, standing.scheduled(in: FinancialYear(of: starts))),
      instalments: instalments)
  }

  /// Moves what is left of a year's sum out of the later instalments of a commitment, in proportion.
  private func moving(
    _ aYear: Money, outOf source: OpenCommitment, from starts: Day, as event: EventKind,
    to target: Coding
  ) throws(Refusal) -> [Proposal] {
    var amount = aYear.times(Fraction.ofYear(from: starts, to: source.ends))
    guard amount > .zero, !source.isYetToOpen else { return [] }
    let open = source.instalments.filter { $0.value > .zero }.sorted { $0.key < $1.key }
    let left = open.map(\.value).total()
    // Instalments were rounded one by one, and may be a penny each from the whole.
    if abs((amount - left).pence) <= Int64(open.count) { amount = left }
    guard amount <= left else { throw .notCommitted(amount, left: left, of: source.code) }
    return zip(open, amount.shared(in: open.map(\.value.pence))).compactMap { instalment, part in
      guard part > .zero else { return nil }
      return Proposal(
        event, on: instalment.key, [Movement(part, debit: target, credit: source.coding)])
    }
  }
}

extension Fraction {
  /// What is left of a financial year from a day on, that day counted: to its end, or to an earlier day.
  public static func ofYear(from first: Day, to ends: Day?) -> Fraction {
    let year = FinancialYear(of: first)
    let last = min(ends ?? year.last, year.last)
    return Fraction(Int64(max(first.distance(to: last) + 1, 0)), over: Int64(year.length))
  }
}
