import Foundation
import WritingCommands

/// What a run did to the files of its folder, in order.
struct Recording {
  let acts: [Act]
  /// How many acts had been done when all that the run prints was printed.
  let told: Int

  enum Act {
    case made(path: String, file: UInt64)
    case wrote(file: UInt64, at: Int, [UInt8])
    case cut(file: UInt64, to: Int)
    case synced(file: UInt64)
    case syncedFolder
    case folder(path: String)
    case removed(path: String)
    case renamed(from: String, to: String)
    case linked(from: String, to: String)
  }

  init(_ log: String, of said: String) throws {
    var bytes = Array(FileManager.default.contents(atPath: log) ?? Data())[...]
    var acts: [Act] = []
    var printed: [UInt8] = []
    var told: Int?
    while !bytes.isEmpty {
      let numbers = (0..<5).map { place in
        bytes.dropFirst(place * 8).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      bytes = bytes.dropFirst(40)
      let paths = bytes.prefix(Int(numbers[3])).split(separator: 0)
        .map { String(decoding: $0, as: UTF8.self) }
      bytes = bytes.dropFirst(Int(numbers[3]))
      let text = Array(bytes.prefix(Int(numbers[4])))
      bytes = bytes.dropFirst(Int(numbers[4]))
      let (file, place) = (numbers[1], Int(numbers[2]))
      switch Character(UnicodeScalar(UInt8(numbers[0]))) {
      case "C": acts.append(.made(path: paths[0], file: file))
      case "W": acts.append(.wrote(file: file, at: place, text))
      case "T": acts.append(.cut(file: file, to: place))
      case "S": acts.append(.synced(file: file))
      case "F": acts.append(.syncedFolder)
      case "M": acts.append(.folder(path: paths[0]))
      case "U": acts.append(.removed(path: paths[0]))
      case "R": acts.append(.renamed(from: paths[0], to: paths[1]))
      case "L": acts.append(.linked(from: paths[0], to: paths[1]))
      case "O":
        printed += text
        if String(decoding: printed, as: UTF8.self) == said { told = acts.count }
      case let kind: throw Stage.Breach("“\(kind)” is no kind of note")
      }
    }
    self.acts = acts
    self.told = told ?? acts.count
  }
}
