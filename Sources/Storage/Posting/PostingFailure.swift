import Bookkeeping
import Funding

/// Why a piece of posting came to nothing: a person's mistake, or the store's trouble.
public enum PostingFailure: Error, Hashable, Sendable {
  case refused(EventRefusal)
  case storage(StorageFailure)
}

/// Runs a piece of posting, and sorts what goes wrong into the two kinds.
func posting<Result>(
  _ work: () async throws -> Result
) async throws(PostingFailure) -> Result {
  do {
    return try await work()
  } catch let failure as PostingFailure {
    throw failure
  } catch let failure as StorageFailure {
    throw .storage(failure)
  } catch {
    throw .refused(EventRefusal(error))
  }
}

extension EventRefusal {
  /// What one of the rules refused, in whatever words.
  fileprivate init(_ error: any Error) {
    switch error {
    case let refusal as EventRefusal: self = refusal
    case let refusal as BlockTransferred.Refusal: self = .transfer(refusal)
    case let refusal as PoolContributor.Refusal: self = .pool(refusal)
    case let failure as PlanLine.ScheduleFailure: self = .schedule(failure)
    case let refusal as FundingEntry.Refusal: self = .entry(refusal)
    case let refusal as DecisionRefusal: self = .decision(refusal)
    case let failure as CaseFailure: self = .decision(.unassessed(failure))
    case let refusal as PlanLine.Refusal: self = .decision(.line(refusal))
    case let refusal as ApprovedDecision.Refusal: self = .decision(.posting(refusal))
    case let refusal as YearClosed.Refusal: self = .yearEnd(refusal)
    case _: preconditionFailure("posting fails only in the ways listed here")
    }
  }
}
