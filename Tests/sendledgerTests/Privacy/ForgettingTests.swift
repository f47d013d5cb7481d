import Bookkeeping
import Desks
import Foundation
import Funding
import GRDB
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A child that is forgotten: nothing of the ledger's folder names it, and every figure stands.
///
/// The family in these tests is invented.
struct ForgettingTests {
  /// Words that stand in the folder because of the child alone.
  private static let words = [
    "wilhelmina", "quackenbush", "zephyrine", "7 canaryfield", "an9 9zq", "kestrelling",
    "hoopoe house", "goshawk", "merganser", "peregrinations", "nightjar", "lapwinging",
  ]

  private static let child = "SPB-004799"
  private static let forget = [
    "register", "forget", child, "--reason", "Time is over, says the Zenith panel",
  ]

  private static func family(
    _ given: String = "Wilhelmina", _ address: String = "7 Canaryfield Lane"
  )
    -> String
  {
    "Child,Given name,Family name,Addressee,Address,Confirmed,Contact\n"
      + "\(child),\(given),Quackenbush,Ms Zephyrine Quackenbush,\(address); Anytown; AN9 9ZQ,"
      + "01/10/2026,\n"
  }

  /// The example at the end of October, and a second child of whom every kind of file says something.
  private static func made(waiting isWaiting: Bool = true) async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    // Another's text that tells of the child, from before the register knew it.
    try await ledger.bring(
      "Fund,Line,Setting,Amount,Authority,Version,Day\n"
        + "High needs,1.2.3,,22100.00,Letter of Wilhelmina Quackenbush,2,03/11/2026\n",
      named: "budgets.csv", "--as budgets")
    let first = try await ledger.bring(
      family("Minnie", "1 Nightjar Row"), named: "f1.csv", "--as families")
    // As an earlier version of the program kept the row, under the name that the child had then.
    let number = ImportReference(first)?.number
    try await DatabaseQueue(path: ledger.path + "/register.sqlite").write { db in
      try db.execute(
        sql: "INSERT INTO hidden_row VALUES (?, 2, zeroblob(32), ?)",
        arguments: [number, Data("10:given name,6:Minnie,7:address,13:1 Nightjar Row,".utf8)])
    }
    try await ledger.bring(family(), named: "f2.csv", "--as families")
    try await ledger.bring(
      """
      Child,Line,For,Section,Fund,Section 251 line,Agency,Element,Held,Provider,Rate,Per,Pro rata,\
      Instalments,From,Decision,Decided by,Decided on
      \(child),1,Tutor,F,High needs,1.2.11,education,3,direct-payment,,280.00,month,days,monthly,\
      01/09/2026,D-2026-0799,Goshawk panel,20/08/2026
      \(child),2,Kestrelling lessons,F,High needs,1.2.13,education,3,organised-arrangement,\
      Hoopoe House,60.00,month,days,monthly,01/09/2026,D-2026-0799,Panel,20/08/2026

      """, named: "packages.csv", "--as packages")
    try await ledger.bring(
      "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
        + "\(child),1,01/11/2026,01/11/2026,November 2026,280.00,DP-2611-0799\n",
      named: "dp.csv", "--as direct-payments")
    try await ledger.bring(
      "Event,Day,Amount,Child,Plan line,Document\n"
        + "invoice-received,02/11/2026,60.00,\(child),2,\"Peregrinations, invoice 4\"\n",
      named: "events.csv", "--as events")
    try await ledger.bring(
      "Child,Line,Date,Amount,What for,How worked out,Receipt\n"
        + "\(child),1,03/11/2026,40.00,Lapwinging trip,2 hours at £20.00,have\n",
      named: "receipts.csv", "--as receipts")
    let mapping = "extends: lloyds\npayees:\n  \(child):\n    Merganser: 1\n"
    try mapping.write(
      toFile: ledger.path + "/mappings/spb-004799.yaml", atomically: true, encoding: .utf8)
    let options = "--as bank --mapping spb-004799 --child \(child)"
    try await ledger.bring(bank("MERGANSER CLUB", 4), named: "bank.csv", options)
    if isWaiting {
      let (_, batch) = try await ledger.preview(
        text: bank("MERGANSER SHOP", 5), named: "bank-Quackenbush.csv", options)
      #expect(batch.hasPrefix("B-"))
    }
    return ledger
  }

  private static func bank(_ payee: String, _ day: Int) -> String {
    "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,"
      + "Debit Amount,Credit Amount,Balance\n"
      + "0\(day)/11/2026,FPO,'30-00-00,12345678,\(payee),20.00,,260.00\n"
  }

  /// Which of the words stand in the bytes of which file of a folder, in either case.
  private static func found(in folder: String) throws -> Set<String> {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var found: Set<String> = []
    for name in names {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      found.formUnion(words.filter { text.contains($0) || name.lowercased().contains($0) })
    }
    return found
  }

  private static func figures(_ ledger: TestLedger) async -> [String] {
    var all: [String] = []
    for line in [
      "trial-balance --as-of 2027-03-31 --format csv", "child show \(child) --format csv",
      "block position --period 2026-11 --format csv",
    ] {
      let answer = await ledger.type(line).out
      all.append(
        answer.split(separator: "\n").filter { !$0.contains("head") }.joined(separator: "\n"))
    }
    return all
  }

  @Test func `no byte of a forgotten child is left in the folder, and no figure is another`()
    async throws
  {
    let ledger = try await Self.made()
    #expect(try Set(Self.words).subtracting(Self.found(in: ledger.path)) == [])
    let balance = await Self.figures(ledger)[0]
    let (head, number) = (await ledger.head(), try await ledger.lastNumber())

    let done = await ledger.type(Self.forget)
    try done.require()
    #expect(
      done.out.contains("\(Self.child) is forgotten, by record \(number + 1).\nTaken away:\n"))
    #expect(done.out.contains("  1 name and address of the family\n"))
    #expect(done.out.contains("  mappings/spb-004799.yaml\n"))
    #expect(done.out.contains("Stays: 1 text that others use as well.\n"))
    #expect(done.out.contains("  papers given out, and files written: statements, letters"))
    #expect(done.out.contains("  copies of register.sqlite, back-ups"))
    #expect(try Self.found(in: ledger.path) == [])

    #expect(await Self.figures(ledger)[0] == balance)
    let verified = await ledger.type("audit verify")
    #expect(verified.out.hasPrefix("The ledger is whole: \(number + 1) records"))
    let digest = head.split(separator: " ").last.map(String.init) ?? ""
    let printed = await ledger.type("audit verify --at \(number) --digest \(digest)")
    #expect(printed.out.contains("Record \(number) has the digest that was printed."), "\(printed)")
    // What is of the other child, and what both share, is told as before.
    let other = await ledger.type("child show SPB-004655 --format csv").out
    #expect(other.contains("Tutor") && other.contains("Night care"))
    let own = await ledger.type("child show \(Self.child) --format csv").out
    #expect(own.contains("Tutor") && !own.contains("Kestrelling"))
    try await ledger.type("import list").require()
    try await ledger.type("audit log --last 40").require()
    // Why it was done is kept, and goes by no later forgetting.
    try await ledger.type(Self.forget).require()
    let log = await ledger.type("audit log --record \(number + 1) --format json").out
    #expect(log.contains("Time is over, says the Zenith panel"), "\(log)")
  }

  @Test func `a text that only forgotten children used goes with the last of them`() async throws {
    let ledger = try await Self.made()
    func purposes() throws -> [String] {
      try DatabaseQueue(path: ledger.path + "/register.sqlite").read { db in
        try String.fetchAll(db, sql: "SELECT text FROM text WHERE text IN ('Tutor', 'Night care')")
      }.sorted()
    }
    try await ledger.type(Self.forget).require()
    #expect(try purposes() == ["Night care", "Tutor"])
    try await ledger.type(["register", "forget", "SPB-004655", "--reason", "Asked"]).require()
    #expect(try purposes() == [])
  }

  @Test func `a dry run says what would go, and no byte changes`() async throws {
    let ledger = try await Self.made()
    func bytes() -> [Data?] {
      ["ledger.sqlite", "register.sqlite", "mappings/spb-004799.yaml"].map {
        FileManager.default.contents(atPath: "\(ledger.path)/\($0)")
      }
    }
    let before = bytes()
    let dry = await ledger.type(Self.forget + ["--dry-run"])
    try dry.require()
    #expect(
      dry.out.hasPrefix(
        "\(Self.child) would be forgotten. Nothing was written.\nIt would take away:"))
    #expect(bytes() == before)
    let done = await ledger.type(Self.forget).out
    let counts = [done, dry.out].map { $0.split(separator: "\n").filter { $0.hasPrefix("  ") } }
    #expect(counts[0] == counts[1] && counts[0].count == 9, "\(counts)")
  }

  @Test func `told twice, it is said, and nothing is recorded again`() async throws {
    let ledger = try await Self.made()
    try await ledger.type(Self.forget).require()
    let head = await ledger.head()
    let again = await ledger.type(Self.forget)
    try again.require()
    #expect(again.out.contains(" is forgotten since 2026-11-30, by record "))
    #expect(again.out.contains(". Nothing more was held of it.\nOut of its reach"))
    #expect(await ledger.head() == head)
    let unknown = await ledger.type(["register", "forget", "SPB-000001", "--reason", "Asked"])
    #expect(unknown.status == 4)
    #expect(
      unknown.err.contains("error child-not-known: neither the ledger nor the register knows"))
  }

  @Test func `a file brings a forgotten child back only once a person has said so`() async throws {
    let ledger = try await Self.made(waiting: false)
    try await ledger.type(Self.forget).require()
    let other = "SPB-004702,Mia,Osborne,Mr D Osborne,4 Example Street; Anytown,01/09/2026,\n"
    let (preview, batch) = try await ledger.preview(
      text: Self.family() + other, named: "again.csv", "--as families")
    #expect(
      preview.err.contains("error child-forgotten: \(Self.child) was forgotten on 2026-11-30"))
    #expect(preview.rows("Refused")?.rows == 1)
    #expect(preview.rows("New")?.rows == 1)
    await ledger.type("import commit \(batch)")
    try await ledger.type("audit verify").require()
    #expect(try Self.found(in: ledger.path) == [])
    let register = try SQLiteRegister(opening: ledger.path + "/register.sqlite")
    #expect(try await register.families().map(\.child.code) == ["SPB-004655", "SPB-004702"])

    let words = ["register", "readmit", Self.child, "--reason", "The family has come back"]
    try await ledger.type(words).require()
    #expect(await ledger.type(words).out == "\(Self.child) is not forgotten. Nothing to do.\n")
    try await ledger.bring(Self.family(), named: "back.csv", "--as families")
    #expect(try await register.families().map(\.child.code).contains(Self.child))
    // And it can be forgotten again.
    try await ledger.type(Self.forget).require()
    #expect(try Self.found(in: ledger.path) == [])
  }

  @Test func `an import that waited when a child was forgotten does not bring it back`()
    async throws
  {
    let ledger = try await Self.made(waiting: false)
    let (_, batch) = try await ledger.preview(
      text: Self.family("Wilhelmina", "8 Canaryfield Lane"), named: "f3.csv", "--as families")
    try await ledger.type(Self.forget).require()
    let commit = await ledger.type("import commit \(batch)")
    #expect(commit.status != 0, "\(commit)")
    #expect(try Self.found(in: ledger.path) == [])
  }

  @Test func `whatever ends it between the ledger and the register, the same again does the rest`()
    async throws
  {
    let ledger = try await Self.made()
    // What a kill right after the ledger was written leaves.
    let open = OpenLedger(
      try SQLiteStore(opening: ledger.path + "/ledger.sqlite"),
      try SQLiteRegister(opening: ledger.path + "/register.sqlite"),
      settings: SettingsFolder(path: ledger.path))
    let child = try #require(ChildReference(Self.child))
    let officer = Officer("a.khan", on: try #require(Day("2026-11-30")))
    try await open.write(by: officer, isDry: false) {
      _ = try await $0.forget(child, because: "asked")
    }
    #expect(try Set(Self.words).subtracting(Self.found(in: ledger.path)) == [])
    let check = await ledger.type("check")
    #expect(check.status == 2)
    #expect(
      check.err.contains("warning forgotten-and-held: \(Self.child) was forgotten on 2026-11-30"))
    let held = await ledger.type(
      "statement build --period 2026-10 --output-folder \(ledger.path)-out")
    #expect(held.err.contains("the child was forgotten on 30 November 2026, so"))
    let head = await ledger.head()
    let again = await ledger.type(Self.forget)
    try again.require()
    #expect(again.out.contains(". What was still held of it is taken away now.\nTaken away:\n"))
    #expect(try Self.found(in: ledger.path) == [])
    #expect(await ledger.head() == head)
    try await ledger.type("check").require()
  }

  @Test(arguments: ["BEGIN IMMEDIATE", "BEGIN; SELECT count(*) FROM family"])
  func `a register that is in use meanwhile is said, and the same again does the rest`(hold: String)
    async throws
  {
    let made = try await Self.made()
    let patient = Terminal(
      made.terminal.scratch, today: made.terminal.today, environment: ["SENDLEDGER_WAIT": "0"])
    let ledger = TestLedger(terminal: patient, path: made.path)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(
      path: ledger.path + "/register.sqlite", configuration: configuration)
    try other.inDatabase { db in try db.execute(sql: hold) }
    // Words of which none could be a name, so that the register is not asked before the ledger is written.
    let refused = await ledger.type(
      ["register", "forget", Self.child, "--reason", "Decided by the panel"])
    #expect(refused.status == 75, "\(refused)")
    #expect(
      refused.err.contains("forgetting-unfinished: it is recorded that \(Self.child) is forgotten"))
    #expect(refused.err.contains("sendledger register forget \(Self.child) --reason TEXT"))
    try other.inDatabase { db in try db.execute(sql: "ROLLBACK") }
    try other.close()
    try await ledger.type(Self.forget).require()
    #expect(try Self.found(in: ledger.path) == [])
    try await ledger.type("audit verify").require()
  }
}
