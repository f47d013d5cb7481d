import Foundation
import TestSupport
import Testing

/// A run that was cut off between the ledger and the register.
struct CutOffTests {
  private static let payments = """
    Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,\
    Expense code,Amount
    INVENTED SUPPLIER LTD,200001,01/10/2026,51900001,Education,Top-ups,HN122,100.00
    INVENTED SUPPLIER LTD,200001,02/10/2026,51900002,Education,Top-ups,HN122,50.25

    """

  /// A ledger with a file committed to it, and the register as it was before something was done.
  private func ledger(
    cutOff line: (_ batch: String) -> String, previously: [(_ batch: String) -> String] = []
  ) async throws -> (ledger: TestLedger, batch: String) {
    let ledger = try await TestLedger.make()
    let batch = try await ledger.preview(
      text: CutOffTests.payments, named: "payments.csv", "--as payments --mapping anyshire"
    ).batch
    for earlier in previously { try await ledger.type(earlier(batch)).require() }
    let register = ledger.path + "/register.sqlite"
    let before = try Data(contentsOf: URL(fileURLWithPath: register))
    try await ledger.type(line(batch)).require()
    try before.write(to: URL(fileURLWithPath: register))
    return (ledger, batch)
  }

  @Test func `an import that the ledger holds is committed, whatever the register says`()
    async throws
  {
    let (ledger, batch) = try await ledger(cutOff: { "import commit \($0)" })
    let head = await ledger.head()
    let listed = await ledger.type("import list --format csv")
    #expect(CommaSeparated(listed.out).rows.map { $0["state"] } == ["committed"])
    let again = await ledger.type("import commit \(batch)")
    #expect(again.status == 0)
    #expect(again.out == "\(batch) was committed already. Nothing to do.\n")
    #expect(await ledger.head() == head)
    #expect(await ledger.type("status").out.contains("To do        Nothing"))
  }

  @Test func `an import that the ledger holds is not replaced by a later preview`() async throws {
    let (ledger, batch) = try await ledger(cutOff: { "import commit \($0)" })
    let file = ledger.terminal.scratch.path + "/payments.csv"
    _ = await ledger.preview(file, "--as payments --mapping anyshire")
    let listed = CommaSeparated(await ledger.type("import list --format csv").out).rows
    #expect(listed.first { $0["import"] == batch }?["state"] == "committed")
    let undone = await ledger.type("import undo \(batch) --reason Trial")
    #expect(undone.out == "\(batch): 2 entries reversed.\n")
  }

  @Test func `an import that the ledger took back is undone, whatever the register says`()
    async throws
  {
    let undo: (String) -> String = { "import undo \($0) --reason Trial" }
    let (ledger, batch) = try await ledger(
      cutOff: undo, previously: [{ "import commit \($0)" }])
    let listed = await ledger.type("import list --format csv")
    #expect(CommaSeparated(listed.out).rows.map { $0["state"] } == ["undone"])
    let again = await ledger.type(undo(batch))
    #expect(again.status == 3)
    #expect(again.err.contains("error import-undone"))
  }
}
