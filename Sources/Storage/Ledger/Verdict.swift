public import Bookkeeping

/// What came of checking a ledger against its chain.
public enum Verdict: Hashable, Sendable {
  /// Everything that is kept follows from the chain, and the chain is whole.
  case sound(Head, entries: Int, movements: Int)
  case faulty(Fault)

  /// The first thing found wrong.
  public enum Fault: Hashable, Sendable {
    /// A record does not follow from the one before it: it was changed, added or moved.
    case chainBroken(at: Int)
    /// A number is missing from the chain.
    case recordMissing(Int)
    /// A record cannot be read, or is an entry that may not be made.
    case recordUnsound(Int)
    /// The chain ends before the record that was last known.
    case endMissing(after: Int)
    /// What is kept beside the chain is not what follows from it.
    case keptFigureDiffers(String)
    /// A rule of the file is missing or has been changed.
    case ruleChanged(String)
    /// The database finds its own file damaged.
    case damaged(String)
  }
}

extension Verdict.Fault {
  /// The fault as a person should read it.
  public var diagnostic: Diagnostic {
    let next: Remedy = "keep the file as it is, and compare it with the last copy that verifies"
    switch self {
    case .chainBroken(let number):
      return .error(
        "chain-broken", "record \(number) does not follow from the one before it",
        why: "it was changed, added or moved after it was recorded", next: next)
    case .recordMissing(let number):
      return .error("record-missing", "record \(number) is missing from the chain", next: next)
    case .recordUnsound(let number):
      return .error("record-unreadable", "record \(number) is not one that may stand", next: next)
    case .endMissing(let number):
      return .error(
        "chain-cut", "the chain ends after record \(number), and went on before",
        why: "the last records were taken away", next: next)
    case .keptFigureDiffers(let what):
      return .error(
        "kept-figure-differs", "\(what) is not what follows from the chain",
        why: "it was changed beside the chain, which is itself whole", next: next)
    case .ruleChanged(let name):
      return .error(
        "rule-changed", "the file's rule “\(name)” is missing or was changed",
        why: "without it the file no longer refuses to change what is posted", next: next)
    case .damaged(let words):
      return .error("ledger-damaged", "the ledger file is damaged: \(words)", next: next)
    }
  }
}
