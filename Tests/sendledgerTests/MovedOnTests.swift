import Foundation
import TestSupport
import Testing

/// A file that is committed once the ledger has moved on since its preview.
struct MovedOnTests {
  private func file(_ numbers: ClosedRange<Int>, day: String) -> String {
    let headings =
      "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,"
      + "Expense code,Amount"
    let rows = numbers.map {
      "INVENTED SUPPLIER LTD,200001,\(day)/10/2026,\($0),Education,Top-ups,HN122,\($0 % 100).50"
    }
    return ([headings] + rows).joined(separator: "\n") + "\n"
  }

  private let options = "--as payments --mapping anyshire"

  @Test func `a preview that would come to the same is committed`() async throws {
    let ledger = try await TestLedger.make()
    let first = try await ledger.preview(
      text: file(10...14, day: "05"), named: "first.csv", options)
    try await ledger.type("import commit \(first.batch)").require()
    // Known rows and new ones, so that there is more than one tally.
    let second = try await ledger.preview(
      text: file(13...18, day: "05"), named: "second.csv", options)
    let other = try await ledger.preview(
      text: file(40...42, day: "20"), named: "other.csv", options)
    try await ledger.type("import commit \(other.batch)").require()
    let committed = await ledger.type("import commit \(second.batch)")
    #expect(committed.status == 0, "\(committed)")
    #expect(committed.out.hasPrefix("\(second.batch): 4 rows posted from second.csv."))
  }

  @Test func `a preview that would come to something else is refused`() async throws {
    let ledger = try await TestLedger.make()
    let first = try await ledger.preview(
      text: file(10...14, day: "05"), named: "first.csv", options)
    let second = try await ledger.preview(
      text: file(13...18, day: "05"), named: "second.csv", options)
    try await ledger.type("import commit \(first.batch)").require()
    let refused = await ledger.type("import commit \(second.batch)")
    #expect(refused.status == 3)
    #expect(refused.err.contains("error preview-stale"))
  }

  @Test func `a preview of a month that was closed since is refused, and the next one says so`()
    async throws
  {
    let ledger = try await TestLedger.make().on("2026-11-30")
    let october = file(10...14, day: "05")
    let first = try await ledger.preview(text: october, named: "first.csv", options)
    let november = try await ledger.preview(
      text: file(20...24, day: "05").replacing("/10/2026", with: "/11/2026"), named: "second.csv",
      options)
    #expect(!first.answer.out.contains("Closed"))
    let other = ledger.on("2026-11-30", by: "j.osei")
    try await other.type("period prepare 2026-10 --carry Late").require()
    try await ledger.type("period close 2026-10").require()

    let refused = await ledger.type("import commit \(first.batch)")
    #expect(refused.status == 3)
    #expect(refused.err.contains("error preview-stale"))
    let again = try await ledger.preview(text: october, named: "first.csv", options)
    #expect(again.answer.out.contains("2026-10: what is new of it counts on 2026-11-01"))
    try await ledger.type("import commit \(again.batch)").require()
    try await ledger.type("import commit \(november.batch)").require()
  }

  @Test func `a release of a row without a sum, and an instalment of another month, count too`()
    async throws
  {
    let ledger = try await TestLedger.october().on("2026-11-30")
    let ended = try await ledger.preview(
      text:
        "Event,Day,Amount,Fund,Line,Child,Plan line,Contract,Partner,Paid by,Commitment,Document\n"
        + "placement-ended,16/10/2026,,,,SPB-004655,2,,,,,Leaver notice\n", named: "ended.csv",
      "--as events")
    let line = try await ledger.preview(
      text: "Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,"
        + "Rate,Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on\n"
        + "SPB-004777,1,Tutor,F,High needs,1.2.11,,education,3,direct-payment,,300.00,,,month,days,"
        + "monthly,01/09/2026,,D-2026-0799,Panel,20/08/2026\n", named: "line.csv", "--as packages")
    try await ledger.on("2026-11-30", by: "j.osei").type("period prepare 2026-10 --carry Late")
      .require()
    try await ledger.type("period close 2026-10").require()
    for batch in [ended.batch, line.batch] {
      let refused = await ledger.type("import commit \(batch)")
      #expect(refused.status == 3)
      #expect(refused.err.contains("error preview-stale"))
    }
  }

  @Test func `money paid back and given back in a later month is said in words, with no negative`()
    async throws
  {
    let ledger = try await TestLedger.october().on("2026-11-30")
    try await ledger.close("2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09")
    try await ledger.close("2026-10")
    let back = "child/SPB-004655/2026-10/social-care-paid-to-you/paid-back"
    let record = CommaSeparated(await ledger.type("trace \(back) --format csv").out)
      .rows.first?["record"]
    try await ledger.type([
      "event", "reverse", try #require(record), "--reason", "It was another family's",
      "--even-so",
    ]).require()
    let folder = ledger.terminal.scratch.path + "/out"
    try await ledger.type(
      "statement build --period 2026-11 --child SPB-004655 --output-folder \(folder)"
    ).require()
    let text = try String(contentsOfFile: folder + "/2026-11/SPB-004655.txt", encoding: .utf8)
    #expect(text.contains("£60 given back"))
    #expect(!text.contains("-£") && !text.contains("\u{2212}"))
  }
}
