import Bookkeeping
import Foundation
import Funding
import Importing
import Storage
import StorageSQLite

/// A folder that holds a ledger: its settings as text, the ledger file, and the register.
struct LedgerFolder {
  let path: String

  var ledgerFile: String { path + "/ledger.sqlite" }
  var registerFile: String { path + "/register.sqlite" }
  var charterFile: String { path + "/ledger.yaml" }
  var policyFile: String { path + "/policy.yaml" }
  var mappingFolder: String { path + "/mappings" }

  /// The text of a settings file.
  func text(of file: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(
        .cannotOpen,
        Diagnostic(
          .error, "settings-not-found", problem: "there is no \(name(of: file)) in the ledger",
          next: "write it, or copy it from ledgers/example"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(
        .configuration,
        Diagnostic(
          .error, "settings-unreadable", problem: "\(name(of: file)) is not written in UTF-8",
          next: "save it as UTF-8"))
    }
    return text
  }

  /// The ledger itself, of which nothing has been read yet.
  func store() throws -> any LedgerStore { try SQLiteStore(opening: ledgerFile) }

  func name(of file: String) -> String {
    file.hasPrefix(path + "/") ? String(file.dropFirst(path.count + 1)) : file
  }
}

/// A ledger that has been opened, with its register and whose it is.
struct OpenLedger {
  let folder: LedgerFolder
  let store: any LedgerStore
  let register: any Register
  let charter: Charter

  init(_ folder: LedgerFolder) async throws {
    self.folder = folder
    store = try folder.store()
    do {
      register = try SQLiteRegister(opening: folder.registerFile)
    } catch .notFound {
      throw Failure(.cannotOpen, OpenLedger.registerMissing)
    }
    charter = try await OpenLedger.charter(of: store)
  }

  private static let registerMissing = Diagnostic(
    .error, "register-not-found", problem: "the ledger's folder holds no register.sqlite",
    why: "names and texts that the ledger may not hold stand in it, and its secret",
    next: "put the latest copy of it back into the folder")

  static func charter(of store: any LedgerReading) async throws -> Charter {
    guard let fact = try await store.facts(.fact(.ledgerOpened)).last?.fact,
      let charter = Charter(fact)
    else { throw StorageFailure.damaged("it does not say whose it is") }
    return charter
  }

  /// Writes to the ledger, and remembers its new head in the register.
  ///
  /// `isDry` is whether to give it all up at the end.
  func write<Result>(
    isDry: Bool, _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    let surroundings = Surroundings.current
    let today = try surroundings.today()
    var rehearsed: Result?
    do {
      let result = try await store.write { writer in
        let result = try await work(Bookkeeper(writer, on: today, by: surroundings.actor()))
        if isDry {
          rehearsed = result
          throw Rehearsed()
        }
        return result
      }
      try await witness()
      return result
    } catch let given as Rehearsed {
      guard let rehearsed else { throw given }
      return rehearsed
    }
  }

  func witness() async throws {
    let head = try await store.head()
    try await register.write { try await $0.witness(head) }
  }
}

/// Thrown to give a piece of writing up once it has shown what it would do.
struct Rehearsed: Error {}
