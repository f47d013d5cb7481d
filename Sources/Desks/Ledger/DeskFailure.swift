package import Bookkeeping
import Disaggregation
import Funding
import Importing
package import Storage

/// What a desk could not do: of which kind it is, and why, one message a cause.
package struct DeskFailure: Error {
  package let kind: Kind
  package let diagnostics: [Diagnostic]

  /// The kinds, by what somebody can do about them.
  package enum Kind: Sendable, CaseIterable {
    /// A control says no.
    case refused
    /// There is no such child, import, record or figure.
    case notFound
    /// What was given is not usable at all.
    case badInput
    case cannotOpen
    case cannotCreate
    case failedPartWay
    /// Another run is writing.
    case locked
    /// A setting is missing, or says nothing that can be used.
    case configuration
    /// What was asked for cannot be asked of this ledger.
    case wrongUse
    /// Whoever acts is not known well enough.
    case notAllowed
  }

  package init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }

  package init(_ kind: Kind, _ diagnostic: Diagnostic) { self.init(kind, [diagnostic]) }
}

extension DeskFailure {
  /// What is made of a written file; all that is wrong with it is of one kind.
  static func reading<Value>(
    _ kind: Kind = .badInput, _ read: () throws(WrittenFaults) -> Value
  ) throws(DeskFailure) -> Value {
    do { return try read() } catch { throw DeskFailure(kind, error.list) }
  }

  /// A failure of a store.
  package init(_ failure: StorageFailure) {
    let kind: Kind =
      switch failure {
      case .locked: .locked
      case .diskFull, .failed: .failedPartWay
      case .readOnly: .cannotCreate
      case .notFound, .registerMissing: .cannotOpen
      case .notALedger, .newer, .damaged, .unreadableRecord: .badInput
      case .refused, .secretDiffers, .recordedBefore, .recordedLongAfter: .refused
      case .pointNotKnown, .nothingRecorded: .notFound
      case .notSignedIn: .notAllowed
      }
    self.init(kind, failure.diagnostic)
  }

  /// A case that could not be made.
  package init(_ failure: CaseFailure) {
    let kind: Kind =
      switch failure {
      case .requestNotKnown, .noVersion: .notFound
      case .refused: .refused
      case .setting: .configuration
      }
    self.init(kind, failure.diagnostic)
  }

  /// A failure of posting.
  package init(_ failure: PostingFailure) {
    switch failure {
    case .refused(.importNotKnown(let batch)):
      self.init(.notFound, EventRefusal.importNotKnown(batch).diagnostic())
    case .refused(.decision(.unassessed(let failure))): self.init(failure)
    case .refused(.decision(.notRecorded(let reference))):
      self.init(.notFound, EventRefusal.decision(.notRecorded(reference)).diagnostic())
    case .refused(let refusal): self.init(.refused, refusal.diagnostic())
    case .storage(let failure): self.init(failure)
    }
  }

  /// Whatever a desk threw, or none where it is not one of the failures that desks have.
  package init?(anything error: any Error) {
    switch error {
    case let failure as DeskFailure: self = failure
    case let failure as StorageFailure: self.init(failure)
    case let failure as PostingFailure: self.init(failure)
    case let refusal as PeriodRefusal: self.init(.refused, refusal.diagnostic)
    case let refusal as SettlingRefusal: self.init(.refused, refusal.diagnostic)
    case let refusal as KeyRefusal: self.init(.refused, refusal.diagnostic)
    case let gap as Policy.Gap: self.init(.configuration, gap.diagnostic)
    case let failure as CaseFailure: self.init(failure)
    case let refusal as NameRefusal: self.init(.refused, refusal.diagnostics)
    case let refusal as Decision.Refusal: self.init(.refused, refusal.diagnostic)
    case let refusal as PlanLine.Refusal: self.init(.refused, refusal.diagnostic())
    case let unusable as Unusable: self.init(.badInput, unusable.diagnostic)
    case is KeySorter.Failure: self.init(StorageFailure.failed("its scratch files"))
    case let diagnostic as Diagnostic: self.init(.refused, diagnostic)
    case let faults as WrittenFaults: self.init(.refused, faults.list)
    default: return nil
    }
  }
}
