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
    if outcome.posted == 0 {
      Console.current.print("\(record.reference): nothing to write. Head \(head.digest.short).")
    } else if isDry {
      Console.current.print("\(record.reference): \(rows) would be posted. Nothing was written.")
    } else {
      Console.current.print(
        "\(record.reference): \(rows) posted from \(record.fileName). Head \(head.digest.short), "
          + "record \(head.number).")
    }
    let waiting = [RowVerdict.held, .refused].map { outcome.preview.tally.rows($0) }.reduce(0, +)
    guard waiting > 0 else { return .done }
    Console.current.say(
      "\(waiting == 1 ? "1 row waits" : "\(waiting) rows wait") for a person: "
        + "sendledger import show \(record.reference)")
    return .look
  }
}
