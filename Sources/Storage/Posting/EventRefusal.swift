public import Bookkeeping
public import Funding

/// Why an event was not posted.
public enum EventRefusal: Error, Hashable, Sendable {
  case entry(FundingEntry.Refusal)
  case transfer(BlockTransferred.Refusal)
  case schedule(PlanLine.ScheduleFailure)
  case yearEnd(YearClosed.Refusal)
  case amountNotPositive(Money)
  /// Another set of figures was published for that year on that day.
  case publicationDayTaken(FinancialYear, Day)
  case versionNotNewer(given: Int, latest: Int)
  case lineNotKnown(PlanLineReference)
  /// The line is held another way than the event would have it.
  case heldOtherwise(PlanLineReference, HowHeld)
  case nothingToRelease(Money, committed: Money)
  case invoiceNotKnown(Money, owed: Money)
  case returnedMoreThanOut(Money, out: Money)
  case creditNotDue(Money, due: Money)
  case poolNotAgreed(Fund)
  case decision(DecisionRefusal)
  case notInSuspense(Int)
  case alreadyCorrected(Int, by: Int)
  case notAnEntry(Int)
  /// A fact of that kind comes about by an event, or by the word of a second person.
  case hasItsOwnWay(FactKind)
  case importNotKnown(ImportReference)
  case importAlreadyUndone(ImportReference)
  /// A published grant or a budget, which the next version of it puts right.
  case versionStands(Int)
  /// An entry that closed a year, which only stands or falls with it.
  case yearIsClosed(by: Int)
  /// A later record rests on one that would be taken back.
  case laterRests(on: Int, later: Int)
}

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
  } catch let refusal as EventRefusal {
    throw .refused(refusal)
  } catch let failure as StorageFailure {
    throw .storage(failure)
  } catch let refusal as BlockTransferred.Refusal {
    throw .refused(.transfer(refusal))
  } catch let failure as PlanLine.ScheduleFailure {
    throw .refused(.schedule(failure))
  } catch let refusal as FundingEntry.Refusal {
    throw .refused(.entry(refusal))
  } catch let refusal as DecisionRefusal {
    throw .refused(.decision(refusal))
  } catch let failure as CaseFailure {
    throw .refused(.decision(.unassessed(failure)))
  } catch let refusal as PlanLine.Refusal {
    throw .refused(.decision(.line(refusal)))
  } catch let refusal as ApprovedDecision.Refusal {
    throw .refused(.decision(.posting(refusal)))
  } catch let refusal as YearClosed.Refusal {
    throw .refused(.yearEnd(refusal))
  } catch {
    preconditionFailure("posting fails only in the ways listed here")
  }
}
