import Foundation
import GRDB
import TestSupport

/// How a ledger and its reports stand, as far as it can be seen from outside.
public struct Standing: Equatable, Sendable {
  /// The head that `audit verify` prints; none where there is no ledger.
  public let head: String?
  /// The files under their final names: reports, and the settings of the ledger.
  let files: [String: Data]
  /// Drafts of reports that a killed run has left, out of sight.
  public let drafts: Int

  init(of work: String, _ verify: () throws -> Program.Ending) throws {
    if FileManager.default.fileExists(atPath: work + "/ledger/ledger.sqlite") {
      let verdict = try verify()
      if verdict.status == 0, let head = Standing.head(in: verdict.out) {
        self.head = head
      } else if verdict.status == 3,
        verdict.err.hasPrefix("error chain-cut:")
          || verdict.err.hasPrefix("error ledger-parted:")
      {
        // A copy that was put back is whole, and not the one that was written last.
        head = verdict.err
      } else {
        throw Stage.Breach("audit verify said: \(verdict.summary)")
      }
    } else {
      head = nil
    }
    var files: [String: Data] = [:]
    var drafts: Set<String> = []
    for path in FileManager.default.enumerator(atPath: work)?.compactMap({ $0 as? String }) ?? [] {
      let parts = path.split(separator: "/")
      if let hidden = parts.firstIndex(where: { $0.hasPrefix(".") }) {
        drafts.insert(parts[...hidden].joined(separator: "/"))
      } else if !path.contains(".sqlite"),
        let bytes = FileManager.default.contents(atPath: work + "/" + path)
      {
        files[path] = bytes
      }
    }
    self.files = files
    self.drafts = drafts.filter { !$0.hasPrefix("ledger/.init") }.count
  }

  private static func head(in verdict: String) -> String? {
    verdict.range(of: "Head ").map { verdict[$0.upperBound...].prefix { $0.isHexDigit } }
      .map(String.init)
  }

  public static func == (left: Standing, right: Standing) -> Bool {
    left.head == right.head && left.files == right.files
  }

  func difference(from other: Standing) -> String {
    let names = Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }
    let heads = head == other.head ? "" : "head \(head ?? "none") for \(other.head ?? "none") "
    return heads
      + names.sorted().map { name in
        "\(name) (\(files[name]?.count ?? -1) bytes for \(other.files[name]?.count ?? -1))"
      }.joined(separator: ", ")
  }

  /// What the register holds, row by row.
  static func register(of work: String) throws -> [String] {
    let path = work + "/ledger/register.sqlite"
    return try DatabaseQueue(path: path).read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { row in
          "\(table) " + row.databaseValues.map(\.description).joined(separator: "|")
        }.sorted()
      }
    }
  }

  /// What lies in the ledger's folder and does not belong there once nothing runs.
  static func strays(in work: String) throws -> [String] {
    let known: Set = ["ledger.sqlite", "register.sqlite", "ledger.yaml", "policy.yaml", "mappings"]
    return try FileManager.default.contentsOfDirectory(atPath: work + "/ledger")
      // A draft of a setting is out of sight, and counted with the drafts.
      .filter { !known.contains($0) && !$0.hasPrefix(".dat.nosync") }.sorted()
  }
}
