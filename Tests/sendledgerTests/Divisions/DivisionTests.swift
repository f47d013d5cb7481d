import Bookkeeping
import Desks
import Disaggregation
import Funding
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import sendledger

/// That what has been divided adds up over a whole ledger, and that each breach is found by name.
struct DivisionTests {
  enum Kept: String, CaseIterable {
    case memory
    case file
  }

  private let divided = Divided(contracts: 80, children: 125)

  private func trying(
    _ kept: Kept, _ work: (any LedgerStore) async throws -> Void
  ) async throws {
    switch kept {
    case .memory: try await work(MemoryStore())
    case .file:
      let scratch = try Scratch()
      defer { withExtendedLifetime(scratch) {} }
      try await work(try SQLiteStore(creating: scratch.path + "/ledger.sqlite"))
    }
  }

  private func breaches(_ store: any LedgerStore) async throws -> [DivisionBreach] {
    let check = DivisionCheck(try await store.latest.divisions(on: Divided.today))
    #expect(check.contracts >= 80)
    return try await store.latest.traced(check.breaches)
  }

  @Test(arguments: Kept.allCases)
  func `nothing is wrong with ten thousand children, and each thing planted is found`(
    kept: Kept
  ) async throws {
    try await trying(kept) { store in
      try await divided.fill(store)
      let clock = ContinuousClock()
      var found: [DivisionBreach] = []
      let read = try await clock.measure { found = try await breaches(store) }
      #expect(found == [])
      print("Ten thousand lines in \(kept): \(read)")
      for planting in try plantings {
        let before = try await store.latest.head().number
        _ = try await store.write { try await $0.append(planting.drafts) }
        let planted = Array((before + 1)...(before + planting.drafts.count))
        let new = try await breaches(store).filter { !found.contains($0) }
        #expect(new.map(\.group) == [planting.group], "\(planting.group): \(new)")
        let breach = try #require(new.first)
        #expect(breach.place == planting.place)
        #expect(breach.size == planting.size)
        #expect(Set(breach.records).isSuperset(of: planted), "\(breach.records), \(planted)")
        #expect(breach.diagnostic.problem == planting.problem)
        found += new
      }
    }
  }

  /// What is planted, one after the other, and what has to be said of it.
  private struct Planting {
    let group: DivisionBreach.Group
    let place: String
    var size = ""
    let problem: String
    let drafts: [Draft]
  }

  private var plantings: [Planting] {
    get throws { try units + lines + places + funds + parts }
  }

  private var other: Fact {
    get throws { try divided.version(0).fact(from: Divided.origin) }
  }

  private var units: [Planting] {
    get throws {
      [
        Planting(
          group: .unit, place: "OVER-1", size: "12 units",
          problem: "OVER-1 holds 24 units, and 36 are named or given up",
          drafts: [
            Divided.changed(
              try other, of: "OVER-1", ["capacity": "24", "served": "SPB-300001/1 36"])
          ]),
        Planting(
          group: .unit, place: "SPB-200020/2 in SALT-100 and SLT-2",
          problem: "SALT-100 and SLT-2 both name SPB-200020/2",
          drafts: [
            Divided.changed(
              try other, of: "SLT-2", ["capacity": "24", "served": "SPB-200020/2 18"])
          ]),
        Planting(
          group: .unit, place: "SPB-200030/2 in SALT-100", size: "3 units",
          problem: "21 units of SPB-200030/2 were given up, and SALT-100 names 18",
          drafts: [grant(of: "SPB-200030/2", "21", out: "SALT-100", paidAs: "SPB-200030/9")]),
      ]
    }
  }

  private func grant(
    of line: String, _ units: String, out contract: String, paidAs: String
  ) -> Draft {
    Divided.noted(
      Fact(
        .decisionApproved, of: "D-2026-PLANTED", on: Divided.today,
        Source(
          Divided.origin,
          details: [
            Detail(asRead: "contract", contract), Detail("contract-from", "2026-04-01"),
            Detail(asRead: "line", line), Detail(asRead: "units", units), Detail("granted", "cash"),
            Detail("floor", "0.00"), Detail("releasable", "0.00"), Detail("backfill", "0.00"),
            Detail(asRead: "paid-as", paidAs), Detail("starts", "2026-10-10"),
          ])))
  }

  private var lines: [Planting] {
    get throws {
      let line = Divided.line(40)
      let use = Use(line: .therapies, agency: .education, planLine: line)
      return [
        Planting(
          group: .line, place: "SPB-200040/2 in SALT-100", size: "£700.00",
          problem: "SPB-200040/2 has £700.00 of its own, and SALT-100 serves it undivided",
          drafts: [
            try Divided.posted(
              .commitmentMade, 70_000, debit: Coding(.highNeeds, .committed, use),
              credit: Coding(.highNeeds, .allocated, use.budgetLine))
          ]),
        Planting(
          group: .line, place: "SPB-200001/2 in SALT-100",
          problem: "SPB-200001/2 was granted twice out of SALT-100",
          drafts: [grant(of: "SPB-200001/2", "18", out: "SALT-100", paidAs: "SPB-200001/2")]),
        Planting(
          group: .line, place: "SPB-200050/2 in SALT-100",
          problem: "SPB-200050/2 is a direct payment, and SALT-100 still counts its units",
          drafts: [
            Divided.noted(
              try Divided.packaged(Divided.line(50), held: .directPayment)
                .fact(from: Divided.origin))
          ]),
      ]
    }
  }

  private var places: [Planting] {
    get throws {
      let place = ["kind": "place", "line": "1.0.2", "served": "SPB-300002/1 1"]
      return [
        Planting(
          group: .place, place: "PLACES-1", problem: "PLACES-1 is place money, and names children",
          drafts: [Divided.changed(try other, of: "PLACES-1", place)])
      ]
    }
  }

  private var funds: [Planting] {
    get throws {
      let line = try Divided.packaged(Divided.line(60, 7)).fact(from: Divided.origin)
      return [
        Planting(
          group: .fund, place: "NURSES-1",
          problem: "NURSES-1: High needs would pay for health, line 1.2.13",
          drafts: [
            Divided.changed(
              try other, of: "NURSES-1", ["regime": "health", "served": "SPB-300003/1 1"])
          ]),
        Planting(
          group: .fund, place: "SPB-200060/7",
          problem: "SPB-200060/7 is of section G, and High needs would pay for it",
          drafts: [Divided.changed(line, ["section": "G"])]),
      ]
    }
  }

  private var parts: [Planting] {
    get throws {
      let contract = try divided.version(3)
      return [
        Planting(
          group: .part, place: "SALT-103", size: "£123.45",
          problem: "SALT-103 was to set £200,000.07 aside, and £199,876.62 is committed, stated or "
            + "given back",
          drafts: [
            try Divided.posted(
              .sumReleased, 12_345, debit: contract.budget,
              credit: contract.coding(.committed))
          ])
      ]
    }
  }
}
