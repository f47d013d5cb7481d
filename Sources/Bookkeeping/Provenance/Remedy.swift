/// What a person may do about a message: words, and among them what the program can be asked for.
///
/// A step is named here and worded by the front that shows it: a command to type, or a button.
public struct Remedy: Hashable, Sendable {
  public let pieces: [Piece]

  /// A stretch of words, or a step.
  public enum Piece: Hashable, Sendable {
    case words(String)
    case step(Step)
  }

  public init(_ words: String) { self.init([.words(words)]) }

  /// Words next to each other are one piece, so that the same remedy is equal to itself.
  private init(_ pieces: [Piece]) {
    self.pieces = pieces.reduce(into: []) { joined, piece in
      if case .words(let more) = piece, case .words(let words)? = joined.last {
        joined[joined.count - 1] = .words(words + more)
      } else {
        joined.append(piece)
      }
    }
  }

  public static func + (left: Remedy, right: Remedy) -> Remedy {
    Remedy(left.pieces + right.pieces)
  }

  /// All of it, with each step in the words of whoever shows it.
  public func text(_ naming: (Step) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .step(let step): naming(step)
      }
    }.joined()
  }
}

/// Something that a person can have the program do.
///
/// What it is done to is told by its reference, its number, its month or its kind.
public enum Step: Hashable, Sendable {
  case makeLedger, verify, acceptLedger, adoptSettings, adoptAgreement, adoptKey, withdrawKey
  case setBudget
  case listRecords, listDecisions, listImports, listChildren, listSuspense, listWaiting
  case showRecord(Int), showChild(String), showTwins(String)
  case preview(kind: String), commitImport(String), discard(String), undoImport(String)
  case decideTwins(String), settleRow(String, row: Int), overrule(String, row: Int)
  case prepare(String), reopen(String), closeYear(String)
  case assess(String), recordDecision(String), writeLetter(String)
  case forget(String), readmit(String)
}

extension Remedy: CustomStringConvertible {
  /// All of it, with each step by its name here.
  public var description: String { text { "\($0)" } }
}

extension Remedy: ExpressibleByStringInterpolation {
  /// Words as they are written, with values and steps among them.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ words: String) { pieces.append(.words(words)) }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.words(value.description))
    }

    public mutating func appendInterpolation(_ step: Step) { pieces.append(.step(step)) }
  }

  public init(stringLiteral words: String) { self.init(words) }

  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.pieces) }
}
