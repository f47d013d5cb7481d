import Foundation
import Funding
import TestSupport
import Testing

/// L11: nobody's name gets into the ledger file, whatever people type and files hold.
///
/// The family in these tests is invented.
struct NamesTests {
  private static let name = "Wilhelmina Quackenbush"

  /// Whether a name stands in the bytes of the ledger file, in either case.
  private func isNamed(in ledger: TestLedger) throws -> Bool {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: ledger.path + "/ledger.sqlite"))
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.contains("quackenbush") || text.contains("wilhelmina")
  }

  @Test func `who decided something, typed in a file, goes to the register and is still shown`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      """
      Fund,Line,Setting,Amount,Authority,Version,Day
      High needs,1.2.3,,22100.00,"Letter of \(NamesTests.name), 1 November 2026",2,03/11/2026

      """, named: "budgets.csv", "--as budgets")
    #expect(try !isNamed(in: ledger))
    let shown = await ledger.type("budget show --fund high-needs --format csv").out
    #expect(shown.contains("Letter of \(NamesTests.name), 1 November 2026"))
    #expect(shown.contains("Full Council, 25 February 2026"))
    let log = await ledger.type("audit log --last 3 --format csv").out
    #expect(!log.contains("text:"))
  }

  @Test func `a reason typed at a command goes to the register where it could be a name`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.type([
      "event", "record", "payment-made", "--day", "2026-11-02", "--amount", "10.00", "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Call from \(NamesTests.name)",
    ]).require()
    let numbers = try await #require(ledger.lastRecord())
    try await ledger.type([
      "event", "reverse", numbers, "--reason", "\(NamesTests.name) rang",
    ]).require()
    #expect(try !isNamed(in: ledger))
    let log = await ledger.type("audit log --last 2 --format csv").out
    #expect(log.contains("Call from \(NamesTests.name)"))
    try await ledger.type("audit verify").require()
  }

  @Test func `what is counted in a plan is one of a few words`() async throws {
    let ledger = try await TestLedger.october()
    let (answer, _) = try await ledger.preview(
      text: NamesTests.plan(unit: "hour with \(NamesTests.name)", decidedBy: "Panel"),
      named: "packages.csv", "--as packages")
    #expect(answer.rows("Refused")?.rows == 1)
    #expect(answer.err.contains("error word-not-known: "))
    #expect(!answer.err.contains("Quackenbush"))
    #expect(answer.err.contains("next    write one of: session, hour, lesson"))
  }

  @Test func `who decided a plan goes to the register, and the family's statement says it`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      NamesTests.plan(unit: "hour", decidedBy: "Dr \(NamesTests.name)"), named: "packages.csv",
      "--as packages")
    #expect(try !isNamed(in: ledger))
    let folder = ledger.terminal.scratch.path + "/out"
    try await ledger.type(
      "statement build --period 2026-11 --child SPB-004655 --output-folder \(folder) --format json"
    ).require()
    let statement = try String(
      contentsOfFile: folder + "/2026-11/SPB-004655.json", encoding: .utf8)
    #expect(statement.contains("Dr \(NamesTests.name)"))
    #expect(!statement.contains("text:"))
  }

  @Test func `a text that names a registered child is refused, and not repeated`() async throws {
    let ledger = try await TestLedger.october()
    let family = CommaSeparated(try Project.text("imports/example/03-august/families.csv")).rows[0]
    let names = [family["Given name"], family["Family name"]].compactMap(\.self)
    try #require(names.count == 2)
    let answer = await ledger.type([
      "period", "reopen", "2026-09", "--reason", "Letter of \(names[0]) \(names[1])",
    ])
    #expect(answer.status == 3)
    #expect(answer.err.contains("error names-a-child: the reason names a child"))
    #expect(!answer.err.contains(names[1]))
  }

  @Test func `L11: a reference that is made of a child's name is refused`() async throws {
    let ledger = try await TestLedger.october()
    let family = CommaSeparated(try Project.text("imports/example/03-august/families.csv")).rows[0]
    let names = try [family["Given name"], family["Family name"]].map {
      try #require($0).uppercased()
    }
    let reference = names.joined(separator: "-")
    let head = await ledger.head()
    let typed = await ledger.type(
      "event record commitment-made --fund high-needs --line 1.2.13 --contract \(reference) --amount 5"
        + " --day 2026-11-02 --document Letter")
    let (listed, _) = try await ledger.preview(
      text: "Event,Day,Amount,Fund,Line,Contract,Document\n"
        + "commitment-made,02/11/2026,5.00,High needs,1.2.13,OT-\(reference)-2026,Letter\n",
      named: "e.csv", "--as events")
    for answer in [typed, listed] {
      #expect(answer.status == 3, "\(answer)")
      #expect(answer.err.contains("error names-a-child: a reference names a child"), "\(answer)")
      #expect(!answer.err.contains(names[1]))
    }
    #expect(await ledger.head() == head)
    let ledgerFile = try Data(contentsOf: URL(filePath: ledger.path + "/ledger.sqlite"))
    #expect(ledgerFile.range(of: Data(reference.utf8)) == nil)
  }

  private static func plan(unit: String, decidedBy: String) -> String {
    """
    Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,\
    Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on
    SPB-004655,9,Reading help,F,High needs,1.2.11,,education,3,direct-payment,,20.00,2,\(unit),\
    month,days,monthly,01/11/2026,,D-2026-0999,\(decidedBy),20/10/2026

    """
  }
}

/// Which words the ledger may hold as they are.
struct PlainWordsTests {
  @Test(arguments: [
    "Schools Forum, 14 January 2026, minute 6", "Full Council, 25 February 2026", "Panel",
    "D-2026-0711", "Invoice 1011", "Entered twice", "",
  ])
  func `the words of committees, dates and codes may stand in the ledger`(text: String) {
    #expect(PlainWords.allow(text))
  }

  @Test(arguments: [
    "Sam", "SAM TAYLOR", "S. Taylor", "12 Acacia Avenue", "AB1 2CD", "Letter of Sam Taylor",
    "Taylor2", "SamTaylor", "O’Neill, 3 May 2026", "Forum of Łukasz",
  ])
  func `a word that could be a name may not`(text: String) {
    #expect(!PlainWords.allow(text))
  }
}
