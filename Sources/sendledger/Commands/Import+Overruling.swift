import ArgumentParser
import Desks
import Funding

struct ImportOverrule: LedgerCommand {
  static let configuration = CommandConfiguration(
    "overrule", "Rule that a total which a file states is wrong, and its rows are right.",
    """
    It holds for that file alone. What else keeps a file from being committed cannot be overruled.
    """,
    examples: [
      "sendledger import overrule B-0007 --row 12 --reason 'The publisher left a row out of its sum'"
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The import, as its preview named it.")
  var batch: ImportReference

  @Option(name: .long, help: "The row that states the total, by its number in the file.")
  var row: Int

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String?

  func act() async throws -> Exit {
    let ledger = try common.open()
    let totals = try await ledger.overrule(
      row: row, of: batch, because: reason, by: Surroundings.current.officer(),
      isDry: writing.dryRun)
    for total in totals {
      Console.current.print(
        "\(batch), row \(row): the total of \(total.stated) \(writing.dryRun ? "would be" : "is") "
          + "overruled; the rows add to \(total.found).")
    }
    if !writing.dryRun { Console.current.print("Next: sendledger import commit \(batch)") }
    return .done
  }
}
