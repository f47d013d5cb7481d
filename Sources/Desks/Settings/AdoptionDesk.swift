import Bookkeeping
package import Funding
import Storage

/// What is new in the settings of a ledger, and was adopted into its chain.
package struct Adoption: Hashable, Sendable {
  package let settings: [Policy.Adopted]
  /// What waits until another person adopts it as well.
  package let waiting: [Policy.Adopted]
  /// Whether funds or partners were named anew.
  package let isRenamed: Bool
  /// Whether other names for them wait until another person adopts them as well.
  package let namesWait: Bool

  package var isEmpty: Bool { settings.isEmpty && waiting.isEmpty && !isRenamed && !namesWait }
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
      let charter = try books.charter
      let new = file.settings.filter { books.policy.held($0.setting, from: $0.from) != $0 }
      guard named.firstYear == charter.firstYear, named.code == charter.code else {
        throw DeskFailure(.refused, OpenLedger.anotherLedger)
      }
      return try await register.reading { names in
        let names = try await NameGuard(names)
        let isNamed = named == charter ? nil : try await bookkeeper.adopt(named, names)
        var (settings, waiting): ([Policy.Adopted], [Policy.Adopted]) = ([], [])
        for setting in new {
          if try await bookkeeper.adopt(setting, names) {
            settings.append(setting)
          } else {
            waiting.append(setting)
          }
        }
        return Adoption(
          settings: settings, waiting: waiting, isRenamed: isNamed == true,
          namesWait: isNamed == false)
      }
    }
  }

  private static let anotherLedger = Diagnostic.error(
    "ledger-of-another", "ledger.yaml is of another authority or another first year",
    why: "a ledger is opened once, for one authority and from one year",
    next: "put ledger.yaml back, or make a new ledger")
}
