package import Funding

/// The authority's settings, as they were adopted, and from when each holds.
package struct PolicyListing {
  private let adopted: [Policy.Adopted]

  package init(_ policy: Policy) {
    adopted = policy.adopted.sorted {
      ($0.setting.rawValue, $0.from) < ($1.setting.rawValue, $1.from)
    }
  }

  package func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/policy@1", title: "Policy",
      blocks: [
        .facts(header),
        .table(
          Table(
            "settings", caption: "Settings, as adopted into the ledger", of: adopted,
            [
              Table.Field("setting", "Setting", .text) { .text($0.setting.rawValue) },
              Table.Field("from", "From", .day) { .day($0.from) },
              Table.Field("value", "Value", .text) { .text($0.text) },
              Table.Field("source", "Source", .text) { .text($0.source) },
            ])),
      ])
  }
}
