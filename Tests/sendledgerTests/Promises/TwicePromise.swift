import GRDB
import TestSupport
import Testing

/// L5: the same file writes nothing, an overlap only what is new, and equal rows stay.
struct TwicePromise {
  private func file(_ rows: [String]) -> String { BadInput.heading + rows.joined() }

  @Test(arguments: ["list.csv", "another-name.csv"])
  func `L5: the same file again writes nothing`(name: String) async throws {
    let ledger = try await TestLedger.make()
    let text = file((1...9).map { BadInput.row($0, "\($0).00") })
    try await ledger.bring(text, named: "list.csv", BadInput.options)
    let head = await ledger.head()
    let (again, batch) = try await ledger.preview(text: text, named: name, BadInput.options)
    #expect(again.rows("Known")?.rows == 9)
    #expect(again.rows("Known")?.amount == "45.00")
    #expect(again.rows("New") == nil)
    _ = await ledger.type("import commit \(batch)")
    #expect(await ledger.head() == head)
  }

  @Test func `L5: of an overlapping file only what is new is written`() async throws {
    let ledger = try await TestLedger.make()
    let file = try RawFile(ledger)
    let count = "SELECT count(*) FROM record WHERE kind = 'payment-made'"
    try await ledger.bring(
      self.file((1...6).map { BadInput.row($0, "\($0).00") }), named: "a.csv", BadInput.options)
    #expect(try file.number(count) == 6)
    let (answer, batch) = try await ledger.preview(
      text: self.file((4...9).reversed().map { BadInput.row($0, "\($0).00") }), named: "b.csv",
      BadInput.options)
    #expect(answer.rows("Known")?.amount == "15.00")
    #expect(answer.rows("New")?.amount == "24.00")
    try await ledger.type("import commit \(batch)").require()
    #expect(try file.number(count) == 9)
    let balance = await ledger.type("trial-balance --as-of 2026-10-31 --format csv").out
    #expect(balance.contains("45.00"))
    try await ledger.type("audit verify").require()
  }

  @Test func `L5: equal rows that are real stay, and one more of them waits for a person`()
    async throws
  {
    let ledger = try await TestLedger.make()
    let file = try RawFile(ledger)
    let count = "SELECT count(*) FROM record WHERE kind = 'payment-made'"
    let equal = Array(repeating: BadInput.row(1, "25.00"), count: 138)
    try await ledger.bring(self.file(equal), named: "a.csv", BadInput.options)
    #expect(try file.number(count) == 138)
    let head = await ledger.head()

    let (answer, batch) = try await ledger.preview(
      text: self.file(equal + [equal[0]]), named: "b.csv", BadInput.options)
    #expect(answer.rows("Known")?.rows == 138)
    #expect(answer.rows("Possible twins")?.rows == 1)
    let early = await ledger.type("import commit \(batch)")
    #expect(early.status == 3)
    #expect(early.err.contains("error twins-undecided: 1 possible twin has no decision"))
    #expect(await ledger.head() == head)

    try await ledger.type("import twins \(batch) --row 140 real --reason Both").require()
    try await ledger.type("import commit \(batch)").require()
    #expect(try file.number(count) == 139)
    try await ledger.type("audit verify").require()
  }

