import ArgumentParser
import Desks
import Disaggregation
import Funding
import Storage

struct DecisionRecord: LedgerCommand {
  static let configuration = CommandConfiguration(
    "record", "Record what a named person decided, beside what the program finds.",
    """
    The words stand in a file, name: text on each line: outcome, by, panel, others, efficient,
    recipient, consent, instead, because, looks again, view, view asked. Nothing is posted until
    another person approves it.
    """,
    examples: ["sendledger decision record D-2026-0402 decisions/D-2026-0402.yaml"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  @Argument(help: "The file of words.")
  var words: String

  func act() async throws -> Exit {
    let ledger = try common.open()
    let words = try DecisionWords(Surroundings.current.file(words))
    let officer = try Surroundings.current.officer()
    let recorded = try await DecisionRecording(ledger, by: officer, isDry: writing.dryRun)
      .record(words, on: reference)
    let decision = recorded.value
    let found =
      decision.outcome == decision.finding ? "" : ", and the program found \(decision.finding)"
    Console.current.print(
      writing.dryRun
        ? "It would be recorded: \(decision.outcome)\(found). Nothing was written."
        : "Recorded as \(recorded.number): \(decision.outcome)\(found)."
          + " Next: somebody else runs sendledger decision approve \(reference)")
    return .done
  }
}
