public import Funding

/// The rule by which an agreement says whose money is spent.
public enum LineageRule: Hashable, Sendable {
  /// Contributions in the order of the days on which they came in.
  case firstIn
  /// By what each partner has put in by then, as far as its money goes.
  case proRata
  /// Each line by the partner whom the agreement names for it, and by nobody else.
  case namedLine(NamedLines)

  /// The rule in words, as a report prints it.
  public var words: String {
    switch self {
    case .firstIn: "first in: contributions are used in the order of the days they came in"
    case .proRata: "pro rata: by what each partner had put in at the time"
    case .namedLine: "named line: a partner's money pays the lines that are named for it"
    }
  }
}

/// Which partner's money pays which line.
public struct NamedLines: Hashable, Sendable {
  public let lines: [Section251Line: PartnerReference]
  /// Whose money pays what is on no named line, where the agreement says so.
  public let others: PartnerReference?

  public init(_ lines: [Section251Line: PartnerReference], others: PartnerReference? = nil) {
    self.lines = lines
    self.others = others
  }

  /// Whose money pays a line, or spending that names none.
  public func payer(of line: Section251Line?) -> PartnerReference? {
    line.flatMap { lines[$0] } ?? others
  }

  /// Everybody whom it names.
  public var named: Set<PartnerReference> { Set(lines.values).union([others].compactMap(\.self)) }
}
