/// What an agreement on a pooled fund has to specify, in writing.
///
/// Source: SI 2000/617, regulation 7(3)(a) to (g), in our own words.
public enum RequiredTerm: String, Hashable, Sendable, CaseIterable {
  case aims = "a"
  case contributions = "b"
  case functions = "c"
  case personsAndServices = "d"
  case staffAndGoods = "e"
  case duration = "f"
  case management = "g"

  public var name: String {
    switch self {
    case .aims: "the aims and the outcomes agreed"
    case .contributions: "what each partner puts in, and how that may be varied"
    case .functions: "the NHS functions and the health-related functions concerned"
    case .personsAndServices: "the persons it is for, and the kinds of services"
    case .staffAndGoods: "the staff, goods, services and accommodation that partners provide"
    case .duration: "how long it lasts, and how it is reviewed, varied and ended"
    case .management: "how the fund is managed and monitored, and who is the host partner"
    }
  }

  /// `regulation 7(3)(a)`.
  public var source: String { "SI 2000/617, regulation 7(3)(\(rawValue))" }
}

/// A clause of an agreement: its number, and what it says.
public struct Clause: Hashable, Sendable {
  public let number: String
  public let words: String

  public init(_ number: String, _ words: String) {
    self.number = number
    self.words = words
  }
}
