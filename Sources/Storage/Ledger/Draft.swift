public import Bookkeeping
public import Funding

/// What is to be recorded, before it has a number.
///
/// Only the bookkeeper makes one, once it has checked what it says: nothing else can be written.
public struct Draft: Hashable, Sendable {
  public let recorded: Day
  public let actor: String
  public let content: JournalContent

  public func numbered(_ number: Int) -> JournalRecord {
    JournalRecord(number: number, recorded: recorded, actor: actor, content)
  }
}
