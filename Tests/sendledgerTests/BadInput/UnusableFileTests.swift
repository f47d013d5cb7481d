import Foundation
import TestSupport
import Testing

/// Files of which nothing can be used.
struct UnusableFileTests {
  /// A file's bytes, and what is said of it.
  private struct Case: Sendable {
    let name: String
    let bytes: [UInt8]
    let words: String
  }

  private static let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)

  private static let cases = [
    Case(
      name: "letter.csv", bytes: picture,
      words: """
        error file-not-text: letter.csv is a picture
          why     what is imported is text in CSV
          next    save or export it as “CSV UTF-8”, and name that file

        """),
    Case(
      name: "payments.xlsx", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00],
      words: """
        error file-not-text: payments.xlsx is a workbook
          why     what is imported is text in CSV
          next    save or export it as “CSV UTF-8”, and name that file

        """),
    Case(
      name: "empty.csv", bytes: [],
      words: """
        error file-empty: empty.csv is empty
          next    export it again from where it came from

        """),
    Case(
      name: "wide.csv", bytes: [0xFF, 0xFE] + Array("D\0a\0t\0e\0".utf8),
      words: """
        error file-utf-16: wide.csv is written in UTF-16
          why     CSV is read as UTF-8 or CP1252
          next    save it again as “CSV UTF-8”

        """),
    Case(
      name: "prose.csv", bytes: Array("Dear all\n\nI have paid it.\n".utf8),
      words: """
        prose.csv:1: error columns-not-found: no row of the file looks like headings of payments
          why     the headings needed are: amount, payee
          next    check the kind of file, or name its columns in a mapping

        """),
    Case(
      name: "first.csv", bytes: Array("Date paid,\"Amo\"unt\n".utf8),
      words: """
        first.csv:1: error quoting-broken: a quotation mark at byte 15 stands where it may not
          why     nothing of the file is used, since every row after this place is in doubt
          next    put the cell between quotation marks and double those within it

        """),
  ]

  @Test(arguments: cases.indices)
  func `a file of which nothing can be used is refused with the cause and the way out`(index: Int)
    async throws
  {
    let bad = Self.cases[index]
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(bad.bytes, named: bad.name)
    #expect(answer.status == 65)
    #expect(answer.err == bad.words)
    #expect(answer.out.isEmpty)
    let list = await desk.ledger.type("import list")
    #expect(!list.out.contains(bad.name), "nothing of it waits to be committed")
  }

  @Test func `a folder, and a file that is not there, are refused`() async throws {
    let desk = try await BadInput.Desk()
    let folder = await desk.refused("import preview \(desk.ledger.path) \(BadInput.options)")
    #expect(folder.status == 65)
    #expect(
      folder.err == """
        error file-is-folder: ledger is a folder
          next    name one file in it

        """)
    let missing = await desk.refused("import preview nowhere/list.csv \(BadInput.options)")
    #expect(missing.status == 66)
    #expect(
      missing.err == """
        error file-not-found: there is no file list.csv
          next    check the path that was typed

        """)
  }

  @Test(.enabled(if: getuid() != 0, "whoever runs everything may read everything"))
  func `a file that may not be read is refused`() async throws {
    let desk = try await BadInput.Desk()
    let file = try desk.ledger.terminal.scratch.write(BadInput.heading, to: "locked.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    let answer = await desk.refused("import preview \(file) \(BadInput.options)")
    #expect(answer.status == 66)
    #expect(
      answer.err == """
        error file-unreadable: locked.csv may not be read
          next    ask for the right to read it

        """)
  }

  @Test func `a file with only a heading is shown, and a person is to look`() async throws {
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(BadInput.heading, named: "bare.csv")
    #expect(answer.status == 2)
    #expect(
      answer.err == """
        warning rows-missing: bare.csv has headings and no rows
          next    export it again, unless there was nothing to list

        """)
    #expect(answer.rows("Rows of data")?.rows == 0)
    #expect(!answer.out.contains("import commit"))
    let commit = await desk.refused("import commit B-0001")
    #expect(commit.status == 0)
    #expect(commit.out.contains("B-0001: nothing to write."))
  }
}