  @Test func `L5: a ruling stands in the chain under whoever gave it, whatever the register says`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try await ledger.bring(file([BadInput.row(1)]), named: "a.csv", BadInput.options)
    let (_, batch) = try await ledger.preview(
      text: file([BadInput.row(1), BadInput.row(1)]), named: "b.csv", BadInput.options)
    try await ledger.on("2026-10-31", by: "j.osei")
      .type("import twins \(batch) --row 3 real --reason Both").require()
    for _ in 1...2 {
      try await ledger.on("2026-10-31", by: "m.ford")
        .type("import twins \(batch) --row 3 twin --reason Listed").require()
    }
    let register = try DatabaseQueue(path: ledger.path + "/register.sqlite")
    try await register.write {
      try $0.execute(sql: "UPDATE import_row SET is_real = 1, reason = 'x', decided_by = 'a.khan'")
    }
    try register.close()
    #expect(await ledger.type("import show \(batch)").out.contains("twin, m.ford"))
    try await ledger.type("import commit \(batch)").require()
    let count = "SELECT count(*) FROM record WHERE kind = 'payment-made'"
    #expect(try RawFile(ledger).number(count) == 1)
    let log = CommaSeparated(await ledger.type("audit log --format csv").out).rows
    let said = log.filter { $0.values.contains { $0.contains("row-ruled") } }
      .compactMap { $0["by"] }
    #expect(said == ["j.osei", "m.ford"], "\(log)")
    let late = await ledger.type("import twins \(batch) --row 3 real --reason Both")
    #expect(late.err.contains("error import-settled"))
    try await ledger.type("audit verify").require()
  }

  @Test func `L5: what was typed waits in a file, and what a file brought is asked about`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let typed =
      "event record payment-made --day 2026-11-02 --amount 40.00 --child SPB-004655 --plan-line 2 "
      + "--document Invoice-7"
    try await ledger.type(typed).require()
    let head = "Event,Day,Amount,Child,Plan line,Document\n"
    let row = "payment-made,02/11/2026,40.00,SPB-004655,2,Invoice 7\n"
    let (answer, batch) = try await ledger.preview(
      text: head + row + row.replacing("40.00", with: "41.00"), named: "events.csv", "--as events")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    #expect(await ledger.type("import commit \(batch)").status == 2)
    #expect(await ledger.type("import show \(batch)").out.contains("said-before"))

    let other = typed.replacing("40.00", with: "41.00")
    let refused = await ledger.type(other)
    #expect(refused.status == 3)
    #expect(refused.err.contains("error said-before: record "), "\(refused)")
    try await ledger.type(other + " --again").require()
  }

  @Test func `L5: a payment typed by hand waits in the council's list, and the other way`()
    async throws
  {
    let ledger = try await TestLedger.make()
    func typed(_ amount: String, on day: Int = 1) -> String {
      "event record payment-made --day 2026-10-0\(day) --amount \(amount) --fund high-needs "
        + "--line 1.2.2 --document 51900777"
    }
    try await ledger.type(typed("25.00")).require()
    let (answer, batch) = try await ledger.preview(
      text: file([BadInput.row(1, "25.00"), BadInput.row(2, "26.00")]), named: "a.csv",
      BadInput.options)
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    #expect(answer.rows("New")?.rows == 1)
    #expect(await ledger.type("import commit \(batch)").status == 2)
    let refused = await ledger.type(typed("26.00", on: 2))
    #expect(refused.status == 3)
    #expect(refused.err.contains("error said-before"), "\(refused)")
    // What was taken back was not paid.
    let record = try #require(
      CommaSeparated(await ledger.type("audit log --format csv").out).rows
        .first { $0["what"] == "payment-made" }?["record"])
    try await ledger.type("event reverse \(record) --reason Wrong").require()
    let again = try await ledger.preview(
      text: file([BadInput.row(1, "25.00")]), named: "c.csv", BadInput.options)
    #expect(again.answer.rows("New")?.rows == 1, "\(again.answer)")
  }

  @Test func `L5: a row alike but for its day waits for a person`() async throws {
    let ledger = try await TestLedger.make()
    try await ledger.bring(file([BadInput.row(1)]), named: "a.csv", BadInput.options)
    let head = await ledger.head()
    let (answer, batch) = try await ledger.preview(
      text: file([BadInput.row(1).replacing("01/10", with: "02/10")]), named: "b.csv",
      BadInput.options)
    #expect(answer.rows("Possible twins")?.rows == 1)
    #expect(await ledger.type("import commit \(batch)").status == 3)
    #expect(await ledger.head() == head)
  }

  @Test func `L5: a command given twice is known, and another that is alike is said to be one`()
    async throws
  {
    let ledger = try await TestLedger.make()
    func pay(_ document: String, _ more: [String] = []) async -> Terminal.Answer {
      await ledger.type(
        [
          "event", "record", "payment-made", "--day", "2026-10-30", "--amount", "10.00", "--fund",
          "high-needs", "--line", "1.2.3", "--document", document,
        ] + more)
    }
    try await pay("Invoice 11").require()
    let head = await ledger.head()
    for document in ["Invoice 11", "invoice 11", "Invoice  11 ", "Invoice, 11"] {
      let again = await pay(document)
      #expect(again.status == 3)
      #expect(again.err.contains("error said-before: record "), "\(document): \(again)")
    }
    #expect(await ledger.head() == head)
    try await pay("Invoice 12").require()
    try await pay("Invoice 11", ["--again"]).require()
  }
}
