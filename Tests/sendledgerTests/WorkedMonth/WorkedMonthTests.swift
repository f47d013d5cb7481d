import Foundation
import TestSupport
import Testing

/// The worked month: every table of it, through files and commands, to the penny.
///
/// `figures.csv` and `postings.csv` hold what was worked out by hand, before there was a program.
struct WorkedMonthTests {
  @Test func `what there is to spend, where each pound is, and what is carried forward`()
    async throws
  {
    let year = try await WorkedYear.october.value
    let position = try await year.tables("block position --period 2026-10")
    try expect(position, "available", label: "block", is: "available")
    try expect(position, "lines", label: "line", is: "lines")
    try expect(position, "states", label: "state", is: "states", totalIs: "Available")
    try expect(position, "carry-forward", label: "what", is: "carry-forward")
  }

  @Test func `the child's month`() async throws {
    let year = try await WorkedYear.october.value
    let path = year.terminal.scratch.path + "/csv"
    let built = await year.terminal.type([
      "statement", "build", "--period", "2026-10", "-C", year.ledger, "--output-folder", path,
      "--format", "csv",
    ])
    #expect(built.out.hasPrefix("Built 1 of 1"))
    let text = try String(contentsOfFile: path + "/2026-10/SPB-004655.csv", encoding: .utf8)
    try expect(CommaSeparated(text), "parts", label: "part", is: "parts")
  }

  @Test(arguments: [
    ("--layer actual --as-of 2026-10-31", "actual-october"),
    ("--layer budget --as-of 2027-03-31 --as-known-at 2026-10-31", "budget-october"),
  ])
  func `the trial balance at the end of October`(options: String, name: String) async throws {
    let year = try await WorkedYear.october.value
    try await expectTrialBalance(of: year, options, is: name)
  }

  @Test(arguments: [
    ("--layer actual --as-of 2026-10-31 --as-known-at 2026-10-31", "actual-october"),
    ("--layer budget --as-of 2027-03-31 --as-known-at 2026-10-31", "budget-october"),
    ("--layer actual --as-of 2027-03-31", "actual-closed"),
    ("--layer budget --as-of 2027-03-31", "budget-closed"),
  ])
  func `the trial balance once the year is closed`(options: String, name: String) async throws {
    let year = try await WorkedYear.closed.value
    try await expectTrialBalance(of: year, options, is: name)
  }

  @Test func `what must agree, and does`() async throws {
    let year = try await WorkedYear.october.value
    let check = try await year.tables("check --as-of 2026-10-31")
    let wanted = try Figures.wanted("agreements")
    let found = Set(check.rows.compactMap { $0["one_gbp"].flatMap(Figures.pence) })
    for figure in wanted { #expect(found.contains(figure.value), "\(figure.key)") }
    let agreements = check.rows.filter { $0["table"] == "agreements" }
    #expect(!agreements.isEmpty)
    for row in agreements { #expect(row["agrees"] == "Yes", "\(row)") }
    #expect(
      check.rows.contains { $0["what"] == "Nothing divided twice or lost: 0 contracts, 0 grants" })
  }

  @Test func `high needs by line before the year is closed, and after`() async throws {
    let year = try await WorkedYear.closed.value
    let position = try await year.tables("block position --period 2027-03")
    let wanted = try Figures.wanted("before-closing").map { key, value in
      (key.replacingOccurrences(of: " / Spent", with: " / Actual"), value)
    }
    let found = Figures.found(position, "lines", label: "line")
    for (key, value) in wanted { #expect(found[key] == value, "\(key)") }
  }

  @Test func `what the year leaves`() async throws {
    let year = try await WorkedYear.closed.value
    try expect(
      try await year.tables("year show 2026-27"), "outturn", label: "block", is: "outturn")
  }

  @Test func `every day's net, by fund, account and dimensions`() async throws {
    let year = try await WorkedYear.closed.value
    let wanted = try PostedSums.wanted()
    let found = try await PostedSums.found(in: year)
    for key in Set(wanted.keys).union(found.keys).sorted() {
      #expect(found[key] ?? 0 == wanted[key] ?? 0, "\(key)")
    }
    #expect(wanted.count > 350)
  }

  @Test func `the head of the example never changes`() async throws {
    let year = try await WorkedYear.october.value
    let status = await year.terminal.type(["status", "-C", year.ledger])
    let head = try #require(status.out.split(separator: "\n").first { $0.hasPrefix("Head") })
    let kept = try Golden.text(
      "Tests/sendledgerTests/WorkedMonth/head.txt", found: String(head) + "\n")
    #expect(head + "\n" == kept)
  }

  private func expect(
    _ report: CommaSeparated, _ table: String, label: String, is name: String,
    totalIs total: String? = nil
  ) throws {
    let wanted = try Figures.wanted(name)
    let found = Figures.found(report, table, label: label)
    #expect(!wanted.isEmpty)
    for (key, value) in wanted {
      let key = total.map { key.replacingOccurrences(of: "\($0) / ", with: "Total / ") } ?? key
      #expect(found[key] == value, "\(name): \(key)")
    }
  }

  private func expectTrialBalance(
    of year: WorkedYear, _ options: String, is name: String
  ) async throws {
    let report = try await year.tables("trial-balance \(options)")
    var found: [String: Int64] = [:]
    for row in report.rows {
      let isTotal = row["is_total"] == "1"
      let nature = row["table"]?.replacingOccurrences(of: "-", with: " ") ?? ""
      let label =
        isTotal ? "Total of \(nature)" : "\(row["fund"] ?? "") / \(row["account"] ?? "")"
      for (column, title) in [("debit_gbp", "Debit"), ("credit_gbp", "Credit")] {
        if let pence = row[column].flatMap(Figures.pence) { found["\(label) / \(title)"] = pence }
      }
    }
    #expect(found == (try Figures.wanted(name)))
  }
}
