public import Bookkeeping
public import Funding

extension Bookkeeper {
  /// An earlier record that says what these say, and was not taken back, if there is one.
  ///
  /// `isOther` says whether what came from there may be the same thing, said a second time.
  public func earlier(
    like records: [JournalRecord], _ isOther: (Origin) -> Bool
  ) async throws(StorageFailure) -> Int? {
    try await earlier(
      like: records.map { ($0.number, $0.content) }, before: records.first?.number ?? .max, isOther)
  }

  /// The days on which something of a day may count: that day, or the first day of any later month, since
  /// months are closed and opened again, and what was recorded meanwhile stays where it was put.
  private func countingDays(of day: Day) async throws(StorageFailure) -> [Day] {
    let month = Month(of: day)
    guard
      try await !writer.records(mentioning: .fact(.periodClosed, of: month.description)).isEmpty
    else { return [day] }
    var days = [day]
    var next = month.next
    while next.first <= ends {
      days.append(next.first)
      next = next.next
    }
    return days
  }

  /// Finds out whether the row of a file could be posted, and posts nothing.
  ///
  /// - Returns: a record that says the same and was not taken back, if there is one.
  public func said(
    _ event: FundingEvent, from origin: Origin, _ isOther: (Origin) -> Bool
  ) async throws(PostingFailure) -> Int? {
    try await posting {
      beyond = []
      let contents = try await contents(of: event, from: origin)
      return try await earlier(
        like: contents.enumerated().map { ($0, $1) }, before: .max, isOther)
    }
  }

  private func earlier(
    like contents: [(number: Int, content: JournalContent)], before number: Int,
    _ isOther: (Origin) -> Bool
  ) async throws(StorageFailure) -> Int? {
    let accounts = contents.flatMap { $0.content.entry?.movements ?? [] }
      .flatMap { [Account($0.debit), Account($0.credit)] }
    for saying in Saying.all(in: contents) {
      let passing = saying.passing
      var records: [JournalRecord] = []
      if let line = passing.planLine {
        records += try await said(of: line, like: passing).filter { $0.number < number }
      }
      // What is paid may have been said of a line of the budget only.
      if passing.planLine == nil || passing.event == .paymentMade {
        for day in try await countingDays(of: passing.day) {
          records += try await writer.entries(of: day, touching: Set(accounts))
            .filter { $0.number < number }
        }
      }
      let others = Saying.all(in: records.map { ($0.number, $0.content) })
      for other in others where other.passing.mayBe(passing) && isOther(other.origin) {
        if try await !isTakenBack(other) { return other.number }
      }
    }
    return nil
  }

  /// The records of a plan line in which it may have been said.
  private func said(
    of line: PlanLineReference, like passing: Passing
  ) async throws(StorageFailure) -> [JournalRecord] {
    let postings = try await writer.questions.postings(of: line, through: writer.last)
    var records: [JournalRecord] = []
    for number in postings.filter(passing.mayBe).map(\.record).withoutRepeats {
      records += try await writer.records(number...number)
    }
    // Proof may wait, and is said by a fact then.
    if passing.event == .directPaymentEvidenced {
      records += try await writer.records(mentioning: .fact(.evidenceWaiting, of: line.code))
      records.sort { $0.number < $1.number }
    }
    return records
  }

  /// Whether the entry was reversed or, of proof that waits, its import undone.
  private func isTakenBack(_ saying: Saying) async throws(StorageFailure) -> Bool {
    if case .row(let row) = saying.origin, try await writer.undoneImports().contains(row.batch) {
      return true
    }
    return try await writer.isReversed(saying.number)
  }
}
