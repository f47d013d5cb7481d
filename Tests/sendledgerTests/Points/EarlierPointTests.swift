import Foundation
import TestSupport
import Testing

/// A report at an earlier point gives the bytes that it gave then, whatever is done later.
struct EarlierPointTests {
  private static let reports = [
    "block position --period 2026-10 --grouped", "block position --period 2026-10 --format json",
    "block position --block schools --as-of 2026-10-15",
    "trial-balance --as-of 2026-10-31", "trial-balance --layer budget --as-of 2027-03-31",
    "year show 2026-27", "pool costs", "pool show POOL-2026", "pool contributions POOL-2026",
    "trace position/2026-10/high-needs/line/1.2.11/actual",
    "trace child/SPB-004655/2026-10/education-paid-to-you/spent",
    "trace position/2026-10/high-needs --addresses",
  ]

  /// What every report says at a point, and the statements that are built at it.
  private func answers(of ledger: TestLedger, at point: String) async throws -> [String: String] {
    var answers: [String: String] = [:]
    for report in EarlierPointTests.reports {
      let answer = await ledger.type(report + " --as-known-at \(point)")
      answers[report] = "\(answer.status)\n\(answer.out)\n\(answer.err)"
    }
    let folder = ledger.terminal.scratch.path + "/statements-\(UUID().uuidString)"
    await ledger.type(
      "statement build --period 2026-10 --as-known-at \(point) --output-folder \(folder)")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/2026-10")) ?? []
    for file in files {
      answers["statement " + file] = try String(
        contentsOfFile: "\(folder)/2026-10/\(file)", encoding: .utf8)
    }
    return answers
  }

  /// Everything that has changed a report of the past: imports taken back, an entry reversed, settings
  /// adopted, a late row, a month and a year closed.
  private func goOn(_ ledger: TestLedger) async throws {
    let there = ledger.on("2027-04-20")
    let committed = CommaSeparated(await there.type("import list --format csv").out).rows
      .filter { ["direct-payments", "receipts", "events", "bank"].contains($0["kind"]) }
      .compactMap { $0["import"] }
    var undone = 0
    for batch in committed.reversed()
    where await there.type("import undo \(batch) --reason Wrong").status == 0 { undone += 1 }
    #expect(undone > 0)
    let policy = ledger.path + "/policy.yaml"
    let text = try String(contentsOfFile: policy, encoding: .utf8)
    try
      (text + """

          - setting: position-groups
            from: 2026-04-01
            value: "Top-ups: 1.2.1 1.2.2 1.2.3; Everything else: 1.2.5 1.2.11 1.2.13"
            source: Schools Forum, later minute
          - setting: direct-payments-counted
            from: 2026-04-01
            value: when-paid
            source: Schools Forum, later minute

        """).write(toFile: policy, atomically: true, encoding: .utf8)
    #expect(await there.type("policy adopt").status == 2)
    let adopted = await there.on("2027-04-20", by: "j.osei").type("policy adopt")
    #expect(adopted.status == 0, "\(adopted.err)")
    try await there.type(
      "event record payment-made --day 2026-10-20 --amount 55.00 --fund high-needs --line 1.2.11 "
        + "--document Late"
    ).require()
    try await there.on("2027-04-20", by: "j.osei").type("period prepare 2027-03 --carry Late")
      .require()
    try await there.type("year close 2026-27").require()
  }

  @Test func `no report of an earlier point is changed by what is done later`() async throws {
    let ledger = try await TestLedger.october()
    let last = Int(await ledger.lastRecord() ?? "") ?? 0
    let points = ["2026-09-30", "2026-10-31", "62", "\(last - 40)", "\(last - 5)", "\(last)"]
    var before: [String: [String: String]] = [:]
    for point in points { before[point] = try await answers(of: ledger, at: point) }
    try await goOn(ledger)
    for point in points {
      let after = try await answers(of: ledger, at: point)
      #expect(before[point]?.count == after.count)
      for (report, text) in before[point] ?? [:] {
        #expect(after[report] == text, "\(report) at \(point)")
      }
    }
  }

  @Test func `a report prints the head of the point that it is read at`() async throws {
    let ledger = try await TestLedger.october()
    let then = await ledger.type("block position --period 2026-10 --as-known-at 62").out
    #expect(then.contains("record 62, head"))
    let record = await ledger.type("audit log --record 62").out
    let digest = record.split(separator: "\n").first { $0.hasPrefix("Digest") }?
      .split(separator: " ").last
    #expect(digest.map { then.contains($0) } == true)
  }

  @Test func `a point that the ledger does not have is refused`() async throws {
    let ledger = try await TestLedger.october()
    for (point, said) in [
      ("999999", "“999999”"), ("-1", "“-1”"), ("soon", "what was typed"),
    ] {
      let answer = await ledger.type(
        ["block", "position", "--period", "2026-10", "--as-known-at=\(point)"])
      #expect(answer.status == 4)
      #expect(answer.err.contains("error point-not-known: \(said) is not a day or a record"))
    }
    let early = await ledger.type("trial-balance --as-of 2026-10-31 --as-known-at 2020-01-01")
    #expect(early.status == 4)
    #expect(early.err.contains("nothing had been recorded yet at “2020-01-01”"))
  }
}
