import ArgumentParser
import Bookkeeping
import Funding

struct Explain: LedgerCommand {
  static let configuration = CommandConfiguration(
    "explain", "Explain the code of a message, or list all codes.",
    examples: ["sendledger explain twins-undecided", "sendledger explain"])

  @OptionGroup var common: CommonOptions

  @Argument(help: "The code, as the message prints it.")
  var code: String?

  func act() async throws -> Exit {
    let catalogue = try MessageCatalogue()
    guard let code else {
      Console.current.print(catalogue.list)
      return .done
    }
    guard let explanation = catalogue.explanation(of: code) else {
      throw Failure(.notFound, unknown(code, nearest: catalogue.nearest(to: code)))
    }
    Console.current.print("\(code)\n\n\(explanation.text)")
    return .done
  }

  private func unknown(_ code: String, nearest: String?) -> Diagnostic {
    let next: Remedy =
      nearest.map { "did you mean: sendledger explain \($0)" }
      ?? "list all codes: sendledger explain"
    return .error(
      "code-unknown", "no message has \(PlainWords.quoted(code, else: "that")) as its code",
      next: next)
  }
}
