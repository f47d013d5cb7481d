package import Funding

extension Report {
  /// The authority's settings, as they were adopted, and from when each holds.
  package static func policy(_ policy: Policy, _ header: [Fact]) -> Report {
    let adopted = policy.adopted.sorted {
      ($0.setting.rawValue, $0.from) < ($1.setting.rawValue, $1.from)
    }
    return Report(
      schema: "sendledger/policy@1", title: "Policy", of: header,
      Table(
        "settings", caption: "Settings, as adopted into the ledger", of: adopted,
        [
          .text("setting", "Setting") { $0.setting.rawValue },
          .day("from", "From") { $0.from },
          .text("value", "Value") { $0.text },
          .text("source", "Source") { $0.source },
        ]))
  }
}
