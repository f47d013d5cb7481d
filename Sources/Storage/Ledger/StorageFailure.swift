public import Bookkeeping

/// Why a store could not do what it was asked.
public enum StorageFailure: Error, Hashable, Sendable {
  /// Another run is writing.
  case locked
  case diskFull
  case readOnly
  /// There is nothing there.
  case notFound(String)
  /// The register that belongs to the ledger is not there.
  case registerMissing
  /// The register has another secret than the one with which rows and texts were told apart.
  case secretDiffers
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
  /// Nothing has been recorded for so long that the day may be a slip.
  case recordedLongAfter(Day, last: Day)
  /// Who acts is known by signing in, and whoever acts has not.
  case notSignedIn
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
      .error(
        "ledger-locked", "the ledger is in use by another run",
        next: "wait for it to end and try again")
    case .diskFull:
      .error(
        "disk-full", "there is no room left on the disk",
        why: "a ledger is written whole or not at all, so nothing was written",
        next: "make room and try again")
    case .readOnly:
      .error(
        "ledger-read-only", "the ledger may not be written to",
        why: "whoever reads it has a place in the files beside it meanwhile",
        next: "ask for the right to write to its folder, or copy it to where you have that")
    case .notFound(let what):
      .error(
        "ledger-not-found", "there is no ledger in \(what)",
        next: "name its folder with --ledger, or make one: \(.makeLedger)")
    case .registerMissing:
      .error(
        "register-not-found", "the ledger's folder holds no register.sqlite",
        why: "names and texts that the ledger may not hold stand in it, and its secret",
        next: "put the latest copy of it back into the folder; or, where there is none, have two "
          + "people begin a new one: \(.acceptLedger)")
    case .secretDiffers:
      .error(
        "secret-differs", "the register's secret is not the one that belongs to the ledger",
        why: "rows that are posted would all seem new",
        next: "put the latest copy of register.sqlite back; the ledger itself is not touched")
    case .notALedger(let what):
      .error(
        "not-a-ledger", "\(what) is not a ledger of this program",
        next: "name the folder of a ledger with --ledger")
    case .newer(let step):
      .error(
        "ledger-newer", "the ledger was written by a later version",
        why: "it has taken the step “\(step)”, which this version does not know",
        next: "use the later version")
    case .damaged(let what):
      .error(
        "ledger-damaged", "the ledger file is damaged: \(what)",
        next: "keep the file as it is, and go back to the last copy that verifies")
    case .unreadableRecord(let number):
      .error(
        "record-unreadable", "record \(number) is not one that may stand",
        next: "find out what else has changed: \(.verify)")
    case .pointNotKnown(let point):
      .error(
        "point-not-known", "“\(point)” is not a day or a record of the ledger",
        next: "give a day such as 2026-10-31, or a number from: \(.listRecords)")
    case .nothingRecorded(let point):
      .error(
        "point-not-known", "nothing had been recorded yet at “\(point)”",
        next: "give a later day, or a number from: \(.listRecords)")
    case .refused(let words):
      .error(
        "store-refused", "the ledger refused to write: \(words)",
        next: "nothing was written; correct the cause and try again")
    case .recordedBefore(let day, let last):
      .error(
        "clock-behind", "today would be \(day), before the last record of \(last)",
        why: "the day of recording never goes back",
        next: "record it again through the program, which records it under \(last)")
    case .recordedLongAfter(let day, let last):
      .error(
        "clock-far-ahead", "today would be \(day), and the last record is of \(last)",
        why: "a record of a day that is a slip would stand before all that follows",
        next: "correct the day; if the ledger has rested so long, write recording-resumes in "
          + "policy.yaml, and have two people run: \(.adoptSettings)")
    case .notSignedIn:
      .error(
        "not-signed-in", "nobody vouches for who acts, or for the day",
        why: "this ledger takes both from the machine, as its sign-in says",
        next: "leave SENDLEDGER_USER and SENDLEDGER_TODAY unset, and have sudo run the program as "
          + "the account that keeps the ledger")
    case .failed(let what):
      .error(
        "storage-failed", "reading or writing failed: \(what)",
        why: "a ledger is written whole or not at all, so nothing was written",
        next: "look after the disk and try again")
    }
  }
}
