import Bookkeeping
import Foundation

/// A file that is written whole or not at all.
struct OutputFile {
  let path: String

  /// Makes a folder, and those above it, where they are not there yet.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutputFile(path: path).notWritten
    }
  }

  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  private var notWritten: Failure {
    Failure(
      .cannotCreate,
      Diagnostic.error(
        "output-not-written", "\(name) could not be written",
        why: "its folder may not be there, may not be written to, or may be full",
        next: "name another place"))
  }

  /// Writes beside the place and moves into it, so that nobody ever sees half a file.
  func write(_ text: String, replacing: Bool) async throws {
    var pieces = [text]
    try await write(replacing: replacing) { pieces.popLast() }
  }

  /// Writes several files into a folder, all of them or none.
  ///
  /// All are written beside their places first; only then is any of them put there. `workbook` is
  /// one that is no text, and `writing` is given the path to write it to.
  static func write(
    _ files: [(name: String, text: String)], in folder: String, replacing: Bool,
    with workbook: (name: String, writing: (String) throws -> Void)? = nil
  ) async throws {
    let places = files.map { OutputFile(path: "\(folder)/\($0.name)") }
    let last = workbook.map { OutputFile(path: "\(folder)/\($0.name)") }
    let all = places + [last].compactMap(\.self)
    do {
      for (place, file) in zip(places, files) {
        guard let handle = try place.open(replacing: replacing) else { throw place.notWritten }
        try handle.write(contentsOf: Data(file.text.utf8))
        try handle.synchronize()
        try handle.close()
      }
      if let last, let workbook { try last.fill(replacing: replacing, by: workbook.writing) }
      for place in all where rename(place.half, place.path) != 0 { throw place.notWritten }
    } catch {
      for place in all { unlink(place.half) }
      throw error is Failure ? error : OutputFile(path: folder).notWritten
    }
  }

  /// Writes what comes in pieces.
  ///
  /// `next` is the next piece, or none at the end.
  func write(replacing: Bool, _ next: () async throws -> String?) async throws {
    guard let file = try open(replacing: replacing) else { throw notWritten }
    do {
      while let piece = try await next() { try file.write(contentsOf: Data(piece.utf8)) }
      try file.synchronize()
      try file.close()
      guard rename(half, path) == 0 else { throw notWritten }
    } catch {
      unlink(half)
      throw error is Failure ? error : notWritten
    }
  }

  /// Has something written beside the place, and moves it in once it is on the disk.
  func write(replacing: Bool, by writing: (String) throws -> Void) throws {
    do {
      try fill(replacing: replacing, by: writing)
      guard rename(half, path) == 0 else { throw notWritten }
    } catch {
      unlink(half)
      throw error
    }
  }

  /// Has something written beside the place, and sees that it is on the disk.
  private func fill(replacing: Bool, by writing: (String) throws -> Void) throws {
    guard let empty = try open(replacing: replacing) else { throw notWritten }
    try empty.close()
    try writing(half)
    guard let file = FileHandle(forUpdatingAtPath: half) else { throw notWritten }
    try file.synchronize()
    try file.close()
  }

  private var half: String { path + ".part" }

  private func open(replacing: Bool) throws -> FileHandle? {
    if !replacing, FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .cannotCreate,
        Diagnostic.error(
          "output-exists", "\(name) is there already",
          next: "give another name, or replace it with --force"))
    }
    guard FileManager.default.createFile(atPath: half, contents: nil) else { return nil }
    return FileHandle(forWritingAtPath: half)
  }
}
