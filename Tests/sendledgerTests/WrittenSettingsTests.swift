import TestSupport
import Testing

/// Settings in which something is wrong, as they are read when they are adopted.
@Suite struct WrittenSettingsTests {
  /// What is said when a settings file has pieces of its text replaced.
  private func adopted(_ file: String, _ pieces: (String, String)...) async throws
    -> Terminal.Answer
  {
    let ledger = try await TestLedger.make()
    var text = try Project.text("ledgers/example/\(file)")
    for (old, new) in pieces {
      try #require(text.contains(old), "“\(old)”")
      text = text.replacing(old, with: new)
    }
    try ledger.terminal.scratch.write(text, to: "ledger/\(file)")
    return await ledger.type("policy adopt")
  }

  @Test func `every fault of a charter is told at once, each at its line`() async throws {
    let answer = try await adopted(
      "ledger.yaml", ("  name: Anyshire Council", "  nmae: Anyshire Council"), ("\"999\"", "99"),
      ("first-year: 2026-27", "first-year: 2026"), ("  ICB: ICB", "  icb: ICB"))
    #expect(answer.status == 3)
    for words in [
      "ledger.yaml:10: error written-value-missing: authority does not say its name",
      "ledger.yaml:10: error written-name-unknown: “nmae” is not a name of authority",
      "ledger.yaml:11: error written-value-unreadable: authority, code cannot be read",
      "ledger.yaml:12: error written-value-unreadable: first-year cannot be read",
      "ledger.yaml:26: error written-value-unreadable: a name of partners cannot be read",
    ] { #expect(answer.err.contains(words), "\(answer.err)") }
  }

  @Test func `every fault of a policy is told at once, each at its line`() async throws {
    let answer = try await adopted(
      "policy.yaml", ("    value: 5\n", "    value: five\n"),
      ("    source: Accounting policies 2026-27, note 4\n", ""),
      ("setting: position-groups", "setting: position-group"))
    #expect(answer.status == 3)
    for words in [
      "policy.yaml:8: error written-value-unreadable: settings 1, value cannot be read",
      "policy.yaml:10: error written-value-missing: settings 2 does not say its source",
    ] { #expect(answer.err.contains(words), "\(answer.err)") }
  }

  @Test func `settings that are not YAML, or nothing, are told so`() async throws {
    let torn = try await adopted("policy.yaml", ("settings:", "settings: ["))
    #expect(torn.status == 3)
    #expect(
      torn.err.contains(
        "error written-not-yaml: the file of settings is not YAML from this line on"))
    let ledger = try await TestLedger.make()
    try ledger.terminal.scratch.write([0x61, 0xE9], to: "ledger/policy.yaml")
    let bytes = await ledger.type("policy adopt")
    #expect(bytes.status == 78)
    #expect(bytes.err.contains("policy.yaml:1: error written-not-yaml: the file of settings"))
  }
}
