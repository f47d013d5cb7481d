public import Bookkeeping

/// A rule of law that an assessment applies: what it says, from when, and where it stands.
///
/// A change of law is a new rule with its own first day, and an assessment of an earlier day still
/// reads as it did.
public struct LawRule: Hashable, Sendable {
  public let matter: Matter
  public let from: Day
  /// In our own words.
  public let says: String
  public let source: String
  /// How the rule was read for this program.
  public let reading: Reading

  /// What a rule is about.
  public enum Matter: String, Hashable, Sendable, CaseIterable {
    case window, budget, recipient, conditions, premises, sufficiency, reasons
    case travel, socialCare, health, places, settings
  }

  /// Whether the words of a rule were read where it stands, or in somebody's account of it.
  public enum Reading: String, Hashable, Sendable {
    case atSource = "read at its source"
    case inPart = "read in part, or in another's account; to be checked before it is relied on"
  }

  /// The rules in force on a day, by matter; none before there were any.
  public static func inForce(on day: Day) -> [Matter: LawRule] {
    all.filter { $0.from <= day }.reduce(into: [:]) { rules, rule in
      if let other = rules[rule.matter], other.from > rule.from { return }
      rules[rule.matter] = rule
    }
  }

  /// The first day on which a budget could be asked for at all.
  public static let firstDay = september2014

  private static let september2014: Day = {
    guard let day = Day(year: 2014, month: 9, day: 1) else { preconditionFailure("a day") }
    return day
  }()

  private init(_ matter: Matter, _ source: String, _ reading: Reading, _ says: String) {
    self.matter = matter
    self.from = LawRule.september2014
    self.says = says
    self.source = source
    self.reading = reading
  }

  /// Every rule, each with its first day.
  static let all: [LawRule] = [
    LawRule(
      .window, "SI 2014/1652, regulation 4", .atSource,
      "A budget may be asked for while a draft plan is prepared, or a plan is reviewed or made anew."
    ),
    LawRule(
      .budget, "SI 2014/1652, regulation 4A, put in by SI 2014/2096", .inPart,
      "No budget need be prepared where the sum is a notional part of an aggregate sum paid to a "
        + "third party, and taking it out would harm services for others with plans, or would not "
        + "be an efficient use of the authority’s resources."),
    LawRule(
      .recipient, "SI 2014/1652, regulation 5 and Schedule", .atSource,
      "A direct payment may be made to a parent, a young person or their nominee who can manage it "
        + "with help and is not excluded."),
    LawRule(
      .conditions, "SI 2014/1652, regulation 6", .inPart,
      "It may be made only if it will be used to secure the provision, in the child’s best "
        + "interests, without harm to services for others with plans, and if it is an efficient "
        + "use of the authority’s resources."),
    LawRule(
      .premises, "SI 2014/1652, regulation 9", .inPart,
      "Provision in a school or college needs the head’s or principal’s written consent."),
    LawRule(
      .sufficiency, "SI 2014/1652, regulation 10", .atSource,
      "A direct payment has to be enough to secure the agreed provision."),
    LawRule(
      .reasons, "SI 2014/1652, regulation 7", .atSource,
      "A refusal is in writing, gives reasons, and says that a review may be asked for."),
    LawRule(
      .travel, "Education Act 1996, sections 508A to 508F", .inPart,
      "Travel to school is arranged under a duty of its own, and may be met by a payment with "
        + "consent."),
    LawRule(
      .socialCare, "Children Act 1989, section 17A; from 18 the Care Act 2014", .inPart,
      "Direct payments are due where the conditions are met; the cost of a block contract is by "
        + "itself no ground to refuse."),
    LawRule(
      .health, "National Health Service Act 2006, section 12A; SI 2013/1617", .atSource,
      "The integrated care board decides, and pays the full cost of what the care plan names."),
    LawRule(
      .places, "High needs funding operational guide; SI 2014/1652", .atSource,
      "Place funding is not attached to a child, and a direct payment cannot pay for a place."),
    LawRule(
      .settings, "SEND Code of Practice 2015, chapter 9", .inPart,
      "Money that is paid to a setting for a child may be released in part where the setting "
        + "agrees."),
  ]
}
