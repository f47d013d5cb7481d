import Bookkeeping
import Foundation
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A hand that knows SQL, whose triggers are dropped and put back: no figure is printed that it changed.
struct KnowingHandTests {
  private static let reports = [
    "block position --block high-needs --period 2026-10 --format csv",
    "trial-balance --layer actual --as-of 2026-10-31 --format csv",
    "trial-balance --layer budget --as-of 2027-03-31 --format csv",
    "trial-balance --layer actual --as-of 2026-10-31 --as-known-at 100 --format csv",
    "child show SPB-004655 --format csv", "block transfers --format csv",
    "year show 2026-27 --format csv",
    "trace position/2026-10/high-needs/line/1.2.11/actual --format csv",
    "audit log --last 400 --format csv", "import list --format csv",
    "trial-balance --layer actual --as-of 2026-10-31 --as-known-at 2026-09-30 --format csv",
    "check --format csv",
  ]

  static let deeds = [
    "UPDATE flow SET pence = pence + 100",
    "UPDATE flow SET pence = pence + 100 WHERE day = (SELECT max(day) FROM flow)",
    "UPDATE OR REPLACE flow SET debit = credit, credit = debit WHERE pence > 100000",
    "DELETE FROM flow WHERE day = (SELECT min(day) FROM flow)",
    "INSERT INTO flow SELECT day + 1, 'credit-due', debit, credit, 5 FROM flow LIMIT 1",
    "DELETE FROM flow; DELETE FROM kept_sum WHERE kind = 'flow'",
    "DELETE FROM flow; UPDATE kept_sum SET rows = 0, low = 0, high = 0",
    "DELETE FROM kept_sum", "DELETE FROM word_sum",
    "UPDATE line_posting SET pence = pence + 100 WHERE line = 'SPB-004655/1'",
    "UPDATE line_posting SET said_on = own_day + 1", "UPDATE line_posting SET traits = traits % 4",
    "DELETE FROM line_posting",
    "DELETE FROM line_posting; DELETE FROM word_sum WHERE word LIKE 'postings:%'",
    "INSERT OR IGNORE INTO line_posting SELECT 'SPB-004655/2', record, position, kind, day,"
      + " own_day, said_on, traits, debit, credit, pence FROM line_posting WHERE line = 'SPB-004655/1'",
    "UPDATE stretch_flow SET pence = pence + 100",
    "UPDATE stretch_flow SET stretch = stretch + 1",
    "DELETE FROM stretch_flow; DELETE FROM kept_sum WHERE kind = 'stretch'",
    "DELETE FROM mention WHERE word = 'child:SPB-004655'",
    "DELETE FROM mention WHERE word = 'child:SPB-004655';"
      + "DELETE FROM word_sum WHERE word = 'child:SPB-004655'",
    "DELETE FROM mention WHERE word = 'child:SPB-004655' AND record % 2 = 0",
    "INSERT OR IGNORE INTO mention SELECT 'child:SPB-004655', number FROM record",
    "UPDATE OR IGNORE mention SET record = record - 1 WHERE word LIKE 'line:%'",
    "DELETE FROM mention WHERE word LIKE 'fact:file-imported%'",
    "UPDATE movement SET pence = pence + 100 WHERE record = 100",
    "UPDATE movement SET debit = credit, credit = debit WHERE record > 50",
    "DELETE FROM movement WHERE record = (SELECT max(record) FROM movement)",
    "INSERT OR REPLACE INTO movement SELECT record, position, book, credit, debit, 7 FROM movement",
    "UPDATE record SET day = day + 1 WHERE day % 100 < 28",
    "UPDATE record SET own_day = 20260401 WHERE day IS NOT NULL",
    "UPDATE record SET kind = 'payment-made' WHERE kind = 'invoice-paid'",
    "UPDATE record SET body = CAST(replace(body, 'SPB-004655', 'SPB-004712') AS BLOB)",
    "UPDATE record SET body = (SELECT body FROM record WHERE number = 2) WHERE number = 3",
    "UPDATE record SET recorded = 20260401",
    "DELETE FROM record WHERE number = (SELECT max(number) FROM record)",
    "UPDATE coding SET text = replace(text, '1.2.11', '1.2.14') WHERE text LIKE '%1.2.11%'",
    "UPDATE account SET text = replace(text, 'high-needs', 'early-years')"
      + " WHERE text LIKE '%spent%'",
    "UPDATE coding SET account = (SELECT max(id) FROM account)",
    "INSERT OR REPLACE INTO seen SELECT twin, rest, batch, row + 1000, day FROM seen",
    "DELETE FROM seen", "DELETE FROM period", delete(17), delete(112), delete(69), delete(60),
    "DELETE FROM record WHERE kind = 'note:file-imported' AND number % 2 = 0",
    "UPDATE record SET recorded = 20260930 WHERE recorded > 20260930 AND number < 150",
    "UPDATE record SET recorded = 20260930 WHERE number = (SELECT max(number) FROM record)",
    // One child's money is another's, in one account: what is committed for two of its lines is exchanged.
    """
    UPDATE movement SET debit = (SELECT id FROM coding WHERE text LIKE 'budget|%SPB-004655/2%' LIMIT 1)
    WHERE debit = (SELECT id FROM coding WHERE text LIKE 'budget|%SPB-004655/1%' LIMIT 1)
    """,
    "UPDATE record SET kind = 'note:x' || kind WHERE number = 152",
    "UPDATE record SET day = NULL WHERE number = 152",
    begunAnew(after: "UPDATE flow SET pence = pence + 100 WHERE day = 20261031"),
    begunAnew(after: "DELETE FROM mention WHERE word = 'child:SPB-004655'"),
    begunAnew(after: "UPDATE seen SET twin = twin + 1"),
    "UPDATE flow SET pence = pence + 100; DROP TABLE kept_sum; DROP TABLE word_sum;"
      + "DELETE FROM grdb_migrations WHERE identifier LIKE '0003%'",
  ]

