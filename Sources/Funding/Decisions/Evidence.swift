public import Bookkeeping

/// Something that was found out about a request or a contract, and where it is written.
public struct Evidence: Hashable, Sendable {
  public let about: Subject
  public let shows: EvidenceKind
  public let finding: Finding
  public let document: DocumentPage
  /// Whether nobody found it and somebody takes it to be so, which is printed with its source.
  public let isAssumed: Bool

  /// What a piece of evidence is about.
  public enum Subject: Hashable, Sendable {
    case request(DecisionReference)
    case contract(ContractReference)

    public var code: String {
      switch self {
      case .request(let reference): reference.code
      case .contract(let reference): reference.code
      }
    }

    public init?(_ text: String) {
      if let decision = DecisionReference(text) {
        self = .request(decision)
      } else if let contract = ContractReference(text) {
        self = .contract(contract)
      } else {
        return nil
      }
    }
  }

  /// What was found.
  public enum Finding: Hashable, Sendable {
    case yes
    case no
    case price(Money)
    case units(Fraction)
    case percent(Fraction)
  }

  /// Why a piece of evidence cannot stand as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    /// That kind of evidence finds something else: the forms that it may take.
    case findsOtherwise(EvidenceKind, form: String)
    /// A price that is nil or negative.
    case priceNilOrNegative(Money)
    case aboutAnother(EvidenceKind)
  }

  public init(
    _ shows: EvidenceKind, about: Subject, _ finding: Finding, in document: DocumentPage,
    isAssumed: Bool = false
  ) throws(Refusal) {
    if case .price(let price) = finding, price <= .zero { throw .priceNilOrNegative(price) }
    guard shows.allows(finding) else { throw .findsOtherwise(shows, form: shows.form) }
    let isOfContract = if case .contract = about { true } else { false }
    guard shows.mayBeOfContract || !isOfContract else { throw .aboutAnother(shows) }
    self.about = about
    self.shows = shows
    self.finding = finding
    self.document = document
    self.isAssumed = isAssumed
  }
}

/// What a piece of evidence shows.
///
/// The set is closed, as the law's questions are.
public enum EvidenceKind: String, Hashable, Sendable, CaseIterable {
  /// What somebody else asks for one unit; the lowest that is in date counts.
  case quote
  /// Regulation 5: who may be paid a direct payment, and can manage it with help.
  case eligible
  /// Regulation 6(a): it will be used to secure the provision.
  case properUse = "proper-use"
  /// Regulation 6(b): the recipient acts in the child's best interests.
  case bestInterests = "best-interests"
  /// Regulation 8: the recipient's written consent.
  case recipientConsent = "recipient-consent"
  /// Regulation 9, and for a top-up the setting's agreement: the head's written consent.
  case schoolConsent = "school-consent"
  /// Units of section F provision that other children would lose, and that cannot be replaced.
  case hoursLost = "hours-lost"
  /// The provider would cut the service for other children with plans, in writing.
  case serviceCut = "service-cut"
  /// By how many hundredths the provider would raise the price for the others, in writing.
  case priceRise = "price-rise"
  /// Whether a clause lets the volume vary.
  case variationClause = "variation-clause"
  /// Whether a lower price was sought through the framework.
  case priceNegotiated = "price-negotiated"
  /// Whether giving up a part of it was looked at.
  case partRelease = "part-release"
  /// Whether the outcome for the child would differ.
  case outcomeDifference = "outcome-difference"

  /// What its finding has to be.
  public var form: String {
    switch self {
    case .quote: "a price of one unit, such as £68.00"
    case .hoursLost: "a number of units"
    case .priceRise: "a percentage, such as 12.5%"
    case .eligible, .properUse, .bestInterests, .recipientConsent, .schoolConsent, .serviceCut,
      .variationClause, .priceNegotiated, .partRelease, .outcomeDifference:
      "yes or no"
    }
  }

  func allows(_ finding: Evidence.Finding) -> Bool {
    switch (self, finding) {
    case (.quote, .price), (.hoursLost, .units), (.priceRise, .percent): true
    case (.quote, _), (.hoursLost, _), (.priceRise, _): false
    case (_, .yes), (_, .no): true
    case (_, .price), (_, .units), (_, .percent): false
    }
  }

  /// Whether it may be said of a contract, and so of every request to it.
  var mayBeOfContract: Bool {
    switch self {
    case .hoursLost, .serviceCut, .priceRise, .variationClause, .priceNegotiated, .quote,
      .schoolConsent:
      true
    case .eligible, .properUse, .bestInterests, .recipientConsent, .partRelease,
      .outcomeDifference:
      false
    }
  }
}
