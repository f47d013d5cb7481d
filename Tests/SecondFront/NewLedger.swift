import Bookkeeping
import Desks
import Funding
import Storage
import StorageSQLite
import TestSupport

/// A new ledger of the invented council, in a folder of its own.
struct NewLedger {
  let folder: Scratch

  init(by officer: Officer) async throws {
    folder = try Scratch()
    let settings = SettingsFolder(path: folder.path)
    for name in [SettingsFolder.charter, SettingsFolder.policy, "mappings/anyshire.yaml"] {
      try folder.write(try Project.text("ledgers/example/\(name)"), to: name)
    }
    let charter = try Charter(
      try settings.text(of: SettingsFolder.charter), file: SettingsFolder.charter)
    let policy = try PolicyFile(try settings.text(of: SettingsFolder.policy))

    let store = try SQLiteStore(creating: folder.path + "/ledger.sqlite")
    let salt = [UInt8](repeating: 0x5E, count: 32)
    let register = try SQLiteRegister(creating: folder.path + "/register.sqlite", salt: salt)
    _ = try await OpenLedger.begin(store, register, charter, policy.settings, by: officer)
  }
}
