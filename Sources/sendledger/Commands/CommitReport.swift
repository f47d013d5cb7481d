import Bookkeeping
import Desks
import Storage

/// Says what a commit wrote.
struct CommitReport {
  let outcome: CommitRun.Outcome
  let record: ImportRecord
  let ledger: OpenLedger

  func finish(isDry: Bool) async throws -> Exit {
    Console.current.report(outcome.preview.diagnostics)
    let head = try await ledger.head()
    let rows = outcome.posted == 1 ? "1 row" : "\(outcome.posted) rows"
    let twins = outcome.leftOut == 0 ? "" : ", \(outcome.leftOut) left out as twins"
    let held = outcome.preview.tally.rows(.held)
    if !outcome.hasWritten {
      Console.current.print("\(record.reference): nothing to write. Head \(head.digest.short).")
    } else if isDry {
      Console.current.print(
        "\(record.reference): \(rows) would be posted\(twins). Nothing was written.")
    } else {
      Console.current.print(
        "\(record.reference): \(rows) posted from \(record.fileName)\(twins). Head \(head.digest.short), "
          + "record \(head.number).")
    }
    let refused = outcome.preview.tally.rows(.refused)
    if held > 0 {
      Console.current.say(
        "\(held == 1 ? "1 row waits" : "\(held) rows wait") for a person: "
          + "sendledger import waiting")
    }
    if refused > 0 {
      Console.current.say(
        "\(refused == 1 ? "1 row was" : "\(refused) rows were") refused: "
          + "sendledger import show \(record.reference)")
    }
    return held + refused == 0 ? .done : .look
  }
}
