import Foundation
import TestSupport

/// One process posts entries one after another, and eight read whatever they like meanwhile.
struct PostingRead {
  private let arguments: TrialArguments
  private let folder: String

  static let readers = 8

  init(_ arguments: TrialArguments, in folder: String) {
    self.arguments = arguments
    self.folder = folder
  }

  func run() throws {
    let program = try Program(
      arguments.program,
      environment: ["SENDLEDGER_TODAY": "2027-01-31", "SENDLEDGER_USER": "trial"])
    let bench = try Bench.made(in: folder, by: program)
    var chance = Seeded(seed: arguments.seed)
    let readers = try (0..<PostingRead.readers).map {
      try Others.start(.read, bench, $0, seed: chance.next())
    }
    defer { for reader in readers { reader.kill() } }
    try bench.wait(for: readers)
    let poster = try Others.start(.post, bench, arguments.count, seed: chance.next())
    // Whoever verifies meanwhile finds a whole ledger, every time.
    var verifications = 0
    func verify() throws {
      let verdict = try program.run(["audit", "verify", "--no-progress", "-C", bench.ledger])
      verifications += 1
      guard verdict.status == 0 else {
        throw Breach("audit verify \(verifications) ended with \(verdict.summary)")
      }
    }
    while !poster.isOver { try verify() }
    let posted = try Others.end(poster, "the posting")
    let log = bench.logSize
    bench.set(.written)
    var all = Reader.Tally(waits: Waits(), heads: [], settled: 0)
    for (number, reader) in readers.enumerated() {
      let said = try Others.end(reader, "reader \(number + 1)")
      let tally = try JSONDecoder().decode(Reader.Tally.self, from: Data(said.utf8))
      all.waits.merge(tally.waits)
      all.heads.formUnion(tally.heads)
      all.settled += tally.settled
    }
    try verify()
    report(all, posted, log, verifications)
  }

  private func report(
    _ all: Reader.Tally, _ posted: String, _ log: Int, _ verifications: Int
  ) {
    let reports = AskedReport.allCases.map(\.rawValue)
    let read = reports.map(all.waits.count).reduce(0, +)
    let longest = reports.map(all.waits.longest).max() ?? 0
    print("\(posted), seed \(arguments.seed)")
    print("\(read) reports read by \(PostingRead.readers) processes, at \(all.heads.count) heads\n")
    print(Waits.heading)
    for name in [Reader.opening] + reports { print(all.waits.line(name)) }
    print("\nThe longest that a reader waited for a report: \(Waits.text(longest)).")
    print("What SQLite had yet to move into the file at the end: \(log / 1_048_576) MiB.")
    print(
      "Each was read again at its head, and \(all.settled) once more at rest: all are the same.")
    print(
      "No reader was refused; verified \(verifications) times meanwhile and after, it was whole.")
  }
}
