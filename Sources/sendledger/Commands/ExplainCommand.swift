import ArgumentParser
import Bookkeeping

struct Explain: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain the code of a message.",
    discussion: Help.discussion(examples: ["sendledger explain twins-undecided"]))

  @OptionGroup var common: CommonOptions

  @Argument(help: "The code, as the message prints it.")
  var code: String

  func act() async throws -> Exit {
    guard let text = MessageCatalogue.explanations[code] else {
      throw Failure(
        .notFound,
        Diagnostic(
          .error, "code-unknown", problem: "no message has the code “\(code)”",
          next: "copy the code from the message, without the colon"))
    }
    Console.current.print("\(code)\n\n\(text)")
    return .done
  }
}
