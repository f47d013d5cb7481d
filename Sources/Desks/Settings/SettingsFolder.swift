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
    try WrittenFile.text(
      at: "\(path)/\(name)", named: name, as: .settings,
      else: .error(
        "settings-not-found", "there is no \(name) in the ledger",
        next: "write it, or copy it from ledgers/example"))
  }

  /// The text of a mapping.
  func mapping(_ name: String) throws(DeskFailure) -> String {
    let missing = Diagnostic.error(
      "mapping-not-found", "there is no mapping \(name)",
      why: "the ledger has: \(mappings.joined(separator: ", "))",
      next: "name one of them, or write mappings/\(name).yaml")
    guard !name.contains("/") else { throw DeskFailure(.cannotOpen, missing) }
    let file = "mappings/\(name).yaml"
    return try WrittenFile.text(at: "\(path)/\(file)", named: file, as: .mapping, else: missing)
  }

  /// The names of the mappings.
  var mappings: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/mappings")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }
}
