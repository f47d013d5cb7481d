import Foundation
import TestSupport
import Testing

@testable import sendledger

/// Kinds, mappings, imports and ledgers that are not what was meant.
struct WrongThingTests {
  /// Options with which a good file is previewed, the status, and what is said.
  private static let wrongOptions: [(options: String, status: Int32, words: String)] = [
    (
      "--as budgets", 65,
      """
      list.csv:1: error columns-not-found: the file has no column for fund, line, authority, \
      version, day
        why     it has: amount
        next    check the kind of file, or name its columns in a mapping

      """
    ),
    (
      "--as payments", 65,
      """
      error option-missing: a file of kind payments needs --mapping NAME
        next    give it, and try again

      """
    ),
    (
      "--as bank --mapping lloyds", 65,
      """
      error option-missing: a file of kind bank needs --child REF
        next    give it, and try again

      """
    ),
    (
      "--as dsg-allocation", 65,
      """
      error option-missing: a file of kind dsg-allocation needs --published DAY
        next    give it, and try again

      """
    ),
    (
      "--as payments --mapping lloyds", 65,
      """
      error mapping-of-another-kind: the mapping is for bank and the file is payments
        next    name another mapping, or another kind

      """
    ),
    (
      "--as payments --mapping nobody", 66,
      """
      error mapping-not-found: there is no mapping of that name
        why     the ledger has: anyshire, barclays, devon, hsbc, lambeth, lloyds, monzo, \
      nationwide, natwest, spb-004655, starling, warwickshire, warwickshire-cards
        next    name one of them, or write one in the folder mappings

      """
    ),
  ]

  @Test(arguments: wrongOptions.indices)
  func `a file read as what it is not is refused with the way out`(index: Int) async throws {
    let (options, status, words) = Self.wrongOptions[index]
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(
      BadInput.heading + BadInput.row(1), named: "list.csv", options)
    #expect(answer.status == status)
    #expect(answer.err == words)
    #expect(answer.out.isEmpty)
  }

