import Bookkeeping
import Funding
@testable import Storage
import StorageSQLite
import TestSupport
import Testing

/// A fact that cannot be read is never passed over.
struct ReadablePromise {
  private static let day = Day("2026-11-12")

  /// A ledger to which somebody has added a fact of a kind, past the program.
  private func spoiled(_ kind: FactKind, of subject: String, _ details: [Detail] = []) async throws
    -> (ledger: TestLedger, record: Int)
  {
    let ledger = try await TestLedger.october()
    let source = Source(.command(person: "a.khan", document: "letter"), details: details)
    let day = try #require(Self.day)
    let draft = Draft(
      recorded: day, actor: "a.khan", content: .noted(Fact(kind, of: subject, on: day, source)))
    let store = try SQLiteStore(opening: ledger.path + "/ledger.sqlite")
    let record = try await store.write { try await $0.append([draft]) }
    return (ledger, record)
  }

  @Test(arguments: [
    (FactKind.decisionRecorded, "D-2026-0402"), (.decisionApproved, "D-2026-0402"),
    (.planLine, "SPB-004655/1"), (.importUndone, "B-1"), (.periodClosed, "may"),
  ])
  func `verifying names a fact that cannot be read`(kind: FactKind, subject: String) async throws {
    let (ledger, record) = try await spoiled(kind, of: subject, [Detail("outcome", "?")])
    let answer = await ledger.type("audit verify")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error record-unreadable: record \(record) is not one"))
    #expect(!answer.out.contains("is whole"))
  }

  @Test(arguments: [
    (FactKind.importUndone, "status"), (.policyAdopted, "policy show"),
    (.periodClosed, "status"),
  ])
  func `a command that needs a fact which cannot be read stops, and names its record`(
    kind: FactKind, line: String
  ) async throws {
    let (ledger, record) = try await spoiled(kind, of: "?")
    let answer = await ledger.type(line)
    #expect(answer.status == 65)
    #expect(answer.err.contains("error record-unreadable: record \(record) is not one"))
    #expect(answer.out.isEmpty)
  }
}
