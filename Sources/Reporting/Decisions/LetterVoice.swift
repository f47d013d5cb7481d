import Bookkeeping
import Disaggregation
import Funding

/// Of whom a letter speaks: of a child by name, or of the young person to whom it is written.
struct LetterVoice {
  private let name: String
  private let isYou: Bool

  init(_ names: DecisionPapers.Names) {
    name = names.child
    isYou = names.isYoungPerson
  }

  /// `Mia`, or `you`.
  var who: String { isYou ? "you" : name }

  /// The same at the head of a sentence.
  var leadingWho: String { isYou ? "You" : name }

  /// `Mia’s`, or `your`.
  var whose: String { isYou ? "your" : name + "’s" }

  var leadingWhose: String { isYou ? "Your" : name + "’s" }

  func verb(_ one: String, you: String) -> String { isYou ? you : one }
}

extension Fraction {
  /// A quantity in a sentence: `3,600`, or `1.5`.
  var inWords: String {
    denominator == 1 && numerator >= 0
      ? String(Money(pence: numerator * 100).grouped.dropLast(3)) : description
  }

  /// A quantity with its unit: `24 sessions`.
  func inWords(_ unit: Rate.Unit) -> String {
    inWords + " " + (self == .one ? unit.rawValue : unit.many)
  }
}

extension Rate.Unit {
  /// The word for several.
  var many: String { rawValue + "s" }
}

extension Money {
  /// An amount of which a twelfth, or some other part, need not come out even.
  func inWords(exactly isExact: Bool) -> String { (isExact ? "" : "about ") + inWords }
}

extension Missing {
  /// What is needed, as a family reads it.
  func inWords(_ voice: LetterVoice, _ unit: Rate.Unit) -> String {
    switch self {
    case .sum: "We need the whole price of the contract."
    case .capacity, .capacityOfBand: "We need to know how much help the contract pays for."
    case .variablePrice: "We need to know what we save for each \(unit.rawValue) not used."
    case .quote: "We need a price from someone else who can give this help."
    case .evidence(let kind): kind.need(voice)
    case .tooOld(let kind, let day, _):
      kind.need(voice) + " What we have is from \(spoken(day)). That is too old."
    case .nextReview: "We need the date of the next review of \(voice.whose) plan."
    case .unitsBeyondContract(let units, let left):
      "The contract has \(left.inWords(unit)) left. You asked about \(units.inWords)."
        + " We need to know where the rest would come from."
    }
  }
}

extension EvidenceKind {
  fileprivate func need(_ voice: LetterVoice) -> String {
    switch self {
    case .quote: "We need a price from someone else who can give this help."
    case .eligible: "We need to check that the law lets us pay the one who would hold the money."
    case .recipientConsent: "We need a written yes from the one who would hold the money."
    case .properUse: "We need to know how the money would be used."
    case .bestInterests: "We need to know that this would be good for \(voice.who)."
    case .schoolConsent: "We need a written yes from the school or college."
    case .hoursLost, .serviceCut, .priceRise:
      "We need to know what it would do to other children’s help."
    case .variationClause, .priceNegotiated, .partRelease:
      "We need to know if the contract can be changed."
    case .outcomeDifference: "We need to know if the help would work as well."
    }
  }
}
