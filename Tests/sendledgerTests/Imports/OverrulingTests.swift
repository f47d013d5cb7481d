import Foundation
import TestSupport
import Testing

/// A total that is wrong, and the rows that a file could not bring in.
struct OverrulingTests {
  private static let heading =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"
    + "Amount\n"
  private static let options = "--as payments --mapping anyshire"
  private static let rows =
    "OAKFIELD,7,11/11/2026,51,Education,Top-up,HN122,100.00\n"
    + "HILLTOP,8,12/11/2026,52,Education,Top-up,HN122,50.00\n"

  @Test func `a total that a person knows to be wrong is ruled on, for that file alone`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let text = Self.heading + Self.rows + "Total,,,,,,,150.01\n"
    let (answer, batch) = try await ledger.preview(text: text, named: "a.csv", Self.options)
    #expect(answer.err.contains("error control-total-missed"))
    #expect(answer.out.contains("import overrule \(batch) --row 4"), "\(answer.out)")
    #expect(await ledger.type("import commit \(batch)").status == 3)
    let unsaid = await ledger.type("import overrule \(batch) --row 4")
    #expect(unsaid.err.contains("error reason-missing"), "\(unsaid)")
    let other = await ledger.type("import overrule \(batch) --row 3 --reason Wrong")
    #expect(other.status == 4)
    #expect(other.err.contains("error row-not-a-total: row 3 of \(batch)"), "\(other)")
    let ruled = await ledger.type("import overrule \(batch) --row 4 --reason Publisher")
    #expect(
      ruled.out.contains("the total of £150.01 is overruled; the rows add to £150.00"), "\(ruled)")
    try await ledger.type("import commit \(batch)").require()
    try await ledger.type("audit verify").require()
    // Another file with the same fault is another matter.
    let (next, second) = try await ledger.preview(
      text: text.replacing("52,", with: "53,"), named: "b.csv", Self.options)
    #expect(next.err.contains("error control-total-missed"))
    #expect(await ledger.type("import commit \(second)").status == 3)
  }

  @Test func `a fault that is no total is overruled by nobody`() async throws {
    let ledger = try await TestLedger.october()
    let text =
      Self.heading + Self.rows + "Total,,,,,,,151.00\n"
      + "\"O\"AK,9,13/11/2026,54,Education,Top-up,HN122,1.00\n"
    let (_, batch) = try await ledger.preview(text: text, named: "a.csv", Self.options)
    await ledger.type("import overrule \(batch) --row 4 --reason Publisher")
    #expect(await ledger.type("import commit \(batch)").status == 3)
  }

  @Test(arguments: [",", ";"])
  func `what was refused is written with its reason, and comes in when it is mended`(mark: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let text =
      "Anyshire Council\n" + Self.heading + Self.rows
      + "ASHWOOD,9,31/11/2026,54,Education,Top-up,HN122,\"1,025.00\"\n"
      + "ELMTREE,9,14/11/2026,55,Education,Top-up,,75.00\n"
    let path = ledger.terminal.scratch.path + "/refused.csv"
    let (answer, batch) = try await ledger.preview(
      text: mark == ","
        ? text : text.replacing("\"1,025.00\"", with: "1025.00").replacing(",", with: mark),
      named: "a.csv", Self.options + " --refused \(path)")
    #expect(answer.err.contains("2 refused rows written, the reason beside each"), "\(answer)")
    await ledger.type("import commit \(batch)")
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written.hasPrefix("Why refused\(mark)Supplier name\(mark)"), "\(written)")
    #expect(
      written.contains("date-impossible: Date paid is “31/11/2026”\(mark)ASHWOOD"), "\(written)")
    let there = try await ledger.preview(
      text: text, named: "b.csv", Self.options + " --refused \(path)")
    #expect(there.answer.err.contains("error output-exists"), "\(there.answer)")
    let mended = written.replacing("31/11/2026", with: "30/11/2026")
      .replacing("Top-up\(mark)\(mark)75.00", with: "Top-up\(mark)HN122\(mark)75.00")
    let (again, _) = try await ledger.preview(text: mended, named: "mended.csv", Self.options)
    #expect(again.rows("New")?.amount == "1,100.00", "\(again)")
    #expect(again.rows("Refused") == nil)
  }

  @Test func `twins of one cause are settled in one command, each listed with the row it is like`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let rows = (0..<40).map {
      "OAKFIELD,7,11/11/2026,\(600 + $0),Education,Top-up,HN122,\(100 + $0).00\n"
    }
    let first = try await ledger.bring(Self.heading + rows.joined(), named: "a.csv", Self.options)
    let later = rows.map { $0.replacing("11/11/2026", with: "12/11/2026") }
    let (answer, batch) = try await ledger.preview(
      text: Self.heading + later.joined(), named: "b.csv", Self.options)
    #expect(answer.rows("Possible twins")?.rows == 40, "\(answer)")
    let list = await ledger.type("import twins \(batch) --format csv")
    #expect(list.out.contains("\(first) row 2 of 2026-11-11"), "\(list.out.prefix(600))")
    let range = await ledger.type("import twins \(batch) --row 2-5 real --reason Two")
    #expect(range.out.contains("4 rows of \(batch) are real. 36 still to decide."), "\(range)")
    let two = await ledger.type("import twins \(batch) --all --row 6 twin --reason Again")
    #expect(two.status == 64)
    let none = await ledger.type("import twins \(batch) --cause twin-one-more twin --reason Again")
    #expect(none.status == 4, "\(none)")
    let cause = await ledger.type(
      "import twins \(batch) --cause twin-other-day twin --reason Again")
    #expect(cause.out.contains("36 rows of \(batch) are twins. 0 still to decide."), "\(cause)")
    let posted = await ledger.type("import commit \(batch)")
    #expect(posted.status == 0, "\(posted)")
    try await ledger.type("audit verify").require()
    let all = await ledger.type("import twins \(batch) --all real --reason Late")
    #expect(all.status != 0)
  }
}
