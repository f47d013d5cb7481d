import Bookkeeping
public import Reporting

/// A report as JSON for other programs.
///
/// Amounts are numbers of pounds with two decimals, written digit by digit and never through binary
/// fractions. A figure's address stands beside it.
public struct JSONRenderer: Sendable {
  public init() {}

  public func render(_ report: Report) -> String {
    JSONValue.object([
      ("schema", .string(report.schema)),
      ("title", .string(report.title)),
      ("facts", .object(facts(of: report))),
      ("remarks", .array(remarks(of: report))),
      ("tables", .array(report.tables.map(value))),
    ]).text + "\n"
  }

  private func facts(of report: Report) -> [(String, JSONValue)] {
    report.blocks.flatMap { block -> [(String, JSONValue)] in
      guard case .facts(let facts) = block else { return [] }
      return facts.map { ($0.name, value($0.cell)) }
    }
  }

  private func remarks(of report: Report) -> [JSONValue] {
    report.blocks.compactMap { block in
      switch block {
      case .paragraph(let text): .string(text)
      case .advice(let advice): .string("\(advice)")
      case .heading, .facts, .table, .bars, .steps, .lines, .fan, .swings: nil
      }
    }
  }

  private func value(_ table: Table) -> JSONValue {
    .object([
      ("name", .string(table.name)), ("caption", .string(table.caption)),
      (
        "rows",
        .array(
          table.rows.map { row in
            .object(
              zip(table.columns, row.cells).map { (programName(of: $0), value($1)) }
                + [("is_total", .bool(row.isTotal)), ("addresses", .object(addresses(table, row)))]
            )
          })
      ),
    ])
  }

  private func addresses(_ table: Table, _ row: Table.Row) -> [(String, JSONValue)] {
    zip(table.columns, row.cells).compactMap { column, cell in
      guard case .money(_, let address?) = cell else { return nil }
      return (programName(of: column), .string(address.description))
    }
  }

  private func value(_ cell: Cell) -> JSONValue {
    switch cell {
    case .text(let text): .string(text)
    case .money(let money, _): .number(money.plain)
    case .number(let number): .number(String(number))
    case .share(let share): .number(ShareText.plain(share))
    case .day(let day): .string(day.description)
    case .blank, .unknown: .null
    }
  }
}

/// A value of JSON, whose members keep their order.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// Digits, as they are to be written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// The value as text, indented by two spaces a level.
  public var text: String { text(indent: "") }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .string(let text): return JSONValue.quoted(text)
    case .array(let values):
      if values.isEmpty { return "[]" }
      let lines = values.map { inner + $0.text(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { inner + JSONValue.quoted($0) + ": " + $1.text(indent: inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.isControl:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
