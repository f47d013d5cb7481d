public import Bookkeeping

/// What an assessment comes to.
///
/// It is a finding and not a decision.
public enum Outcome: Hashable, Sendable {
  case disaggregate
  /// A part of a larger sum is released.
  case part
  /// Not yet: on that day it could be.
  case deferred(Day)
  /// The budget is stated, and the council or the setting goes on holding the money.
  case organisedArrangement
  case refuseAdverse
  case refuseInefficient
  case refuseBoth
  /// Another law than regulation 4A decides.
  case otherRegime
  case never
  case insufficientEvidence

  /// As papers write it: `REFUSE_A+B`.
  public var code: String {
    switch self {
    case .disaggregate: "DISAGGREGATE"
    case .part: "PART"
    case .deferred: "DEFER"
    case .organisedArrangement: "ORGANISED_ARRANGEMENT"
    case .refuseAdverse: "REFUSE_A"
    case .refuseInefficient: "REFUSE_B"
    case .refuseBoth: "REFUSE_A+B"
    case .otherRegime: "OTHER_REGIME"
    case .never: "NEVER"
    case .insufficientEvidence: "INSUFFICIENT_EVIDENCE"
    }
  }

  /// Whether somebody is told no, or not yet.
  public var isNegative: Bool {
    switch self {
    case .disaggregate, .part, .otherRegime, .insufficientEvidence: false
    case .deferred, .organisedArrangement, .refuseAdverse, .refuseInefficient, .refuseBoth, .never:
      true
    }
  }
}

extension Outcome: LosslessStringConvertible {
  /// Reads `PART`, or `DEFER 2027-09-01`.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 2, words[0] == "DEFER", let day = Day(words[1]) {
      self = .deferred(day)
      return
    }
    let found = Outcome.withoutDay.first { $0.code == text }
    guard let found else { return nil }
    self = found
  }

  public var description: String {
    if case .deferred(let day) = self { "DEFER \(day)" } else { code }
  }

  /// The outcomes that name no day.
  static let withoutDay: [Outcome] = [
    .disaggregate, .part, .organisedArrangement, .refuseAdverse, .refuseInefficient, .refuseBoth,
    .otherRegime, .never, .insufficientEvidence,
  ]
}
