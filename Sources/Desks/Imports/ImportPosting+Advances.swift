import Bookkeeping
import Funding
import Importing
import Storage

extension ImportPosting {
  /// The payments of the same plan line that are posted with one.
  func beside(_ reading: Reading) -> [DirectPaymentAdvanced] {
    guard case .advance(let advance, _) = reading.intent else { return [] }
    return advanced[advance.line] ?? []
  }

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
      var earlier: Int?
      do {
        earlier = try await bookkeeper.said(
          event, from: origin(of: row.reading), otherwise.includes)
        if earlier == nil {
          preview.diagnostics += bookkeeper.warnings(at: row.reading.place)
          sound.append((event, origin(of: row.reading)))
          kept.append(row.reading)
        }
      } catch {
        try refuse(row.reading, error, &preview)
      }
      if let earlier {
        let why = Resolver.saidBefore(earlier)
        try await hold(row.reading, HeldReason.saidBefore.rawValue, why, &preview)
      }
    }
    try await post()
    for reading in kept { try await keep(reading) }
  }
}
