import Foundation
import TestSupport

/// Some files, brought into a ledger that is left in peace and into one that is not.
struct Episode {
  private let calm: Desk
  private let folder: String
  private var storm: Storm
  private var posted: Set<Int> = []

  init(
    _ program: Program, blank: String, in folder: String, wanted: Int, _ tally: Tally,
    _ chance: Seeded
  ) throws {
    self.folder = folder
    for name in ["calm", "stormy"] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      try FileManager.default.copyItem(atPath: blank, toPath: "\(folder)/\(name)")
    }
    calm = Desk(program: program, ledger: "\(folder)/calm")
    storm = try Storm(
      Desk(program: program, ledger: "\(folder)/stormy"), wanted: wanted, tally, chance)
  }

  /// Brings the files in, each fourth of them twice with an undoing between, and compares.
  mutating func run(_ files: [PaymentFile]) throws -> Tally {
    for (index, file) in files.enumerated() where storm.tally.all < storm.wanted {
      let path = "\(folder)/\(file.name)"
      try file.text.write(toFile: path, atomically: true, encoding: .utf8)
      let batches = try bringIn(file, path)
      if index % 4 == 1 {
        try takeBack(file, batches)
        _ = try bringIn(file, path)
      }
      posted.formUnion(file.payments.map(\.number))
    }
    try compare()
    return storm.tally
  }

  private func new(in file: PaymentFile) -> [Payment] {
    file.payments.filter { !posted.contains($0.number) }
  }

  private mutating func bringIn(_ file: PaymentFile, _ path: String) throws
    -> (calm: String, stormy: String)
  {
    let words = ["import", "preview", path, "--as", "payments", "--mapping", "anyshire"]
    let previewing = try calm.done(words).duration
    let quiet = try calm.imports().last?.batch ?? ""
    let committing = try calm.done(["import", "commit", quiet]).duration
    let batch = try storm.preview(words, of: file, new: new(in: file), usual: previewing)
    try storm.commit(batch, of: file, new: new(in: file), usual: committing)
    return (quiet, batch)
  }

  private mutating func takeBack(_ file: PaymentFile, _ batches: (calm: String, stormy: String))
    throws
  {
    let undoing = try calm.done(["import", "undo", batches.calm, "--reason", "Trial"]).duration
    try storm.undo(batches.stormy, of: file, new: new(in: file), usual: undoing)
  }

  /// The ledger that was killed holds what the other one does, and nothing lies about.
  private func compare() throws {
    for layer in ["actual", "budget"] {
      let quiet = try calm.trialBalance(layer)
      let other = try storm.desk.trialBalance(layer)
      guard quiet == other else {
        throw Desk.Breach("the trial balances differ:\n\(quiet)\nand\n\(other)")
      }
    }
    let quiet = try calm.standing()
    guard storm.standing == quiet else {
      throw Desk.Breach("the ledger that was never killed stands at \(quiet)")
    }
    let left = try storm.desk.leftovers()
    guard left.isEmpty else { throw Desk.Breach("left in the folder: \(left)") }
  }
}
