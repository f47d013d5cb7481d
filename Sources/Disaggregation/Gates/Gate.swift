/// The questions that come before any arithmetic, in their order.
public enum Gate: Int, Hashable, Sendable, CaseIterable {
  case window = 1
  case regime
  case place
  case holder
  case premises
  case setting
  case recipient
  case evidence

  /// `G1` to `G8`.
  public var code: String { "G\(rawValue)" }

  public var question: String {
    switch self {
    case .window: "Is there a plan or a draft, and was it asked for at a time when it may be?"
    case .regime: "Is it special educational provision, of section F?"
    case .place: "Is it a place?"
    case .holder: "Is one sum paid for it to a third party?"
    case .premises: "Does the head consent, where it is given in a school or college?"
    case .setting: "Does the setting agree, where its top-up would be released?"
    case .recipient: "May the recipient be paid, and will it be used well?"
    case .evidence: "Is the evidence complete?"
    }
  }

  /// What the rule for it is about.
  public var matter: LawRule.Matter {
    switch self {
    case .window: .window
    case .regime: .budget
    case .place: .places
    case .holder: .budget
    case .premises: .premises
    case .setting: .settings
    case .recipient: .recipient
    case .evidence: .conditions
    }
  }
}

/// What a gate came to.
public struct GateFinding: Hashable, Sendable {
  public let gate: Gate
  public let answer: Answer
  /// What follows from the answer.
  public let follows: String

  /// Not known is neither yes nor no, and never becomes a no.
  public enum Answer: String, Hashable, Sendable {
    case yes
    case no
    case notKnown = "not known"
    case notAsked = "does not arise"
  }
}
