import Foundation
import TestSupport

/// The ledger of the example's requests, up to the day before anybody decides.
struct DecisionLedger {
  let ledger: TestLedger

  private static let folder = "imports/example/decisions"

  static func made() async throws -> DecisionLedger {
    let ledger = try await TestLedger.make(today: "2026-04-01")
    func bring(_ name: String, _ kind: String, on day: String, _ more: String = "") async throws {
      try await ledger.on(day).bring(
        Project.text("\(folder)/\(name).csv"), named: name + ".csv", "--as \(kind) \(more)")
    }
    try await bring(
      "dsg-2026-03", "dsg-allocation", on: "2026-04-01", "--published 2026-03-26")
    for kind in ["budgets"] { try await bring(kind, kind, on: "2026-04-01") }
    for kind in ["packages", "families", "contracts"] {
      try await bring(kind, kind, on: "2026-09-01")
    }
    for kind in ["requests", "evidence"] { try await bring(kind, kind, on: "2026-11-16") }
    return DecisionLedger(ledger: ledger)
  }

  /// The words of a decision, with some of them changed; those changed to nothing are left out.
  func words(_ reference: String, _ changes: [String: String] = [:]) throws -> String {
    let lines = try Project.text("\(DecisionLedger.folder)/\(reference).yaml")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    var texts: [(String, String)] = lines.compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    texts.removeAll { changes.keys.contains($0.0) }
    texts += changes.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { ($0.key, " " + $0.value) }
    return try ledger.terminal.scratch.write(
      texts.map { $0.0 + ":" + $0.1 }.joined(separator: "\n") + "\n",
      to: "\(reference)-\(changes.count).yaml")
  }

  @discardableResult
  func record(_ reference: String, _ changes: [String: String] = [:]) async throws
    -> Terminal.Answer
  {
    await ledger.on("2026-11-20", by: "j.osei").type([
      "decision", "record", reference, try words(reference, changes),
    ])
  }

  func approve(_ reference: String, by user: String = "h.lowe", _ more: [String] = []) async
    -> Terminal.Answer
  {
    await ledger.on("2026-11-23", by: user).type(["decision", "approve", reference] + more)
  }

  /// What stands on each account of the budget layer at the end of the year, as CSV has it.
  func balances(on day: String = "2027-03-31") async -> [String: String] {
    let answer = await ledger.type("trial-balance --layer budget --as-of \(day) --format csv")
    return CommaSeparated(answer.out).rows.reduce(into: [:]) { balances, row in
      guard let fund = row["fund"], let account = row["account"] else { return }
      let debit = row["debit_gbp"] ?? ""
      balances["\(fund) \(account)"] = debit.isEmpty ? "-" + (row["credit_gbp"] ?? "") : debit
    }
  }
}
