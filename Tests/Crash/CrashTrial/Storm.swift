import TestSupport

/// A ledger whose every command is killed, again and again, until it is done.
struct Storm {
  let desk: Desk
  /// How many kills there are to be in all.
  let wanted: Int
  private(set) var tally: Tally
  private(set) var standing: Desk.Standing
  private var chance: Seeded

  init(_ desk: Desk, wanted: Int, _ tally: Tally, _ chance: Seeded) throws {
    self.desk = desk
    self.wanted = wanted
    self.tally = tally
    self.chance = chance
    standing = try desk.standing()
    self.tally.ledgers += 1
  }

  /// Previews a file, and returns the import that waits.
  ///
  /// A preview posts nothing. What is kept of it is kept whole.
  mutating func preview(_ words: [String], of file: PaymentFile, new: [Payment], usual: Int) throws
    -> String
  {
    for _ in 0..<2 where tally.all < wanted {
      let known = try desk.imports().count
      let (ending, isMidWrite) = try kill(words, usual)
      try expect(standing, after: words, ending)
      let imports = try desk.imports()
      guard imports.count <= known + 1 else {
        throw Desk.Breach("one preview left \(imports.count - known) imports")
      }
      let isKept = imports.count > known
      if let last = imports.last, isKept { try check(last.batch, of: file, new, "waiting") }
      if ending.status == 0 || ending.out.contains("Nothing has been posted") {
        guard isKept else { throw Desk.Breach("a preview that was shown is lost") }
      }
      count("import preview", ending, isMidWrite, isDone: isKept)
    }
    if let batch = try waiting(file) { return batch }
    try desk.done(words)
    guard let batch = try waiting(file) else { throw Desk.Breach("no import waits") }
    try check(batch, of: file, new, "waiting")
    return batch
  }

  private func waiting(_ file: PaymentFile) throws -> String? {
    try desk.imports().last { $0.file == file.name && $0.state == "waiting" }?.batch
  }

  /// Commits an import, and finds all of it or none of it after every kill.
  mutating func commit(_ batch: String, of file: PaymentFile, new: [Payment], usual: Int) throws {
    let after = Desk.Standing(
      records: standing.records + new.count + 1, entries: standing.entries + new.count,
      pence: standing.pence + new.map(\.pence).reduce(0, +))
    try weather(["import", "commit", batch], "posted from", usual, to: after) { storm, isDone in
      try storm.check(batch, of: file, new, isDone ? "committed" : "waiting")
    }
    let again = try desk.done(["import", "commit", batch])
    tally.repeats += 1
    try expect(standing, after: ["a second commit"], again)
  }

  /// Takes an import back, and finds all of it or none of it after every kill.
  mutating func undo(_ batch: String, of file: PaymentFile, new: [Payment], usual: Int) throws {
    let after = Desk.Standing(
      records: standing.records + new.count + 1, entries: standing.entries + new.count,
      pence: standing.pence - new.map(\.pence).reduce(0, +))
    let words = ["import", "undo", batch, "--reason", "Trial"]
    try weather(words, "reversed.", usual, to: after) { storm, isDone in
      try storm.check(batch, of: file, new, isDone ? "undone" : "committed")
    }
    let again = try desk.run(words)
    tally.repeats += 1
    guard again.status == 3, again.err.contains("import-undone") else {
      throw Desk.Breach("a second undo ended with \(again.summary)")
    }
    try expect(standing, after: ["a second undo"], again)
  }

  /// Kills a command until it is done, and a few times at most; then lets it end.
  ///
  /// `promise` is what it prints once it is done.
  private mutating func weather(
    _ words: [String], _ promise: String, _ usual: Int, to after: Desk.Standing,
    _ check: (Storm, _ isDone: Bool) throws -> Void
  ) throws {
    var found = standing
    for _ in 0..<6 where found != after && tally.all < wanted {
      let (ending, isMidWrite) = try kill(words, usual)
      found = try desk.standing()
      guard found == standing || found == after else {
        throw Desk.Breach(
          "\(words) was killed, and left \(found), which is neither \(standing) nor \(after)")
      }
      if ending.status == 0 || ending.out.contains(promise), found != after {
        throw Desk.Breach("\(words) was acknowledged and is lost: \(ending.summary)")
      }
      try check(self, found == after)
      count("import \(words[1])", ending, isMidWrite, isDone: found == after)
    }
    if found != after { try expect(after, after: words, try desk.done(words)) }
    standing = after
    try check(self, true)
  }

  private mutating func kill(_ words: [String], _ usual: Int) throws
    -> (ending: Program.Ending, isMidWrite: Bool)
  {
    // Half of the kills fall anywhere, and half where the end is near and much happens at once.
    let first = Bool.random(using: &chance) ? 0 : usual * 3 / 4
    let delay = Int.random(in: first...usual + usual / 8, using: &chance)
    let earlier = desk.journals
    let ending = try desk.run(words, killedAfter: delay)
    if let status = ending.status, status != 0 {
      throw Desk.Breach("\(words.joined(separator: " ")) ended with \(ending.summary)")
    }
    let isMidWrite = desk.journals.contains { earlier[$0.key] != $0.value }
    return (ending, isMidWrite)
  }

  private mutating func count(
    _ command: String, _ ending: Program.Ending, _ isMidWrite: Bool, isDone: Bool
  ) {
    if ending.signal == nil { return tally.countTooLate() }
    tally.count(command, isDone ? .after : isMidWrite ? .during : .before)
  }

  private func expect(
    _ wanted: Desk.Standing, after words: [String], _ ending: Program.Ending
  ) throws {
    let found = try desk.standing()
    guard found == wanted else {
      throw Desk.Breach(
        "after \(words.joined(separator: " ")) (\(ending.summary)) the ledger stands at \(found), "
          + "and not at \(wanted)")
    }
  }

  /// Whether an import is listed as it should be, with the rows and the sum of its file.
  private func check(
    _ batch: String, of file: PaymentFile, _ new: [Payment], _ state: String
  ) throws {
    guard let listed = try desk.imports().first(where: { $0.batch == batch }) else {
      throw Desk.Breach("\(batch) is not listed")
    }
    let rows = try desk.rows(of: batch, "new")
    let pence = try Desk.pence(listed.amount)
    guard listed.state == state, listed.file == file.name, listed.rows == file.payments.count,
      pence == file.payments.map(\.pence).reduce(0, +),
      rows == (new.count, new.map(\.pence).reduce(0, +))
    else {
      throw Desk.Breach("\(listed), of which \(rows) new, should be \(state) with \(new.count) new")
    }
  }
}
