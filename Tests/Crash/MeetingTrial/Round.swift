import Foundation
import TestSupport

/// Some files that overlap, previewed one after another and committed all at once.
struct Round {
  private let number: Int
  private let files: [PaymentFile]
  /// The file that two people commit.
  private let double: Int

  init(_ number: Int, upTo rows: Int, _ chance: inout Seeded) {
    self.number = number
    let count = Int.random(in: 1...max(rows, 1), using: &chance)
    let payments = (0..<count).map { Payment(51_000_000 + $0, &chance) }
    let processes = Int.random(in: 2...8, using: &chance)
    let all = (1..<processes).map { index in
      let share = Int.random(in: 1...4, using: &chance)
      let kept = payments.filter { _ in Int.random(in: 1...4, using: &chance) <= share }
      return PaymentFile(
        name: "\(number)-\(index).csv",
        payments: (kept.isEmpty ? payments : kept).shuffled(using: &chance))
    }
    // A preview of the same bytes takes the place of the one before.
    var texts: Set<String> = []
    files = all.filter { texts.insert($0.text).inserted }
    double = Int.random(in: 0..<files.count, using: &chance)
  }

  func run(
    _ program: Program, base: String, in folder: String, _ tally: inout Tally
  ) throws {
    let ledger = folder + "/ledger"
    try? FileManager.default.removeItem(atPath: ledger)
    try FileManager.default.copyItem(atPath: base, toPath: ledger)
    for file in files {
      try Data(file.text.utf8).write(to: URL(fileURLWithPath: folder + "/" + file.name))
    }
    func type(_ words: [String]) throws -> Program.Ending {
      try program.run(words + ["-C", ledger])
    }
    func preview(_ file: PaymentFile) throws -> String {
      let ending = try type([
        "import", "preview", folder + "/" + file.name, "--as", "payments", "--mapping", "anyshire",
      ])
      // Files that overlap, and of which neither has all rows of the other, may be one that was put right.
      let isTold = ending.status == 2 && ending.err.contains("may-correct-another")
      guard ending.status == 0 || isTold,
        let batch = ending.out.split(whereSeparator: { !"B-0123456789".contains($0) })
          .first(where: { $0.hasPrefix("B-") })
      else { throw Breach("a preview ended with \(ending.summary)") }
      return String(batch)
    }

    let batches = try files.map(preview)
    let commits = (batches + [batches[double]]).map { ["import", "commit", $0, "-C", ledger] }
    let runs = try commits.map { try program.start($0) }
    var refused: [PaymentFile] = []
    for (place, run) in runs.enumerated() {
      let ending = run.ending()
      tally.commits += 1
      switch ending.status {
      case 0 where ending.out.contains("rows posted") || ending.out.contains("row posted"):
        tally.posted += 1
      case 0 where ending.out.contains("committed already"): tally.again += 1
      case 3 where ending.err.contains("preview-stale"):
        tally.stale += 1
        refused.append(files[place < files.count ? place : double])
      case _: throw Breach("a commit ended with \(ending.summary)")
      }
    }
    for file in refused {
      let ending = try type(["import", "commit", try preview(file)])
      guard ending.status == 0 else { throw Breach("a second try ended with \(ending.summary)") }
    }
    try check(try type(["audit", "verify", "--no-progress"]).out, try type(balance).out)
    for file in files { try FileManager.default.removeItem(atPath: folder + "/" + file.name) }
  }

  private let balance = [
    "trial-balance", "--layer", "actual", "--as-of", "2027-03-31", "--format", "csv",
  ]

  /// Holds the books against what all the files say together, each payment once.
  private func check(_ verdict: String, _ balance: String) throws {
    let all = Set(files.flatMap(\.payments))
    guard verdict.hasPrefix("The ledger is whole"), verdict.contains(" \(all.count) entries") else {
      throw Breach("of \(all.count) payments there should be as many entries: \(verdict)")
    }
    let spent = CommaSeparated(balance).rows.filter { $0["account"] == "Expenditure" }
      .compactMap { Int(($0["debit_gbp"] ?? "").filter { $0 != "." }) }.reduce(0, +)
    let pence = all.map(\.pence).reduce(0, +)
    guard spent == pence else { throw Breach("\(pence) pence were paid, and \(spent) are booked") }
  }
}