  /// Takes the sums out of the file with the marks of the steps that made them, so that they are begun anew.
  private static func begunAnew(after deed: String) -> String {
    """
    \(deed);
    DROP TABLE kept_sum; DROP TABLE word_sum; DROP TABLE stretch_flow; DROP TABLE line_posting;
    DELETE FROM grdb_migrations WHERE identifier LIKE '0003%' OR identifier LIKE '0004%'
    """
  }

  private static func delete(_ number: Int) -> String {
    "DELETE FROM record WHERE number = \(number); DELETE FROM movement WHERE record = \(number)"
  }

  private static let pay = [
    "event", "record", "payment-made", "--day", "2026-11-20", "--amount", "10.00", "--fund",
    "high-needs", "--line", "1.2.3", "--document", "Invoice 1",
  ]

  /// What a ledger that nobody touched says, and then after a payment.
  private static let clean = Task {
    let ledger = try await TestLedger.october()
    let before = await outputs(ledger)
    try await ledger.type(pay).require()
    return (before: before, after: await outputs(ledger))
  }

  private static func outputs(
    _ ledger: TestLedger, first: Int = .max
  ) async -> [Terminal.Answer] {
    var answers: [Terminal.Answer] = []
    for report in reports.prefix(first) { answers.append(await ledger.type(report)) }
    return answers
  }

