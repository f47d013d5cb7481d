import Foundation
import TestSupport

/// A ledger for a test to use up.
struct TestLedger {
  let terminal: Terminal
  let path: String

  /// An empty ledger of an authority, by its number with the department, from a year on.
  static func make(code: String = "999", year: String = "2026-27", today: String = "2026-10-31")
    async throws -> TestLedger
  {
    let scratch = try Scratch()
    let path = scratch.path + "/ledger"
    let charter = try Project.text("ledgers/example/ledger.yaml")
      .replacingOccurrences(of: "first-year: 2026-27", with: "first-year: \(year)")
      .replacingOccurrences(of: "code: \"999\"", with: "code: \"\(code)\"")
    try scratch.write(charter, to: "ledger/ledger.yaml")
    let policy = try Project.text("ledgers/example/policy.yaml")
      .replacingOccurrences(of: "from: 2026-04-01", with: "from: \(year.prefix(4))-04-01")
    try scratch.write(policy, to: "ledger/policy.yaml")
    let terminal = Terminal(scratch, today: today)
    try await terminal.type(["init", path, "--from", "ledgers/example"]).require()
    return TestLedger(terminal: terminal, path: path)
  }

  /// The example ledger at the end of October, copied for a test to use up.
  static func october(today: String = "2026-11-30") async throws -> TestLedger {
    let year = try await WorkedYear.october.value
    let scratch = try Scratch()
    let path = scratch.path + "/ledger"
    try copy(year.ledger, to: path)
    return TestLedger(terminal: Terminal(scratch, today: today), path: path)
  }

  /// Copies a ledger's folder, without the files that are there only while somebody has it open.
  static func copy(_ ledger: String, to path: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    for name in try files.contentsOfDirectory(atPath: ledger)
    where !name.hasSuffix("-wal") && !name.hasSuffix("-shm") {
      try files.copyItem(atPath: "\(ledger)/\(name)", toPath: "\(path)/\(name)")
    }
  }

  /// A copy of the ledger, on which something can be tried.
  func copied() throws -> TestLedger {
    let other = path + "-copy"
    try TestLedger.copy(path, to: other)
    return TestLedger(terminal: terminal, path: other)
  }

  /// The same ledger on another day, or with another person at it.
  func on(_ today: String, by user: String = "a.khan") -> TestLedger {
    TestLedger(terminal: terminal.on(today, by: user), path: path)
  }

  /// Previews a file that has nothing wrong with it, and commits it.
  @discardableResult
  func bring(_ text: String, named name: String, _ options: String) async throws -> String {
    let (_, batch) = try await preview(text: text, named: name, options)
    try await type("import commit \(batch)").require()
    return batch
  }

  @discardableResult
  func type(_ words: [String]) async -> Terminal.Answer {
    await terminal.type(words + ["-C", path])
  }

  @discardableResult
  func type(_ line: String) async -> Terminal.Answer {
    await type(line.split(separator: " ").map(String.init))
  }

  /// The number of the import that a preview was given.
  func preview(_ file: String, _ options: String) async -> (answer: Terminal.Answer, batch: String)
  {
    let answer = await type(
      ["import", "preview", file] + options.split(separator: " ").map(String.init))
    let title = answer.out.split(separator: "\n").first.map(String.init) ?? ""
    return (answer, title.split(separator: " ").last.map(String.init) ?? "")
  }

  /// Writes a file, and previews it.
  func preview(text: String, named name: String, _ options: String) async throws
    -> (answer: Terminal.Answer, batch: String)
  {
    await preview(try terminal.scratch.write(text, to: name), options)
  }

  /// Imports a publication of the grant in which only the schools block of Anyshire is not nil.
  ///
  /// - Returns: its preview.
  @discardableResult
  func publish(
    schools: String, year: Int = 2026, on day: String
  ) async throws -> Terminal.Answer {
    let (before, after) = ("before recoupment and deductions", "after deductions for recoupment")
    let title = "\(year) to \(year + 1) DSG allocations, "
    let blocks =
      ["Schools", "Central school services", "High needs", "Early years"].map { $0 + " block (£s)" }
      + ["Total DSG allocation (£s)"]
    let figures = Array(repeating: [schools, "0", "0", "0", schools], count: 2).flatMap(\.self)
    let rows = [
      ["Dedicated schools grant: \(year) to \(year + 1) allocations local authority summary", ""]
        + ["\"\(title)\(before)\"", "", "", "", "", "\"\(title)\(after)\"", "", "", "", ""],
      ["", ""] + blocks + blocks,
      [" ", " "] + "ABCDEFGHIJ".map { "[\($0)]" },
      ["ENGLAND", ""] + figures, ["999", "Anyshire"] + figures,
    ]
    let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let (answer, batch) = try await preview(
      text: text, named: "dsg-\(year)-\(day).csv", "--as dsg-allocation --published \(day)")
    try await type("import commit \(batch)").require()
    return answer
  }

  /// Closes months, each of which another person has prepared.
  func close(_ months: String...) async throws {
    let other = TestLedger(terminal: terminal.on(terminal.today, by: "j.osei"), path: path)
    for month in months {
      try await other.type("period prepare \(month) --carry Late").require()
      try await type("period close \(month)").require()
    }
  }

  /// The number of the last record.
  func lastRecord() async -> String? {
    CommaSeparated(await type("audit log --last 1 --format csv").out).rows.last?["record"]
  }

  /// The head of the ledger, as `status` prints it.
  func head() async -> String {
    let lines = await type("status").out.split(separator: "\n")
    return lines.first { $0.hasPrefix("Head") }.map(String.init) ?? ""
  }
}

extension Terminal.Answer {
  /// The number and the sum of the rows that came to something, in a preview's table.
  func rows(_ verdict: String) -> (rows: Int, amount: String)? {
    guard let line = out.split(separator: "\n").first(where: { $0.hasPrefix(verdict) }) else {
      return nil
    }
    let words = line.split(separator: " ").map(String.init)
    // A kind whose amounts are not of one thing has no sum.
    if let last = words.last, let count = Int(last) { return (count, "") }
    guard words.count > 2, let count = Int(words[words.count - 2]) else { return nil }
    return (count, words[words.count - 1])
  }
}
