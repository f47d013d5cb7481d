import Foundation
import TestSupport
import WritingCommands

/// A disk that keeps what was synced, and of the rest what chance will have.
///
/// Names are kept in the order in which they were given, as a file system with a journal does: the
/// syncing of a file or a folder keeps all names up to then, and a cut keeps so many more. What was
/// written into a file since it was last synced is kept or lost by sectors of 512 bytes.
struct Disk {
  private struct File {
    var bytes: [UInt8]
    var waiting: [Change] = []
  }

  private enum Change {
    case write(at: Int, [UInt8])
    case cut(to: Int)
  }

  private var files: [Int: File] = [:]
  private var names: [String: Int] = [:]
  private var folders: Set<String> = []
  private var waitingNames: [Recording.Act] = []
  /// The file that each of the system's numbers stands for now.
  private var numbers: [UInt64: Int] = [:]
  private var madeAs: [Int: Int] = [:]

  /// The folder as it stands, all of it synced.
  init(of folder: String) throws {
    let manager = FileManager.default
    folders.insert(folder)
    for name in manager.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      let path = folder + "/" + name
      let facts = try manager.attributesOfItem(atPath: path)
      if facts[.type] as? FileAttributeType == .typeDirectory {
        folders.insert(path)
      } else if let number = facts[.systemFileNumber] as? NSNumber {
        numbers[number.uint64Value] = files.count
        names[path] = files.count
        files[files.count] = File(bytes: Array(manager.contents(atPath: path) ?? Data()))
      }
    }
  }

  mutating func perform(_ act: Recording.Act) {
    switch act {
    case .made(let path, let number):
      let file = files.count
      numbers[number] = file
      files[file] = File(bytes: [])
      madeAs[file] = waitingNames.count
      waitingNames.append(.made(path: path, file: UInt64(file)))
    case .wrote(let number, let place, let bytes):
      change(number) { $0.waiting.append(.write(at: place, bytes)) }
    case .cut(let number, let size): change(number) { $0.waiting.append(.cut(to: size)) }
    case .synced(let number):
      change(number) { file in
        for change in file.waiting { Disk.apply(change, to: &file.bytes) { _ in true } }
        file.waiting = []
      }
      // A file that is kept has its name.
      keepNames(numbers[number].flatMap { madeAs[$0] }.map { $0 + 1 } ?? 0)
    case .syncedFolder: keepNames(waitingNames.count)
    case .folder, .removed, .renamed, .linked: waitingNames.append(act)
    }
  }

  private mutating func change(_ number: UInt64, _ body: (inout File) -> Void) {
    guard let file = numbers[number], var content = files[file] else { return }
    body(&content)
    files[file] = content
  }

  private mutating func keepNames(_ count: Int) {
    for act in waitingNames.prefix(count) { Disk.name(act, &names, &folders) }
    waitingNames.removeFirst(min(count, waitingNames.count))
    madeAs = madeAs.mapValues { $0 - count }.filter { $0.value >= 0 }
  }

  private static func name(
    _ act: Recording.Act, _ names: inout [String: Int], _ folders: inout Set<String>
  ) {
    switch act {
    case .made(let path, let file): names[path] = Int(file)
    case .folder(let path): folders.insert(path)
    case .removed(let path):
      names[path] = nil
      folders.remove(path)
    case .linked(let from, let to): names[to] = names[from]
    case .renamed(let from, let to):
      if let file = names.removeValue(forKey: from) { names[to] = file }
      if folders.remove(from) != nil { folders.insert(to) }
      for (path, file) in names where path.hasPrefix(from + "/") {
        names[path] = nil
        names[to + path.dropFirst(from.count)] = file
      }
      for path in folders where path.hasPrefix(from + "/") {
        folders.remove(path)
        folders.insert(to + path.dropFirst(from.count))
      }
    case .wrote, .cut, .synced, .syncedFolder: break
    }
  }

  /// Writes out what is left when the power goes: of what waits, what chance keeps.
  func fail(keepingNames count: Int?, _ isKept: () -> Bool) throws {
    var (names, folders) = (names, folders)
    for act in waitingNames.prefix(count ?? waitingNames.count) {
      Disk.name(act, &names, &folders)
    }
    for folder in folders.sorted() {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    for (path, number) in names {
      var bytes = files[number]?.bytes ?? []
      for change in files[number]?.waiting ?? [] {
        Disk.apply(change, to: &bytes) { _ in isKept() }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
  }

  var namesWaiting: Int { waitingNames.count }

  private static func apply(
    _ change: Change, to bytes: inout [UInt8], _ isKept: (_ sector: Int) -> Bool
  ) {
    switch change {
    case .cut(let size):
      guard isKept(size / 512) else { return }
      if size < bytes.count { bytes.removeLast(bytes.count - size) }
      bytes += Array(repeating: 0, count: size - bytes.count)
    case .write(let place, let text):
      var start = place
      while start < place + text.count {
        let end = min(place + text.count, (start / 512 + 1) * 512)
        if isKept(start / 512) {
          bytes += Array(repeating: 0, count: max(0, end - bytes.count))
          bytes.replaceSubrange(start..<end, with: text[start - place..<end - place])
        }
        start = end
      }
    }
  }
}
