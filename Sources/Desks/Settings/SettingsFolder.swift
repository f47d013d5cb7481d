import Bookkeeping
import Foundation
import Funding
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
      "mapping-not-found",
      "there is no mapping \(PlainWords.quoted(path: name, else: "of that name"))",
      why: "the ledger has: \(mappings.joined(separator: ", "))",
      next: "name one of them, or write one in the folder mappings")
    guard !name.contains("/") else { throw DeskFailure(.cannotOpen, missing) }
    let file = "mappings/\(name).yaml"
    return try WrittenFile.text(at: "\(path)/\(file)", named: file, as: .mapping, else: missing)
  }

  /// The mappings of whom the family of a child pays, or that name it: of it alone, or of others too.
  func mappings(of child: ChildReference) -> (own: [String], shared: [String]) {
    var found: (own: [String], shared: [String]) = ([], [])
    for name in mappings {
      let words = (try? mapping(name))?.split { !$0.isLetter && !$0.isNumber && $0 != "-" } ?? []
      let children = Set(words.compactMap { ChildReference(String($0)) })
      if children == [child] {
        found.own.append(name)
      } else if children.contains(child) {
        found.shared.append(name)
      }
    }
    return found
  }

  /// Adds a mapping, where there is none of that name.
  func add(mapping name: String, _ text: String) throws(DeskFailure) {
    let place = "\(path)/mappings/\(name).yaml"
    guard !name.contains("/"), !name.hasPrefix("."), !name.isEmpty else {
      throw DeskFailure(
        .wrongUse,
        Diagnostic.error(
          "output-not-written", "a mapping is named without a path",
          next: "give a name such as ours"))
    }
    guard !FileManager.default.fileExists(atPath: place) else {
      throw DeskFailure(
        .cannotCreate,
        Diagnostic.error(
          "output-exists", "there is a mapping of that name already",
          next: "give another name, or take that mapping away first"))
    }
    // Whole under a name of its own first, and then put there where nothing is.
    let draft = try self.draft(of: name, text)
    defer { unlink(draft) }
    guard link(draft, place) == 0 else { throw SettingsFolder.notWritten }
    keepNames()
  }

  /// Writes a mapping whole under a name of its own: once that is put in place it is the mapping.
  private func draft(of name: String, _ text: String) throws(DeskFailure) -> String {
    let draft = "\(path)/mappings/.\(name).\(getpid())"
    do {
      try FileManager.default.createDirectory(
        atPath: path + "/mappings", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let handle = open(draft, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
      guard handle >= 0 else { throw SettingsFolder.notWritten }
      defer { close(handle) }
      try FileHandle(fileDescriptor: handle, closeOnDealloc: false).write(
        contentsOf: Data(text.utf8))
      if fsync(handle) == 0 { return draft }
    } catch {}
    throw SettingsFolder.notWritten
  }

  /// Puts a text, whole, in the place of a mapping.
  func put(mapping name: String, _ text: String) throws(DeskFailure) {
    let draft = try self.draft(of: name, text)
    defer { unlink(draft) }
    guard rename(draft, "\(path)/mappings/\(name).yaml") == 0 else {
      throw SettingsFolder.notWritten
    }
    keepNames()
  }

  private func keepNames() {
    for folder in ["\(path)/mappings", path] { SettingsFolder.keepNames(in: folder) }
  }

  /// Has the names in a folder kept: what is told to be there is there when the power goes.
  package static func keepNames(in folder: String) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private static var notWritten: DeskFailure {
    DeskFailure(
      .cannotCreate,
      Diagnostic.error(
        "output-not-written", "the mapping could not be written",
        why: "its folder may not be written to, or may be full", next: "look after the disk"))
  }

  /// Takes a mapping away.
  ///
  /// - Returns: false where it may not be.
  func remove(mapping name: String) -> Bool { unlink("\(path)/mappings/\(name).yaml") == 0 }

  /// The names of the mappings.
  var mappings: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/mappings")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }
}
