/// The files that people write by hand, as names and values.
package enum WrittenKind: Sendable, CaseIterable {
  case settings, mapping, agreement, scenario, decision, cases

  /// What messages call it.
  package var name: String {
    switch self {
    case .settings: "the file of settings"
    case .mapping: "the mapping"
    case .agreement: "the agreement"
    case .scenario: "the scenario"
    case .decision: "the decision"
    case .cases: "the list of cases"
    }
  }

  /// What shows how it is written.
  var model: String {
    switch self {
    case .settings: "ledgers/example"
    case .mapping: "ledgers/example/mappings"
    case .agreement: "docs/formats/agreements.md"
    case .scenario: "docs/formats/scenarios.md"
    case .decision: "docs/formats/decisions.md"
    case .cases: "docs/formats/cases.md"
    }
  }

  /// What it is written in: JSON is a part of YAML, and is read as that.
  var form: String {
    switch self {
    case .settings, .mapping, .agreement, .scenario, .decision: "YAML"
    case .cases: "JSON"
    }
  }

  /// Nobody writes more than that; cases may come out of another program.
  package var mostBytes: Int {
    switch self {
    case .settings, .mapping, .agreement, .scenario, .decision: 1_000_000
    case .cases: CSVReader.usualMostBytes
    }
  }
}
