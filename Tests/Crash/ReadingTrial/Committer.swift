import Bookkeeping
import Desks
import Funding

/// A process that commits an import.
struct Committer {
  let bench: Bench
  let batch: Int

  static let officer = Officer("poster", on: Poster.firstDay)

  init(_ bench: Bench, batch: Int) {
    self.bench = bench
    self.batch = batch
  }

  func run() async throws {
    let ledger = try await bench.open()
    let record = try await ledger.reading { try await $0.importRecord(ImportReference(batch)) }
    let began = ContinuousClock.now
    let outcome = try await CommitRun(ledger: ledger, record: record, officer: Committer.officer)
      .run(isDry: false)
    let seconds = (ContinuousClock.now - began).components.seconds
    print("\(outcome?.posted ?? 0) rows committed in \(seconds) s", terminator: "")
  }
}
