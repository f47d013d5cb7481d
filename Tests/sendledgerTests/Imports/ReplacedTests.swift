import TestSupport
import Testing

/// What a later file says of the same thing takes the place of what an earlier one said.
struct ReplacedTests {
  private static let receipts = "Child,Line,Date,Amount,What for,How worked out,Receipt\n"

  private func statement(_ ledger: TestLedger) async -> String {
    await ledger.type("statement build SPB-004655 --period 2026-09 --format text").out
  }

  @Test func `a later receipt takes the earlier one's place, and its preview says so`() async throws
  {
    let ledger = try await TestLedger.october()
    let row = "SPB-004655,1,30/09/2026,180.00,Tutor,4 hours at £45.00,"
    try await ledger.bring(
      Self.receipts + row + "please-send\n", named: "r1.csv", "--as receipts")
    let (answer, batch) = try await ledger.preview(
      text: Self.receipts + row + "have\n", named: "r2.csv", "--as receipts")
    // The file before that knows the same already.
    #expect(
      answer.err.contains("warning earlier-record-replaced") || answer.rows("Known")?.rows == 1,
      "\(answer)")
    await ledger.type("import commit \(batch)")
    let (third, last) = try await ledger.preview(
      text: Self.receipts + row + "not-needed\n", named: "r3.csv", "--as receipts")
    #expect(
      third.err.contains(
        "r3.csv:2: warning earlier-record-replaced: the receipt for £180.00 of 2026-09-30 on "
          + "SPB-004655/1 was “have”, and is “not-needed”"), "\(third)")
    try await ledger.type("import commit \(last)").require()
    let facts = await ledger.type("audit log --last 3 --format csv").out
    #expect(!facts.isEmpty)
  }

  /// Commits a file, and says what it has that is new and known.
  private func bring(
    _ text: String, _ name: String, as kind: String, to ledger: TestLedger
  ) async throws -> (new: Int, known: Int) {
    let (answer, batch) = try await ledger.preview(text: text, named: name, "--as \(kind)")
    if answer.out.contains("possible twin") || answer.rows("Possible twins") != nil {
      try await ledger.type("import twins \(batch) --all real --reason Two").require()
    }
    await ledger.type("import commit \(batch)")
    let twins = answer.rows("Possible twins")?.rows ?? 0
    return ((answer.rows("New")?.rows ?? 0) + twins, answer.rows("Known")?.rows ?? 0)
  }

  @Test func `what was replaced is said again, and is not known`() async throws {
    let ledger = try await TestLedger.october()
    let row = "SPB-004655,1,02/11/2026,18.00,Tutor,4 hours at £4.50,"
    for (number, word) in ["have", "please-send", "have"].enumerated() {
      let found = try await bring(
        Self.receipts + row + "\(word)\n", "r\(number).csv", as: "receipts", to: ledger)
      #expect(found == (1, 0), "\(word)")
    }
    let again = try await bring(
      Self.receipts + row + "have\n", "r9.csv", as: "receipts", to: ledger)
    #expect(again == (0, 1))
    let log = await ledger.type("audit log --last 4 --format csv").out
    #expect(log.contains("receipt"), "\(log)")
  }

  @Test func `a plan line said again after another is not known`() async throws {
    let ledger = try await TestLedger.october()
    let head = try Project.text("imports/example/03-august/packages.csv").split(separator: "\n")
    let old = String(head[1])
    let rate = try #require(CommaSeparated(head[0] + "\n" + old).rows.first?["Rate"])
    let first = "\(head[0])\n\(old)\n"
    let other = first.replacing(rate, with: "99.00")
    let before = await ledger.type("trial-balance --as-of 2027-03-31 --format csv").out.withoutHead
    #expect(try await bring(first, "p0.csv", as: "packages", to: ledger) == (0, 1))
    #expect(try await bring(other, "p1.csv", as: "packages", to: ledger) == (1, 0))
    #expect(try await bring(first, "p2.csv", as: "packages", to: ledger) == (1, 0))
    #expect(try await bring(first, "p3.csv", as: "packages", to: ledger) == (0, 1))
    let after = await ledger.type("trial-balance --as-of 2027-03-31 --format csv").out.withoutHead
    #expect(before == after)
  }

  @Test func `a plan line decided anew from the same day is told beside what it was`() async throws
  {
    let ledger = try await TestLedger.october()
    let head = try Project.text("imports/example/03-august/packages.csv").split(separator: "\n")
    let old = String(head[1])
    let rate = try #require(CommaSeparated(head[0] + "\n" + old).rows.first?["Rate"])
    let (answer, _) = try await ledger.preview(
      text: head[0] + "\n" + old.replacing(rate, with: "99.00") + "\n", named: "p.csv",
      "--as packages")
    #expect(answer.err.contains("warning earlier-record-replaced: SPB-"), "\(answer)")
    #expect(answer.err.contains("and is £99.00 a "), "\(answer)")
  }

  @Test func `a rate for a week is not counted in school weeks`() async throws {
    let ledger = try await TestLedger.october()
    let head = try Project.text("imports/example/03-august/packages.csv").split(separator: "\n")
    let names = head[0].split(separator: ",").map(String.init)
    let old = try #require(CommaSeparated(head[0] + "\n" + head[1]).rows.first)
    var cells = names.map { old[$0] ?? "" }
    func set(_ name: String, _ value: String) {
      if let place = names.firstIndex(of: name) { cells[place] = value }
    }
    for (name, value) in [
      ("Rate", "100.00"), ("Per", "week"), ("Pro rata", "school-weeks"), ("Line", "9"),
      ("Quantity", ""), ("Unit", ""),
    ] { set(name, value) }
    let (answer, _) = try await ledger.preview(
      text: head[0] + "\n" + cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n",
      named: "p.csv", "--as packages")
    #expect(answer.err.contains("error pro-rata-not-for-rate"), "\(answer)")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
  }

  @Test func `a provider's monthly payments relieve the line's instalments one after the other`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let names = try Project.text("imports/example/03-august/packages.csv")
      .split(separator: "\n")[0].split(separator: ",").map(String.init)
    let row = [
      "Child": "SPB-700001", "Line": "1", "For": "Tuition", "Provision": "Tuition", "Section": "F",
      "Fund": "high-needs", "Section 251 line": "1.2.13", "Agency": "education", "Element": "3",
      "Held": "organised-arrangement", "Provider": "STEADY TUTORS", "Rate": "500.00",
      "Per": "month",
      "From": "01/04/2026", "Decision": "P-1", "Decided by": "Panel", "Decided on": "01/04/2026",
    ]
    let text = names.map { name in
      row.first { $0.key.lowercased() == name.lowercased() }?.value ?? ""
    }.joined(separator: ",")
    let (preview, batch) = try await ledger.preview(
      text: names.joined(separator: ",") + "\n" + text + "\n", named: "p.csv", "--as packages")
    #expect(preview.rows("New")?.rows == 1, "\(preview)")
    try await ledger.type("import commit \(batch)").require()
    func forecast() async -> String {
      let rows = CommaSeparated(
        await ledger.type("block position --period 2026-10 --format csv").out
      ).rows
      return rows.first { $0["line"] == "1.2.13" }?["forecast_gbp"] ?? "none"
    }
    let before = await forecast()
    #expect(before != "none")
    for month in ["04", "05", "06"] {
      try await ledger.bring(
        "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount\n"
          + "STEADY TUTORS,7,20/\(month)/2026,77\(month),Education,Therapy,HN213,500.00\n",
        named: "pay\(month).csv", "--as payments --mapping anyshire")
      #expect(await forecast() == before)
    }
  }
}
