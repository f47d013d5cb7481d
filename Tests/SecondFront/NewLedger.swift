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
    _ = try SQLiteRegister(creating: folder.path + "/register.sqlite", salt: salt)
    try await store.write { writer in
      let bookkeeper = try await Bookkeeper(writer, on: officer.today, by: officer.name)
      try await bookkeeper.note(charter.fact(by: officer.name))
      let origin = Origin.command(person: officer.name, document: SettingsFolder.policy)
      for setting in policy.settings { try await bookkeeper.note(setting.fact(from: origin)) }
    }
  }
}
