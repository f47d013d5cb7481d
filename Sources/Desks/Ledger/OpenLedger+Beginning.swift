package import Funding
package import Storage

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
