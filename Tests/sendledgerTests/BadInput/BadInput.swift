import TestSupport
import Testing

/// What people hand in by mistake, and the words with which it is handed back.
///
/// Whatever is refused leaves the ledger's head as it was.
enum BadInput {
  static let heading =
    "Date paid,Amount,Supplier name,Supplier ID,Transaction number,Expense code,Expense type,"
    + "Expense area\n"

  static let options = "--as payments --mapping anyshire"

  /// A row of a payment that can be posted.
  static func row(_ number: Int, _ amount: String = "1.00") -> String {
    "0\(number)/10/2026,\(amount),Oak,7,T\(number),HN122,Fees,North\n"
  }

  /// A ledger, and a way to have a command refused by it.
  struct Desk {
    let ledger: TestLedger
    private let head: String

    init() async throws {
      ledger = try await TestLedger.make()
      head = await ledger.head()
      #expect(head.hasPrefix("Head"))
    }

    /// Types a command, and sees that the ledger is as it was.
    func refused(_ words: [String]) async -> Terminal.Answer {
      let answer = await ledger.type(words)
      #expect(await ledger.head() == head)
      return answer
    }

    func refused(_ line: String) async -> Terminal.Answer {
      await refused(line.split(separator: " ").map(String.init))
    }

    /// Previews a file, and sees that the ledger is as it was.
    func preview(_ bytes: [UInt8], named name: String, _ options: String = BadInput.options)
      async throws -> Terminal.Answer
    {
      let file = try ledger.terminal.scratch.write(bytes, to: name)
      return await refused(
        ["import", "preview", file] + options.split(separator: " ").map(String.init))
    }

    func preview(_ text: String, named name: String, _ options: String = BadInput.options)
      async throws -> Terminal.Answer
    {
      try await preview(Array(text.utf8), named: name, options)
    }
  }
}
