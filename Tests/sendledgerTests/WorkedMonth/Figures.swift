import Foundation
import TestSupport

/// Figures by row and column, as worked out and as printed.
enum Figures {
  /// The figures of a table in `figures.csv`, by `row / column`.
  static func wanted(_ table: String) throws -> [String: Int64] {
    let text = try Project.text("Tests/sendledgerTests/WorkedMonth/figures.csv")
    return CommaSeparated(text).rows.filter { $0["table"] == table }.reduce(into: [:]) {
      $0["\($1["row"] ?? "") / \($1["column"] ?? "")"] = $1["pence"].flatMap(Int64.init)
    }
  }

  /// The figures of a table of a report, by `row / column`.
  static func found(_ report: CommaSeparated, _ table: String, label: String) -> [String: Int64] {
    report.rows.filter { $0["table"] == table }.reduce(into: [:]) { found, row in
      for (heading, cell) in row where heading.hasSuffix("_gbp") {
        guard let pence = pence(cell) else { continue }
        found["\(row[label] ?? "") / \(title(heading))"] = pence
      }
    }
  }

  private static func title(_ heading: String) -> String {
    switch heading {
    case "left_before_gbp": "Left from September"
    case "in_gbp": "Money in"
    case "in_year_gbp": "In-year"
    case "dsg_account_gbp": "DSG account"
    default:
      heading.dropLast(4).prefix(1).uppercased()
        + heading.dropLast(4).dropFirst().replacingOccurrences(of: "_", with: " ")
    }
  }

  /// `-1234.50` in pence, or none where there is no amount.
  static func pence(_ text: String) -> Int64? {
    text.isEmpty ? nil : Int64(text.replacingOccurrences(of: ".", with: ""))
  }
}

/// What each day's postings come to, in each coding.
///
/// The closing of the year is worked out by section 251 line, and stands apart.
enum PostedSums {
  /// As they were worked out.
  static func wanted() throws -> [String: Int64] {
    let text = try Project.text("Tests/sendledgerTests/WorkedMonth/postings.csv")
    var sums: [String: Int64] = [:]
    for row in CommaSeparated(text).rows {
      func cell(_ name: String) -> String { row[name] ?? "" }
      let isClosing = (63...65).contains(Int(cell("entry")) ?? 0)
      let key = [
        isClosing ? "closing" : cell("day"), cell("layer"), cell("fund"), cell("account"),
        cell("dimensions"),
      ]
      let pence = Int64(cell("pence")) ?? 0
      sums[key.joined(separator: " | "), default: 0] += cell("side") == "debit" ? pence : -pence
    }
    return sums.filter { $0.value != 0 }
  }

  /// As the program exports them for other tools.
  static func found(in year: WorkedYear) async throws -> [String: Int64] {
    let path = year.terminal.scratch.path + "/journal-\(UUID().uuidString)"
    try await year.terminal.type([
      "export", "--format", "ledger", "--output", path, "-C", year.ledger,
    ]).require()
    var sums: [String: Int64] = [:]
    var day = ""
    var isClosing = false
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      if line.first?.isNumber == true {
        let event = line.split(separator: " ")[3]
        isClosing = ["year-unused-released", "year-closed", "deficit-carried"].contains(event)
        day = isClosing ? "closing" : String(line.prefix(10))
      }
      guard line.hasPrefix("    "), line.contains(" = ") else { continue }
      let parts = line.dropFirst(4).replacingOccurrences(of: " GBP", with: "")
        .components(separatedBy: "  ")
      let pence = Figures.pence(parts[1].components(separatedBy: " = ")[0]) ?? 0
      sums["\(day) | \(name(parts[0], isClosing: isClosing))", default: 0] += pence
    }
    return sums.filter { $0.value != 0 }
  }

  private static let funds = [
    "schools": "Schools", "central": "Central", "early-years": "Early years",
    "high-needs": "High needs", "social-care": "Social care", "health-ICB": "Health",
    "pool-education-POOL-2026": "Pool (education)", "pool-general-POOL-2026": "Pool (general)",
  ]
  private static let accounts = [
    "general-fund-balance": "General Fund balance",
    "dsg-adjustment-account": "DSG Adjustment Account",
    "due-from-department": "Due from the department",
  ]
  private static let partners = [
    "COUNCIL-EDUCATION": "Council, education", "COUNCIL-SOCIAL-CARE": "Council, social care",
  ]

  /// An exported account in the words of the worked month.
  private static func name(_ account: String, isClosing: Bool) -> String {
    let parts = account.components(separatedBy: ":")
    let spaced = parts[2].replacingOccurrences(of: "-", with: " ")
    let isActual = parts[0] == "Actual"
    let plain = isActual ? spaced.prefix(1).uppercased() + spaced.dropFirst() : spaced
    var dimensions: [String] = []
    for part in parts.dropFirst(3) {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      switch words[0] {
      case let word where isClosing && word != "line": break
      case "line": dimensions.append(words[1] == "1.4.1" ? "1.4.x" : words[1])
      case "plan": dimensions.append("line \(words[1].suffix(1))")
      case "contract": dimensions.append(words[1])
      case "partner": dimensions.append(partners[words[1]] ?? words[1])
      default: break
      }
    }
    return [
      parts[0].lowercased(), funds[parts[1]] ?? parts[1], accounts[parts[2]] ?? plain,
      dimensions.joined(separator: ", "),
    ].joined(separator: " | ")
  }
}
