import Foundation
import GRDB
import TestSupport
import Testing

/// A ledger and a register of different moments side by side, as a copy that was put back leaves them.
struct RestoredTests {
  private func file(_ numbers: ClosedRange<Int>) -> String {
    BadInput.heading + numbers.map { BadInput.row($0, "\($0).00") }.joined()
  }

  private let outcome = "trial-balance --as-of 2027-03-31 --format csv"

  /// The moments of a history, each with a copy of both files, and the same history gone on otherwise.
  private struct History {
    let ledger: TestLedger
    var moments: [(path: String, records: Int)] = []

    mutating func keep() async throws {
      let path = ledger.terminal.scratch.path + "/moment-\(moments.count)"
      try TestLedger.copy(ledger.path, to: path)
      moments.append((path, try await ledger.lastNumber()))
    }

    /// The ledger's file of one moment beside the register of another.
    func pair(_ ledger: Int, _ register: Int) throws -> TestLedger {
      let path = self.ledger.terminal.scratch.path + "/pair-\(UInt32.random(in: 0 ... .max))"
      try TestLedger.copy(moments[ledger].path, to: path)
      try FileManager.default.removeItem(atPath: path + "/register.sqlite")
      try FileManager.default.copyItem(
        atPath: moments[register].path + "/register.sqlite", toPath: path + "/register.sqlite")
      return TestLedger(terminal: self.ledger.terminal, path: path)
    }
  }

  private func history() async throws -> History {
    var history = History(ledger: try await TestLedger.make())
    try await history.keep()
    try await history.ledger.bring(file(1...4), named: "a.csv", BadInput.options)
    try await history.keep()
    // A name that the ledger may not hold, so that the register has it.
    let batch = try await history.ledger.bring(
      file(3...8), named: "Invented Family.csv", BadInput.options)
    try await history.keep()
    try await history.ledger.type(["import", "undo", batch, "--reason", "Wrong list"]).require()
    try await history.keep()
    try await history.ledger.bring(file(5...9), named: "c.csv", BadInput.options)
    try await history.keep()
    return history
  }

