import Foundation
import TestSupport
import Testing

/// L11: no child's name, date of birth or address in an argument, a log, a file name, an error, or
/// the ledger file.
struct NamelessPromise {
  /// An invented family, in the words that have to stay out.
  private static let words = ["quackenbush", "wilhelmina", "2016", "acacia", "zz9 9zz"]

  private static let families = """
    Child,Given name,Family name,Addressee,Address,Address confirmed,Contact
    SPB-004655,Wilhelmina,Quackenbush,Dr Quackenbush,"12 Acacia Avenue; ZZ9 9ZZ",20/10/2026,Panel

    """

  private func isNamed(_ text: String) -> Bool {
    Self.words.contains { text.lowercased().contains($0) }
  }

  private func bytes(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }

  private func registered() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.families, named: "families.csv", "--as families")
    return ledger
  }

  @Test func `L11: the ledger file holds nobody's name or address, and the register does`()
    async throws
  {
    let ledger = try await registered()
    #expect(try isNamed(bytes(of: ledger.path + "/register.sqlite")))
    #expect(try !isNamed(bytes(of: ledger.path + "/ledger.sqlite")))
  }

  @Test(arguments: [
    "child show Wilhelmina", "statement build --period 2026-10 --child Wilhelmina-Quackenbush",
    "trace child/Wilhelmina-Quackenbush/2026-10/held/spent", "import twins Wilhelmina",
    "event record payment-made --day 2026-11-02 --amount 1.00 --child Quackenbush --document X1",
    "event record payment-made --day Wilhelmina --amount 1.00 --fund high-needs --document X1",
    "period reopen 2026-09 --reason Wilhelmina,Quackenbush",
    "event reverse 150 --reason Wilhelmina-Quackenbush",
    "import preview Wilhelmina-Quackenbush.csv --as receipts",
    "import preview WilhelminaQuackenbush.csv --as receipts",
    "import preview 2026_quackenbushWilhelmina.csv --as receipts",
  ])
  func `L11: an argument that is a name is refused, and not said again`(line: String) async throws {
    let ledger = try await registered()
    let head = await ledger.head()
    let answer = await ledger.type(line)
    #expect(answer.status != 0)
    #expect(!answer.err.isEmpty)
    #expect(!isNamed(answer.out))
    #expect(await ledger.head() == head)
    #expect(try !isNamed(bytes(of: ledger.path + "/ledger.sqlite")))
  }

  @Test(arguments: [
    ("ledger.yaml", "name: Anyshire Council", "name: Wilhelmina Quackenbush Council"),
    ("ledger.yaml", "  ICB: ", "  ICB: WilhelminaQuackenbush "),
    (
      "policy.yaml", "  - setting: review-days",
      """
        - setting: statement-contact
          from: 2027-01-01
          value: Ask for Quackenbush, Wilhelmina
          source: The panel
        - setting: review-days
      """
    ),
  ])
  func `L11: a name in the settings is not adopted`(
    file: String, old: String, new: String
  ) async throws {
    let ledger = try await registered()
    let path = ledger.path + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text)
    try changed.write(toFile: path, atomically: true, encoding: .utf8)
    let answer = await ledger.type("policy adopt")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error names-a-child"))
    #expect(!isNamed(answer.err + answer.out))
    #expect(try !isNamed(bytes(of: ledger.path + "/ledger.sqlite")))
  }

  @Test func `L11: a mapping that is named for a child reads no file`() async throws {
    let ledger = try await registered()
    let mappings = try FileManager.default.contentsOfDirectory(atPath: ledger.path + "/mappings")
    let mapping = try #require(mappings.sorted().first { $0.hasSuffix(".yaml") })
    try FileManager.default.copyItem(
      atPath: "\(ledger.path)/mappings/\(mapping)",
      toPath: ledger.path + "/mappings/quackenbush-wilhelmina.yaml")
    let (answer, _) = try await ledger.preview(
      text: "Date,Amount\n", named: "rows.csv",
      "--as payments --mapping quackenbush-wilhelmina")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error names-a-child: the name of the mapping names a child"))
    #expect(!isNamed(answer.err + answer.out))
  }

  @Test func `L11: an error quotes no cell that may be a name`() async throws {
    let ledger = try await TestLedger.october()
    let faulty = [
      Self.families.replacing("20/10/2026", with: "Wilhelmina"),
      Self.families.replacing("SPB-004655", with: "Wilhelmina Quackenbush"),
      Self.families.replacing("Wilhelmina,", with: ","),
      Self.families.replacing("Quackenbush,Dr", with: "Quack\"enbush,Dr"),
      Self.families.replacing("12 Acacia", with: String(repeating: "12 Acacia ", count: 4000)),
    ]
    for (index, text) in faulty.enumerated() {
      for style in ["text", "json"] {
        let (answer, _) = try await ledger.preview(
          text: text, named: "families-\(index).csv", "--as families --error-format \(style)")
        #expect(answer.status != 0, "\(index)")
        #expect(!answer.err.isEmpty, "\(index)")
        #expect(!isNamed(answer.err), "\(index): \(answer.err)")
        #expect(!isNamed(answer.out), "\(index)")
      }
    }
  }

  @Test(arguments: [
    "audit log --last 999 --format csv", "audit verify", "status", "import list",
    "import show B-0010", "child list", "child show SPB-004655", "check --as-of 2026-10-31",
    "trial-balance --as-of 2026-10-31", "block position --period 2026-10",
    "trace child/SPB-004655/2026-10/education-paid-to-you/spent",
  ])
  func `L11: what the program says of its work names nobody`(line: String) async throws {
    let answer = await (try await registered()).type(line)
    // A payment may be due, which a person should look at.
    #expect(answer.status == (line == "status" ? 2 : 0))
    #expect(!isNamed(answer.out.replacing("2016", with: "")))
    #expect(!isNamed(answer.err))
  }

  @Test func `L11: the file of a statement is named for the reference`() async throws {
    let ledger = try await registered()
    let folder = ledger.terminal.scratch.path + "/out"
    try await ledger.type("statement build --period 2026-10 --output-folder \(folder)").require()
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    #expect(names.contains("2026-10/SPB-004655.html"))
    for name in names { #expect(!isNamed(name.replacing("2016", with: ""))) }
    #expect(try bytes(of: folder + "/2026-10/SPB-004655.html").contains("Wilhelmina"))
  }

  private static let advance =
    "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"
    + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,100.00,DP-A\n"

  @Test(arguments: ["Wilhelmina Quackenbush.csv", "wilhelmina_quackenbush-2026.csv"])
  func `L11: the name of a file goes to the register where it could be somebody's`(name: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.advance, named: name, "--as direct-payments")
    #expect(try !isNamed(bytes(of: ledger.path + "/ledger.sqlite")))
    let trace = await ledger.type("trace trial-balance/actual/2026-11-30/high-needs/bank --last 1")
    #expect(trace.out.lowercased().contains("wilhelmina"))
    try await ledger.type("audit verify").require()
  }

  @Test(arguments: ["Wilhelmina Quackenbush.csv", "wilhelmina_quackenbush-2026.csv"])
  func `L11: a file named for a registered child is refused, and its name not said again`(
    name: String
  ) async throws {
    let ledger = try await registered()
    let head = await ledger.head()
    let (answer, _) = try await ledger.preview(
      text: Self.advance, named: name, "--as direct-payments")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error names-a-child: the name of the file names a child"))
    #expect(!isNamed(answer.err.replacing("2016", with: "")))
    #expect(answer.out.isEmpty)
    #expect(await ledger.head() == head)
  }
}
