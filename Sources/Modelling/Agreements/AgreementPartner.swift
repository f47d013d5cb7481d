public import Funding

/// A partner to an agreement.
public struct AgreementPartner: Hashable, Sendable {
  public let reference: PartnerReference
  public let body: Body

  /// What kind of body a partner is, which decides what value added tax it gets back.
  public enum Body: String, Hashable, Sendable, CaseIterable {
    case council
    case health

    /// What it gets back on what it buys for services that it delivers.
    public var valueAddedTax: ValueAddedTax {
      switch self {
      case .council: .refunded
      case .health: .contractedOutOnly
      }
    }
  }

  public init(_ reference: PartnerReference, _ body: Body) {
    self.reference = reference
    self.body = body
  }
}

/// What value added tax comes back on a pool's spending.
///
/// It goes by the body that delivers the services, and not by the one that holds the money. Source:
/// HMRC internal manual VATGPB6640. Charges for managing a pool for others are supplies of their
/// own (VATGPB6700).
public enum ValueAddedTax: String, Hashable, Sendable, CaseIterable {
  /// All of it, as a local authority: VAT Act 1994, section 33.
  case refunded
  /// On contracted-out services only, as a health body: VAT Act 1994, section 41.
  case contractedOutOnly = "contracted-out-only"

  public var name: String {
    switch self {
    case .refunded: "refunded in full (VAT Act 1994, section 33)"
    case .contractedOutOnly: "refunded on contracted-out services only (VAT Act 1994, section 41)"
    }
  }
}
