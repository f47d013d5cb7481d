public import Bookkeeping
public import Funding

/// What came of checking a ledger against its chain.
public enum Verdict: Hashable, Sendable {
  /// Everything that is kept follows from the chain, and the chain is whole.
  case sound(Head, entries: Int, movements: Int, SignedMonths)
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
    /// What was signed of a month is not its closing head, or the officer's key did not sign it.
    case signatureDiffers(Month, at: Int)
    /// A month was closed by somebody who has a key, and is not signed.
    case signatureMissing(Month, after: Int)
    /// A key that an officer keeps outside the ledger is none of the ledger's.
    case keyNotAdopted(PublicKey)
    /// A month of an officer whose keys were given is signed with another one.
    case signedOtherwise(Month, OfficerKey)
    /// The database finds its own file damaged.
    case damaged(String)
  }
}

extension Verdict.Fault {
  /// The sums that a store keeps were kept with another record than its last.
  package static let sealDiffers = Verdict.Fault.keptFigureDiffers("the seal of the sums")

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
    case .signatureDiffers(let month, let number):
      return .error(
        "signature-differs",
        "record \(number) does not sign the head that closed \(month), by a key that then counted",
        why: "records before it were written anew since, or somebody else signed", next: next)
    case .signatureMissing(let month, let number):
      return .error(
        "signature-missing", "\(month) was closed by record \(number), and is not signed",
        why: "whoever closed it had a key, and the program signs in the same piece of writing",
        next: next)
    case .keyNotAdopted(let key):
      return .error(
        "key-not-in-ledger", "the key \(key.printed) was never adopted in this ledger",
        why: "the ledger is another one, or was written anew with other keys", next: next)
    case .signedOtherwise(let month, let key):
      return .error(
        "signed-otherwise",
        "\(month) is signed by \(key.officer) with \(key.key.printed), which was not given",
        why: "the officer has had another key since, or the ledger was written anew",
        next: "ask the officer whether that key is theirs; if it is, give it as well: --key")
    case .damaged(let words):
      return .error("ledger-damaged", "the ledger file is damaged: \(words)", next: next)
    }
  }
}
