public import Bookkeeping

/// Why a store could not do what it was asked.
public enum StorageFailure: Error, Hashable, Sendable {
  /// Another run is writing.
  case locked
  case diskFull
  case readOnly
  /// There is nothing there.
  case notFound(String)
  /// What is there is not a ledger.
  case notALedger(String)
  /// It was written by a later version of the program, which knows this step.
  case newer(String)
  /// What is kept does not make sense, as far as can be said without showing what it holds.
  case damaged(String)
  /// A record is not one that may stand.
  case unreadableRecord(Int)
  /// The ledger has no such point to be read at.
  case pointNotKnown(ReadingPoint)
  /// Nothing had been recorded yet at that point, not even whose ledger it is.
  case nothingRecorded(ReadingPoint)
  /// The store refused an entry, in these words of its own.
  case refused(String)
  /// The day of recording would go back.
  case recordedBefore(Day, last: Day)
  /// Reading or writing failed part way.
  case failed(String)
}

extension StorageFailure {
  /// The failure as a person should read it.
  ///
  /// Values are never shown.
  public var diagnostic: Diagnostic {
    switch self {
    case .locked:
      Diagnostic(
        .error, "ledger-locked", problem: "the ledger is in use by another run",
        next: "wait for it to end and try again")
    case .diskFull:
      Diagnostic(
        .error, "disk-full", problem: "there is no room left on the disk",
        why: "a ledger is written whole or not at all, so nothing was written",
        next: "make room and try again")
    case .readOnly:
      Diagnostic(
        .error, "ledger-read-only", problem: "the ledger may not be written to",
        next: "ask for the right to write to its folder")
    case .notFound(let what):
      Diagnostic(
        .error, "ledger-not-found", problem: "there is no ledger in \(what)",
        next: "name its folder with --ledger, or make one: sendledger init DIR")
    case .notALedger(let what):
      Diagnostic(
        .error, "not-a-ledger", problem: "\(what) is not a ledger of this program",
        next: "name the folder of a ledger with --ledger")
    case .newer(let step):
      Diagnostic(
        .error, "ledger-newer", problem: "the ledger was written by a later version",
        why: "it has taken the step “\(step)”, which this version does not know",
        next: "use the later version")
    case .damaged(let what):
      Diagnostic(
        .error, "ledger-damaged", problem: "the ledger file is damaged: \(what)",
        next: "keep the file as it is, and go back to the last copy that verifies")
    case .unreadableRecord(let number):
      Diagnostic(
        .error, "record-unreadable", problem: "record \(number) is not one that may stand",
        next: "find out what else has changed: sendledger audit verify")
    case .pointNotKnown(let point):
      Diagnostic(
        .error, "point-not-known", problem: "“\(point)” is not a day or a record of the ledger",
        next: "give a day such as 2026-10-31, or a number from: sendledger audit log")
    case .nothingRecorded(let point):
      Diagnostic(
        .error, "point-not-known", problem: "nothing had been recorded yet at “\(point)”",
        next: "give a later day, or a number from: sendledger audit log")
    case .refused(let words):
      Diagnostic(
        .error, "store-refused", problem: "the ledger refused to write: \(words)",
        next: "nothing was written; correct the cause and try again")
    case .recordedBefore(let day, let last):
      Diagnostic(
        .error, "clock-behind", problem: "today would be \(day), before the last record of \(last)",
        why: "the day of recording never goes back",
        next: "set the machine's clock, or SENDLEDGER_TODAY, to \(last) or later")
    case .failed(let what):
      Diagnostic(
        .error, "storage-failed", problem: "reading or writing failed: \(what)",
        why: "a ledger is written whole or not at all, so nothing was written",
        next: "look after the disk and try again")
    }
  }
}
