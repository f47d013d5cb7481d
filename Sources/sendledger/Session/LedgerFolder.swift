import Bookkeeping
import Desks
import Storage
import StorageSQLite

/// A folder that holds a ledger: its settings as text, the ledger file, and the register.
struct LedgerFolder {
  let path: String

  var ledgerFile: String { path + "/ledger.sqlite" }
  var registerFile: String { path + "/register.sqlite" }
  var settings: SettingsFolder { SettingsFolder(path: path) }

  /// Whether a path is that of a file by which a ledger lives, be there one or not.
  static func owns(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/")
    let name = parts.last ?? ""
    return name.hasPrefix("ledger.sqlite") || name.hasPrefix("register.sqlite")
      || name == SettingsFolder.charter || name == SettingsFolder.policy
      || (parts.dropLast().last == "mappings" && name.hasSuffix(".yaml"))
  }

  /// The ledger itself, of which nothing has been read yet.
  func store() throws -> any LedgerStore {
    try SQLiteStore(opening: ledgerFile, Surroundings.current.patience())
  }

  func open() throws -> OpenLedger {
    let store = try store()
    let register: any Register
    let patience = try Surroundings.current.patience()
    do {
      register = try SQLiteRegister(opening: registerFile, patience)
    } catch .notFound {
      throw Failure(.cannotOpen, LedgerFolder.registerMissing)
    }
    return OpenLedger(store, register, settings: settings, progress: .bars)
  }

  private static let registerMissing = Diagnostic.error(
    "register-not-found", "the ledger's folder holds no register.sqlite",
    why: "names and texts that the ledger may not hold stand in it, and its secret",
    next: "put the latest copy of it back into the folder")
}

extension LedgerFolder {
  /// The folder that was typed, or else the one that `SENDLEDGER_LEDGER` names, or that is stood in.
  init(typed: String?) {
    let surroundings = Surroundings.current
    path = surroundings.path(typed ?? surroundings.variable("SENDLEDGER_LEDGER") ?? ".")
  }
}
