public import Bookkeeping
public import Funding

/// What partners have agreed on their money, as data.
///
/// Nothing that the agreement does not say is filled in: ``gaps`` puts it into words.
public struct Agreement: Hashable, Sendable {
  public let reference: PoolReference
  public let form: AgreementForm
  public let period: ClosedRange<Day>
  public let partners: [AgreementPartner]
  /// In the first year, in the order in which they are printed.
  public let contributions: [AgreedContribution]
  public let terms: Terms

  /// What may be missing from an agreement.
  public struct Terms: Hashable, Sendable {
    /// Who holds the pool, or leads: the host partner.
    public var host: PartnerReference?
    /// Whose services they are, which decides the value added tax.
    public var deliveredBy: PartnerReference?
    public var uplift: AgreedUplift?
    public var riskShare: RiskShare
    /// What regulation 7(3) asks for, each by its clause.
    public var required: [RequiredTerm: Clause]

    public init(
      host: PartnerReference? = nil, deliveredBy: PartnerReference? = nil,
      uplift: AgreedUplift? = nil, riskShare: RiskShare = .silent,
      required: [RequiredTerm: Clause] = [:]
    ) {
      self.host = host
      self.deliveredBy = deliveredBy
      self.uplift = uplift
      self.riskShare = riskShare
      self.required = required
    }
  }

  /// - Throws: a ``Refusal`` where a partner puts nothing in, where grant money would stand outside
  ///   its ring-fence or bear another's overspend, or where the form and the rules do not agree.
  public init(
    _ reference: PoolReference, _ form: AgreementForm, over period: ClosedRange<Day>,
    partners: [AgreementPartner], contributions: [AgreedContribution], terms: Terms
  ) throws(Refusal) {
    self.reference = reference
    self.form = form
    self.period = period
    self.partners = partners
    self.contributions = contributions
    self.terms = terms
    if let refusal { throw refusal }
  }

  /// What each partner puts into a part, all of its funds together.
  public func contributions(to part: AgreedContribution.Part) -> [PartnerContribution] {
    partners.compactMap { partner in
      let own = contributions.filter { $0.partner == partner.reference && $0.part == part }
      return own.isEmpty ? nil : PartnerContribution(partner.reference, own.map(\.amount).total())
    }
  }

  /// The tax that comes back, where the agreement says whose services they are.
  public var valueAddedTax: ValueAddedTax? {
    partners.first { $0.reference == terms.deliveredBy }?.body.valueAddedTax
  }

  /// The fund in the host's memorandum books, for a pool.
  public func fund(of part: AgreedContribution.Part) -> Fund? {
    guard form == .pooled else { return nil }
    return switch part {
    case .general: .poolGeneral(reference)
    case .restricted: .poolEducation(reference)
    }
  }
}
