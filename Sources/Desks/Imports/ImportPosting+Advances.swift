import Bookkeeping
import Funding
import Importing
import Storage

extension ImportPosting {
  /// The rows of one payment are one entry; a row that is refused leaves the others standing.
  func postAdvances(
    _ rows: [(reading: Reading, advance: DirectPaymentAdvanced)], _ preview: inout ImportPreview
  ) async throws {
    try await flush()
    var sound: [(event: FundingEvent, origin: Origin)] = []
    var kept: [Reading] = []
    var lines: Set<PlanLineReference> = []
    func post() async throws {
      try await bookkeeper.post(sound)
      (sound, lines) = ([], [])
    }
    for row in rows {
      let event = FundingEvent.directPaymentAdvanced(row.advance)
      // A second row of a line is held to what the first has left of it.
      if !lines.insert(row.advance.line).inserted {
        try await post()
        lines = [row.advance.line]
      }
      var why: (reason: HeldReason, String)?
      do {
        let earlier = try await bookkeeper.said(
          event, from: origin(of: row.reading), otherwise.includes)
        if let earlier {
          why = (.saidBefore, Resolver.saidBefore(earlier))
        } else if let paid = try await PatternCheck(ledger: bookkeeper.ledger)
          .paidAlready(row.advance)
        {
          why = (.beyondWhatIsDue, paid)
        } else {
          preview.diagnostics += bookkeeper.warnings(at: row.reading.place)
          sound.append((event, origin(of: row.reading)))
          kept.append(row.reading)
        }
      } catch let error as PostingFailure {
        try refuse(row.reading, error, &preview)
      }
      if let (reason, why) = why {
        try await hold(row.reading, reason.rawValue, why, &preview)
      }
    }
    try await post()
    for reading in kept { try await keep(reading) }
  }
}
