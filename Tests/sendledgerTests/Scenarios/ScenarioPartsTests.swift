import Foundation
import TestSupport
import Testing

/// The parts of a pack that are printed by themselves, and a scenario that is begun.
@Suite struct ScenarioPartsTests {
  /// The tables of an answer as csv, by name, each row of them joined.
  private func tables(_ answer: Terminal.Answer) -> [String: [[String: String]]] {
    Dictionary(grouping: CommaSeparated(answer.out).rows) { $0["table"] ?? "" }.mapValues { rows in
      rows.map { row in row.filter { !$0.value.isEmpty } }
    }
  }

  @Test(arguments: [
    ("compare", ["options", "levers", "years", "fan-options"]), ("tornado", ["tornado"]),
    ("fan", ["fan", "fan-options"]),
  ])
  func `a part has the rows that the pack has`(part: String, names: [String]) async throws {
    let made = try await ScenarioLedger.made()
    func answer(_ command: String, _ format: String) async -> Terminal.Answer {
      await made.ledger.type([
        "scenario", command, ScenarioLedger.example, "--runs", "400", "--format", format,
      ])
    }
    let found = tables(await answer(part, "csv"))
    #expect(found.keys.sorted() == names.sorted())
    // The pack itself prints its long form as csv; its tables stand in json.
    let pack = (await answer("run", "json")).out
    for rows in found.values {
      for cell in rows.flatMap(\.values) where cell.contains(".") && Decimal(string: cell) != nil {
        #expect(pack.contains(cell), "\(cell)")
      }
    }
    let text = (await answer(part, "table")).out.split(whereSeparator: \.isWhitespace)
    #expect(text.joined(separator: " ").contains("--seed 20261120 --at "))
  }

  @Test func `a scenario is begun with what the ledger knows, and nothing is guessed`() async throws
  {
    let made = try await ScenarioLedger.made()
    let path = made.ledger.terminal.scratch.path + "/ours.yaml"
    let early = await made.ledger.type(["scenario", "new", path, "--pool", "POOL-2026"])
    #expect(early.status == 4)
    #expect(early.err.contains("agreement-not-adopted"))
    try await made.ledger.type("pool agree imports/example/agreements/pool-2026.yaml").require()
    try await made.ledger.type(["scenario", "new", path, "--pool", "POOL-2026"]).require()
    let empty = await made.ledger.type(["scenario", "check", path])
    #expect(empty.status == 65)
    for part in ["the scenario", "partners 1", "assumptions 1", "no-change, people", "uncertainty"]
    {
      #expect(empty.err.contains("written-value-missing: \(part) does not say its"), "\(part)")
    }
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for (name, value) in [
      ("name:\n", "name: Our pool\n"), ("short:\n", "short: Ours\n"),
      ("each-year: }", "each-year: run-down}"),
      ("affordable:", "affordable: 5"), ("low:\n", "low: -1\n"), ("central:\n", "central: 0\n"),
      ("high:\n", "high: 4\n"), ("source:\n", "source: ours\n"), ("date:\n", "date: 2026-06-30\n"),
      ("owner:\n", "owner: Finance\n"), ("confidence:", "confidence: C"),
      ("asked:\n", "asked: Yes\n"),
      ("by:\n", "by: 2027-01-31\n"), ("contact:\n", "contact: Us\n"), ("  -\n", "  - Staff\n"),
      ("as-of: ", "as-of: "),
    ] { text = text.replacingOccurrences(of: name, with: value) }
    for name in [
      "children-helped", "waiting", "sessions", "travel", "choice", "better-off", "worse-off",
    ] { text = text.replacingOccurrences(of: "\(name):\n", with: "\(name): No change.\n") }
    for name in ["growth", "price", "first-year", "yearly", "correlation"] {
      text = text.replacingOccurrences(of: "  \(name):\n", with: "  \(name): 0\n")
    }
    // A pool in which nothing was spent has no first year's cost.
    text = text.replacingOccurrences(
      of:
        "  from-ledger:\n    as-of: 2026-10-31  # within a year it counts what is spent and committed by then\n    funds: [pool-general-POOL-2026]",
      with: "  amount: 900.00\n  source: ours\n  date: 2026-06-30")
    let filled = try made.ledger.terminal.scratch.write(text, to: "filled.yaml")
    let checked = await made.ledger.type(["scenario", "check", filled])
    #expect(checked.status == 0, "\(checked.err)")
  }
}
