import Bookkeeping
import Foundation
import Importing

/// The settings of a ledger as people write them: texts in a folder, each by its name.
package struct SettingsFolder: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  package static let charter = "ledger.yaml"
  package static let policy = "policy.yaml"

  /// The text of a settings file.
  package func text(of name: String) throws(DeskFailure) -> String {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      throw DeskFailure(
        .cannotOpen,
        Diagnostic.error(
          "settings-not-found", "there is no \(name) in the ledger",
          next: "write it, or copy it from ledgers/example"))
    }
    do {
      return try WrittenFile.text(of: data, named: name, as: .settings)
    } catch {
      throw DeskFailure(.configuration, error.list)
    }
  }

  /// The text of a mapping, or none where there is no such mapping.
  func mapping(_ name: String) -> Data? {
    name.contains("/")
      ? nil : FileManager.default.contents(atPath: "\(path)/mappings/\(name).yaml")
  }

  /// The names of the mappings.
  var mappings: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/mappings")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }
}
