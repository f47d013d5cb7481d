import ArgumentParser
import Bookkeeping
import TestSupport
import Testing

@testable import sendledger

/// How a command line finds its command: by a short way, which has to lead where the long one does.
@Suite struct CommandLineTests {
  /// What the library makes of the words of `status`.
  private func read(_ words: [String]) throws -> CommonOptions {
    try #require(try SendLedger.parseAsRoot(words) as? Status).common
  }

  @Test(arguments: [["status"], ["status", "-C", "a folder"], ["status", "--ledger", "b"]])
  func `status by the short way is given what the library would give it`(words: [String]) throws {
    let short = try #require(Status.folder(typed: words))
    let long = try read(words)
    #expect(short.path == long.folder().path)
    #expect(long.console == Console())
    #expect(long.failOn == .warning)
    #expect(Mirror(reflecting: long).children.count == 5)
  }

  @Test(arguments: [
    [], ["check"], ["status", "--help"], ["status", "-C"], ["status", "-C", ""],
    ["status", "-C", "-q"], ["status", "-q", "x"], ["status", "-q"], ["status", "x"],
    ["status", "-C", "a", "-q"], ["-C", "a", "status"],
  ])
  func `anything else is left to the library`(words: [String]) {
    #expect(Status.folder(typed: words) == nil)
  }

  @Test(arguments: [
    "", "import", "import list --help", "help import list", "import list --version", "--version",
    "import list --wrong", "import list one", "import lst", "import -q list", "status --quite",
    "status -C", "status status", "block position --period 2026", "block position", "trace",
    "--generate-completion-script bash", "status --generate-completion-script zsh",
  ])
  func `a line that a command does not take is answered as the whole tree answers it`(
    line: String
  ) async throws {
    let words = line.split(separator: " ").map(String.init)
    let answer = await Terminal(try Scratch()).type(words)
    do {
      var command = try SendLedger.parseAsRoot(words)
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      Issue.record("\(line) is taken")
    } catch {
      #expect(answer.status == SendLedger.exitCode(for: error).rawValue)
      if answer.status == 0 {
        #expect(answer.out == SendLedger.fullMessage(for: error) + "\n")
      } else {
        let told = Help.misspelling(in: words, of: SendLedger.self)
        let usage = UsageText(error, in: SendLedger.self).diagnostic.description
        #expect(answer.err == (told ?? usage) + "\n")
      }
    }
  }

  @Test(arguments: [
    ("trial-balance --as-of 2026-04-30 --as-of 2026-05-31", "--as-of"),
    ("status -q -C one --ledger two", "--ledger"),
    ("import preview f.csv --as=payments --corrects B-0001 --corrects=B-0002", "--corrects"),
    ("audit verify --quiet -C one -C=two", "--ledger"),
    ("block position --block schools --period 2026-10 -o one --output two", "--output"),
  ])
  func `an option of one value that is given twice is refused`(line: String, name: String)
    async throws
  {
    let answer = await Terminal(try Scratch()).type(line.split(separator: " ").map(String.init))
    #expect(answer.status == 64)
    #expect(answer.err.contains("error usage: \(name) is given more than once"), "\(answer)")
  }

  @Test(arguments: [
    "statement build --period 2026-10 --format html --format txt", "status -q -q",
    "import settle B-0001 --row 2 --match 3 --match 4",
  ])
  func `what may be given again is`(line: String) async throws {
    let answer = await Terminal(try Scratch()).type(line.split(separator: " ").map(String.init))
    #expect(!answer.err.contains("more than once"), "\(answer)")
  }
}
