import Foundation
import TestSupport
import Testing

/// A report asked for as a workbook.
struct WorkbookOutputTests {
  private func position(_ rest: [String]) async throws -> (
    answer: Terminal.Answer, year: WorkedYear
  ) {
    let year = try await WorkedYear.october.value
    let words = ["block", "position", "--period", "2026-10", "--format", "xlsx"]
    return (await year.terminal.type(words + ["-C", year.ledger] + rest), year)
  }

  @Test func `a workbook goes to a file, whole, and is the same each time`() async throws {
    let folder = try Scratch()
    var files: [Data?] = []
    for name in ["one", "two"] {
      let file = "\(folder.path)/\(name).xlsx"
      let answer = try await position(["--output", file]).answer
      #expect(answer.status == 0 && answer.out.isEmpty && answer.err.isEmpty)
      files.append(FileManager.default.contents(atPath: file))
    }
    #expect(files[0] == files[1] && files[0]?.prefix(2) == Data("PK".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test(arguments: [[], ["--output", "-"]])
  func `a workbook is not printed`(rest: [String]) async throws {
    let answer = try await position(rest).answer
    #expect(answer.status == 64 && answer.out.isEmpty)
    #expect(
      answer.err == """
        error workbook-needs-file: a workbook is not text, and is not printed
          next    name a file for it with --output

        """)
  }

  @Test func `a workbook is not written over another, but with force`() async throws {
    let folder = try Scratch()
    let file = try folder.write("mine", to: "one.xlsx")
    let refused = try await position(["--output", file]).answer
    #expect(refused.status == 73 && refused.err.hasPrefix("error output-exists: one.xlsx is there"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(try await position(["--output", file, "--force"]).answer.status == 0)
    #expect(FileManager.default.contents(atPath: file)?.prefix(2) == Data("PK".utf8))
  }

  @Test func `a folder that is not there is said in our words`() async throws {
    let folder = try Scratch()
    let answer = try await position(["--output", folder.path + "/none/one.xlsx"]).answer
    #expect(answer.status == 73)
    #expect(answer.err.hasPrefix("error output-not-written: one.xlsx could not be written\n"))
  }
}
