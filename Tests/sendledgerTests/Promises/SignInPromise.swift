import Bookkeeping
import Desks
import Foundation
import Funding
import Storage
import StorageSQLite
import TestSupport
import Testing

/// L7: where a ledger takes who acts from the machine, nobody names themselves, and no one person ends that.
///
/// Tests/Service tries the same with two real users and sudo.
struct SignInPromise {
  private static let today = "2026-12-01"

  private func open(
    _ ledger: TestLedger, _ vouching: OpenLedger.Vouching
  ) throws -> OpenLedger {
    OpenLedger(
      try SQLiteStore(opening: ledger.path + "/ledger.sqlite"),
      try SQLiteRegister(opening: ledger.path + "/register.sqlite"),
      settings: SettingsFolder(path: ledger.path), vouching: vouching)
  }

  private func say(_ way: SignIn, from day: String, in ledger: TestLedger) throws {
    let policy = try Project.text("ledgers/example/policy.yaml")
    try """
    \(policy)
      - {setting: sign-in, from: \(day), value: \(way.rawValue), source: Minute 12}

    """.write(toFile: ledger.path + "/policy.yaml", atomically: true, encoding: .utf8)
  }

  private func officer(_ name: String, on day: String = today) throws -> Officer {
    Officer(name, on: try #require(Day(day)))
  }

  /// A ledger that has adopted it, from a day that is still to come.
  private func made() async throws -> TestLedger {
    let ledger = try await TestLedger.october(today: Self.today)
    try say(.serviceAccount, from: "2027-04-01", in: ledger)
    let adopted = try await open(ledger, .not).adoptSettings(
      by: try officer("a.khan"), isDry: false)
    #expect(adopted.settings.map(\.setting) == [.signIn] && adopted.waiting.isEmpty)
    return ledger
  }

  private func prepare(
    _ ledger: TestLedger, _ vouching: OpenLedger.Vouching, on day: String = today,
    isDry: Bool = false
  ) async throws {
    let month = try #require(Month("2026-09"))
    _ = try await open(ledger, vouching).write(by: try officer("j.osei", on: day), isDry: isDry) {
      try await $0.prepare(month, carrying: "Late")
    }
  }

  @Test func `L7: nobody writes who has not signed in, on whatever day, and in a dry run too`()
    async throws
  {
    let ledger = try await made()
    for vouching in [OpenLedger.Vouching.not, .givenByHand] {
      for (day, isDry) in [(Self.today, false), (Self.today, true), ("2026-10-31", false)] {
        let refused = await #expect(throws: DeskFailure.self) {
          try await prepare(ledger, vouching, on: day, isDry: isDry)
        }
        #expect(refused?.kind == .notAllowed)
        #expect(refused?.diagnostics.map(\.code) == ["not-signed-in"])
      }
    }
    try await prepare(ledger, .signedIn)
    // A name or a day by hand is not read for either; the terminal of these tests gives both.
    for command in ["period prepare 2026-08", "check", "block position --period 2026-10"] {
      let refused = await ledger.type(command)
      #expect(refused.status == 77, "\(refused)")
      #expect(
        refused.err.contains("error not-signed-in: nobody vouches for who acts, or for the day"))
    }
    try await open(ledger, .not).reading { #expect($0.books.head.number > 0) }
  }

  @Test(arguments: ["2027-04-01", "2027-03-01", "2030-01-01"])
  func `L7: one person does not end it, for whatever day`(day: String) async throws {
    let ledger = try await made()
    try say(.asNamed, from: day, in: ledger)
    let signedIn = try open(ledger, .signedIn)
    for _ in 1...2 {
      let one = try await signedIn.adoptSettings(by: try officer("a.khan"), isDry: false)
      #expect(one.settings.isEmpty && one.waiting.map(\.setting) == [.signIn])
    }
    await #expect(throws: DeskFailure.self) { try await prepare(ledger, .not) }
    let two = try await signedIn.adoptSettings(by: try officer("j.osei"), isDry: false)
    #expect(two.settings.map(\.setting) == [.signIn])
    // For an earlier day it says what held then: the later one still holds.
    if day < "2027-04-01" {
      await #expect(throws: DeskFailure.self) { try await prepare(ledger, .not) }
    } else {
      try await prepare(ledger, .not)
    }
  }
}
