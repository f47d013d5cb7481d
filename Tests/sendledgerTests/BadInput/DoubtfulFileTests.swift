import TestSupport
import Testing

/// Files of which a part can be used: the rest is reported on, and nothing is half-written.
struct DoubtfulFileTests {
  @Test func `a NUL in a cell refuses its row and no other`() async throws {
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(
      BadInput.heading + BadInput.row(1).replacing("Oak", with: "O\0ak") + BadInput.row(2, "2.00"),
      named: "nul.csv")
    #expect(answer.status == 2)
    #expect(
      answer.err == """
        nul.csv:2: error cell-holds-nul: Supplier name holds a NUL byte
          next    export the file again as text

        """)
    #expect(answer.rows("New")?.amount == "2.00")
    #expect(answer.rows("Refused")?.amount == "1.00")
  }

  @Test func `ten thousand columns are read, and those that are not known are passed over`()
    async throws
  {
    let desk = try await BadInput.Desk()
    let headings = (1...10_000).map { "Remark \($0)" }.joined(separator: ",")
    let tail = String(repeating: ",x", count: 10_000)
    let answer = try await desk.preview(
      BadInput.heading.dropLast() + "," + headings + "\n" + BadInput.row(1).dropLast() + tail
        + "\n",
      named: "wide.csv")
    #expect(answer.status == 0)
    #expect(answer.err.isEmpty)
    #expect(answer.rows("New")?.amount == "1.00")
  }

  @Test func `a row of ten megabytes is refused by its cell, and the next is read`() async throws {
    let desk = try await BadInput.Desk()
    let most = 10 * 1024 * 1024
    let long = BadInput.row(1).replacing("Oak", with: String(repeating: "O", count: most))
    let answer = try await desk.preview(
      BadInput.heading + long + BadInput.row(2, "2.00"), named: "long.csv")
    #expect(answer.status == 2)
    #expect(
      answer.err == """
        long.csv:2: error cell-too-long: Supplier name is \(most) bytes long
          why     a spreadsheet's cell holds 32767 at most
          next    look for a quotation mark that is opened and never closed

        """)
    #expect(answer.rows("New")?.amount == "2.00")
  }

  @Test func `after a broken quotation nothing commits, and the rows before it are reported on`()
    async throws
  {
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(
      BadInput.heading + BadInput.row(1) + BadInput.row(2).replacing("2026", with: "26")
        + BadInput.row(3).replacing("Oak", with: "\"O\"ak") + BadInput.row(4), named: "broken.csv")
    #expect(answer.status == 2)
    #expect(
      answer.err == """
        broken.csv:3: error date-two-digit-year: Date paid is “02/10/26”
          why     two digits do not say which century
          next    write four, or say in the mapping: two-digit-years-from: 1990
        broken.csv:4: error quoting-broken: a quotation mark at byte 202 stands where it may not
          why     nothing of the file is used, since every row after this place is in doubt
          next    put the cell between quotation marks and double those within it

        """)
    #expect(answer.rows("New")?.rows == 1)
    #expect(answer.rows("Refused")?.rows == 1)
    #expect(answer.out.contains("It cannot be committed."))
    let commit = await desk.refused("import commit B-0001")
    #expect(commit.status == 3)
    #expect(
      commit.err == """
        error control-total-missed: broken.csv does not add to what it says, or was not read to its end
          why     such a file may have lost rows on its way
          next    mend what its preview named, and preview it again

        """)
  }

  @Test func `a total that does not tie is a thing to look at, and then a refusal`() async throws {
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(
      BadInput.heading + BadInput.row(1) + ",3.00,Grand total,,,,,\n", named: "total.csv")
    #expect(answer.status == 2)
    #expect(
      answer.err == """
        total.csv:3: error control-total-missed: total of the file says £3.00, and the rows add to £1.00
          why     £2.00 is missing
          next    mend the file; nothing of it can be committed until it ties

        """)
    let commit = await desk.refused("import commit B-0001")
    #expect(commit.status == 3)
    #expect(commit.err.contains("error control-total-missed: total.csv"))
  }

  @Test func `a file that changes after its preview is refused`() async throws {
    let desk = try await BadInput.Desk()
    _ = try await desk.preview(BadInput.heading + BadInput.row(1), named: "list.csv")
    try desk.ledger.terminal.scratch.write(
      BadInput.heading + BadInput.row(1, "9.00"), to: "list.csv")
    let commit = await desk.refused("import commit B-0001")
    #expect(commit.status == 3)
    #expect(
      commit.err == """
        error file-changed: list.csv or its mapping has changed since it was previewed
          why     nobody commits what they have not seen
          next    preview it again: sendledger import preview FILE --as payments

        """)
  }

  @Test func `many rows at fault are one message a cause, with the first places`() async throws {
    let desk = try await BadInput.Desk()
    let rows = (1...9).map { BadInput.row($0).replacing("2026", with: "26") }.joined()
    let answer = try await desk.preview(BadInput.heading + rows, named: "many.csv")
    #expect(
      answer.err == """
        many.csv:2: error date-two-digit-year: Date paid is “01/10/26”
          also    8 more: line 3, line 4 and 6 others
          why     two digits do not say which century
          next    write four, or say in the mapping: two-digit-years-from: 1990

        """)
    #expect(answer.rows("Refused")?.rows == 9)
  }
}
