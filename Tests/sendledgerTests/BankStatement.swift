import Foundation
import TestSupport

/// A statement of the family of SPB-004655, which is invented, from its bank, as a file has it.
enum BankStatement {
  static let heading =
    "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,"
    + "Debit Amount,Credit Amount,Balance\n"
  static let options = "--as bank --mapping spb-004655 --child SPB-004655"

  /// Rows of day, kind, payee, paid out, paid in and balance; the account is one.
  static func text(_ rows: [String]) -> String {
    heading
      + rows.map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return (cells.prefix(2) + ["'30-00-00", "12345678"] + cells.dropFirst(2))
          .joined(separator: ",") + "\n"
      }.joined()
  }
}

extension TestLedger {
  /// Commits rows of a statement, some of which may wait.
  ///
  /// - Returns: the import.
  func statement(_ rows: String..., named name: String = "bank.csv") async throws -> String {
    let (_, batch) = try await preview(
      text: BankStatement.text(rows), named: name, BankStatement.options)
    await type("import commit \(batch)")
    return batch
  }

  /// How many rows wait for a person since nobody knows whose they are.
  func heldRows() async -> Int {
    let out = await type("import waiting --format json").out
    return out.components(separatedBy: "payee-not-known").count - 1
      + out.components(separatedBy: "credit-not-known").count - 1
      + out.components(separatedBy: "credit-not-named").count - 1
  }
}
