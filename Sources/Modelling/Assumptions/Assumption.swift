public import Bookkeeping

/// Something supposed: what, how much, on whose word, and where it is used.
///
/// There is no way to hold one without a source, a date, an owner and a confidence.
public struct Assumption: Hashable, Sendable {
  public let reference: AssumptionReference
  public let text: String
  public let values: Values
  /// Where the values come from.
  public let source: String
  /// The day of the source.
  public let sourced: Day
  /// Who answers for it: a team or a post, never a child.
  public let owner: String
  public let confidence: Confidence
  public let use: Use

  /// How sure its owner is.
  public enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// Published or counted.
    case a = "A"
    /// Fitted to several years.
    case b = "B"
    /// Judged by somebody who knows the service.
    case c = "C"
    /// A guess, or a proposal that is not law.
    case d = "D"
  }

  /// Where an assumption is used.
  public enum Use: Hashable, Sendable {
    /// It moves a figure of the projection, from the beginning or from a later year on.
    case drives(Driver, from: FinancialYear? = nil)
    /// It turns a part of the deficit by year on or off.
    case turns(DeficitSwitch)
    /// It is used somewhere else, as the words say.
    case stated(String)
    /// It is in the table so that nobody thinks it forgotten, and no figure depends on it.
    case notModelled

    public var name: String {
      switch self {
      case .drives(let driver, from: nil): driver.name
      case .drives(let driver, from: let year?): "\(driver.name) from \(year)"
      case .turns(let matter): matter.name
      case .stated(let words): words
      case .notModelled: "not modelled"
      }
    }
  }

  /// - Throws: a ``Refusal`` where it has no source, day, owner or text, where its values are out of
  ///   order or of another kind than its use, or where it would change the first year in a later one.
  public init(
    _ reference: AssumptionReference, _ text: String, _ values: Values, source: String,
    sourced: Day?, owner: String, confidence: Confidence, use: Use
  ) throws(Refusal) {
    guard source.contains(where: { $0 != " " }) else { throw .noSource(reference) }
    guard let sourced else { throw .noSourceDay(reference) }
    guard text.contains(where: { $0 != " " }), owner.contains(where: { $0 != " " }) else {
      throw .noOwnerOrText(reference)
    }
    guard values.isInOrder else { throw .outOfOrder(reference) }
    guard values.suit(use) else { throw .unsuited(reference, use) }
    if case .drives(.firstYearCost, from: _?) = use { throw .firstYearLater(reference) }
    self.reference = reference
    self.text = text
    self.values = values
    self.source = source
    self.sourced = sourced
    self.owner = owner
    self.confidence = confidence
    self.use = use
  }
}