  /// Each answer is what the ledger said before, or a refusal that prints no figure.
  private func expectNothingFalse(
    _ found: [Terminal.Answer], _ clean: [Terminal.Answer], _ deed: String
  ) {
    for (place, answer) in found.enumerated() {
      let isRefused = answer.status != 0 && answer.out.isEmpty && answer.err.contains("error ")
      // An import list takes what is not in the ledger for waiting, beside a warning.
      let isWarned = answer.err.contains("error chain-cut")
      #expect(
        isRefused || isWarned || answer.out == clean[place].out,
        "\(Self.reports[place]) after \(deed): \(answer)")
    }
  }

  @Test(arguments: deeds + textDeeds)
  func `what a knowing hand changed is not printed, and the next write does not hide it`(
    deed: String
  ) async throws {
    let ledger = try await TestLedger.october()
    let (before, after) = try await Self.clean.value
    let file = try RawFile(ledger)
    let rows = try file.content()
    try file.tamper(deed)
    // Of those to texts and indexes the rows read alike.
    guard try Self.textDeeds.contains(deed) || file.content() != rows else { return }
    expectNothingFalse(await Self.outputs(ledger), before, deed)
    #expect(await ledger.type("audit verify").status != 0, "\(deed)")

    // Whatever is written next: the ledger still says so, or refuses.
    _ = await ledger.type(Self.pay)
    let found = await Self.outputs(ledger, first: 5)
    for (place, answer) in found.enumerated() {
      let isRefused = answer.status != 0 && answer.out.isEmpty && answer.err.contains("error ")
      #expect(
        isRefused || answer.err.contains("error chain-cut") || answer.out == after[place].out
          || answer.out == before[place].out,
        "\(Self.reports[place]) after \(deed) and a payment: \(answer)")
    }
    #expect(await ledger.type("audit verify").status != 0, "\(deed)")
  }

  @Test func `a movement of a record to come is not taken up by it`() async throws {
    let ledger = try await TestLedger.october()
    let file = try RawFile(ledger)
    try file.tamper(
      "INSERT INTO movement SELECT 1 + (SELECT max(number) FROM record), 9, book, debit, credit, 5"
        + " FROM movement LIMIT 1")
    let refused = await ledger.type("period prepare 2026-09 --carry Late")
    #expect(refused.status != 0)
    #expect(refused.err.contains("ledger-damaged: the ledger file is damaged: it holds movements"))
    #expect(await ledger.type("audit verify").err.contains("error chain-cut"))
  }

  @Test func `a payment that was put on another day is not taken a second time`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.type(Self.pay).require()
    #expect(await ledger.type(Self.pay).err.contains("error said-before"))
    let paid = try await ledger.lastNumber()
    try await ledger.type(Array(Self.pay.dropLast()) + ["Invoice 2"]).require()
    try RawFile(ledger).tamper("UPDATE record SET day = 20261119 WHERE number = \(paid)")
    let again = await ledger.type(Self.pay)
    #expect(again.status == 65)
    #expect(
      again.err.contains("damaged: what counts on a day is not what was kept of it"), "\(again)")
  }

  @Test(arguments: [(88, 20_261_031), (132, 20_260_930), (176, 20_260_930)])
  func `a day in the past is not where a record says that was changed`(number: Int, day: Int)
    async throws
  {
    let ledger = try await TestLedger.october()
    let file = try RawFile(ledger)
    let point = ReadingPoint.endOf(Day(year: 2026, month: 9, day: 30)!)
    let sound = try await file.store.snapshot { try await Books($0, at: point).last }
    try file.tamper("UPDATE record SET recorded = \(day) WHERE number = \(number)")
    do {
      let found = try await file.store.snapshot { try await Books($0, at: point).last }
      #expect(found == sound)
    } catch StorageFailure.unreadableRecord(number) {}
  }

  @Test func `a record that the next one does not know is not read`() async throws {
    let ledger = try await TestLedger.october()
    try RawFile(ledger).tamper(
      "UPDATE record SET previous_digest = zeroblob(32) WHERE number = 101")
    for number in [100, 101] {
      let answer = await ledger.type("audit log --record \(number)")
      #expect(answer.status == 65 && answer.out.isEmpty, "\(answer)")
      #expect(answer.err.contains("error record-unreadable: record \(number) "), "\(answer)")
    }
  }

  @Test func `one child's money that was made another's in one account is in no balance`()
    async throws
  {
    let ledger = try await StoppedRunTests.threeFamilies()
    try await ledger.type("check").require()
    let file = try RawFile(ledger)
    func coding(_ child: String) -> String {
      "(SELECT id FROM coding WHERE text LIKE 'budget|high-needs|committed|1.2.11%\(child)/1%')"
    }
    try file.tamper(
      "UPDATE movement SET debit = \(coding("SPB-000102")) WHERE record ="
        + " (SELECT min(record) FROM movement WHERE debit = \(coding("SPB-000101")))")
    let checked = await ledger.type("check")
    #expect(checked.status == 65 && checked.out.isEmpty, "\(checked)")
    #expect(checked.err.contains("error record-unreadable"), "\(checked)")
    await #expect(throws: StorageFailure.self) {
      try await file.store.latest.balances(through: Day(year: 2027, month: 3, day: 31)!)
    }
  }

  @Test(arguments: [
    "DELETE FROM record WHERE number IN (%A, %R)",
    "UPDATE record SET day = NULL WHERE number IN (%A, %R)",
    "UPDATE record SET day = 99990101 WHERE number IN (%A, %R)",
    "UPDATE record SET kind = 'note:x' || kind WHERE number IN (%A, %R)",
    "DELETE FROM movement WHERE record IN (%A, %R)",
    "UPDATE movement SET debit = 3, credit = 3 WHERE record IN (%A, %R)",
  ])
  func `a payment is missed though the reversal of another makes up for it`(deed: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let other = Self.pay.dropLast() + ["Invoice 2"]
    try await ledger.type(Self.pay).require()
    let paid = try await ledger.lastNumber()
    try await ledger.type(Array(other)).require()
    try await ledger.type([
      "event", "reverse", String(paid + 1), "--reason", "It was another council's",
    ]).require()
    try await ledger.type(Array(Self.pay.dropLast()) + ["Invoice 3"]).require()
    #expect(await ledger.type(Self.pay).err.contains("error said-before"))
    try RawFile(ledger).tamper(
      deed.replacingOccurrences(of: "%A", with: "\(paid)")
        .replacingOccurrences(of: "%R", with: "\(paid + 2)"))
    for command in [
      Self.pay, ["export", "--format", "ledger", "--output", ledger.path + "-journal"],
      ["trace", "trial-balance/budget/2027-03-31/high-needs/spent"],
    ] {
      let answer = await ledger.type(command)
      #expect(answer.status == 65 && answer.out.isEmpty, "\(command): \(answer)")
      #expect(answer.err.contains("error ledger-damaged"), "\(command): \(answer)")
    }
  }

  @Test(arguments: [
    "DELETE FROM seen", "UPDATE seen SET twin = twin + 1", "UPDATE seen SET day = day + 40",
  ])
  func `a list of posted rows that was changed does not let a row in again`(deed: String)
    async throws
  {
    let ledger = try await TestLedger.make()
    let text = BadInput.heading + (1...5).map { BadInput.row($0, "\($0).00") }.joined()
    try await ledger.bring(text, named: "a.csv", BadInput.options)
    try RawFile(ledger).tamper(deed)
    let answer = try await ledger.preview(text: text, named: "b.csv", BadInput.options).answer
    #expect(answer.status != 0)
    #expect(answer.err.contains("error ledger-damaged: the ledger file is damaged"), "\(answer)")
  }
}
