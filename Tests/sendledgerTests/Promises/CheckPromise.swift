import Bookkeeping
import Funding
import Reporting
import Storage
import StorageSQLite
import TestSupport
import Testing

/// What the program checks of a ledger cannot be made to fail by recording.
struct CheckPromise {
  private static let pool = known(PoolReference("POOL-2026"))
  private static let board = known(PartnerReference("ICB"))
  private static let contracts = ["POOL-2026", "POOL-9999"].map { known(ContractReference($0)) }
  private static let parts: [Fund] = [.poolEducation(pool), .poolGeneral(pool)]
  private static let funds: [Fund] = Fund.simple + [.health(board)] + parts
  private static let partners = ["ICB", "COUNCIL-EDUCATION", "COUNCIL-SOCIAL-CARE", "NORTH-ICB"]
    .map { known(PartnerReference($0)) }
  private static let lines = (1...6).map { known(PlanLineReference("SPB-004655/\($0)")) }
  private static let five = Money(pence: 500)
  /// One of each kind: before the ledger, closed, today, of the next year, and long after.
  private static let days = ["2026-03-31", "2026-09-30", "2026-11-30", "2027-04-01", "2199-12-31"]
    .map { known(Day($0)) }

  private static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("the value is not one") }
    return value
  }

  /// Every use that an event can name of a fund: its line, and perhaps a contract or what is not its own.
  private static let uses: [Use] = {
    let lines: [Section251Line?] = [
      nil, .topUpMaintained, .therapies, .shortBreaks, .individualSchoolsBudget, .directPayments,
    ]
    return lines.flatMap { line in
      [Use(line: line)] + contracts.map { Use(line: line, contract: $0) }
    }
  }()

  private static let ours: [PoolAgreed.Ours?] =
    [nil]
    + funds.flatMap { fund in
      uses.filter { $0.contract != nil }.map { PoolAgreed.Ours(fund, $0) }
    }

  /// What can be said of a fund, by the name of the event.
  private static func events(on day: Day) -> [String: [FundingEvent]] {
    let targets =
      lines.map { Target.line($0) }
      + funds.flatMap { fund in uses.map { Target.budget(fund, $0) } }
    let sums = funds.flatMap { fund in
      partners.flatMap { partner in
        [five, -five].map { Contribution(fund, by: partner, $0, on: day) }
      }
    }
    let onLine = lines.map { LineSum($0, five, on: day) }
    return [
      "contribution-agreed": sums.map { .contributionAgreed($0) },
      "contribution-due": sums.map { .contributionDue($0) },
      "contribution-received": sums.map { .contributionReceived($0) },
      "pool-agreed": funds.flatMap { fund in
        partners.flatMap { partner in
          ours.map { .poolAgreed(PoolAgreed(fund, partner, five, on: day, due: day, ours: $0)) }
        }
      },
      "pool-paid": funds.flatMap { fund in
        partners.flatMap { partner in
          ours.compactMap(\.self).map {
            .poolContributionPaid(
              PoolContributionPaid(fund, partner, from: $0, five, on: day, authority: "Letter"))
          }
        }
      },
      "pool-spent": funds.flatMap { fund in
        uses.map { .poolSpent(PoolSpent(fund, five, on: day, for: $0.line)) }
      },
      "commitments": funds.flatMap { fund in
        uses.map { .commitmentMade(fund, $0, five, on: day) }
      } + targets.map { .commitmentReleased($0, five, on: day) },
      "invoices": targets.map { .invoiceReceived($0, five, on: day) }
        + targets.map { .invoicePaid($0, five, on: day) },
      "payments": targets.flatMap { target in
        [five, -five].flatMap { amount in
          [true, false].map {
            FundingEvent.paymentMade(target, amount, on: day, namesCommitment: $0)
          }
        }
      } + [.paymentNotPlaced(five, on: day)],
      "lines": onLine.flatMap { sum in
        [
          .directPaymentAdvanced(
            DirectPaymentAdvanced(sum.line, five, due: day, paid: day, covers: "a month")),
          .directPaymentEvidenced(sum), .directPaymentReturned(sum), .creditDue(sum),
          .creditReceived(sum), .placementEnded(PlacementEnded(sum.line, lastDay: day)),
        ]
      },
      "grant": funds.flatMap { fund in
        [.grantInstalmentReceived(GrantInstalmentReceived(fund, five, on: day))]
          + funds.map { other in
            FundingEvent.blockTransferred(
              BlockTransferred(
                from: fund, to: other, five, base: nil, forum: "Minute", secretaryOfState: "9",
                on: day))
          }
          + uses.map { use in
            .budgetSet(
              BudgetSet(fund, line: use, five, authority: "Forum", version: 9, on: day))
          }
      },
      "openings": funds.flatMap { fund in
        [.deficit, .surplus].map { .yearOpened(YearOpened(fund, $0, five, on: day)) }
          + (uses + lines.map { Use(line: .directPayments, planLine: $0) }).map {
            FundingEvent.yearOpened(YearOpened(fund, .advanced($0), five, on: day))
          }
      },
    ]
  }

  private func record(
    _ events: [FundingEvent], in ledger: TestLedger
  ) async throws -> (taken: Int, broken: String?) {
    let store = try SQLiteStore(opening: ledger.path + "/ledger.sqlite")
    return try await store.keepingBooks(
      on: Self.known(Day("2026-11-30")), by: Actor("a.khan"), isRehearsal: true
    ) { bookkeeper in
      var taken = 0
      for event in events {
        do {
          let numbers = try await bookkeeper.post(
            event, from: .command(person: "a.khan", document: "Letter"))
          guard !numbers.isEmpty else { continue }
        } catch PostingFailure.refused { continue }
        taken += 1
        let books = ReconciliationBooks(
          balances: try await bookkeeper.ledger.balances(through: Self.known(Day("2199-12-31"))),
          flows: try await bookkeeper.ledger.flows(),
          shares: try await bookkeeper.ledger.all(AgreedShare.self).map(\.value),
          chart: Chart(funds: [], partners: []))
        for sum in books.reconciliations where !sum.agrees {
          return (taken, "\(sum.name): \(sum.one) and \(sum.other), after \(event)")
        }
      }
      return (taken, nil)
    }
  }

  @Test(arguments: events(on: days[0]).keys.sorted())
  func `whatever of a kind is recorded, the check passes`(kind: String) async throws {
    let ledger = try await TestLedger.october()
    try await ledger.close("2026-09")
    let events = Self.days.flatMap { Self.events(on: $0)[kind] ?? [] }
    let (taken, broken) = try await record(events, in: ledger)
    #expect(broken == nil)
    #expect(taken > 0 && taken < events.count, "\(taken) of \(events.count)")
  }

  @Test func `whatever is reversed, made or released of a divided contract, the check passes`()
    async throws
  {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    try await made.approve("D-2026-0403").require()
    let ledger = made.ledger.on("2026-11-30")
    let last = try #require(await ledger.lastRecord().flatMap { Int($0) })
    let held = "error contract-sets-aside: what is set aside for OT-2026 is what its versions"
    var refused = 0
    for number in 1...last {
      let answer = await ledger.type("event reverse \(number) --reason Trial")
      if answer.err.contains(held) { refused += 1 }
    }
    #expect(refused >= 12, "the twelve months of the contract")
    let contract = "--day 2026-11-20 --amount 100.00 --fund high-needs --line 1.2.13 --document X"
    for event in ["commitment-made", "commitment-released"] {
      let answer = await ledger.type("event record \(event) \(contract) --contract OT-2026")
      #expect(answer.status == 3)
      #expect(answer.err.contains(held))
    }
    let check = await ledger.type("check")
    #expect(check.status == 0, "\(check)")
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `whatever is recorded after whatever, the check passes`(number: UInt64) async throws {
    let ledger = try await TestLedger.october()
    var chance = Seeded(seed: number)
    let all = Self.days[1...3].flatMap { Self.events(on: $0).sorted { $0.key < $1.key } }
    let events = (0..<600).compactMap { _ in
      all.randomElement(using: &chance)?.value.randomElement(using: &chance)
    }
    let (taken, broken) = try await record(events, in: ledger)
    #expect(broken == nil, "seed \(number)")
    #expect(taken > 20, "\(taken)")
  }
}
