import Foundation
import TestSupport
import Testing

/// L11: a name, an address or a birth date that stands where it does not belong is in the register or
/// nowhere: in every cell of every kind of file, and after every option of every command.
struct CanaryTests {
  /// A registered family, and one that nobody knows; all of them are invented.
  private static let canaries = [
    "Wilhelmina Quackenbush", "Quackenbush", "12 Acacia Avenue, ZZ9 9ZZ",
    "Ottoline Featherstonehaugh, born 29.02.2016",
  ]
  private static let words = ["quackenbush", "wilhelmina", "acacia", "featherstone", "29.02.2016"]

  private static let families = """
    Child,Given name,Family name,Addressee,Address,Address confirmed,Contact
    SPB-004655,Wilhelmina,Quackenbush,Dr Quackenbush,"12 Acacia Avenue; ZZ9 9ZZ",20/10/2026,Panel

    """

  private static func names(in text: String) -> [String] {
    words.filter { text.lowercased().contains($0) }
  }

  /// What of a family stands in the ledger's folder outside the register, and in the names of files.
  private static func found(in folder: String) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.flatMap { name -> [String] in
      let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
      let text = String(decoding: bytes, as: UTF8.self)
      let inside = name.hasPrefix("register.sqlite") ? [] : names(in: text)
      return (inside + names(in: name)).map { "\(name): \($0)" }
    }
  }

  // MARK: Cells

  private static let kinds =
    AnyCellTests.kinds + [
      "decisions/contracts.csv --as contracts", "decisions/requests.csv --as requests",
      "decisions/evidence.csv --as evidence",
    ]

  @Test(arguments: kinds)
  func `L11: whatever cell a name stands in, it is in the register or nowhere`(kind: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.families, named: "families.csv", "--as families")
    let words = kind.split(separator: " ").map(String.init)
    let records = CommaSeparated.records(try Project.text("imports/example/" + words[0]))
      .filter { $0.contains { !$0.isEmpty } }
    let row = try #require(records.dropFirst().first)
    // Rows that could be posted, with a name in one cell after another.
    let rows = Self.canaries.flatMap { canary in
      row.indices.map { column in
        var changed = row
        changed[column] = canary
        return AnyCellTests.written(changed)
      }
    }
    let text = (records.map(AnyCellTests.written) + rows).joined()
    let (answer, batch) = try await ledger.preview(
      text: text, named: "rows.csv", words.dropFirst().joined(separator: " "))
    var said = [answer, await ledger.type("import twins \(batch)")]
    let lines = said[1].out.split(separator: "\n")
    for row in lines.compactMap({ Int($0.prefix { $0 != " " }) }) {
      said.append(await ledger.type("import twins \(batch) --row \(row) real --reason Both"))
    }
    for command in ["import commit \(batch)", "import show \(batch)", "import list", "audit log"] {
      said.append(await ledger.type(command))
    }
    for answer in said {
      #expect(Self.names(in: answer.out + answer.err).isEmpty, "\(answer)")
    }
    #expect(try Self.found(in: ledger.path).isEmpty)
  }

  // MARK: Options

  /// It makes a file of the name that it is given.
  private static let making = ["audit", "key", "make"]

  @Test func `L11: whatever option a name is typed after, it is not said again and not kept`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.families, named: "families.csv", "--as families")
    let grammar = try Grammar(await ledger.terminal.type(Grammar.asking).out)
    #expect(grammar.commands.count > 50)
    let values = Values(work: ledger.terminal.scratch.path)
    var chance = Seeded(seed: 1)
    var tried = 0
    for command in grammar.commands where command.words != ["demo"] {
      let open = command.options.filter {
        $0.kind != "flag" && !Values.isPlace($0) && command.words != Self.making
      }
      for tested in open {
        // An officer may be called as a child is, but for the given name.
        let isPerson = tested.valueName == "officer"
        let canary = Self.canaries[isPerson ? 0 : tried % Self.canaries.count]
        tried += 1
        var words = command.words
        for option in command.options where option.kind != "flag" {
          let isTested = option.typed == tested.typed && option.valueName == tested.valueName
          guard isTested || !option.isOptional else { continue }
          if option.valueName == "ledger" { continue }
          let value = isTested ? canary : values.value(for: option, wild: 0, &chance)
          words += option.kind == "positional" ? [value] : [option.typed, value]
        }
        if command.words.first == "init" || command.words.first == "help" { continue }
        let answer = await ledger.type(words)
        #expect(Self.names(in: answer.out + answer.err).isEmpty, "\(words): \(answer)")
      }
    }
    #expect(tried > 200)
    #expect(try Self.found(in: ledger.path).isEmpty)
    try await ledger.type("audit verify").require()
  }
}
