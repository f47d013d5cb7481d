import Bookkeeping
import Desks
import Foundation
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
    // Whatever links lead there.
    let place = URL(fileURLWithPath: path)
    let folder = place.deletingLastPathComponent().resolvingSymlinksInPath().path
    let parts = "\(folder)/\(place.lastPathComponent)".lowercased().split(separator: "/")
    let name = parts.last ?? ""
    return name.hasPrefix("ledger.sqlite") || name.hasPrefix("register.sqlite")
      || name == SettingsFolder.charter || name == SettingsFolder.policy
      || (parts.dropLast().last == "mappings" && name.hasSuffix(".yaml"))
  }

  /// The ledger itself, of which nothing has been read yet.
  ///
  /// An account that runs the program for somebody opens no ledger but its own.
  func store() throws -> any LedgerStore {
    if let caller = Surroundings.current.caller(), !caller.runsAsKeeper(of: path),
      FileManager.default.fileExists(atPath: ledgerFile)
    {
      throw Failure(.notAllowed, LedgerFolder.keptByOthers)
    }
    return try SQLiteStore(opening: ledgerFile, Surroundings.current.patience())
  }

  /// `beginning` is whether to make a new register where there is none; without one a ledger is only read.
  func open(beginning: Bool = false) throws -> OpenLedger {
    let store = try store()
    let patience = try Surroundings.current.patience()
    var register: any Register = LostRegister()
    do {
      register = try SQLiteRegister(opening: registerFile, patience)
    } catch .notFound {
      if beginning {
        register = try SQLiteRegister(
          creating: registerFile, salt: try Surroundings.current.salt())
      }
    }
    return OpenLedger(
      store, register, settings: settings, progress: .bars,
      vouching: Surroundings.current.vouching())
  }

  private static let keptByOthers = Diagnostic.error(
    "not-signed-in", "the account that runs the program for you does not keep this ledger",
    why: "its folder, or a file in it, is somebody else’s, is a link, or can be changed by others",
    next: "name the ledger that the account keeps, or run the program as yourself")
}

extension LedgerFolder {
  /// The folder that was typed, or else the one that `SENDLEDGER_LEDGER` names, or that is stood in.
  init(typed: String?) {
    let surroundings = Surroundings.current
    let given = surroundings.path(typed ?? surroundings.variable("SENDLEDGER_LEDGER") ?? ".")
    path =
      surroundings.caller() == nil
      ? given : URL(fileURLWithPath: given).resolvingSymlinksInPath().path
  }
}
