import Bookkeeping
package import Funding
import Storage

/// What is new in the settings of a ledger, and was adopted into its chain.
package struct Adoption: Hashable, Sendable {
  package let settings: [Policy.Adopted]
  /// Whether funds or partners were named anew.
  package let isRenamed: Bool

  package var isEmpty: Bool { settings.isEmpty && !isRenamed }
}

extension OpenLedger {
  /// Adopts what is new in `policy.yaml` and `ledger.yaml`.
  ///
  /// - Throws: a ``DeskFailure`` where a file cannot be read, names a registered child, or is of another
  ///   ledger.
  package func adoptSettings(by officer: Officer, isDry: Bool) async throws -> Adoption {
    let file = try PolicyFile(try settings.text(of: SettingsFolder.policy))
    let named = try Charter(
      try settings.text(of: SettingsFolder.charter), file: SettingsFolder.charter)
    let standing = try await reading { $0.books.policy.adopted }
    let adoption = Adoption(
      settings: file.settings.filter { !standing.contains($0) }, isRenamed: named != charter)
    try await requireNameless(adoption.settings, named)
    guard named.firstYear == charter.firstYear, named.code == charter.code else {
      throw DeskFailure(.refused, OpenLedger.anotherLedger)
    }
    if adoption.isEmpty { return adoption }
    try await write(by: officer, isDry: isDry) { bookkeeper in
      if adoption.isRenamed { try await bookkeeper.note(named.fact(by: officer.name)) }
      for setting in adoption.settings {
        try await bookkeeper.note(
          setting.fact(from: .command(person: officer.name, document: SettingsFolder.policy)))
      }
    }
    return adoption
  }

  /// Refuses settings and names of funds and partners that name a registered child.
  private func requireNameless(_ adopted: [Policy.Adopted], _ charter: Charter) async throws {
    for setting in adopted {
      let name = setting.setting.rawValue
      try await requireNameless(setting.text, as: "the value of \(name)")
      try await requireNameless(setting.source, as: "the source of \(name)")
    }
    try await requireNameless(charter.authority, as: "the name of the authority")
    for fund in charter.chart.funds {
      try await requireNameless(fund.name, as: "the name of the fund \(fund.value)")
    }
    for partner in charter.chart.partners {
      try await requireNameless(partner.name, as: "the name of the partner \(partner.value)")
    }
  }

  private static let anotherLedger = Diagnostic(
    .error, "ledger-of-another",
    problem: "ledger.yaml is of another authority or another first year",
    why: "a ledger is opened once, for one authority and from one year",
    next: "put ledger.yaml back, or make a new ledger")
}
