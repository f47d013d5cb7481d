import Foundation
import TestSupport
import Testing

/// Proof of spending beyond what was paid over waits, and counts as soon as money is out for it.
struct ProofTests {
  /// Rows of day, payee and what was paid out.
  private func text(_ rows: [String]) -> String {
    BankStatement.text(
      rows.map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[0]),DEB,\(cells[1]),\(cells[2]),,"
      })
  }

  private func bring(_ rows: String..., named name: String, to ledger: TestLedger) async throws
    -> String
  {
    let (_, batch) = try await ledger.preview(text: text(rows), named: name, BankStatement.options)
    _ = await ledger.type("import commit \(batch)")
    return batch
  }

  /// What stands advanced and spent for line 1 of SPB-004655, in pounds.
  private func line(_ ledger: TestLedger) async -> [String] {
    let rows = CommaSeparated(await ledger.type("child show SPB-004655 --format csv").out).rows
    let line = rows.first { $0["line"] == "1" } ?? [:]
    return [line["advanced_gbp"] ?? "", line["spent_gbp"] ?? ""]
  }

  private func advance(_ amount: String, in ledger: TestLedger) async -> Terminal.Answer {
    await ledger.type(
      "event record direct-payment-advanced --day 2026-11-20 --amount=\(amount) --child SPB-004655"
        + " --plan-line 1 --due 2026-11-20 --document Letter-\(amount)")
  }

  private func balances(_ ledger: TestLedger) async -> String {
    await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out.withoutHead
  }

  @Test func `an import taken back lets proof count that had waited`() async throws {
    let ledger = try await TestLedger.october()
    #expect(await line(ledger) == ["40.00", "520.00"])
    let first = try await bring("05/11/2026,BrightSteps,40.00", named: "a.csv", to: ledger)
    _ = try await bring("06/11/2026,AppWorld,30.00", named: "b.csv", to: ledger)
    #expect(await line(ledger) == ["0.00", "560.00"])
    let answer = await ledger.type("import undo \(first) --reason Mistake")
    #expect(answer.status == 2, "\(answer)")
    #expect(
      answer.err.contains(
        "warning proof-counts-now: £30.00 of what was proved on 2026-11-06 for SPB-004655/1"
          + " had waited"), "\(answer)")
    #expect(await line(ledger) == ["10.00", "550.00"])
    _ = try await bring("05/11/2026,BrightSteps,40.00", named: "c.csv", to: ledger)
    #expect(await line(ledger) == ["0.00", "560.00"])
    _ = await advance("100.00", in: ledger)
    #expect(await line(ledger) == ["70.00", "590.00"])
    try await ledger.type("audit verify").require()
  }

  @Test func `proof taken back is taken back whole, with what of it counted later`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await bring("05/11/2026,BrightSteps,100.00", named: "a.csv", to: ledger)
    #expect(await line(ledger) == ["0.00", "560.00"])
    _ = await advance("50.00", in: ledger)
    #expect(await line(ledger) == ["0.00", "610.00"])
    try await ledger.type("import undo \(batch) --reason Mistake").require()
    #expect(await line(ledger) == ["90.00", "520.00"])
    _ = await advance("60.00", in: ledger)
    #expect(await line(ledger) == ["150.00", "520.00"])
  }

  @Test func `a payment taken back lets the proof that it paid for wait again`() async throws {
    let ledger = try await TestLedger.october()
    _ = try await bring("05/11/2026,BrightSteps,100.00", named: "a.csv", to: ledger)
    let payment =
      "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
      + "SPB-004655,1,01/11/2026,09/11/2026,November 2026,280.00,DP-A\n"
    let batch = try await ledger.bring(payment, named: "dp.csv", "--as direct-payments")
    #expect(await line(ledger) == ["220.00", "620.00"])
    try await ledger.type("import undo \(batch) --reason Mistake").require()
    #expect(await line(ledger) == ["0.00", "560.00"])
    try await ledger.bring(payment, named: "dp.csv", "--as direct-payments")
    #expect(await line(ledger) == ["220.00", "620.00"])
  }

  @Test(arguments: [("90.00", ["0.00", "560.00"]), ("25.00", ["0.00", "560.00"])])
  func `a statement put right lets proof count, and undone leaves all as it was`(
    amount: String, expected: [String]
  ) async throws {
    let ledger = try await TestLedger.october()
    let first = try await bring("05/11/2026,BrightSteps,100.00", named: "a.csv", to: ledger)
    _ = try await bring("20/11/2026,AppWorld,30.00", named: "b.csv", to: ledger)
    let before = await balances(ledger)
    let (_, second) = try await ledger.preview(
      text: text(["05/11/2026,BrightSteps,\(amount)"]), named: "c.csv",
      BankStatement.options + " --corrects \(first)")
    _ = await ledger.type("import commit \(second)")
    #expect(await line(ledger) == expected)
    // All that is proved counts once there is money: 30.00, and what the row is now.
    let rehearsed = try ledger.copied()
    _ = await advance("200.00", in: rehearsed)
    let spent = amount == "90.00" ? "640.00" : "575.00"
    #expect(await line(rehearsed)[1] == spent)
    try await ledger.type("import undo \(second) --reason Mistake --even-so").require()
    #expect(await balances(ledger) == before)
    _ = await advance("200.00", in: ledger)
    #expect(await line(ledger)[1] == "650.00")
    try await ledger.type("audit verify").require()
  }

  @Test func `a row that waited whole and is gone from the corrected statement waits no more`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let first = try await bring(
      "05/11/2026,BrightSteps,40.00", "06/11/2026,AppWorld,30.00", named: "a.csv", to: ledger)
    let (_, second) = try await ledger.preview(
      text: text(["05/11/2026,BrightSteps,40.00"]), named: "c.csv",
      BankStatement.options + " --corrects \(first)")
    try await ledger.type("import commit \(second)").require()
    let rehearsed = try ledger.copied()
    _ = await advance("200.00", in: rehearsed)
    #expect(await line(rehearsed) == ["200.00", "560.00"])
    try await ledger.type("import undo \(second) --reason Mistake").require()
    _ = await advance("200.00", in: ledger)
    #expect(await line(ledger) == ["170.00", "590.00"])
  }

  @Test func `spending that came back and is taken back leaves no more spent than is paid over`()
    async throws
  {
    let ledger = try await TestLedger.october()
    _ = try await bring("02/11/2026,BrightSteps,40.00", named: "a.csv", to: ledger)
    let back = BankStatement.heading + "03/11/2026,DEB,'30-00-00,12345678,BrightSteps,,50.00,\n"
    let (_, refund) = try await ledger.preview(text: back, named: "b.csv", BankStatement.options)
    _ = await ledger.type("import commit \(refund)")
    _ = try await bring("04/11/2026,BrightSteps,50.00", named: "c.csv", to: ledger)
    #expect(await line(ledger) == ["0.00", "560.00"])
    let answer = await ledger.type("import undo \(refund) --reason Mistake")
    #expect(answer.status == 2, "\(answer)")
    #expect(
      answer.err.contains(
        "warning proof-waits-again: £50.00 of what was proved for SPB-004655/1 is more than is paid"
      ),
      "\(answer)")
    #expect(await line(ledger) == ["0.00", "560.00"])
    _ = await advance("70.00", in: ledger)
    #expect(await line(ledger) == ["20.00", "610.00"])
    try await ledger.type("audit verify").require()
  }

  @Test func `a payment taken back under what is proved lets the proof wait again`() async throws {
    let ledger = try await TestLedger.october()
    let paid = await advance("100.00", in: ledger)
    let record = try #require(paid.out.firstMatch(of: /Recorded as (\d+)/)?.1)
    let batch = try await bring("21/11/2026,BrightSteps,140.00", named: "a.csv", to: ledger)
    #expect(await line(ledger) == ["0.00", "660.00"])
    let refused = await ledger.type("event reverse \(record) --reason Mistake")
    #expect(refused.err.contains("error payment-accounted-for"), "\(refused)")
    let answer = await ledger.type("event reverse \(record) --reason Mistake --even-so")
    #expect(answer.err.contains("warning proof-waits-again: £100.00"), "\(answer)")
    #expect(await line(ledger) == ["0.00", "560.00"])
    _ = await ledger.type("import undo \(batch) --reason Mistake")
    #expect(await line(ledger) == ["40.00", "520.00"])
  }

  @Test func `proof is taken back whole by whichever of its records is named`() async throws {
    let ledger = try await TestLedger.october()
    var said = ""
    for (amount, document) in [("40.00", "A"), ("30.00", "B")] {
      said = await ledger.type(
        "event record direct-payment-evidenced --day 2026-11-02 --amount \(amount)"
          + " --child SPB-004655 --plan-line 1 --document \(document)"
      ).out
    }
    let waits = try #require(said.firstMatch(of: /Recorded as (\d+)/).flatMap { Int($0.1) })
    _ = await advance("20.00", in: ledger)
    #expect(await line(ledger) == ["0.00", "580.00"])
    let counted = waits + 2
    let refused = await ledger.type("event reverse \(counted) --reason Mistake")
    #expect(refused.status == 3)
    #expect(
      refused.err.contains("error proof-is-whole: record \(counted) counts what had waited"),
      "\(refused)")
    try await ledger.type("event reverse \(waits) --reason Mistake").require()
    #expect(await line(ledger) == ["20.00", "560.00"])
    let again = await ledger.type("event reverse \(waits) --reason Mistake")
    #expect(again.err.contains("error already-corrected"), "\(again)")
    _ = await advance("50.00", in: ledger)
    #expect(await line(ledger) == ["70.00", "560.00"])
  }

  @Test func `a correction undone leaves what counted later on its own days`() async throws {
    let ledger = try await TestLedger.october().on("2027-04-30")
    let first = try await bring(
      "15/03/2027,AppWorld,1.00", "25/03/2027,BrightSteps,90.00", named: "a.csv", to: ledger)
    let paid = await ledger.type(
      "event record direct-payment-advanced --day 2027-03-20 --amount 100.00 --child SPB-004655"
        + " --plan-line 1 --due 2027-03-20 --document Letter")
    #expect(paid.err.contains("£51.00 of what was proved on 2027-03-25"), "\(paid)")
    let before = await ledger.type("trial-balance --as-of 2027-03-31 --format csv").out.withoutHead
    let (_, second) = try await ledger.preview(
      text: text(["15/03/2027,AppWorld,1.00", "20/04/2027,BrightSteps,90.00"]), named: "b.csv",
      BankStatement.options + " --corrects \(first)")
    _ = await ledger.type("import commit \(second)")
    _ = await ledger.type("import undo \(second) --reason Mistake")
    let after = await ledger.type("trial-balance --as-of 2027-03-31 --format csv").out.withoutHead
    #expect(after == before)
  }

  @Test func `a correction is not undone under an import that has posted its row again`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let first = try await bring(
      "05/11/2026,BrightSteps,16.00", "06/11/2026,AppWorld,17.00", named: "a.csv", to: ledger)
    let (_, second) = try await ledger.preview(
      text: text(["05/11/2026,BrightSteps,16.00"]), named: "b.csv",
      BankStatement.options + " --corrects \(first)")
    try await ledger.type("import commit \(second)").require()
    let third = try await bring(
      "06/11/2026,AppWorld,17.00", "07/11/2026,AppWorld,2.00", named: "c.csv", to: ledger)
    let spent = await line(ledger)
    let refused = await ledger.type("import undo \(second) --reason Mistake")
    #expect(refused.err.contains("error later-record-rests-on-it"), "\(refused)")
    #expect(await line(ledger) == spent)
    try await ledger.type("import undo \(third) --reason Mistake").require()
    try await ledger.type("import undo \(second) --reason Mistake").require()
    #expect(await line(ledger) == ["7.00", "553.00"])
  }

  @Test func `a statement says that spending waits as long as it does`() async throws {
    let ledger = try await TestLedger.october()
    _ = try await bring("05/11/2026,BrightSteps,100.00", named: "a.csv", to: ledger)
    #expect(try await statement(ledger).contains("you spent £60 more than we had paid you"))
    _ = await advance("25.00", in: ledger)
    #expect(try await statement(ledger).contains("you spent £35 more than we had paid you"))
    _ = await advance("35.00", in: ledger)
    #expect(!(try await statement(ledger).contains("more than we had paid you")))
  }

  private func statement(_ ledger: TestLedger) async throws -> String {
    let folder = ledger.path + "-statements"
    try await ledger.type(
      "statement build --period 2026-11 --child SPB-004655 --output-folder \(folder)"
    ).require()
    let text = try String(contentsOfFile: folder + "/2026-11/SPB-004655.txt", encoding: .utf8)
    return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
  }
}
