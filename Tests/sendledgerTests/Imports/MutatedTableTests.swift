import TestSupport
import Testing

/// Whatever happens to a table of payments on its way, it comes to the same books, or a person is told.
struct MutatedTableTests {
  private static let heading = [
    "Supplier name", "Supplier ID", "Date paid", "Transaction number", "Expense area",
    "Expense type", "Expense code", "Amount",
  ]
  private static let options = "--as payments --mapping anyshire"

  /// A month of payments, each with a number of its own.
  private static func table(_ chance: inout Seeded) -> [[String]] {
    (0..<12).map { number in
      let pounds = Int.random(in: 20...9_000, using: &chance)
      let pence = Int.random(in: 10...99, using: &chance)
      let sum =
        pounds < 1_000
        ? "\(pounds)" : "\"\(pounds / 1_000),\(String(pounds % 1_000 + 1_000).dropFirst())"
      let day = Int.random(in: 1...28, using: &chance)
      return [
        ["OAKFIELD ACADEMY", "Hill Top School", "St Mary's & All Saints"][number % 3],
        "00\(417 + number % 3)", "\(day < 10 ? "0" : "")\(day)/11/2026", "00\(51_900 + number)",
        "Education", "Top-up funding", ["HN122", "HN123", "R4400"][number % 3],
        pounds < 1_000 ? "\(sum).\(pence)" : "\(sum).\(pence)\"",
      ]
    }
  }

  private static func text(_ rows: [[String]], _ heading: [String] = heading) -> String {
    ([heading] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// What is done to one row, and whether the books may only be the same.
  private enum Mutation: String, CaseIterable {
    case cellAdded, cellDropped, cellsSwapped, respaced, recased, noughts, unquoted, redated
    case dayAndMonthSwapped, codeRespelt, payeeRespelt, described, signed, numberDropped, doubled
    case columnDropped, headingRespelt, separated
  }

  private static func mutated(
    _ rows: [[String]], by mutation: Mutation, _ chance: inout Seeded
  ) -> String {
    var rows = rows
    let row = Int.random(in: rows.indices, using: &chance)
    let cell = Int.random(in: 0..<8, using: &chance)
    switch mutation {
    case .cellAdded: rows[row].insert(["", "1", "x"][cell % 3], at: cell)
    case .cellDropped: rows[row].remove(at: cell)
    case .cellsSwapped: rows[row].swapAt(cell, (cell + 1) % 8)
    case .respaced: rows[row][0] = " " + rows[row][0].replacing(" ", with: "  ") + " "
    case .recased: rows[row][0] = rows[row][0].lowercased()
    case .noughts: rows[row][3] = String(rows[row][3].drop { $0 == "0" })
    case .unquoted: rows[row][7] = rows[row][7].replacing("\"", with: "")
    case .redated: rows[row][2] = "\(10 + cell)/1\(cell % 2)/2026"
    case .dayAndMonthSwapped:
      let parts = rows[row][2].split(separator: "/")
      rows[row][2] = "\(parts[1])/\(parts[0])/\(parts[2])"
    case .codeRespelt: rows[row][6] = [" hn 122 ", "HN122.0", "HN12", "R44OO"][cell % 4]
    case .payeeRespelt: rows[row][0] = "Oakfeild Academmy"
    case .described: rows[row][5] = "Top-up funding (mainstream)"
    case .signed:
      rows[row][7] = "-" + rows[row][7].replacing("\"", with: "").replacing(",", with: "")
    case .numberDropped: rows[row][3] = ""
    case .doubled: rows.append(rows[row])
    case .columnDropped:
      var heading = Self.heading
      heading.remove(at: cell)
      return text(rows.map { row in row.indices.filter { $0 != cell }.map { row[$0] } }, heading)
    case .headingRespelt:
      var heading = Self.heading
      heading[cell] = heading[cell].replacing("e", with: "")
      return text(rows, heading)
    case .separated:
      return ([Self.heading] + rows).map { row in
        row.map { $0.hasPrefix("\"") ? String($0.dropFirst().dropLast()) : $0 }
          .joined(separator: [";", "\t", "|"][cell % 3]) + "\n"
      }.joined()
    }
    return text(rows)
  }

  /// Whether a person is told of something, or something waits for one.
  private static func isTold(_ answer: Terminal.Answer) -> Bool {
    answer.status != 0 || answer.err.contains("warning ") || answer.err.contains("error ")
      || answer.out.contains("nearly ") || answer.out.contains("Same rows")
      || answer.out.contains("In no row")
  }

  /// The mapping names all of its codes that the table has.
  private static let mapping = """
    kind: payments
    name: Trial
    columns: {date: Date paid, amount: Amount, payee: Supplier name, payee id: Supplier ID, reference: Transaction number, code: Expense code, description: Expense type, area: Expense area}
    codes:
      HN122: {fund: high-needs, line: 1.2.2}
      HN123: {fund: high-needs, line: 1.2.3}
      R4400: outside

    """

  @Test(arguments: 0..<6)
  func `a list that is mutated and comes again posts nothing in silence`(seed: Int) async throws {
    var chance = Seeded(seed: UInt64(seed) + 71)
    let ledger = try await TestLedger.october()
    try ledger.terminal.scratch.write(Self.mapping, to: "ledger/mappings/trial.yaml")
    let rows = Self.table(&chance)
    try await ledger.bring(Self.text(rows), named: "a.csv", "--as payments --mapping trial")
    for mutation in Mutation.allCases {
      let text = Self.mutated(rows, by: mutation, &chance)
      let (answer, _) = try await ledger.preview(
        text: text, named: "\(mutation.rawValue).csv", "--as payments --mapping trial")
      let isSame = answer.rows("New") == nil && answer.rows("Refused") == nil
      #expect(isSame || Self.isTold(answer), "\(mutation) \(seed)\n\(text)\n\(answer)")
    }
  }

  @Test(arguments: 0..<4)
  func `a list that is only written otherwise comes to the same books`(seed: Int) async throws {
    var chance = Seeded(seed: UInt64(seed) + 1_071)
    let ledger = try await TestLedger.make(today: "2026-11-30")
    try ledger.terminal.scratch.write(Self.mapping, to: "ledger/mappings/trial.yaml")
    let rows = Self.table(&chance)
    let whole = try await ledger.preview(
      text: Self.text(rows), named: "a.csv", "--as payments --mapping trial"
    ).answer
    for mutation in [Mutation.respaced, .recased, .noughts, .described, .separated] {
      let text = Self.mutated(rows, by: mutation, &chance)
      let answer = try await ledger.preview(
        text: text, named: "b.csv", "--as payments --mapping trial"
      ).answer
      for verdict in ["New", "Outside this ledger", "Rows of data"] {
        #expect(
          answer.rows(verdict)?.amount == whole.rows(verdict)?.amount, "\(mutation)\n\(answer)")
      }
    }
  }
}
