import Testing

@Suite struct ForbiddenCodeTests {
  private static let allowed =
    [
      Allowed(
        "Sources/sendledger/Session/Surroundings.swift", "Date",
        because: "the edge at which today is read"),
      Allowed(
        "Sources/sendledger/Session/Surroundings.swift", "SystemRandomNumberGenerator",
        because: "the salt of a new ledger"),
      Allowed(
        "Sources/sendledger/Session/Surroundings.swift", "random",
        because: "the salt of a new ledger"),
      Allowed(
        "Sources/Workbooks/WorkbookFile.swift", "Double",
        because:
          "a spreadsheet holds no other numbers, and fifteen digits of pence are exact in them"),
    ] + ForbiddenCodeTests.simulating + ForbiddenCodeTests.guarded

  /// Where a plain string becomes a text of the ledger, and by what it is known to name nobody.
  private static let guarded = [
    ("Bookkeeping/Provenance/LedgerText", "its own declaration"),
    ("Bookkeeping/Provenance/Source", "values of the program's own types"),
    ("Funding/References/PlainWords", "the list of words that are no names"),
    ("Storage/Register/NameGuard", "the names of the registered children"),
    ("Funding/Policy/Policy", "the bookkeeper guards what it adopts"),
    ("Funding/Funds/Charter", "the bookkeeper guards what it adopts"),
    ("Desks/Pools/AgreementDesk", "each word of an agreement has been guarded"),
    ("Importing/Cases/CaseReading", "a case's name is part of the references made of it"),
    ("Importing/Formats/DirectPaymentsFormat", "a period is months, days and numbers"),
    ("Funding/Contracts/Contract+Fact", "read back from the chain, and days"),
    ("Funding/Journal/JournalRecord+Decoding", "read back from the chain"),
    ("StorageSQLite/Register/RegisterRows", "guarded before the register kept it"),
  ].map { Allowed("Sources/\($0).swift", "asRead", because: $1) }

  /// A simulation's draws are the one place where money is worked out in binary floating point.
  private static let simulating = [
    "Simulation/Draws", "Simulation/Elementary", "Simulation/NormalTable",
    "Simulation/SimulatedYears", "Transitions/Arrivals", "Transitions/TransitionModel+Runs",
  ].map {
    Allowed("Sources/Modelling/\($0).swift", "Double", because: "the draws of a simulation")
  }

  private func findings(_ code: String) -> [Finding] {
    ForbiddenCode.findings(in: SwiftText("Sources/Made/Up.swift", code))
  }

  @Test func `no source uses what the style does without`() {
    let found = ProjectFiles.sources.flatMap {
      ForbiddenCode.findings(in: $0, allowing: Self.allowed)
    }
    #expect(found == [])
  }

  @Test func `every exception is needed`() {
    for exception in Self.allowed {
      let others = Self.allowed.filter { $0.word != exception.word }
      let found = ProjectFiles.sources.filter { $0.path == exception.path }
        .flatMap { ForbiddenCode.findings(in: $0, allowing: others) }
      #expect(found.contains { $0.words.hasPrefix(exception.word) }, "\(exception)")
    }
  }

  @Test(arguments: [
    "let a = b!", "let a = b()!.c", "let a = b[0]!", "try! go()", "let a = b as! C",
    "var a: String!", "fatalError()", "let a: Double = 1", "let a = Float(1)",
    "func a(_ b: Decimal)", "let now = Date()", "print(a)", "  Swift; print(a)",
    "var a = SystemRandomNumberGenerator()", "let a = Int.random(in: 1...6)", "arc4random()",
    "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1",
    "let a = \"\\(b!)\"", "let a = LedgerText(asRead: b)",
  ])
  func `each thing that the style does without is found`(code: String) {
    #expect(findings(code).count == 1, "\(findings(code))")
  }

  @Test(arguments: [
    "let a = !b", "if a != b {}", "where !a.isEmpty", "let a = \"Stop! Double Date()\"",
    "// print(a) and b!", "/* try! */ let a = 1", "console.print(a)", "func print(_ a: String) {}",
    "let a = [!b]", "let dates: [Dates]", "/// ``Double``", "blueprint(a)",
  ])
  func `what looks like it and is not is let be`(code: String) {
    #expect(findings(code) == [])
  }
}
