public import Bookkeeping

/// One link of the chain: what was recorded, when, by whom, and under which number.
///
/// Numbers run from 1 without a gap. The day of recording never goes back.
public struct JournalRecord: Hashable, Sendable {
  public let number: Int
  public let recorded: Day
  /// Who acted, by the name under which they sign in.
  public let actor: String
  public let content: JournalContent

  public init(number: Int, recorded: Day, actor: String, _ content: JournalContent) {
    self.number = number
    self.recorded = recorded
    self.actor = actor
    self.content = content
  }
}

extension [JournalRecord] {
  /// The entries among them that have not been taken back, without those that take one back.
  public var standing: [JournalRecord] {
    let reversals = filter { $0.content.entry?.correction?.isReversal == true }
    let gone = Set(reversals.flatMap { [$0.number, $0.content.entry?.correction?.number] })
    return filter { !gone.contains($0.number) }
  }
}
