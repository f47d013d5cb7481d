import Foundation
public import TestSupport

/// A writing command on a ledger that is ready for it, to be harmed and put right again and again.
public struct Stage: Sendable {
  public let command: WritingCommand
  /// How it stands before the command, and how it stands once it is done.
  public let before: Standing
  public let after: Standing
  /// How long the command ran in peace, in microseconds.
  public let usual: Int
  /// What it printed in peace.
  public let said: String
  private let ground: Ground
  private let folder: String
  private let words: [String]
  private let firstEnding: Int32
  private let register: [String]

  /// Something that no harm may bring about.
  public struct Breach: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
      self.description = description
    }
  }

  public var work: String { folder + "/work" }
  private var kept: String { folder + "/base" }

  /// Makes the ledger, gives the command in peace, and gives it once more.
  ///
  /// Beside the folder stand the ledgers that several stages start from.
  public init(_ command: WritingCommand, program: String, in folder: String) throws {
    self.command = command
    self.folder = folder
    ground = Ground(
      program: program, work: folder + "/work", files: folder + "/files",
      bases: (folder as NSString).deletingLastPathComponent + "/bases")
    try ground.lay(command)
    words = try ground.words(command)
    try FileManager.default.copyItem(atPath: folder + "/work", toPath: folder + "/base")
    before = try Standing(of: folder + "/work", ground.verify)
    let first = try ground.run(words, command)
    guard let status = first.status, [0, 2].contains(status) else {
      throw Breach("\(command.name), in peace, ended with \(first.summary)")
    }
    usual = first.duration
    said = first.out
    firstEnding = status
    after = try Standing(of: folder + "/work", ground.verify)
    register = try Standing.register(of: folder + "/work")
    if command.isAddedAnew { return }
    let last = try ground.run(words, command)
    try Stage.expect(last, status, command)
    guard try Standing(of: folder + "/work", ground.verify) == after else {
      throw Breach("\(command.name), given again in peace, changed something")
    }
  }

  private static func expect(_ last: Program.Ending, _ status: Int32, _ command: WritingCommand)
    throws
  {
    let isExpected =
      command.again.map { last.err.contains("error \($0):") } ?? (last.status == status)
    guard isExpected else {
      throw Breach("\(command.name), given again, ended with \(last.summary)")
    }
  }

  /// Puts the ledger back as it was before the command.
  public func restore() throws {
    try? FileManager.default.removeItem(atPath: work)
    try FileManager.default.copyItem(atPath: kept, toPath: work)
  }

  /// Gives the command, and kills it after so many microseconds if it has not ended.
  public func give(killedAfter delay: Int? = nil, with more: [String: String] = [:]) throws
    -> Program.Ending
  {
    try ground.run(words, command, killedAfter: delay, more)
  }

  /// Looks at what harm has left: a whole ledger as it was before or after, and nothing between.
  public func look() throws -> Standing {
    let found = try Standing(of: work, ground.verify)
    guard found.head == before.head || found.head == after.head else {
      throw Breach("\(command.name) left the head \(found.head ?? "none")")
    }
    let isWhole =
      command.isFileByFile
      ? found.files.allSatisfy { [before.files[$0.key], after.files[$0.key]].contains($0.value) }
      : [before.files, after.files].contains(found.files)
    guard isWhole else {
      throw Breach("\(command.name) left files that are neither: \(found.difference(from: after))")
    }
    return found
  }

  /// The rows in which the register is not as the command leaves it.
  private func registerDiffering() throws -> Set<String> {
    // The head of a writing that was cut off may be noted by the next writing only.
    Set(try Standing.register(of: work)).symmetricDifference(register)
      .subtracting(register.filter { $0.hasPrefix("head ") })
  }

  /// Gives the command again until it is done, and once more, which changes nothing.
  public func finish() throws {
    let found = try Standing(of: work, ground.verify)
    // What writes to the register alone leaves the ledger as it was.
    let isDone = try found == after && registerDiffering().isEmpty
    let times = command.isAddedAnew ? (isDone ? 0 : 1) : 2
    for time in 0..<times {
      let ending = try ground.run(words, command)
      if time == 1 || isDone || ending.status != firstEnding {
        try Stage.expect(ending, firstEnding, command)
      }
    }
    let end = try Standing(of: work, ground.verify)
    guard end == after else {
      throw Breach(
        "\(command.name), given again, comes to another end: \(end.difference(from: after))")
    }
    let kept = try Standing.register(of: work)
    let differing = try registerDiffering()
    guard differing.isEmpty, Set(kept).count == kept.count else {
      throw Breach("\(command.name), given again, leaves another register: \(differing.sorted())")
    }
    let strays = try Standing.strays(in: work)
    guard strays.isEmpty else {
      throw Breach("\(command.name) leaves \(strays) in the ledger's folder")
    }
  }
}

/// The stages that have been made so far, each when its command first comes.
public struct Stages {
  private let program: String
  private let folder: String
  private var made: [String: Stage] = [:]

  public init(program: String, in folder: String) {
    self.program = program
    self.folder = folder
  }

  public mutating func stage(for command: WritingCommand) throws -> Stage {
    if let stage = made[command.name] { return stage }
    let stage = try Stage(command, program: program, in: "\(folder)/\(made.count)")
    made[command.name] = stage
    return stage
  }
}
