import TestSupport
import Testing

/// No pack is made of a file in which a registered child is named, wherever the name stands.
@Suite struct ScenarioNamesTests {
  /// The name of a child of the example's register.
  private func name() throws -> (given: String, family: String) {
    let row = try #require(
      CommaSeparated(try Project.text("imports/example/03-august/families.csv")).rows.first)
    return (try #require(row["Given name"]), try #require(row["Family name"]))
  }

  @Test(arguments: [
    ("better-off: Nobody is", "better-off: NAME is"),
    ("note: A saving on", "note: A saving for NAME on"),
    ("text: Growth in children", "text: Growth since NAME in children"),
    ("name: Early help in schools", "name: Early help for NAME in schools"),
    ("what: First draft", "what: First draft with NAME"),
    ("contact: Pools", "contact: NAME, Pools"),
    ("contact: Pools", "NAME: Pools"),
  ])
  func `a text that names a child is refused with its line, and not repeated`(
    old: String, new: String
  ) async throws {
    let made = ScenarioLedger(ledger: try await TestLedger.october())
    let (given, family) = try name()
    let file = try made.file([(old, new.replacing("NAME", with: "\(family) \(given.lowercased())"))]
    )
    let answer = await made.pack(file)
    #expect(answer.status == 3, "\(answer.err)")
    #expect(answer.err.contains("error names-a-child: a text of the scenario names a child"))
    #expect(answer.err.contains("changed.yaml:"))
    #expect(!answer.err.contains(family) && !answer.out.contains(family))
    #expect(made.files().isEmpty)
  }

  @Test func `a name in a file's own name is refused, and one in a comment goes nowhere`()
    async throws
  {
    let made = ScenarioLedger(ledger: try await TestLedger.october())
    let (given, family) = try name()
    let text = try ScenarioLedger.text()
    let named = try made.ledger.terminal.scratch.write(text, to: "\(given)-\(family).yaml")
    let refused = await made.ledger.type(["scenario", "check", named])
    #expect(refused.status == 3)
    #expect(refused.err.contains("error names-a-child: the name of the file names a child"))
    #expect(!refused.err.contains(family))
    let path = try made.ledger.terminal.scratch.write(
      "# Asked by \(given) \(family)\n" + text, to: "commented.yaml")
    #expect((await made.ledger.type(["scenario", "check", path])).status == 0)
    #expect((await made.pack(path)).status == 0)
    #expect(made.files().values.allSatisfy { !$0.contains(family) })
  }
}
