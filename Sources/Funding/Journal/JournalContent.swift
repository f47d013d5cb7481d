public import Bookkeeping

/// What a record of the chain says: that money moved, or that something holds.
public enum JournalContent: Hashable, Sendable {
  case posted(EventKind, FundingEntry)
  case noted(Fact)
}

/// Something that holds from then on, and moves no money.
public struct Fact: Hashable, Sendable {
  public let kind: FactKind
  /// What it is about: a child's line, a year, a month, an import.
  public let subject: String
  /// The day from which it holds, where it has one.
  public let day: Day?
  public let source: Source

  public init(_ kind: FactKind, of subject: String, on day: Day?, _ source: Source) {
    self.kind = kind
    self.subject = subject
    self.day = day
    self.source = source
  }
}

extension JournalContent {
  public var entry: FundingEntry? { if case .posted(_, let entry) = self { entry } else { nil } }

  public var fact: Fact? { if case .noted(let fact) = self { fact } else { nil } }

  public var event: EventKind? { if case .posted(let kind, _) = self { kind } else { nil } }

  /// The event or the kind of fact, as it is stored.
  public var kindCode: String {
    switch self {
    case .posted(let kind, _): kind.rawValue
    case .noted(let fact): "note:" + fact.kind.rawValue
    }
  }

  /// Whether it says that a row which might be a twin is real: what the row led to is recorded
  /// besides.
  public var rulesRowReal: Bool {
    guard let fact, fact.kind == .rowTwin else { return false }
    return fact.source["ruled"] == "real"
  }

  public var sources: [Source] {
    switch self {
    case .posted(_, let entry): entry.parts.map(\.source)
    case .noted(let fact): [fact.source]
    }
  }
}
