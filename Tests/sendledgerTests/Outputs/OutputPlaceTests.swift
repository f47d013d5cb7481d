import Foundation
import TestSupport
import Testing

@testable import sendledger

/// What is written is there whole or not at all, and is never written over what is not a report.
struct OutputPlaceTests {
  private let position = "block position --period 2026-10 --force --output"

  @Test(arguments: [
    "ledger.sqlite", "register.sqlite", "ledger.sqlite-wal", "register.sqlite-shm", "policy.yaml",
    "ledger.yaml", "mappings/anyshire.yaml", "LEDGER.SQLITE",
  ])
  func `a ledger's own file is never an output`(name: String) async throws {
    let ledger = try await TestLedger.october()
    let before = try? Data(contentsOf: URL(fileURLWithPath: "\(ledger.path)/\(name)"))
    let answer = await ledger.type("\(position) \(ledger.path)/\(name)")
    #expect(answer.status == 73)
    #expect(
      answer.err == """
        error output-of-ledger: \(name.split(separator: "/").last ?? "") is a file of a ledger
          why     a ledger is never written over, with --force or without it
          next    name another file

        """)
    #expect(before == (try? Data(contentsOf: URL(fileURLWithPath: "\(ledger.path)/\(name)"))))
  }

  @Test func `a copy of a ledger under another name is never an output`() async throws {
    let ledger = try await TestLedger.october()
    let copy = ledger.path + "/kept.db"
    try FileManager.default.copyItem(atPath: ledger.path + "/register.sqlite", toPath: copy)
    let answer = await ledger.type("\(position) \(copy)")
    #expect(answer.status == 73 && answer.err.hasPrefix("error output-of-ledger: kept.db is a"))
  }

  @Test(arguments: [
    ("folder", "a folder"), ("pipe", "not a plain file"), ("link", "not a plain file"),
    ("/dev/full", "not a plain file"), ("/dev/null", "not a plain file"),
  ])
  func `what is not a file is not written to`(name: String, what: String) async throws {
    let ledger = try await TestLedger.october()
    let folder = ledger.terminal.scratch.path
    try FileManager.default.createDirectory(
      atPath: folder + "/folder", withIntermediateDirectories: true)
    mkfifo(folder + "/pipe", 0o600)
    symlink(ledger.path + "/ledger.sqlite", folder + "/link")
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    for force in ["", " --force"] {
      let answer = await ledger.type("block position --period 2026-10\(force) --output \(path)")
      #expect(answer.status == 73)
      #expect(
        answer.err == """
          error output-not-a-file: \(name.split(separator: "/").last ?? "") is \(what)
            why     what is written takes the place of a file, and of nothing else
            next    name a file

          """)
    }
    #expect(await ledger.type("audit verify").status == 0)
  }

  @Test func `of two writers of one file neither loses in silence`() async throws {
    let scratch = try Scratch()
    let file = OutputFile(path: scratch.path + "/one.txt")
    for isThere in [false, true] {
      await #expect(throws: Failure.self) {
        try await file.write(replacing: isThere) { draft in
          try await file.write("the other’s", replacing: isThere)
          try Data("ours".utf8).write(to: URL(fileURLWithPath: draft))
        }
      }
      #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "the other’s")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["one.txt"])
  }

  @Test func `several files take the place of a folder with no others, all at once`() async throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/out/pack"
    for text in ["first", "second"] {
      try await OutputFile.write(
        [("a.txt", text), ("b.txt", text)], in: folder, replacing: text == "second")
      for name in ["a.txt", "b.txt"] {
        #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) == text)
      }
    }
    try scratch.write("mine", to: "out/pack/c.txt")
    await #expect(throws: Failure.self) {
      try await OutputFile.write(
        [("a.txt", "third")], and: ("b.txt", { _ in throw Failure(.bug, []) }), in: folder,
        replacing: true)
    }
    #expect(try String(contentsOfFile: "\(folder)/a.txt", encoding: .utf8) == "second")
    try await OutputFile.write([("a.txt", "third")], in: folder + "/", replacing: true)
    #expect(
      try ["a", "b", "c"].map { try String(contentsOfFile: "\(folder)/\($0).txt", encoding: .utf8) }
        == ["third", "second", "mine"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/out") == ["pack"])
  }

  @Test(arguments: ["> /dev/full", "| true", ">&-", "> one.txt"])
  func `what cannot be printed is a failure, in words`(way: String) async throws {
    let ledger = try await TestLedger.october()
    let limit = way == "> one.txt" ? "ulimit -f 2; " : ""
    let script = """
      cd \(ledger.terminal.scratch.path); trap '' PIPE; \(limit)
      { \(Binary.path) explain 2> words; echo $? > status; } \(way)
      """
    _ = try Program("/bin/sh", environment: ProcessInfo.processInfo.environment)
      .run(["-c", script.replacingOccurrences(of: "; \n", with: "\n")])
    let folder = ledger.terminal.scratch.path
    #expect(try String(contentsOfFile: folder + "/status", encoding: .utf8) == "74\n")
    #expect(
      try String(contentsOfFile: folder + "/words", encoding: .utf8) == """
        error print-failed: what was to be printed could not be, or not all of it
          why     whoever was to read it has gone, or the disk is full; what was done to the ledger stands
          next    see what stands with: sendledger status

        """)
  }
}
