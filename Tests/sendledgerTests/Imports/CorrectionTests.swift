import TestSupport
import Testing

/// A publication that corrects another: the difference alone is posted, row for row.
struct CorrectionTests {
  private static let heading =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"
    + "Amount\n"
  private static let options = "--as payments --mapping anyshire"

  /// A row of a month of payments.
  private func row(
    _ number: Int, pence: Int? = nil, type: String = "Top-up", day: Int? = nil
  ) -> String {
    let sum = pence ?? (1_000 + number * 7)
    let date = day ?? 1 + number % 28
    return "SUPPLIER \(number % 97),\(number % 97),\(date < 10 ? "0" : "")\(date)/11/2026,"
      + "\(50_000 + number),Education,\(type),HN122,\(sum / 100).\(sum % 100 < 10 ? "0" : "")\(sum % 100)\n"
  }

  private func balances(_ ledger: TestLedger) async -> String {
    await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out.withoutHead
  }

  private func bring(_ rows: [String], to ledger: TestLedger) async throws -> String {
    try await ledger.bring(
      Self.heading + rows.joined(), named: "november.csv", Self.options)
  }

  @Test func `a description changed in a corrected file moves no money`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await bring((0..<20).map { row($0) }, to: ledger)
    let before = await balances(ledger)
    let (answer, _) = try await ledger.preview(
      text: Self.heading + (0..<20).map { row($0, type: "Top-up (mainstream)") }.joined(),
      named: "corrected.csv", Self.options + " --corrects \(batch)")
    #expect(answer.rows("Known")?.rows == 20, "\(answer)")
    #expect(answer.out.contains("\(batch) has no row that stands in it otherwise"), "\(answer)")
    #expect(await balances(ledger) == before)
  }

  @Test(arguments: [60, 2_000])
  func `what changed, came and went of a month is posted, and undone leaves all as it was`(
    count: Int
  ) async throws {
    let ledger = try await TestLedger.october()
    let batch = try await bring((0..<count).map { row($0) }, to: ledger)
    let before = await balances(ledger)
    let parts = count / 50
    // Of every fifty rows one has another amount; some are gone, and others are new.
    var corrected = (0..<count).map { number in
      number % 50 == 3 ? row(number, pence: 5_000 + number) : row(number)
    }
    corrected.removeSubrange(10..<10 + parts / 4)
    corrected += (0..<parts / 4).map { row(90_000 + $0) }
    let (answer, second) = try await ledger.preview(
      text: Self.heading + corrected.joined(), named: "corrected.csv",
      Self.options + " --corrects \(batch)")
    #expect(answer.status == 2)
    let changed = (count - 3 + 49) / 50
    #expect(answer.rows("New")?.rows == changed + parts / 4, "\(answer.out.suffix(900))")
    #expect(answer.rows("Possible twins") == nil)
    #expect(answer.out.contains("\(changed + parts / 4) in all"), "\(answer.out.suffix(900))")
    try await ledger.type("import commit \(second)").require()
    let whole = try await TestLedger.october()
    _ = try await bring(corrected, to: whole)
    #expect(await balances(ledger) == (await balances(whole)))
    try await ledger.type("audit verify").require()
    // The same file says nothing new, and the first form of it would bring what was gone.
    let (again, _) = try await ledger.preview(
      text: Self.heading + corrected.joined(), named: "again.csv", Self.options)
    #expect(again.rows("Known")?.rows == corrected.count, "\(again.out.suffix(600))")
    let (old, _) = try await ledger.preview(
      text: Self.heading + (0..<count).map { row($0) }.joined() + row(95_000), named: "old.csv",
      Self.options)
    #expect((old.rows("Known")?.rows ?? 0) <= count - changed, "\(old.out.suffix(600))")
    let refused = await ledger.type("import undo \(batch) --reason Wrong")
    #expect(refused.err.contains("error later-record-rests-on-it"), "\(refused)")
    try await ledger.type("import undo \(second) --reason Wrong").require()
    #expect(await balances(ledger) == before)
    try await ledger.type("audit verify").require()
    let (first, _) = try await ledger.preview(
      text: Self.heading + (0..<count).map { row($0) }.joined(), named: "first.csv", Self.options)
    #expect(first.rows("Known")?.rows == count, "\(first.out.suffix(600))")
    // And the first import goes back whole, with what was posted again of it.
    try await ledger.type("import undo \(batch) --reason Wrong").require()
    let none = try await TestLedger.october()
    #expect(await balances(ledger) == (await balances(none)))
    try await ledger.type("audit verify").require()
  }

  @Test func `a correction of a correction takes back of both`() async throws {
    let ledger = try await TestLedger.october()
    var rows = (0..<10).map { row($0) }
    let first = try await bring(rows, to: ledger)
    rows[3] = row(3, pence: 77_00)
    let (_, second) = try await ledger.preview(
      text: Self.heading + rows.joined(), named: "b.csv", Self.options + " --corrects \(first)")
    try await ledger.type("import commit \(second)").require()
    rows[3] = row(3, pence: 88_00)
    rows.remove(at: 7)
    let (answer, third) = try await ledger.preview(
      text: Self.heading + rows.joined(), named: "c.csv", Self.options + " --corrects \(second)")
    #expect(answer.out.contains("2 in all"), "\(answer)")
    try await ledger.type("import commit \(third)").require()
    let whole = try await TestLedger.october()
    _ = try await bring(rows, to: whole)
    #expect(await balances(ledger) == (await balances(whole)))
    try await ledger.type("audit verify").require()
  }

  @Test func `months that the file does not have stay as they are`() async throws {
    let ledger = try await TestLedger.october()
    let october = row(1).replacing("/11/2026", with: "/10/2026")
    let batch = try await bring([october, row(2), row(3)], to: ledger)
    let (answer, _) = try await ledger.preview(
      text: Self.heading + row(2), named: "b.csv", Self.options + " --corrects \(batch)")
    #expect(answer.out.contains("1 in all"), "\(answer)")
  }

  @Test func `another kind, and an import that is not there, correct nothing`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await bring([row(1)], to: ledger)
    for (options, code) in [
      (Self.options + " --corrects B-0099", "import-not-known"),
      (Self.options + " --corrects B-0001", "corrects-not-of-kind"),
      ("--as budgets --corrects \(batch)", "corrects-not-of-kind"),
    ] {
      let answer = try await ledger.preview(
        text: Self.heading + row(1), named: "b.csv", options
      ).answer
      #expect(answer.status != 0)
      #expect(answer.err.contains("error \(code)"), "\(answer)")
    }
  }
}
