import Bookkeeping
import Desks
import Foundation
import Workbooks

/// A file that is written whole or not at all, and that its owner alone can read: where the program runs for
/// somebody as another account, its group too.
///
/// It is written in a folder beside its place, and put there once it is on the disk. What others are to read
/// is published by a person.
struct OutputFile {
  let path: String

  /// Writes to a path that it is given, where an empty file waits for it.
  typealias Writing = (String) async throws -> Void

  /// Notes that a file is given out: so that none is out without a note, whenever a run is cut off.
  typealias Noting = () async throws -> Void

  /// Makes a folder, and those above it, where they are not there yet.
  static func makeFolder(_ path: String) throws {
    let above = sequence(first: URL(fileURLWithPath: path)) { $0.deletingLastPathComponent() }
      .first { FileManager.default.fileExists(atPath: $0.path) }
    if let above, above.path != URL(fileURLWithPath: path).path {
      try OutputFile(path: path).requirePlace(in: above.path)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: Surroundings.current.folderMode])
    } catch {
      throw OutputFile(path: path).notWritten()
    }
  }

  /// Writes a text, after `noting` that it is given out, once it is on the disk and can be put there.
  func write(
    _ text: String, replacing: Bool, noting: @escaping Noting = {}
  ) async throws {
    try await write(
      replacing: replacing, by: { try OutputFile(path: $0).add(text) }, noting: noting)
  }

  /// Writes what comes in pieces.
  ///
  /// `next` is the next piece, or none at the end.
  func write(replacing: Bool, _ next: () async throws -> String?) async throws {
    try await write(replacing: replacing) { draft in
      while let piece = try await next() { try OutputFile(path: draft).add(piece) }
    }
  }

  private func add(_ text: String) throws {
    do {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw notWritten(.failedPartWay)
    }
  }

  func write(
    replacing: Bool, by writing: Writing, noting: Noting = {}
  ) async throws {
    let before = try look(replacing: replacing)
    try await draft([name], { try await writing($1) }) {
      try check(since: before)
      try await noting()
      try put("\($0)/\(name)", inPlaceOf: before)
    }
  }

  /// Writes several files into a folder: all of them or none, where it is new or holds no others.
  ///
  /// In a folder that holds something else each is put by itself, one straight after another. The last may
  /// be no text.
  static func write(
    _ texts: [(name: String, text: String)], and last: (name: String, writing: Writing)? = nil,
    in folder: String, replacing: Bool, noting: @escaping Noting = {}
  ) async throws {
    let names = texts.map(\.name) + (last.map { [$0.name] } ?? [])
    let whole = OutputFile(path: URL(fileURLWithPath: folder).resolvingSymlinksInPath().path)
    let places = names.map { OutputFile(path: "\(whole.path)/\($0)") }
    let before = try places.map { try $0.look(replacing: replacing) }
    try makeFolder(whole.folder)
    let write: (Int, String) async throws -> Void = { number, path in
      if number < texts.count { return try OutputFile(path: path).add(texts[number].text) }
      try await last?.writing(path)
    }
    try await whole.draft(names, write) { draft in
      for (place, before) in zip(places, before) { try place.check(since: before) }
      try await noting()
      // A folder takes the place of none, of one that is empty, or of one with these files alone.
      let there = try? FileManager.default.contentsOfDirectory(atPath: whole.path)
      if Set(there ?? []).isSubset(of: names) {
        if rename(draft, whole.path) == 0 { return }
        let old = draft + ".old"
        if replacing, whole.path != Surroundings.current.folder, rename(whole.path, old) == 0 {
          defer { try? FileManager.default.removeItem(atPath: old) }
          if rename(draft, whole.path) == 0 { return }
          rename(old, whole.path)
        }
      }
      for (place, before) in zip(places, before) {
        try place.put("\(draft)/\(place.name)", inPlaceOf: before)
      }
    }
  }

  /// Has files written in a folder of their own beside this place, and puts them where they belong.
  private func draft(
    _ names: [String], _ write: (Int, String) async throws -> Void,
    _ place: (String) async throws -> Void
  ) async throws {
    let draft = "\(folder)/.\(name).\(UUID().uuidString.prefix(8))"
    guard mkdir(draft, 0o700) == 0 else { throw notWritten() }
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let mode = Surroundings.current.folderMode
    for (number, name) in names.enumerated() {
      let handle = open("\(draft)/\(name)", O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      defer { close(handle) }
      do { try await write(number, "\(draft)/\(name)") } catch let failure as Workbook.Failure {
        throw Failure(.cannotCreate, failure.diagnostic(of: name))
      }
      guard fchmod(handle, mode & 0o640) == 0, fsync(handle) == 0 else {
        throw notWritten(.failedPartWay)
      }
    }
    chmod(draft, mode)
    try await place(draft)
    for place in [path, folder] { SettingsFolder.keepNames(in: place) }
  }

  /// Refuses where another run has put something in the place since.
  private func check(since before: stat?) throws {
    let now = try look(replacing: before != nil)
    guard now?.st_ino == before?.st_ino, now?.st_mtim.tv_nsec == before?.st_mtim.tv_nsec else {
      throw exists("was written by another run meanwhile")
    }
  }

  private func put(_ draft: String, inPlaceOf before: stat?) throws {
    try check(since: before)
    if before == nil {
      // A link is made only where there is nothing; not every disk has them.
      if link(draft, path) == 0 { return }
      if errno == EEXIST { throw exists() }
    }
    guard rename(draft, path) == 0 else { throw notWritten() }
  }

  /// Whether two paths lead to one file.
  static func isSame(_ path: String, as other: String) -> Bool {
    var (one, two) = (stat(), stat())
    guard stat(path, &one) == 0, stat(other, &two) == 0 else { return false }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  /// What stands in the place and may be replaced; none where nothing does.
  private func look(replacing: Bool) throws -> stat? {
    if LedgerFolder.owns(path) { throw isOfLedger }
    try requirePlace(in: folder)
    var found = stat()
    guard lstat(path, &found) == 0 else { return nil }
    guard found.st_mode & S_IFMT == S_IFREG else {
      let what = found.st_mode & S_IFMT == S_IFDIR ? "a folder" : "not a plain file"
      throw Failure(
        .cannotCreate,
        Diagnostic.error(
          "output-not-a-file", "\(name) is \(what)",
          why: "what is written takes the place of a file, and of nothing else",
          next: "name a file"))
    }
    guard replacing else { throw exists() }
    let lead = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 15) }
    if lead == Data("SQLite format 3".utf8) { throw isOfLedger }
    return found
  }

  /// Refuses a folder in which the person for whom the program runs as another may not write.
  private func requirePlace(in folder: String) throws {
    guard let caller = Surroundings.current.caller(), !caller.mayWrite(in: folder) else { return }
    throw Failure(
      .notAllowed,
      Diagnostic.error(
        "output-not-yours", "\(caller.name) may not write in the folder of \(name)",
        why: "the account that keeps the ledger puts files only where whoever calls it could",
        next: "name a folder that you and it may write in, or have it printed: > FILE"))
  }

  private var name: String { (path as NSString).lastPathComponent }
  private var folder: String { (path as NSString).deletingLastPathComponent }

  private func exists(_ problem: String = "is there already") -> Failure {
    Failure(
      .cannotCreate,
      Diagnostic.error(
        "output-exists", "\(name) \(problem)",
        next: "give another name, or replace it with --force"))
  }

  private var isOfLedger: Failure {
    Failure(
      .cannotCreate,
      Diagnostic.error(
        "output-of-ledger", "\(name) is a file of a ledger",
        why: "a ledger is never written over, with --force or without it",
        next: "name another file"))
  }

  func notWritten(_ exit: Exit = .cannotCreate) -> Failure {
    Failure(
      exit,
      Diagnostic.error(
        "output-not-written", "\(name) could not be written",
        why: "its folder may not be there, may not be written to, or may be full",
        next: "name another place"))
  }
}
