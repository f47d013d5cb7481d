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
    return try await write(by: officer, isDry: isDry) { bookkeeper in
      let books = try await bookkeeper.books()
      let (charter, standing) = (try books.charter, books.policy.adopted)
      let adoption = Adoption(
        settings: file.settings.filter { !standing.contains($0) }, isRenamed: named != charter)
      guard named.firstYear == charter.firstYear, named.code == charter.code else {
        throw DeskFailure(.refused, OpenLedger.anotherLedger)
      }
      try await register.reading { names in
        let names = try await NameGuard(names)
        if adoption.isRenamed { try await bookkeeper.adopt(named, names) }
        for setting in adoption.settings { try await bookkeeper.adopt(setting, names) }
      }
      return adoption
    }
  }

  private static let anotherLedger = Diagnostic.error(
    "ledger-of-another", "ledger.yaml is of another authority or another first year",
    why: "a ledger is opened once, for one authority and from one year",
    next: "put ledger.yaml back, or make a new ledger")
}
