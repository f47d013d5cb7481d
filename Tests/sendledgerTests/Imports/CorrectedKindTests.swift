import TestSupport
import Testing

/// Files of other kinds than payments that correct an earlier form of themselves.
struct CorrectedKindTests {
  private func balances(_ ledger: TestLedger) async -> String {
    await ledger.type("trial-balance --as-of 2026-12-31 --format csv").out.withoutHead
  }

  /// Brings a file, corrects it by another, and holds the books against those of the other alone; then takes
  /// the correction back.
  ///
  /// - Returns: the preview of the correction.
  private func correct(
    _ first: String, by second: String, _ kind: String, new: Int, isOther: Bool = true
  ) async throws -> Terminal.Answer {
    let options = "--as \(kind)"
    let ledger = try await TestLedger.october()
    let batch = try await ledger.bring(first, named: "a.csv", options)
    let before = await balances(ledger)
    let (answer, later) = try await ledger.preview(
      text: second, named: "b.csv", options + " --corrects \(batch)")
    #expect((answer.rows("New")?.rows ?? 0) == new, "\(answer)")
    try await ledger.type("import commit \(later)").require()
    let whole = try await TestLedger.october()
    _ = try await whole.bring(second, named: "b.csv", options)
    #expect(await balances(ledger) == (await balances(whole)))
    if isOther { #expect(await balances(ledger) != before) }
    let (again, _) = try await ledger.preview(text: second, named: "again.csv", options)
    #expect(again.rows("New") == nil && again.rows("Held") == nil, "\(again)")
    try await ledger.type("audit verify").require()
    try await ledger.type("import undo \(later) --reason Wrong").require()
    #expect(await balances(ledger) == before)
    try await ledger.type("import undo \(batch) --reason Wrong").require()
    #expect(await balances(ledger) == (await balances(try await TestLedger.october())))
    try await ledger.type("audit verify").require()
    return answer
  }

  private static let advances = "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"

  private func advance(_ line: Int, _ amount: String, _ number: String = "DP-2611-0042") -> String {
    "SPB-004655,\(line),01/11/2026,01/11/2026,November 2026,\(amount),\(number)\n"
  }

  @Test func `of one direct payment for two lines the line that changed goes, and both are posted`()
    async throws
  {
    let answer = try await correct(
      Self.advances + advance(1, "280.00") + advance(3, "390.00"),
      by: Self.advances + advance(1, "270.00") + advance(3, "390.00"), "direct-payments", new: 2)
    #expect(answer.out.contains("posted again"), "\(answer)")
    #expect(answer.out.contains("280.00") && answer.out.contains("390.00"), "\(answer)")
    #expect(answer.out.contains("670.00"), "\(answer)")
  }

  @Test func `direct payments of their own are corrected by themselves`() async throws {
    let answer = try await correct(
      Self.advances + advance(1, "280.00", "DP-1") + advance(3, "390.00", "DP-2"),
      by: Self.advances + advance(3, "390.00", "DP-2"), "direct-payments", new: 0)
    #expect(answer.out.contains("gone"), "\(answer)")
    #expect(answer.out.contains("1 in all"), "\(answer)")
  }

  @Test func `contributions are corrected row by row`() async throws {
    let heading = "Partner,Fund,Event,Day,Amount,Reference\n"
    func row(_ amount: String, _ number: Int) -> String {
      "ICB,Pool (general),received,20/11/2026,\(amount),R-\(number)\n"
    }
    let answer = try await correct(
      heading + row("100.00", 1) + row("50.00", 2),
      by: heading + row("101.00", 1) + row("50.00", 2) + row("7.00", 3), "contributions", new: 3)
    #expect(answer.out.contains("changed"), "\(answer)")
    #expect(answer.out.contains("posted again"), "\(answer)")
  }

  @Test(arguments: [
    // What fell due, and what came; then both otherwise.
    ("500.00", ["900.00"], "700.00", ["900.00"]), ("500.00", ["900.00"], "200.00", ["900.00"]),
    ("500.00", ["900.00", "20.00"], "", ["900.00", "20.00"]),
    ("500.00", ["100.00", "800.00"], "500.00", ["100.00", "900.00"]),
    ("500.00", ["900.00", "20.00"], "500.00", ["20.00"]),
  ])
  func `what came is held anew to what a correction says was due`(
    due: String, came: [String], dueNow: String, cameNow: [String]
  ) async throws {
    func file(_ due: String, _ came: [String]) -> String {
      let rows = came.enumerated().map { number, amount in
        "ICB,Health,received,0\(number + 2)/11/2026,\(amount),R-\(number)\n"
      }
      return "Partner,Fund,Event,Day,Amount,Reference\n" + rows.joined()
        + (due.isEmpty ? "" : "ICB,Health,due,09/11/2026,\(due),D\n")
    }
    // More came than was due, so that it is the sum of what came that counts at the end.
    _ = try await correct(
      file(due, came), by: file(dueNow, cameNow), "contributions",
      new: cameNow.count + (due == dueNow || dueNow.isEmpty ? 0 : 1), isOther: came != cameNow)
  }

  @Test func `events are corrected row by row`() async throws {
    let heading = "Event,Day,Amount,Fund,Line,Document\n"
    func row(_ amount: String, _ day: Int) -> String {
      "payment-made,\(day)/11/2026,\(amount),High needs,1.2.3,\"Panel, \(day) November 2026\"\n"
    }
    _ = try await correct(
      heading + row("300.00", 11) + row("200.00", 12),
      by: heading + row("30.00", 11) + row("200.00", 12), "events", new: 1)
  }

  @Test func `transfers are corrected row by row`() async throws {
    let heading = "From,To,Amount,Base,Forum minute,Reference,Day\n"
    func row(_ amount: String) -> String {
      "Central,High needs,\(amount),,\"Schools Forum, 2 November 2026, minute 3\",,03/11/2026\n"
    }
    _ = try await correct(heading + row("20.00"), by: heading + row("2.00"), "transfers", new: 1)
  }

  @Test func `a notice that is gone is not taken back by its row`() async throws {
    let heading = "Event,Day,Amount,Fund,Line,Child,Plan line,Document\n"
    let notice = "placement-ended,16/11/2026,,,,SPB-004655,2,\"Notice, 16 November 2026\"\n"
    let other = "commitment-made,11/11/2026,300.00,High needs,1.2.3,,,Panel\n"
    let ledger = try await TestLedger.october()
    let batch = try await ledger.bring(heading + notice + other, named: "a.csv", "--as events")
    let answer = try await ledger.preview(
      text: heading + other, named: "b.csv", "--as events --corrects \(batch)"
    ).answer
    #expect(answer.status == 3, "\(answer)")
    #expect(
      answer.err.contains("error corrects-more-than-money: row 2 of \(batch)"), "\(answer)")
  }

  @Test func `a direct payment stands in the month in which it was paid`() async throws {
    func row(_ amount: String, _ number: Int, _ paid: String = "30/10/2026") -> String {
      "SPB-004655,\(number == 1 ? 1 : 3),01/11/2026,\(paid),November 2026,\(amount),DP-\(number)\n"
    }
    let answer = try await correct(
      Self.advances + row("280.00", 1) + row("390.00", 2),
      by: Self.advances + row("28.00", 1) + row("390.00", 2), "direct-payments", new: 1)
    #expect(answer.out.contains("changed"), "\(answer)")
  }
}