  @Test func `every pair of moments is harmless, or is named and takes no write`() async throws {
    let history = try await history()
    for (place, kept) in history.moments.enumerated() {
      let whole = try history.pair(place, place)
      let figures = await whole.type(outcome).out
      let states = CommaSeparated(await whole.type("import list --format csv").out).rows
        .filter { $0["state"] != "waiting" }
      for (other, seen) in history.moments.enumerated() {
        let pair = try history.pair(place, other)
        let answer = await pair.type(outcome)
        #expect(answer.out.isEmpty == figures.isEmpty)
        let listed = CommaSeparated(await pair.type("import list --format csv").out).rows
          .filter { $0["state"] != "waiting" }
        for key in ["import", "state", "rows", "amount_gbp"] {
          #expect(listed.map { $0[key] } == states.map { $0[key] }, "\(key), \(place) and \(other)")
        }
        let isBehind = kept.records < seen.records
        let words =
          "chain-cut: the chain ends after record \(kept.records), and had \(seen.records) records"
        #expect(answer.err.contains(words) == isBehind)
        let position = await pair.type("block position --block high-needs --period 2026-10").out
        #expect(position.contains("Warning") == isBehind)
        #expect(await pair.type("audit verify").status == (isBehind ? 3 : 0))

        let head = try await pair.lastNumber()
        let (_, batch) = try await pair.preview(
          text: file(1...9), named: "d.csv", BadInput.options)
        let commit = await pair.type("import commit \(batch)")
        #expect(commit.status == (isBehind ? 3 : 0), "\(commit)")
        let isSame = try await pair.lastNumber() == head
        #expect(
          isSame == (isBehind || kept.records == 0 || commit.out.contains("nothing to write")))
        if !isBehind {
          #expect(await pair.type("audit verify").status == 0)
          let sum = await pair.type(outcome).out
          #expect(sum.contains("45.00"), "each of the nine payments once, \(place) and \(other)")
        }
      }
    }
  }

  @Test func `a ledger that went on otherwise is named, with the record from which they part`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try await ledger.bring(file(1...3), named: "a.csv", BadInput.options)
    let parts = try await ledger.lastNumber()
    let path = ledger.terminal.scratch.path + "/other"
    try TestLedger.copy(ledger.path, to: path)
    let other = TestLedger(terminal: ledger.terminal, path: path)
    try await ledger.bring(file(4...6), named: "b.csv", BadInput.options)
    try await other.bring(file(4...5), named: "c.csv", BadInput.options)
    try await other.bring(file(7...9), named: "d.csv", BadInput.options)
    try FileManager.default.removeItem(atPath: path + "/register.sqlite")
    try FileManager.default.copyItem(
      atPath: ledger.path + "/register.sqlite", toPath: path + "/register.sqlite")

    let report = await other.type("block position --block high-needs --period 2026-10")
    #expect(report.err.contains("ledger-parted"))
    let words = report.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("they part after record \(parts) "))
    #expect(await other.type("period prepare 2026-10 --carry Late").status == 3)
    #expect(await other.type("audit verify").status == 3)
  }

  @Test func `two people accept a ledger that was put back, and what they say is in the chain`()
    async throws
  {
    let history = try await history()
    let pair = try history.pair(2, 4)
    let accept = ["audit", "accept", "--reason", "The disk was lost"]
    try await pair.type(accept).require()
    let again = await pair.on("2026-10-31", by: "A. Khan").type(accept)
    #expect(again.status == 3)
    #expect(again.err.contains("proposed-by-you: you have proposed this already"))
    #expect(await pair.type("period prepare 2026-09 --carry Late").status == 3)
    try await pair.on("2026-10-31", by: "j.osei").type(accept).require()
    #expect(await pair.type("block position --block high-needs --period 2026-10").err == "")
    try await pair.bring(file(5...9), named: "c.csv", BadInput.options)
    try await pair.type("audit verify").require()
    let log = await pair.type("audit log --last 20").out
    #expect(log.contains("proposed") && log.contains("restoration-accepted"))
    let nothing = await pair.type(accept)
    #expect(nothing.out.contains("Nothing to accept."))
    // What was cut off after that is noticed again.
    let later = pair.path + "-later"
    try TestLedger.copy(pair.path, to: later)
    try FileManager.default.removeItem(atPath: later + "/ledger.sqlite")
    try FileManager.default.copyItem(
      atPath: history.moments[1].path + "/ledger.sqlite", toPath: later + "/ledger.sqlite")
    let cut = TestLedger(terminal: pair.terminal, path: later)
    #expect(await cut.type("period prepare 2026-09 --carry Late").err.contains("chain-cut"))
  }

  @Test(arguments: ["", "DELETE FROM text", "DELETE FROM text; DELETE FROM hidden_row"])
  func `a register whose secret was changed lets no posted file in again`(more: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let waiting = try await ledger.preview(text: file(3...6), named: "b.csv", BadInput.options)
    try await write("UPDATE secret SET salt = randomblob(32); \(more)", to: ledger)
    let again = try await ledger.preview(text: file(1...4), named: "a.csv", BadInput.options)
    for answer in [again.answer, await ledger.type("import commit \(waiting.batch)")] {
      #expect(answer.status == 3)
      #expect(
        answer.err.contains(
          "error secret-differs: the register's secret is not the one that belongs to the ledger"),
        "\(answer)")
    }
  }

  @Test func `an earlier register put back after a new one was begun lets no row in again`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try await ledger.bring(file(1...4), named: "a.csv", BadInput.options)
    let (register, old) = (ledger.path + "/register.sqlite", ledger.path + "-old.sqlite")
    try FileManager.default.moveItem(atPath: register, toPath: old)
    try await ledger.type(accept).require()
    // Tests give every register one secret.
    try await write("DELETE FROM text; UPDATE secret SET salt = randomblob(32)", to: ledger)
    try await ledger.on("2026-10-31", by: "j.osei").type(accept).require()
    try await ledger.type(["import", "undo", "B-0001", "--reason", "The register was lost"])
      .require()
    try await ledger.bring(file(1...4), named: "a.csv", BadInput.options)
    try FileManager.default.removeItem(atPath: register)
    try FileManager.default.copyItem(atPath: old, toPath: register)
    let refused = try await ledger.preview(text: file(1...5), named: "b.csv", BadInput.options)
    #expect(refused.answer.status == 3)
    #expect(refused.answer.err.contains("error secret-differs"), "\(refused.answer)")
  }

  @Test func `another ledger's register is named, and two people do not accept it`() async throws {
    let ledger = try await TestLedger.make()
    try await ledger.bring(file(1...4), named: "a.csv", BadInput.options)
    let other = try await TestLedger.october()
    let register = ledger.path + "/register.sqlite"
    try FileManager.default.removeItem(atPath: register)
    try FileManager.default.copyItem(atPath: other.path + "/register.sqlite", toPath: register)
    let words = "error register-of-another: the ledger holds no head that its register has seen"
    #expect(await ledger.type("status").err.contains(words))
    for answer in [
      await ledger.type("period prepare 2026-09 --carry Late"), await ledger.type(accept),
    ] {
      #expect(answer.status == 3)
      #expect(answer.err.contains(words), "\(answer)")
    }
    try FileManager.default.removeItem(atPath: register)
    try await ledger.type(accept).require()
    try await ledger.on("2026-10-31", by: "j.osei").type(accept).require()
    try await ledger.type("period prepare 2026-04 --carry Late").require()
  }

  @Test func `beside a register that was begun anew, no file of days that were imported goes in`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try await ledger.bring(file(1...4), named: "a.csv", BadInput.options)
    try FileManager.default.removeItem(atPath: ledger.path + "/register.sqlite")
    try await ledger.type(accept).require()
    try await ledger.on("2026-10-31", by: "j.osei").type(accept).require()
    // The same file, one that shares some rows with it, and one that shares none.
    for rows in [file(1...4), file(3...6), file(5...6)] {
      let other = try await ledger.preview(text: rows, named: "b.csv", BadInput.options)
      #expect(other.answer.status == 3)
      #expect(
        other.answer.err.contains(
          "error register-begun-since: which of these rows B-0001 has posted already"))
    }
    try await ledger.type(["import", "undo", "B-0001", "--reason", "The register was lost"])
      .require()
    try await ledger.bring(file(1...4), named: "a.csv", BadInput.options)
    let again = try await ledger.preview(text: file(1...4), named: "a.csv", BadInput.options)
    #expect(again.answer.rows("Known")?.rows == 4)
    try await ledger.type("audit verify").require()
  }

  private func write(_ sql: String, to ledger: TestLedger) async throws {
    let queue = try DatabaseQueue(path: ledger.path + "/register.sqlite")
    try await queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  private let accept = ["audit", "accept", "--reason", "The disk was lost"]

  @Test(arguments: [false, true])
  func `a register without heads, or none at all, changes no figure, and two people go on`(
    isLost: Bool
  ) async throws {
    let ledger = try await TestLedger.october()
    let reports = [
      "block position --period 2026-10", "trial-balance --as-of 2026-10-31",
      "import list --format csv", "pool costs",
      "trace position/2026-10/high-needs/line/1.2.11/actual --format csv",
    ]
    var before: [String] = []
    for report in reports { before.append(await ledger.type(report).out) }
    if isLost {
      try FileManager.default.removeItem(atPath: ledger.path + "/register.sqlite")
    } else {
      try await write("DELETE FROM head", to: ledger)
    }
    let warning = "the register has seen no head of this ledger"
    for (report, was) in zip(reports, before) {
      let now = await ledger.type(report)
      #expect(now.err.contains("error ledger-unseen: \(warning)"), "\(report): \(now)")
      let lines = now.out.split(separator: "\n").filter { !$0.hasPrefix("Warning") }
      let same = was.split(separator: "\n")
      // The names of files may be among what is not held.
      #expect(lines.count >= same.count, "\(report): \(now.out)")
      if !report.contains("import"), !report.contains("trace") {
        #expect(lines.filter { !$0.contains(warning) }.starts(with: same.prefix(2)))
        #expect(Set(same).subtracting(lines).isEmpty, "\(report): \(now.out)")
      }
    }
    let head = await ledger.head()
    let refused = await ledger.type("period prepare 2026-09 --carry Late")
    #expect(refused.status == 3)
    #expect(refused.err.contains("error ledger-unseen"))
    #expect(await ledger.head() == head)

    try await ledger.type(accept).require()
    #expect(await ledger.type(accept).err.contains("error proposed-by-you"))
    #expect(await ledger.type("period prepare 2026-09 --carry Late").status == 3)
    try await ledger.on("2026-11-30", by: "j.osei").type(accept).require()
    try await ledger.type("period prepare 2026-04 --carry Late").require()
    #expect(await ledger.type("status").err == "")
    // The next time it takes two words again.
    try await write("DELETE FROM head", to: ledger)
    try await ledger.on("2026-11-30", by: "j.osei").type(accept).require()
    #expect(
      await ledger.type("period prepare 2026-05 --carry Late").err.contains("error ledger-unseen"))
    #expect(await ledger.type("audit verify").err.contains("error ledger-unseen"))
    try await ledger.type(accept).require()
    try await ledger.type("audit verify").require()
  }
}
