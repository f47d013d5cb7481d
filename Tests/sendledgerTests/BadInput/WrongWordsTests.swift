import TestSupport
import Testing

/// Commands that are typed wrongly: the word is quoted where it cannot be a name, and the way out is named.
struct WrongWordsTests {
  /// What is typed, and what is answered; a ledger's folder stands for DIR.
  private static let cases: [(line: String, words: String)] = [
    (
      "imprt preview list.csv",
      """
      error: that is not a command. Did you mean “import”?
        next    see what there is: sendledger help

      """
    ),
    (
      "import previw list.csv",
      """
      error: that is not a command. Did you mean “preview”?
        next    see what there is: sendledger help

      """
    ),
    (
      "marmalade",
      """
      error: that is not a command.
        next    see what there is: sendledger help

      """
    ),
    (
      "import preview list.csv --as cheques",
      """
      error usage: what was typed is not a value of --as
        next    write one of: dsg-allocation, openings, budgets, transfers, packages, families, \
      payments, direct-payments, bank, card, receipts, contributions, events, contracts, \
      requests, evidence, cases

      """
    ),
    (
      "import preview list.csv --as dsg-allocation --published yesterday",
      """
      error usage: what was typed is not a value of --published
        why     the day on which a grant's figures were published
        next    see how it is used: sendledger import preview --help

      """
    ),
    (
      "import preview list.csv --as bank --mapping lloyds --child Mary",
      """
      error usage: what is given for --child is not a child's reference
        why     the family whose statement it is, by the child's reference
        next    write one such as SPB-004217

      """
    ),
    (
      "import commit seven",
      """
      error usage: “seven” is not a value of <batch>
        why     the import, as its preview named it
        next    see how it is used: sendledger import commit --help

      """
    ),
    (
      "audit verify --at 172",
      """
      error usage: --at and --digest are given together, or not at all
        next    see how it is used: sendledger audit verify --help

      """
    ),
    (
      "import preview",
      """
      error usage: <file> is not given
        next    see how it is used: sendledger import preview --help

      """
    ),
    (
      "import list --colour",
      """
      error usage: there is no such option
        next    see how it is used: sendledger import list --help

      """
    ),
    (
      "import list --formt csv",
      """
      error usage: there is no option --formt; there is --format
        next    see how it is used: sendledger import list --help

      """
    ),
    (
      "import list one two",
      """
      error usage: there are 2 words too many
        next    see how it is used: sendledger import list --help

      """
    ),
    (
      "import list one",
      """
      error usage: “one” is one word too many
        next    see how it is used: sendledger import list --help

      """
    ),
    (
      "import list --format",
      """
      error usage: --format is given without its value
        next    see how it is used: sendledger import list --help

      """
    ),
    (
      "import list --quiet=yes",
      """
      error usage: --quiet takes no value
        next    see how it is used: sendledger import list --help

      """
    ),
    (
      "import undo B-0001",
      """
      error usage: --reason <reason> is not given
        next    see how it is used: sendledger import undo --help

      """
    ),
  ]

  @Test(arguments: cases.indices)
  func `a command that is typed wrongly is answered in our own words`(index: Int) async throws {
    let (line, words) = Self.cases[index]
    let terminal = Terminal(try Scratch())
    let answer = await terminal.type(line)
    #expect(answer.status == 64)
    #expect(answer.err == words)
    #expect(answer.out.isEmpty)
    for word in ["invalid", "lease", "ailed to", "nexpected"] {
      #expect(!answer.err.contains(word))
    }
  }

  @Test func `a command that is typed wrongly leaves the ledger as it was`() async throws {
    let desk = try await BadInput.Desk()
    for line in ["import preview", "import commit seven", "import list --colour", "imprt"] {
      #expect(await desk.refused(line).status == 64)
    }
  }

  @Test func `help is no mistake`() async throws {
    let terminal = Terminal(try Scratch())
    let answer = await terminal.type("import preview --help")
    #expect(answer.status == 0)
    #expect(answer.out.contains("Say what each row of a file would do."))
    #expect(answer.err.isEmpty)
  }
}
