import Bookkeeping
import Desks
import Workbooks

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

  init(_ exit: Exit, _ diagnostic: Diagnostic) { self.init(exit, [diagnostic]) }
}

extension Failure {
  /// A failure of a desk, with the status that goes with it.
  init(_ failure: DeskFailure) {
    let exit: Exit =
      switch failure.kind {
      case .refused: .refused
      case .notFound: .notFound
      case .badInput: .badInput
      case .cannotOpen: .cannotOpen
      case .cannotCreate: .cannotCreate
      case .failedPartWay: .failedPartWay
      case .locked: .locked
      case .configuration: .configuration
      case .wrongUse: .usage
      case .notAllowed: .notAllowed
      }
    self.init(exit, failure.diagnostics)
  }

  /// Whatever was thrown, as a failure.
  ///
  /// What nobody foresaw is a mistake of ours.
  init(anything error: any Error) {
    if let failure = error as? Failure {
      self = failure
    } else if let refusal = error as? Workbook.Refusal {
      self.init(.cannotCreate, refusal.diagnostic())
    } else if let failure = DeskFailure(anything: error) {
      self.init(failure)
    } else {
      self.init(
        .bug,
        Diagnostic.error(
          "not-foreseen", "something happened that the program did not foresee",
          why: "\(type(of: error))", next: "report it, with the command that led to it"))
    }
  }
}
