import Desks
import Foundation
import Storage
import StorageSQLite
import TestSupport

/// A folder with a ledger in it, and the marks by which processes tell each other how far they are.
struct Bench {
  let folder: String

  var ledger: String { folder + "/ledger" }

  /// How far the trial is.
  enum Mark: String {
    /// What is to be written is written.
    case written
    /// The commit goes on.
    case committing
    /// The commit is over.
    case committed
  }

  /// Makes the ledger of the invented example.
  static func made(in folder: String, by program: Program) throws -> Bench {
    let made = try program.run([
      "demo", folder + "/ledger", "--output-folder", folder + "/out",
      "--settings", Project.path("ledgers/example"), "--imports", Project.path("imports/example"),
    ])
    guard made.status == 0 else { throw Breach("demo ended with \(made.summary)") }
    return Bench(folder: folder)
  }

  /// Opens the ledger as a front does.
  func open() async throws -> OpenLedger {
    OpenLedger(
      try SQLiteStore(opening: ledger + "/ledger.sqlite"),
      try SQLiteRegister(opening: ledger + "/register.sqlite"),
      settings: SettingsFolder(path: ledger))
  }

  func set(_ mark: Mark) { set(mark.rawValue) }

  func has(_ mark: Mark) -> Bool { has(mark.rawValue) }

  /// A reader has read for the first time.
  func setReady(_ reader: Int) { set("ready-\(reader)") }

  private func set(_ name: String) {
    _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil)
  }

  private func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  /// Waits until each of some readers has read.
  func wait(for readers: [Program.Run]) throws {
    for _ in 0..<6_000 {
      if readers.indices.allSatisfy({ has("ready-\($0)") }) { return }
      if let over = readers.first(where: \.isOver) {
        throw Breach("a reader ended too soon: \(try Others.end(over, "a reader"))")
      }
      usleep(10_000)
    }
    throw Breach("not every reader had read within a minute")
  }

  /// The bytes of what SQLite has written and not yet moved into the ledger's file.
  var logSize: Int {
    let facts = try? FileManager.default.attributesOfItem(atPath: ledger + "/ledger.sqlite-wal")
    return facts?[.size] as? Int ?? 0
  }
}

/// Other processes of this program.
enum Others {
  /// Starts this program again, for a part.
  static func start(_ part: Part, _ bench: Bench, _ number: Int, seed: UInt64 = 0) throws
    -> Program.Run
  {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return try Program(path, environment: ["TMPDIR": bench.folder])
      .start([part.rawValue, bench.folder, "\(number)", "\(seed)"])
  }

  /// Waits for a process, which has to be done, and returns what it printed.
  static func end(_ run: Program.Run, _ what: String) throws -> String {
    let ending = run.ending()
    guard ending.status == 0 else {
      throw Breach(
        "\(what) ended with \(ending.status.map { "status \($0)" } ?? "a signal"):\n"
          + ending.out + ending.err)
    }
    return ending.out
  }
}
