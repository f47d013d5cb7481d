import Foundation

/// What a long trial is told: how much, with which seed, and on which program.
///
/// The same for every trial: `[COUNT] [--seed N] [--rows N] [--program PATH]`.
public struct TrialArguments: Sendable {
  public let count: Int
  public let seed: UInt64
  /// The most rows that an invented file has.
  public let rows: Int
  /// The `sendledger` that is tried: by default the one that was built beside the trial.
  public let program: String

  /// A word that is not understood.
  public struct Unknown: Error, CustomStringConvertible {
    public let description: String
  }

  public init(_ words: [String], usually count: Int) throws {
    var count = count
    var seed = UInt64.random(in: 1...9_999_999)
    var rows = 2_000
    var program = TrialArguments.besideThis("sendledger")
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--seed": seed = try TrialArguments.number(rest.popFirst(), after: word)
      case "--rows": rows = Int(try TrialArguments.number(rest.popFirst(), after: word))
      case "--program":
        program = rest.popFirst().map { URL(fileURLWithPath: $0).path } ?? program
      default: count = Int(try TrialArguments.number(word, after: "COUNT"))
      }
    }
    self.count = count
    self.seed = seed
    self.rows = rows
    self.program = program
  }

  private static func number(_ word: String?, after name: String) throws -> UInt64 {
    guard let word, let number = UInt64(word) else {
      throw Unknown(description: "\(name) is a whole number, and not “\(word ?? "")”")
    }
    return number
  }

  private static func besideThis(_ name: String) -> String {
    let here = Bundle.main.executableURL?.deletingLastPathComponent().path ?? "."
    return here + "/" + name
  }
}
