import ArgumentParser
import Bookkeeping
import Desks
import Foundation
import Funding
import Storage
import StorageSQLite

struct Initialise: LedgerCommand {
  static let configuration = CommandConfiguration(
    "init", "Make a new ledger in a folder.",
    """
    The folder's settings, ledger.yaml and policy.yaml and the mappings, are copied from another
    ledger where one is named, and have to be there otherwise.
    """,
    examples: ["sendledger init ledgers/anyshire --from ledgers/example"])

  @OptionGroup var common: CommonOptions

  @Argument(help: "The folder of the new ledger.")
  var folder: String

  @Option(name: .long, help: "The folder of a ledger whose settings are copied.")
  var from: String?

  func act() async throws -> Exit {
    let surroundings = Surroundings.current
    let folder = LedgerFolder(path: surroundings.path(folder))
    if from != nil { try OutputFile.makeFolder(folder.path + "/mappings") }
    let lock = Foundation.open(folder.path, O_RDONLY | O_CLOEXEC)
    defer { close(lock) }
    // Whoever makes a ledger here meanwhile is waited for; a run that was killed holds nothing.
    flock(lock, LOCK_EX)
    if let from { try copySettings(from: surroundings.path(from), to: folder) }
    let charter = try Charter(
      try folder.settings.text(of: SettingsFolder.charter), file: SettingsFolder.charter)
    let settings = try PolicyFile(try folder.settings.text(of: SettingsFolder.policy)).settings
    let draft = LedgerFolder(path: folder.path + "/.init")
    try clear(folder, of: draft)
    let head = try await build(charter, settings, in: draft)
    // The register first: by a ledger alone in the draft a later run knows that this one was cut off.
    guard rename(draft.registerFile, folder.registerFile) == 0,
      rename(draft.ledgerFile, folder.ledgerFile) == 0, fsync(lock) == 0
    else { throw OutputFile(path: folder.path).notWritten() }
    try? FileManager.default.removeItem(atPath: draft.path)
    Console.current.print(
      """
      A ledger for \(charter.authority), \(charter.code), from \(charter.firstYear).
      Head \(head.digest.short), \(head.number) records, \(settings.count) settings adopted.
      Next  sendledger import preview FILE --as KIND
      """)
    return .done
  }

  /// Makes the two files out of sight, to be put in their places when they are whole.
  private func build(
    _ charter: Charter, _ settings: [Policy.Adopted], in draft: LedgerFolder
  ) async throws -> Head {
    try OutputFile.makeFolder(draft.path)
    let register = try SQLiteRegister(
      creating: draft.registerFile, salt: try Surroundings.current.salt())
    let store = try SQLiteStore(creating: draft.ledgerFile)
    return try await OpenLedger.begin(
      store, register, charter, settings, by: Surroundings.current.officer())
  }

  /// Takes away what a run that was cut off has left, and refuses a folder that holds a ledger.
  private func clear(_ folder: LedgerFolder, of draft: LedgerFolder) throws {
    let files = FileManager.default
    // An empty draft was left when all stood in its place.
    rmdir(draft.path)
    let isHalf =
      files.fileExists(atPath: draft.ledgerFile) && !files.fileExists(atPath: draft.registerFile)
    if !files.fileExists(atPath: folder.ledgerFile), isHalf { unlink(folder.registerFile) }
    guard [folder.ledgerFile, folder.registerFile].allSatisfy({ !files.fileExists(atPath: $0) })
    else {
      throw Failure(
        .cannotCreate,
        Diagnostic.error(
          "ledger-exists", "there is a ledger in \(folder.path) already",
          why: "a ledger is never erased", next: "name another folder"))
    }
    // Out of the way at once, so that being cut off here leaves no half either.
    let old = draft.path + ".old"
    try? files.removeItem(atPath: old)
    rename(draft.path, old)
    try? files.removeItem(atPath: old)
  }

  private func copySettings(from source: String, to folder: LedgerFolder) throws {
    let files = FileManager.default
    do {
      let mappings = try files.contentsOfDirectory(atPath: source + "/mappings")
        .filter { $0.hasSuffix(".yaml") }.map { "mappings/" + $0 }
      for name in ["ledger.yaml", "policy.yaml"] + mappings.sorted()
      where !files.fileExists(atPath: folder.path + "/" + name) {
        let text = try SettingsFolder(path: source).text(of: name)
        let isCopied = files.createFile(
          atPath: folder.path + "/" + name, contents: Data(text.utf8),
          attributes: [.posixPermissions: 0o600])
        if !isCopied { throw CocoaError(.fileWriteUnknown) }
      }
    } catch {
      throw Failure(
        .cannotCreate,
        Diagnostic.error(
          "settings-not-copied", "the settings could not be copied",
          why: "one of the two folders is not there, or may not be used", next: "check both paths"))
    }
  }
}