  @Test func `a mapping with a mistake is refused at its line`() async throws {
    let desk = try await BadInput.Desk()
    let text = try Project.text("ledgers/example/mappings/anyshire.yaml")
    try desk.ledger.terminal.scratch.write(
      text.replacing("amount: Amount", with: "amuont: Amount"),
      to: "ledger/mappings/ours.yaml")
    let answer = try await desk.preview(
      BadInput.heading + BadInput.row(1), named: "list.csv", "--as payments --mapping ours")
    #expect(answer.status == 78)
    #expect(
      answer.err == """
        mappings/ours.yaml:6: error written-name-unknown: “amuont” is not a name of columns
          why     a name that is misspelt would be passed over, and its value with it
          next    write “amount” if that is meant; use only: date, amount, payee, payee id, \
        reference, code, description, area, plan line, document, cost centre, direction, paid out, paid in, \
        currency

        """)
  }

  @Test func `a mapping that leads in a circle, or is not UTF-8, is refused`() async throws {
    let desk = try await BadInput.Desk()
    let scratch = desk.ledger.terminal.scratch
    try scratch.write("extends: two\n", to: "ledger/mappings/one.yaml")
    try scratch.write("extends: one\n", to: "ledger/mappings/two.yaml")
    try scratch.write(Array("name: Caf".utf8) + [0xE9, 0x0A], to: "ledger/mappings/three.yaml")
    let text = BadInput.heading + BadInput.row(1)
    let circle = try await desk.preview(text, named: "list.csv", "--as payments --mapping one")
    #expect(circle.status == 78)
    #expect(circle.err.contains(".yaml:1: error written-parts-unfit: the mapping "))
    #expect(circle.err.contains(" extends itself in the end\n"))
    let bytes = try await desk.preview(text, named: "list.csv", "--as payments --mapping three")
    #expect(bytes.status == 78)
    #expect(
      bytes.err == """
        mappings/three.yaml:1: error written-not-yaml: the mapping is not written in UTF-8
          why     it is read whole, or nothing of it is used
          next    save it as UTF-8

        """)
  }

  @Test(arguments: [
    "import commit B-0099", "import show B-0099", "import twins B-0099",
    "import undo B-0099 --reason Wrong",
  ])
  func `an import that is not there is not found`(line: String) async throws {
    let desk = try await BadInput.Desk()
    let answer = await desk.refused(line)
    #expect(answer.status == 4)
    #expect(
      answer.err == """
        error import-not-known: there is no import B-0099 in the ledger
          next    see what there is: sendledger import list

        """)
  }

  @Test func `an import is committed once, and taken back once`() async throws {
    let desk = try await BadInput.Desk()
    _ = try await desk.preview(BadInput.heading + BadInput.row(1), named: "list.csv")
    try await desk.ledger.type("import commit B-0001").require()
    let committed = await desk.ledger.head()
    let again = await desk.ledger.type("import commit B-0001")
    #expect(again.status == 0)
    #expect(again.out == "B-0001 was committed already. Nothing to do.\n")
    #expect(await desk.ledger.head() == committed)

    try await desk.ledger.type("import undo B-0001 --reason Wrong").require()
    let undone = await desk.ledger.head()
    #expect(undone != committed)
    for line in ["import undo B-0001 --reason Wrong", "import commit B-0001"] {
      let answer = await desk.ledger.type(line)
      #expect(answer.status == 3)
      #expect(
        answer.err == """
          error import-undone: import B-0001 was taken back already
            next    import the file again if its rows should stand

          """)
      #expect(await desk.ledger.head() == undone)
    }
  }

  @Test func `an import that was only previewed is dropped, and the ledger is as it was`()
    async throws
  {
    let desk = try await BadInput.Desk()
    _ = try await desk.preview(BadInput.heading + BadInput.row(1), named: "list.csv")
    let dropped = await desk.refused("import undo B-0001 --reason Wrong")
    #expect(dropped.status == 0)
    let commit = await desk.refused("import commit B-0001")
    #expect(commit.status == 3)
    #expect(commit.err.contains("B-0001"))
    #expect(commit.err.contains("\n  next    "))
  }

  @Test func `a ledger that is not there, and a folder without one, are refused`() async throws {
    let scratch = try Scratch()
    let terminal = Terminal(scratch)
    try scratch.write("nothing", to: "bare/note.txt")
    for folder in ["nowhere", "bare"] {
      let answer = await terminal.type("status -C \(scratch.path)/\(folder)")
      #expect(answer.status == 66)
      #expect(
        answer.err == """
          error ledger-not-found: there is no ledger in \(scratch.path)/\(folder)/ledger.sqlite
            next    name its folder with --ledger, or make one: sendledger init DIR

          """)
    }
    let made = await terminal.type("init \(scratch.path)/bare")
    #expect(made.status == 66)
    #expect(
      made.err == """
        error settings-not-found: there is no ledger.yaml in the ledger
          next    write it, or copy it from ledgers/example

        """)
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/bare/ledger.sqlite"))
  }

  @Test func `a file that is no ledger, and a ledger without its register, are refused`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try FileManager.default.removeItem(atPath: ledger.path + "/register.sqlite")
    #expect(await ledger.type("status").err.contains("error ledger-unseen: "))
    let bare = await ledger.type(["period", "reopen", "2026-04", "--reason", "Dr Vale wrote"])
    #expect(bare.status == 66)
    #expect(
      bare.err == """
        error register-not-found: the ledger's folder holds no register.sqlite
          why     names and texts that the ledger may not hold stand in it, and its secret
          next    put the latest copy of it back into the folder; or, where there is none, have two people begin a new one: sendledger audit accept --reason TEXT

        """)
    try ledger.terminal.scratch.write("only words, and more of them", to: "ledger/ledger.sqlite")
    let words = await ledger.type("status")
    #expect(words.status == 65)
    #expect(
      words.err == """
        error not-a-ledger: \(ledger.path)/ledger.sqlite is not a ledger of this program
          next    name the folder of a ledger with --ledger

        """)
  }

  @Test func `a reason of no words is no reason`() async throws {
    let desk = try await BadInput.Desk()
    let file = try desk.ledger.terminal.scratch.write(
      BadInput.heading + BadInput.row(1), to: "list.csv")
    await desk.ledger.type("import preview \(file) \(BadInput.options)")
    try await desk.ledger.type("import commit B-0001").require()
    let head = await desk.ledger.head()
    for command in ["import undo B-0001", "event reverse 8", "period reopen 2026-10"] {
      let answer = await desk.ledger.type(
        command.split(separator: " ").map(String.init) + ["--reason", "  "])
      #expect(answer.status == 3)
      #expect(
        answer.err == """
          error text-missing: the reason is empty
            why     what is written to the ledger is kept with it
            next    say it in a few words, without anyone's name

          """)
      #expect(await desk.ledger.head() == head)
    }
  }

  @Test func `a code that no message has is not explained`() async throws {
    let answer = await Terminal(try Scratch()).type("explain no-such-code")
    #expect(answer.status == 4)
    #expect(
      answer.err == """
        error code-unknown: no message has that as its code
          next    list all codes: sendledger explain

        """)
  }

  @Test func `nobody writes to a ledger without a name`() async throws {
    let desk = try await BadInput.Desk()
    _ = try await desk.preview(BadInput.heading + BadInput.row(1), named: "list.csv")
    let nobody = Terminal(desk.ledger.terminal.scratch, user: "")
    for line in ["import commit B-0001", "period prepare 2026-10"] {
      let answer = await nobody.type("\(line) -C \(desk.ledger.path)")
      #expect(answer.status == 78)
      #expect(
        answer.err == """
          error user-unknown: nobody is named as the person who acts
            why     what is written to a ledger is kept with the name of whoever wrote it
            next    set SENDLEDGER_USER to your name, as your council writes it

          """)
    }
    let usual = await desk.refused("import list")
    let reading = await nobody.type("import list -C \(desk.ledger.path)")
    #expect((reading.status, reading.out) == (0, usual.out), "whoever only reads needs none")
  }

  @Test func `the machine's user acts where no name is set`() throws {
    let surroundings = Surroundings(
      variable: { _ in "" }, folder: "/", out: { _ in }, err: { _ in },
      errIsTerminal: false, outIsTerminal: false, systemUser: { "m.patel" })
    #expect(try surroundings.actor() == "m.patel")
    #expect(try !Surroundings.real.actor().isEmpty)
  }
}
