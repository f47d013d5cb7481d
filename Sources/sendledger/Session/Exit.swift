import Bookkeeping
import Storage

/// How a run ends.
///
/// The numbers from 64 on are the system's own.
enum Exit: Int32, CaseIterable {
  case done = 0
  /// A mistake of ours.
  case bug = 1
  /// Done, but a person must look.
  case look = 2
  /// A control says no.
  case refused = 3
  /// There is no such child, import, record or figure.
  case notFound = 4
  case usage = 64
  /// The input is not usable at all.
  case badInput = 65
  case cannotOpen = 66
  case cannotCreate = 73
  case failedPartWay = 74
  case locked = 75
  case notAllowed = 77
  case configuration = 78
  case interrupted = 130
}

/// A run that comes to nothing: why, and with which status.
struct Failure: Error {
  let exit: Exit
  let diagnostics: [Diagnostic]

  init(_ exit: Exit, _ diagnostics: [Diagnostic]) {
    self.exit = exit
    self.diagnostics = diagnostics
  }

  init(_ exit: Exit, _ diagnostic: Diagnostic) {
    self.init(exit, [diagnostic])
  }
}

extension Failure {
  /// A failure of a store, with the status that goes with it.
  init(_ failure: StorageFailure) {
    let exit: Exit =
      switch failure {
      case .locked: .locked
      case .diskFull, .failed: .failedPartWay
      case .readOnly: .cannotCreate
      case .notFound: .cannotOpen
      case .pointNotKnown, .nothingRecorded: .notFound
      case .notALedger, .newer, .damaged, .unreadableRecord: .badInput
      case .refused, .recordedBefore: .refused
      }
    self.init(exit, failure.diagnostic)
  }

  /// A failure of posting, with the status that goes with it.
  init(_ failure: PostingFailure) {
    switch failure {
    case .refused(.importNotKnown(let batch)):
      self.init(.notFound, EventRefusal.importNotKnown(batch).diagnostic())
    case .refused(let refusal): self.init(.refused, refusal.diagnostic())
    case .storage(let failure): self.init(failure)
    }
  }

  /// Whatever was thrown, as a failure.
  ///
  /// What nobody foresaw is a mistake of ours.
  init(anything error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let failure as StorageFailure: self.init(failure)
    case let failure as PostingFailure: self.init(failure)
    case let refusal as PeriodRefusal: self.init(.refused, refusal.diagnostic)
    case let diagnostic as Diagnostic: self.init(.refused, diagnostic)
    default:
      self.init(
        .bug,
        Diagnostic(
          .error, "not-foreseen", problem: "something happened that the program did not foresee",
          why: "\(type(of: error))", next: "report it, with the command that led to it"))
    }
  }
}
