import Foundation
import TestSupport

/// A ledger, and the program by which it is written to and looked at.
struct Desk {
  let program: Program
  let ledger: String

  /// How a ledger stands, as its own reports say it.
  struct Standing: Hashable {
    let records: Int
    let entries: Int
    let pence: Int
  }

  /// An import, as the list of imports has it.
  struct Listed: Hashable {
    let batch: String
    let state: String
    let file: String
    let rows: Int
    let amount: String
  }

  /// Something that no kill may bring about.
  struct Breach: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
      self.description = description
    }
  }

  func run(_ words: [String], killedAfter delay: Int? = nil) throws -> Program.Ending {
    try program.run(words + ["-C", ledger], killedAfter: delay)
  }

  /// Runs a command that has to be done.
  @discardableResult
  func done(_ words: [String]) throws -> Program.Ending {
    let ending = try run(words)
    guard ending.status == 0 else {
      throw Breach("\(words.joined(separator: " ")) ended with \(ending.summary)")
    }
    return ending
  }

  /// Opens the ledger, verifies it, and adds up what it holds.
  func standing() throws -> Standing {
    let verdict = try done(["audit", "verify", "--no-progress"]).out
    let words = verdict.split { !$0.isNumber }.compactMap { Int($0) }
    guard verdict.hasPrefix("The ledger is whole"), words.count >= 2 else {
      throw Breach("audit verify said: \(verdict)")
    }
    let actual = try Desk.sums(of: trialBalance("actual"))
    let budget = try Desk.sums(of: trialBalance("budget"))
    let spent = actual["Expenditure", default: 0]
    let others = [
      -actual["Bank", default: 0], budget["spent", default: 0], -budget["allocated", default: 0],
    ]
    guard others.allSatisfy({ $0 == spent }) else {
      throw Breach("the trial balances do not agree: \(actual) and \(budget)")
    }
    return Standing(records: words[0], entries: words[1], pence: spent)
  }

  func trialBalance(_ layer: String) throws -> String {
    try done(["trial-balance", "--layer", layer, "--as-of", "2027-03-31", "--format", "csv"]).out
  }

  /// What stands in each account, in pence: a debit is positive.
  private static func sums(of trialBalance: String) throws -> [String: Int] {
    var sums: [String: Int] = [:]
    for row in CommaSeparated(trialBalance).rows where row["is_total"] == "0" {
      let (debit, credit) = (row["debit_gbp"] ?? "", row["credit_gbp"] ?? "")
      sums[row["account"] ?? "", default: 0] +=
        try debit.isEmpty ? -pence(credit) : pence(debit)
    }
    return sums
  }

  static func pence(_ text: String) throws -> Int {
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[1].count == 2, let pence = Int(parts.joined()) else {
      throw Breach("“\(text)” is not an amount")
    }
    return pence
  }

  /// The imports that the ledger knows of.
  func imports() throws -> [Listed] {
    CommaSeparated(try done(["import", "list", "--format", "csv"]).out).rows.map { row in
      Listed(
        batch: row["import"] ?? "", state: row["state"] ?? "", file: row["file"] ?? "",
        rows: Int(row["rows"] ?? "") ?? -1, amount: row["amount_gbp"] ?? "")
    }
  }

  /// How many rows of an import came to something, and their sum in pence.
  func rows(of batch: String, _ verdict: String) throws -> (rows: Int, pence: Int) {
    let shown = CommaSeparated(try done(["import", "show", batch, "--format", "csv"]).out)
    guard let row = shown.rows.first(where: { $0["verdict"] == verdict }) else { return (0, 0) }
    return (Int(row["rows"] ?? "") ?? -1, try Desk.pence(row["amount_gbp"] ?? ""))
  }

  /// What SQLite keeps beside the files while it writes, by name and by when it was last written.
  ///
  /// One whose first byte was never filled in was left before anything was changed. SQLite passes
  /// over it, and takes it away when it next writes.
  var journals: [String: Date] {
    ["ledger.sqlite-journal", "register.sqlite-journal"].reduce(into: [:]) { found, name in
      let facts = try? FileManager.default.attributesOfItem(atPath: "\(ledger)/\(name)")
      if (facts?[.size] as? Int ?? 0) > 0 { found[name] = facts?[.modificationDate] as? Date }
    }
  }

  /// What lies in the ledger's folder and does not belong there once nothing runs.
  func leftovers() throws -> [String] {
    let known: Set = ["ledger.sqlite", "register.sqlite", "ledger.yaml", "policy.yaml", "mappings"]
    return try FileManager.default.contentsOfDirectory(atPath: ledger)
      .filter { !known.contains($0) && !$0.hasSuffix("-journal") }.sorted()
  }
}
