import Foundation
import TestSupport
import Testing

/// Whatever the program makes is its owner's alone, and nothing that it prints steers a terminal.
struct PrivateFileTests {
  /// Everything in a folder and what may be done with it, as `700 out`.
  static func modes(_ folder: String) throws -> [String] {
    let files = FileManager.default
    return try [""].appending(files.subpathsOfDirectory(atPath: folder)).map { name in
      let facts = try files.attributesOfItem(atPath: "\(folder)/\(name)")
      let mode = (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0
      let isFolder = facts[.type] as? FileAttributeType == .typeDirectory
      return "\(String(mode, radix: 8)) \(isFolder ? "folder" : "file")"
    }
  }

  @Test func `a ledger, its settings, its statements and letters are their owner's alone`()
    async throws
  {
    let year = try await WorkedYear.october.value
    let made = try Self.modes(year.terminal.scratch.path + "/ledger")
    #expect(Set(made) == ["600 file", "700 folder"])
    #expect(made.count > 15)
    let written = try Self.modes(year.terminal.scratch.path + "/out")
    #expect(Set(written) == ["600 file", "700 folder"])
  }

  @Test func `what a report, an export and a workbook are written to is its owner's alone`()
    async throws
  {
    let year = try await WorkedYear.october.value
    let scratch = try Scratch()
    let out = "\(scratch.path)/out/of"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    chmod(try scratch.write("another's", to: "out/of/one.txt"), 0o644)
    for line in [
      "block position --period 2026-10 --force --output \(out)/one.txt",
      "block position --period 2026-10 --format xlsx --output \(out)/one.xlsx",
      "export --format ledger --output \(out)/one.journal",
      "statement build --period 2026-10 --output-folder \(out)/new/folder",
      "decision letter D-2026-0402 --output \(out)/letter.txt",
    ] {
      _ = await year.terminal.type(line + " -C \(year.ledger)")
    }
    let found = try Self.modes(out).dropFirst()
    #expect(found.count(where: { $0.hasPrefix("600") }) >= 5)
    #expect(Set(found) == ["600 file", "700 folder"])
  }

  @Test func `a ledger that everybody could read is its owner's alone once it is opened`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let files = ["ledger.sqlite", "register.sqlite"].map { "\(ledger.path)/\($0)" }
    func modes() throws -> [Int] {
      try files.map {
        (try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? NSNumber)?
          .intValue ?? 0
      }
    }
    for file in files { chmod(file, 0o644) }
    #expect([0, 2].contains(await ledger.type("status").status))
    #expect(try modes() == [0o600, 0o600])
    // Opened to a group by a person, for those who work on it together.
    for file in files { chmod(file, 0o660) }
    #expect([0, 2].contains(await ledger.type("status").status))
    #expect(try modes() == [0o660, 0o660])
  }

  private static let steering = "a\u{1B}[31mb\u{9B}c\u{202E}d\re"

  private func steers(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0 != "\n" && $0 != "\t" && $0 != "\r"
        && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
    } || text.replacing("\r\n", with: "").contains("\r")
  }

  @Test(arguments: ["table", "csv", "json", "html"])
  func `a name that would steer a terminal is shown and not sent`(format: String) async throws {
    let ledger = try await TestLedger.october().on("2026-11-30", by: Self.steering)
    try await ledger.type([
      "event", "record", "grant-instalment-received", "--day", "2026-11-02", "--amount", "5.00",
      "--fund", "high-needs", "--document", "Payment schedule",
    ]).require()
    let answer = await ledger.type("audit log --last 1 --format \(format)")
    #expect(answer.status == 0 && !steers(answer.out))
    #expect(
      answer.out.contains(
        format == "json" ? "a\\u001b[31mb\\u009bc\\u202ed e" : "a‹1B›[31mb‹9B›c‹202E›d"))
  }

  @Test func `what was typed is shown in a message and not sent`() async throws {
    let ledger = try await TestLedger.october()
    for words in [
      ["import", "preview", "no\u{1B}[2J.csv", "--as", "events"], ["blo\u{1B}[2Jck"],
      ["block", "position", "--period", "\u{1B}[2J"], ["explain", "a\u{9B}2J"],
    ] {
      let answer = await ledger.type(words)
      #expect(answer.status != 0 && !steers(answer.err), "\(words)")
    }
    let missing = await ledger.type(["import", "preview", "no\u{1B}[2J.csv", "--as", "events"])
    #expect(missing.err.hasPrefix("error file-not-found: there is no file no‹1B›[2J.csv\n"))
  }
}

extension Array {
  fileprivate func appending(_ others: [Element]) -> [Element] { self + others }
}
