package import Funding
package import Storage

/// A ledger that has been opened, with its register and its settings.
///
/// Nothing of it has been read: a report opens its books, and asks once.
package struct OpenLedger: Sendable {
  package let store: any LedgerStore
  package let register: any Register
  package let settings: SettingsFolder
  /// Where a desk says how far it has come.
  package let progress: ProgressBoard

  /// Takes what a front has found.
  package init(
    _ store: any LedgerStore, _ register: any Register, settings: SettingsFolder,
    progress: ProgressBoard = .none
  ) {
    self.store = store
    self.register = register
    self.settings = settings
    self.progress = progress
  }

  /// Whose ledger it is, as it is now.
  package func charter() async throws -> Charter { try await store.reading { try $0.charter } }

  /// Writes to the ledger, and remembers its new head in the register.
  ///
  /// `isDry` is whether to give it all up at the end.
  /// - Throws: a ``DeskFailure`` for whatever a desk refuses; what else the work throws.
  package func write<Result>(
    by officer: Officer, isDry: Bool, _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    try await requireNameless(officer.name, as: "the name of whoever acts")
    do {
      let result = try await store.keepingBooks(
        on: officer.today, by: officer.actor, isRehearsal: isDry, work)
      if !isDry { try await witness() }
      return result
    } catch {
      throw DeskFailure(anything: error) ?? error
    }
  }

  /// The last record, and its digest.
  package func head() async throws -> Head { try await store.reading { $0.head } }

  func witness() async throws {
    let head = try await head()
    try await register.write { try await $0.witness(head) }
  }
}

extension OpenLedger {
  /// Begins the chain of a new ledger: whose it is, and the settings that it adopts.
  ///
  /// - Returns: its head.
  package static func begin(
    _ store: any LedgerStore, _ register: any Register, _ charter: Charter,
    _ settings: [Policy.Adopted], by officer: Officer
  ) async throws -> Head {
    try await store.keepingBooks(on: officer.today, by: officer.actor, isRehearsal: false) {
      bookkeeper in
      try await register.reading { names in
        let names = try await NameGuard(names)
        try await bookkeeper.adopt(charter, names)
        for setting in settings { try await bookkeeper.adopt(setting, names) }
      }
    }
    let head = try await store.reading { $0.head }
    try await register.write { try await $0.witness(head) }
    return head
  }
}
