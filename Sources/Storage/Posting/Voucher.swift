import Bookkeeping
import Funding

/// Entries and facts that are about to be written together.
struct Voucher {
  private var order: [Binding] = []
  private var parts: [Binding: [Part<Coding>]] = [:]
  var facts: [Fact] = []

  /// What has to be the same for two events to share an entry.
  private struct Binding: Hashable {
    let event: EventKind
    let day: Day
    let ownDay: Day?
    let correction: Correction?
  }

  mutating func add(_ proposal: Proposal, from origin: Origin, on day: Day) {
    let binding = Binding(
      event: proposal.event, day: day, ownDay: day == proposal.day ? nil : proposal.day,
      correction: proposal.correction)
    if parts[binding] == nil { order.append(binding) }
    parts[binding, default: []].append(
      Part(Source(origin, details: proposal.details), proposal.movements))
  }

  func contents() throws(FundingEntry.Refusal) -> [JournalContent] {
    var entries: [JournalContent] = []
    for binding in order {
      let entry = try FundingEntry(
        FundingProposal(
          on: binding.day, belongingTo: binding.ownDay, parts: parts[binding] ?? [],
          correction: binding.correction))
      entries.append(.posted(binding.event, entry))
    }
    return entries + facts.map { .noted($0) }
  }
}
