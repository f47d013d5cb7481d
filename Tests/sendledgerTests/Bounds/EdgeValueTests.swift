import Foundation
import TestSupport
import Testing

/// Days, years, amounts and files at the ends of what can be written are refused, or reckoned with.
struct EdgeValueTests {
  private static let far = "days are reckoned with from 1900 to 2199"

  @Test(arguments: [
    ("block position --period 9999-12", "“9999-12” is not a value of --period"),
    ("check --as-of 0001-01-01", "“0001-01-01” is not a value of --as-of"),
    ("year show 9998-99", "“9998-99” is not a value of <year>"),
    ("year open 2199-00", "“2199-00” is not a value of <year>"),
    ("statement build --period 2200-01", "“2200-01” is not a value of --period"),
    ("pool costs --as-of 1899-12-31", "“1899-12-31” is not a value of --as-of"),
  ])
  func `a day, a month or a year that is far off is refused with the years that are not`(
    line: String, problem: String
  ) async throws {
    let year = try await WorkedYear.october.value
    let answer = await year.terminal.type(line + " -C \(year.ledger)")
    #expect(answer.status == 64)
    #expect(answer.err.hasPrefix("error usage: \(problem)\n  why     \(Self.far)\n"))
  }

  @Test func `so is one in a written file, a point to read from, and the day of recording`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let decision = try Project.text("imports/example/decisions/D-2026-0403.yaml")
      .replacing(/\d{4}-\d\d-\d\d/, with: "9999-12-31")
    let written = try ledger.terminal.scratch.write(decision, to: "decision.yaml")
    let recorded = await ledger.type("decision record D-2026-0403 \(written)")
    #expect(recorded.status == 65 && recorded.err.contains("\n  why     \(Self.far)\n"))
    let point = await ledger.type("block position --period 2026-10 --as-known-at 9999-12-31")
    #expect(point.status == 4)
    #expect(
      point.err.hasPrefix(
        "error point-not-known: “9999-12-31” is not a day or a record of the ledger\n"
          + "  why     \(Self.far)\n"))
    for day in ["9999-12-31", "0001-01-01", "2200-01-01"] {
      let answer = await ledger.on(day).type("period prepare 2026-05 --carry Late")
      #expect(answer.status == 78)
      #expect(
        answer.err == """
          error today-unknown: SENDLEDGER_TODAY does not give a day from 1900 to 2199
            next    set SENDLEDGER_TODAY to a day such as 2026-10-31

          """)
    }
  }

  @Test func `the rows of a file come to what can be kept, and no further`() async throws {
    let ledger = try await TestLedger.make()
    let rows = (1...20).map { BadInput.row($0, "999999999999.99") }
    let (answer, batch) = try await ledger.preview(
      text: BadInput.heading + rows.joined(), named: "large.csv", BadInput.options)
    #expect(answer.status == 2)
    #expect(
      answer.err.hasPrefix(
        """
        large.csv:8: error sum-too-large: the rows before this one come to £5,000,000,000,000.00 or more
          also    13 more: line 9, line 10 and 11 others
          why     no council’s file does, and none of the rows that follow is used
          next    look for points that are missing
        """), "\(answer.err)")
    _ = await ledger.type("import commit \(batch) --fail-on never")
    #expect(await ledger.type("import list").out.contains("5,999,999,999,999.94"))
    // What an import of a trillion and more comes to is a fact that can be read back.
    let verified = await ledger.type("audit verify")
    #expect(verified.status == 0, "\(verified.err)")
  }

  /// A pipe that nobody writes to, and a device that never ends.
  @Test(arguments: ["pipe", "/dev/zero", "/dev/null"])
  func `what is read is a plain file`(name: String) async throws {
    let ledger = try await TestLedger.october()
    let folder = ledger.terminal.scratch.path
    mkfifo(folder + "/pipe", 0o600)
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    for line in [
      "import preview \(path) --as events", "scenario run \(path)", "pool agree \(path)",
      "decision record D-2026-0403 \(path)",
      "pool moves --children \(path) --output-folder \(folder)",
      "scenario children --transitions \(path) --population \(path) --costs \(path)",
    ] {
      let answer = await ledger.type(line)
      #expect(answer.status == 65, "\(line)")
      #expect(
        answer.err == """
          error file-not-plain: \(name.split(separator: "/").last ?? "") is not a plain file
            why     what comes from a device or a pipe has no end of its own, and is not there again
            next    save what it gives as a file, and name that

          """, "\(line)")
    }
    let setting = ledger.path + "/mappings/anyshire.yaml"
    try FileManager.default.removeItem(atPath: setting)
    mkfifo(setting, 0o600)
    let mapped = await ledger.type(
      "import preview imports/example/04-september/payments.csv --as payments --mapping anyshire")
    #expect(mapped.status == 78 && mapped.err.hasPrefix("error file-not-plain: anyshire.yaml is"))
  }
}
