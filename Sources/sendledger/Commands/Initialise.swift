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
    if let from { try copySettings(from: surroundings.path(from), to: folder) }
    let charter = try Charter(
      try folder.settings.text(of: SettingsFolder.charter), file: SettingsFolder.charter)
    let settings = try PolicyFile(try folder.settings.text(of: SettingsFolder.policy)).settings
    try refuseExisting(folder)

    let store = try SQLiteStore(creating: folder.ledgerFile)
    let register = try SQLiteRegister(creating: folder.registerFile, salt: try surroundings.salt())
    let head = try await OpenLedger.begin(
      store, register, charter, settings, by: surroundings.officer())
    Console.current.print(
      """
      A ledger for \(charter.authority), \(charter.code), from \(charter.firstYear).
      Head \(head.digest.short), \(head.number) records, \(settings.count) settings adopted.
      Next  sendledger import preview FILE --as KIND
      """)
    return .done
  }

  private func refuseExisting(_ folder: LedgerFolder) throws {
    guard FileManager.default.fileExists(atPath: folder.ledgerFile) else { return }
    throw Failure(
      .cannotCreate,
      Diagnostic.error(
        "ledger-exists", "there is a ledger in \(folder.path) already",
        why: "a ledger is never erased", next: "name another folder"))
  }

  private func copySettings(from source: String, to folder: LedgerFolder) throws {
    let files = FileManager.default
    do {
      try files.createDirectory(
        atPath: folder.path + "/mappings", withIntermediateDirectories: true)
      let mappings = try files.contentsOfDirectory(atPath: source + "/mappings")
        .filter { $0.hasSuffix(".yaml") }.map { "mappings/" + $0 }
      for name in ["ledger.yaml", "policy.yaml"] + mappings.sorted()
      where !files.fileExists(atPath: folder.path + "/" + name) {
        try files.copyItem(atPath: source + "/" + name, toPath: folder.path + "/" + name)
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
