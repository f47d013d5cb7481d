import Bookkeeping
import Desks
import Disaggregation
import Funding
@testable import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import sendledger

/// What `check` says of what has been divided, and that it goes on holding as contracts change.
struct DivisionCommandTests {
  private let divided = Divided(contracts: 2, children: 8)

  private func breaches(_ store: any LedgerStore, on day: String) async throws
    -> [DivisionBreach]
  {
    try await store.latest.traced(
      DivisionCheck(try await store.latest.divisions(on: Divided.day(day))).breaches)
  }

  private func add(_ drafts: [Draft], to store: any LedgerStore) async throws {
    _ = try await store.write { try await $0.append(drafts) }
  }

  @Test func `check counts what is sound, and names and refuses what is not`() async throws {
    let ledger = try await TestLedger.make()
    let store = try SQLiteStore(opening: ledger.path + "/ledger.sqlite")
    try await divided.fill(store)
    let sound = await ledger.type("check --format csv")
    #expect(sound.status == 0)
    #expect(sound.out.contains("Nothing divided twice or lost: 2 contracts, 6 grants"))
    let place = try divided.version(0).fact(from: Divided.origin)
    let number = try await store.latest.head().number + 1
    try await add(
      [
        Divided.changed(
          place, of: "PLACES-1", ["kind": "place", "line": "1.0.2", "served": "SPB-300002/1 1"])
      ], to: store)
    let broken = await ledger.type("check --format csv")
    #expect(broken.status == 3)
    let row = CommaSeparated(broken.out).rows.first { $0["what"] == "A place divided" }
    #expect(row?["where"] == "PLACES-1")
    #expect(row?["records"] == String(number))
    #expect(broken.err.contains("error division-place: PLACES-1 is place money"))
    #expect(!broken.out.contains("Nothing divided twice"))
  }

  @Test func `a new version and a new year add up too, and cash is not served again`() async throws
  {
    let store = MemoryStore()
    try await divided.fill(store)
    let first = try divided.version(0)
    // The two who are paid in cash are no longer named.
    let served = first.volume.served.filter {
      $0.line != Divided.line(1) && $0.line != Divided.line(2)
    }
    try await agree(first.following(on: "2027-01-01", serving: served), in: store)
    for day in ["2026-10-31", "2027-01-15", "2027-05-01"] {
      #expect(try await breaches(store, on: day) == [], "\(day)")
    }
    try await agree(
      first.following(
        on: "2027-02-01", serving: served + [ServedLine(Divided.line(1), Fraction(18))]),
      in: store)
    let again = try await breaches(store, on: "2027-02-15")
    #expect(again.map(\.group) == [.unit])
    #expect(
      again.first?.diagnostic.problem
        == "SALT-100 names 18 units for SPB-200001/2, of which 0 were left after the rest was "
        + "given up for cash")
  }

  private func agree(_ contract: Contract, in store: any LedgerStore) async throws {
    try await store.keepingBooks(
      on: Divided.today, by: Actor("a.khan"), isRehearsal: false
    ) { keeper in
      _ = try await keeper.post(.contractAgreed(contract), from: Divided.origin)
    }
  }

  @Test func `a part shown that is no part, and a commitment released by hand, are found`()
    async throws
  {
    let store = MemoryStore()
    try await divided.fill(store)
    let contract = try divided.version(1)
    let fact = try #require(
      try await store.latest.facts(.fact(.decisionApproved)).first {
        GrantRecord($0.fact)?.contract == contract.reference
      })
    try await add(
      [
        Divided.changed(
          fact.fact, of: "D-2026-SHOWN", ["line": "SPB-200009/2", "notional": "9.99"]),
        try Divided.posted(
          .commitmentReleased, 12_345, debit: contract.budget,
          credit: contract.coding(.committed)),
      ], to: store)
    let found = try await breaches(store, on: "2026-11-15")
    let expected = [
      "SALT-101 was to set", "£9.99 was stated for SPB-200009/2, and its part of SALT-101 is",
    ]
    #expect(found.map(\.group) == [.part, .part])
    for (breach, words) in zip(found, expected) {
      #expect(breach.diagnostic.problem.hasPrefix(words), "\(breach)")
    }
  }

  @Test func `a grant out of a place or of nothing, and a record that says nothing, are found`()
    async throws
  {
    let store = MemoryStore()
    try await divided.fill(store)
    let fact = try #require(try await store.latest.facts(.fact(.decisionApproved)).first?.fact)
    let place = try divided.version(0).fact(from: Divided.origin)
    try await add(
      [
        Divided.changed(place, of: "PLACES-1", ["kind": "place", "line": "1.0.2", "served": ""]),
        Divided.changed(fact, of: "D-2026-PLACE", ["contract": "PLACES-1"]),
        Divided.changed(fact, of: "D-2026-NONE", ["contract": "GONE-1"]),
        Divided.changed(fact, of: "D-2026-EMPTY", ["notional": "much"]),
        Divided.changed(place, of: "EMPTY-1", ["unit": "much"]),
      ], to: store)
    let found = try await breaches(store, on: "2026-11-15").map(\.diagnostic.problem)
    #expect(
      Set(found) == [
        "D-2026-PLACE was granted out of PLACES-1, which is place money",
        "D-2026-NONE was granted out of a version of GONE-1 that is not there",
        "the record “decision-approved” of D-2026-EMPTY cannot stand as it is given",
        "the record “contract” of EMPTY-1 cannot stand as it is given",
      ])
  }
}

extension Contract {
  /// The next version, alike but for its day and the children whom it names.
  fileprivate func following(on day: String, serving served: [ServedLine]) throws -> Contract {
    try Contract(
      reference, from: Divided.day(day), kind, under: regime, of: fund, line: line, price: price,
      volume: ContractVolume(
        volume.unit, capacity: volume.capacity, exits: Fraction(36), served: served),
      dates: dates, instalments: instalments, document: document)
  }
}
