import Bookkeeping
package import Funding
package import Importing
package import Modelling

/// Reads an agreement in its one form, wherever it is written.
package struct AgreementReader {
  /// Where an agreement is written.
  package enum Origin {
    /// A file of its own, whose partners and parts have to be those of the ledger.
    case file(Chart)
    /// A part of a scenario: it is supposed, and no ledger has to know it.
    case scenario
    /// A record of the ledger. What was adopted stands, whatever the ledger has become.
    case record
  }

  let origin: Origin

  private init(_ origin: Origin) { self.origin = origin }

  static func names(_ known: String...) -> WrittenNames {
    WrittenNames(known, earlier: EarlierWords.names)
  }

  static let names = names(
    "agreement", "document", "form", "varies", "from", "to", "host", "delivered by", "partners",
    "contributions", "uplift", "required", "reserve", "lineage", "risk share")

  /// An agreement in a file of its own, or in a record.
  package static func read(_ file: WrittenFile, in origin: Origin) throws(DeskFailure) -> AgreedPool
  {
    try DeskFailure.reading { () throws(WrittenFaults) in
      try file.read(names) { AgreementReader(origin).pool($0) }
    }
  }

  /// An agreement as a part of a scenario.
  static func read(_ part: WrittenPart) -> AgreedPool? { AgreementReader(.scenario).pool(part) }

  private func pool(_ root: WrittenPart) -> AgreedPool? {
    let reference = root.value("agreement", as: "a reference such as POOL-2026") {
      PoolReference($0)
    }
    let document = root.words("document", as: "the document that it stands in")
    let partners = partners(in: root)
    let contributions = contributions(in: root)
    let frame = frame(in: root)
    let terms = terms(in: root, riskShare: riskShare(in: root))
    let (lineage, reserve) = (lineage(in: root), reserve(in: root))
    let variation = variation(in: root)
    guard let reference, let document, let partners, let contributions, let frame, let terms
    else { return nil }
    expect(reference, frame.form, contributions, root)
    expect(lineage, among: partners, root)
    do {
      let agreement = try Agreement(
        reference, frame.form, over: frame.period, partners: partners,
        contributions: contributions, terms: terms)
      return AgreedPool(
        agreement, document: document, lineage: lineage, reserve: reserve, variation: variation)
    } catch {
      root.refuse(error.diagnostic(at: place(of: error.partner, in: root)))
      return nil
    }
  }

  /// What stands in single lines of every agreement.
  struct Frame {
    let form: AgreementForm
    let period: ClosedRange<Day>
  }

  private func frame(in root: WrittenPart) -> Frame? {
    let form = root.value("form", as: "pooled, aligned or lead") {
      AgreementForm(written: EarlierWords.today($0))
    }
    let (first, last) = (root.day("from"), root.day("to"))
    guard let form, let first, let last else { return nil }
    guard first <= last else {
      root.refuse(
        "the agreement ends on \(last), before \(first)", at: "to", next: "write its last day")
      return nil
    }
    return Frame(form: form, period: first...last)
  }

  /// The parts of a pool are funds of the ledger.
  private func expect(
    _ pool: PoolReference, _ form: AgreementForm, _ contributions: [AgreedContribution],
    _ root: WrittenPart
  ) {
    guard case .file(let chart) = origin, form == .pooled else { return }
    for part in AgreedContribution.Part.allCases
    where contributions.contains(where: { $0.part == part }) {
      let fund = part == .general ? Fund.poolGeneral(pool) : .poolEducation(pool)
      if chart.funds.contains(where: { $0.value == fund }) { continue }
      root.refuse(
        "the ledger keeps no fund \(fund) for the \(part.rawValue) part", at: "agreement",
        next: "add it to ledger.yaml, and run: \(.adoptSettings)")
    }
  }

  private func expect(
    _ lineage: AgreedLineage?, among partners: [AgreementPartner], _ root: WrittenPart
  ) {
    guard case .namedLine(let names) = lineage?.rule else { return }
    for partner in names.named.sorted() where !partners.contains(where: { $0.reference == partner })
    {
      root.refuse(Agreement.Refusal.stranger(partner).diagnostic(at: root.place(of: "lineage")))
    }
  }

  /// The line on which a partner is first given something, or else the first line.
  private func place(of partner: PartnerReference?, in root: WrittenPart) -> Place {
    let code = partner?.code
    let given = root.find("contributions")?.place(of: { node in
      node.list?.first { code != nil && $0["partner"]?.text == code }
    })
    let named = root.find("partners")?.place(of: { node in
      node.names?.first { code != nil && $0.name.text == code }?.name
    })
    return given ?? named ?? root.place(of: "contributions")
  }
}

extension AgreementReader {
  // MARK: Agreements of scenarios as they were written before

  /// What an agreement in a scenario said, when its partners and what they put in stood outside it.
  static let earlierNames = names(
    "form", "from", "to", "host", "delivered by", "uplift", "required", "overspend", "underspend")

  /// Reads such an agreement, with what stood outside it.
  static func read(
    earlier part: WrittenPart, on pool: PoolReference?, partners: [AgreementPartner],
    contributions: [AgreedContribution], at place: Place
  ) -> AgreedPool? {
    let reader = AgreementReader(.scenario)
    let frame = reader.frame(in: part)
    let terms = reader.terms(in: part, riskShare: reader.rules(in: part))
    guard let frame, let terms, let pool else { return nil }
    do {
      let agreement = try Agreement(
        pool, frame.form, over: frame.period, partners: partners, contributions: contributions,
        terms: terms)
      return AgreedPool(agreement, document: part.name, lineage: nil, reserve: nil)
    } catch {
      part.refuse(error.diagnostic(at: place))
      return nil
    }
  }
}

extension AgreementForm {
  init?(written word: String) {
    guard let form = AgreementForm.allCases.first(where: { $0.written == word }) else { return nil }
    self = form
  }

  /// The word under which an agreement gives its form.
  var written: String {
    switch self {
    case .pooled: "pooled"
    case .aligned: "aligned"
    case .leadCommissioner: "lead"
    }
  }
}

extension Agreement.Refusal {
  /// The partner whom it is about.
  fileprivate var partner: PartnerReference? {
    switch self {
    case .partnerTwice(let partner), .partnerWithoutContribution(let partner),
      .contributionNotPositive(let partner, _), .stranger(let partner),
      .grantUnrestricted(let partner, _), .otherMoneyRestricted(let partner, _),
      .restrictedShared(_, let partner), .grantWouldBear(let partner):
      partner
    case .alignedShares, .overlap, .variation: nil
    }
  }
}
