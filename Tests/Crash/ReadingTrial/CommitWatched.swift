import Bookkeeping
import Desks
import Foundation
import Funding
import Importing
import TestSupport

/// One process commits a long import, and eight read the position again and again meanwhile.
struct CommitWatched {
  private let arguments: TrialArguments
  private let folder: String

  static let readers = 8

  init(_ arguments: TrialArguments, in folder: String) {
    self.arguments = arguments
    self.folder = folder
  }

  func run() async throws {
    let program = try Program(
      arguments.program,
      environment: ["SENDLEDGER_TODAY": "2026-10-31", "SENDLEDGER_USER": "trial"])
    let bench = try Bench.made(in: folder, by: program)
    let batch = try await previewed(bench)
    let watchers = try (0..<CommitWatched.readers).map { try Others.start(.watch, bench, $0) }
    defer { for watcher in watchers { watcher.kill() } }
    try bench.wait(for: watchers)
    sleep(2)
    bench.set(.committing)
    let committed = try Others.end(
      try Others.start(.commit, bench, batch.number), "the commit")
    bench.set(.committed)
    sleep(2)
    bench.set(.written)
    let tallies = try watchers.enumerated().map { number, watcher in
      let said = try Others.end(watcher, "reader \(number + 1)")
      return try JSONDecoder().decode(Watcher.Tally.self, from: Data(said.utf8))
    }
    let verified = try program.run(["audit", "verify", "--no-progress", "-C", bench.ledger])
    guard verified.status == 0 else { throw Breach("audit verify ended with \(verified.summary)") }
    try report(tallies, committed)
  }

  /// Writes a file of invented payments, previews it, and returns the import that waits.
  private func previewed(_ bench: Bench) async throws -> ImportReference {
    var chance = Seeded(seed: arguments.seed)
    let payments = (0..<arguments.count).map { Payment(61_000_000 + $0, &chance) }
    let path = bench.folder + "/payments.csv"
    try PaymentFile(name: "payments.csv", payments: payments).text
      .write(toFile: path, atomically: true, encoding: .utf8)
    let ledger = try await bench.open()
    let request = ImportRequest(
      path: path, kind: .payments, mappingName: "anyshire", published: nil, child: nil)
    let preview = try await PreviewRun(
      ledger: ledger, request: request, officer: Committer.officer
    ).run()
    return try await PreviewPaper(preview, request, ledger).keep(by: Committer.officer)
  }

  private func report(_ tallies: [Watcher.Tally], _ committed: String) throws {
    var waits = Waits()
    for tally in tallies { waits.merge(tally.waits) }
    let heads = Set(tallies.flatMap { $0.positions.keys })
    for head in heads {
      let texts = Set(tallies.compactMap { $0.positions[head] })
      guard texts.count == 1 else { throw Breach("\(texts.count) positions at record \(head)") }
    }
    guard heads.count == 2 else {
      throw Breach("one commit has a head before it and one after, and \(heads.sorted()) were read")
    }
    let longest = waits.longest(Watcher.Phase.during.rawValue)
    print("\(committed), seed \(arguments.seed), read by \(tallies.count) processes\n")
    print(Waits.heading)
    for phase in Watcher.Phase.allCases { print(waits.line(phase.rawValue)) }
    print("\nNo reader was refused. The heads read were \(heads.sorted()), each with one position.")
    print("The longest wait during the commit: \(Waits.text(longest)), against 250 ms.")
  }
}
