import Foundation
import TestSupport
import Testing

/// What waits for a person, and how a person settles it.
struct WaitingTests {
  private static let advances = "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"

  /// November's direct payments, as two payments on one day.
  private func paid() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      Self.advances + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-A\n"
        + "SPB-004655,3,01/11/2026,02/11/2026,November 2026,390.00,DP-B\n",
      named: "dp.csv", "--as direct-payments")
    return ledger
  }

  private func waiting(_ ledger: TestLedger) async -> [[String: String]] {
    CommaSeparated(await ledger.type("import waiting --format csv").out).rows
  }

  @Test func `what is dated after today is not placed before its day has come`() async throws {
    let ledger = try await TestLedger.october(today: "2026-11-12")
    let (_, batch) = try await ledger.preview(
      text:
        "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount\n"
        + "BRIGHTTALK,1,10/12/2026,53,E,T,HN213,240.00\n", named: "p.csv",
      "--as payments --mapping anyshire")
    _ = await ledger.type("import commit \(batch)")
    let answer = await ledger.type("import settle \(batch) --row 2 --line SPB-004655/2")
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("error day-after-today: the row is of 2026-12-10"), "\(answer)")
    let later = TestLedger(
      terminal: ledger.terminal.on("2026-12-10", by: "a.khan"), path: ledger.path)
    #expect(await later.type("import settle \(batch) --row 2 --line SPB-004655/2").status != 3)
  }

  @Test func `of two equal rows one settled, the other is no twin when the file comes again`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let rows = ["05/11/2026,DEB,A NEW SHOP,5.00,,", "05/11/2026,DEB,A NEW SHOP,5.00,,"]
    let batch = try await ledger.statement(rows[0], rows[1])
    try await ledger.type("import settle \(batch) --row 2 --line SPB-004655/1").require()
    let again = try await ledger.statement(rows[0], rows[1], named: "again.csv")
    let twins = await ledger.type("import twins \(again)")
    #expect(!twins.out.contains("twin-one-more"), "\(twins)")
    #expect(await ledger.heldRows() == 1)
    // One more than there were is a twin still, even where both of them had waited.
    let mapping = ledger.path + "/mappings/spb-004655.yaml"
    let names = try String(contentsOfFile: mapping, encoding: .utf8)
    let fresh = try await TestLedger.october()
    _ = try await fresh.statement(rows[0], rows[1])
    try names.replacing("    Ruth: 3", with: "    Ruth: 3\n    A New Shop: 3")
      .write(toFile: fresh.path + "/mappings/spb-004655.yaml", atomically: true, encoding: .utf8)
    let (grown, _) = try await fresh.preview(
      text: BankStatement.heading
        + String(repeating: "05/11/2026,DEB,'30-00-00,12345678,A NEW SHOP,5.00,,\n", count: 3),
      named: "grown.csv", BankStatement.options)
    #expect(grown.rows("New")?.rows == 2, "\(grown)")
    #expect(grown.rows("Possible twins")?.rows == 1, "\(grown)")
    let (third, _) = try await ledger.preview(
      text: BankStatement.heading
        + String(repeating: "05/11/2026,DEB,'30-00-00,12345678,A NEW SHOP,5.00,,\n", count: 3),
      named: "third.csv", BankStatement.options)
    #expect(third.rows("Possible twins")?.rows == 1, "\(third)")
  }

  @Test func `one credit for two payments is matched to both, and nothing waits`() async throws {
    let ledger = try await paid()
    let batch = try await ledger.statement(
      "04/11/2026,BGC,ANYSHIRE COUNCIL DP-2611,,670.00,900.00",
      "20/11/2026,DEB,SEALS SWIM CLUB,5.00,,895.00")
    let status = await ledger.type("status")
    #expect(status.out.contains("1 row waits for a person"), "\(status)")
    let records = await unmatched(ledger)
    try #require(records.count == 2)
    let wrong = await ledger.type("import settle \(batch) --row 2 --match \(records[0])")
    #expect(wrong.status == 3)
    #expect(wrong.err.contains("error record-matched-already"), "\(wrong)")
    let answer = await ledger.type(
      "import settle \(batch) --row 2 --match \(records[0]) --match \(records[1])")
    #expect(answer.out.contains("is matched with record \(records[0]), \(records[1])"), "\(answer)")
    #expect(await ledger.heldRows() == 0)
    #expect(await unmatched(ledger) == [])
    let again = await ledger.type("import settle \(batch) --row 2 --match \(records[0])")
    #expect(again.err.contains("error row-not-waiting: \(batch) row 2 does not wait"), "\(again)")
    try await ledger.type("audit verify").require()
    try await ledger.type("check").require()
  }

  @Test func `two credits for one payment are matched to it, and a third is not`() async throws {
    let ledger = try await paid()
    let batch = try await ledger.statement(
      "04/11/2026,BGC,ANYSHIRE COUNCIL ONE,,140.00,370.00",
      "05/11/2026,BGC,ANYSHIRE COUNCIL TWO,,140.00,510.00",
      "06/11/2026,BGC,ANYSHIRE COUNCIL THREE,,140.00,650.00",
      "20/11/2026,DEB,SEALS SWIM CLUB,5.00,,645.00")
    let record = try #require(await unmatched(ledger).first)
    for row in [2, 3] {
      try await ledger.type("import settle \(batch) --row \(row) --match \(record)").require()
    }
    let third = await ledger.type("import settle \(batch) --row 4 --match \(record)")
    #expect(third.status == 3)
    #expect(third.err.contains("of record \(record) £0.00 is not matched yet"), "\(third)")
  }

  private func unmatched(_ ledger: TestLedger) async -> [String] {
    let lines = await ledger.type("import waiting").out.split(separator: "\n")
    guard let start = lines.firstIndex(where: { $0.hasPrefix("Payments to families") }) else {
      return []
    }
    return lines[(start + 3)...].prefix { $0.hasPrefix("SPB-") }
      .map { $0.split(separator: " ").last.map(String.init) ?? "" }
  }

  @Test func `a payment to somebody new is placed, or split over lines of the child`() async throws
  {
    let ledger = try await paid()
    let batch = try await ledger.statement(
      "05/11/2026,DEB,NEW SWIM SCHOOL,50.00,,600.00",
      "06/11/2026,DEB,ART AND MUSIC,30.00,,570.00")
    #expect(await ledger.heldRows() == 2)
    let spent = await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out
    for (line, code) in [
      ("SPB-004217/1", "line-of-another-child"), ("SPB-004655/3=40.00", "shares-do-not-add"),
    ] {
      let refused = await ledger.type("import settle \(batch) --row 2 --line \(line)")
      #expect(refused.status == 3)
      #expect(refused.err.contains("error \(code)"), "\(refused)")
    }
    #expect(
      await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out == spent)
    try await ledger.type("import settle \(batch) --row 2 --line SPB-004655/3").require()
    try await ledger.type(
      "import settle \(batch) --row 3 --line SPB-004655/1=-10.00 --line SPB-004655/3=-20.00"
    ).require()
    #expect(await ledger.heldRows() == 0)
    try await ledger.type("audit verify").require()
    // The rows are known from now on.
    let (again, _) = try await ledger.preview(
      text: BankStatement.heading
        + "05/11/2026,DEB,'30-00-00,12345678,NEW SWIM SCHOOL,50.00,,600.00\n",
      named: "again.csv", BankStatement.options)
    #expect(again.rows("Known")?.rows == 1, "\(again)")
    // And what was placed goes back with its import.
    try await ledger.type("import undo \(batch) --reason Wrong").require()
    #expect(await ledger.heldRows() == 0)
    #expect(
      await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out.withoutHead
        == spent.withoutHead)
    try await ledger.type("audit verify").require()
  }

  @Test func `a placing that is taken back waits again`() async throws {
    let ledger = try await paid()
    let batch = try await ledger.statement("05/11/2026,DEB,NEW SWIM SCHOOL,50.00,,600.00")
    let placed = await ledger.type("import settle \(batch) --row 2 --line SPB-004655/3")
    let record = placed.out.split(separator: " ").last?.dropLast(2) ?? ""
    try await ledger.type("event reverse \(record) --reason Wrong").require()
    #expect(await ledger.heldRows() == 1)
    try await ledger.type("import settle \(batch) --row 2 --line SPB-004655/1").require()
    #expect(await ledger.heldRows() == 0)
    try await ledger.type("audit verify").require()
  }

  @Test func `a row is set aside with a reason, and asked about no more`() async throws {
    let ledger = try await paid()
    let row = "05/11/2026,DEB,BIRTHDAY CAKE,50.00,,600.00"
    let batch = try await ledger.statement(row)
    let unsaid = await ledger.type("import settle \(batch) --row 2 --set-aside")
    #expect(unsaid.err.contains("error reason-missing"), "\(unsaid)")
    try await ledger.type("import settle \(batch) --row 2 --set-aside --reason Private").require()
    #expect(await ledger.heldRows() == 0)
    let again = try await ledger.statement(row, named: "again.csv")
    #expect(again != batch)
    #expect(await ledger.heldRows() == 0)
    try await ledger.type("audit verify").require()
  }

  @Test func `a row that a later file settles waits no more, and none waits twice`() async throws {
    let ledger = try await paid()
    let row = "05/11/2026,DEB,NEW SWIM SCHOOL,50.00,,600.00"
    _ = try await ledger.statement(row)
    _ = try await ledger.statement(
      row, "06/11/2026,DEB,SEALS SWIM CLUB,5.00,,595.00", named: "later.csv")
    #expect(await ledger.heldRows() == 1)
    let mapping = try Project.text("ledgers/example/mappings/spb-004655.yaml")
    try ledger.terminal.scratch.write(
      mapping + "    New Swim School: 3\n", to: "ledger/mappings/spb-004655.yaml")
    _ = try await ledger.statement(row, named: "third.csv")
    #expect(await ledger.heldRows() == 0)
    try await ledger.type("audit verify").require()
  }

  @Test func `payees are shown to who asks for names, and to nobody else`() async throws {
    let ledger = try await paid()
    _ = try await ledger.statement("05/11/2026,DEB,NEW SWIM SCHOOL,50.00,,600.00")
    #expect(!(await ledger.type("import waiting").out.contains("NEW SWIM")))
    let shown = await ledger.type("import waiting --names")
    #expect(shown.status == 2)
    #expect(shown.out.contains("NEW SWIM"), "\(shown.out)")
  }

  @Test func `a month is not prepared over what waits, unless it is carried with a reason`()
    async throws
  {
    let ledger = try await paid()
    let other = ledger.on("2026-12-02", by: "j.osei")
    let batch = try await ledger.statement("05/11/2026,DEB,NEW SWIM SCHOOL,50.00,,600.00")
    let refused = await other.type("period prepare 2026-11")
    #expect(refused.status == 3)
    #expect(refused.err.contains("error still-waiting: 1 row waits for a person"), "\(refused)")
    #expect(refused.err.contains("1 direct payment is due and not made"), "\(refused)")
    let early = await other.type("period prepare 2026-10")
    #expect(early.status == 0, "\(early)")
    try await ledger.type("import settle \(batch) --row 2 --line SPB-004655/3").require()
    let still = await other.type("period prepare 2026-11")
    #expect(!still.err.contains("row waits"), "\(still)")
    try await other.type(["period", "prepare", "2026-11", "--carry", "Paid on 4 December"])
      .require()
    try await ledger.on("2026-12-02").type("period close 2026-11").require()
    try await ledger.type("audit verify").require()
  }

  @Test func `a preview is dropped, and is in nobody's way`() async throws {
    let ledger = try await TestLedger.october()
    let (_, batch) = try await ledger.preview(
      text: Self.advances + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-A\n",
      named: "dp.csv", "--as direct-payments")
    #expect(await ledger.type("status").out.contains("1 import waits to be committed"))
    try await ledger.type("import discard \(batch)").require()
    #expect(!(await ledger.type("status").out.contains("to be committed")))
    let again = await ledger.type("import discard \(batch)")
    #expect(again.err.contains("error import-given-up: \(batch) was dropped"), "\(again)")
  }

  @Test func `what is said of a row is one thing`() async throws {
    let ledger = try await paid()
    for words in ["", " --match 3 --set-aside", " --line SPB-004655/1 --match 3"] {
      let answer = await ledger.type("import settle B-0001 --row 2" + words)
      #expect(answer.status == 64)
      #expect(answer.err.contains("error settlement-unclear"), "\(answer)")
    }
  }
}
