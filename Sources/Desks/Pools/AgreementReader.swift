import Bookkeeping
import Funding
import Modelling
import Yams

/// Reads an agreement that is written as YAML, and finds every fault of it.
///
/// The file that a person adopts and the text that a ledger has kept are read alike. The ledger's
/// chart is given with a file only: what was adopted under it stands, whatever it has become.
struct AgreementReader {
  let file: String
  let chart: Chart?
  private(set) var faults: [Diagnostic] = []

  private init(file: String, chart: Chart?) {
    self.file = file
    self.chart = chart
  }

  static func read(_ text: String, file: String, chart: Chart?) throws(DeskFailure) -> AgreedPool {
    var reader = AgreementReader(file: file, chart: chart)
    let root: Node.Mapping
    do {
      root = try YAMLFile.mapping(text, file: file)
    } catch {
      throw DeskFailure(.badInput, error)
    }
    let pool = reader.pool(root)
    guard let pool, reader.faults.isEmpty else { throw DeskFailure(.badInput, reader.faults) }
    return pool
  }

  private static let keys = [
    "agreement", "document", "form", "from", "to", "host", "delivered by", "partners",
    "contributions", "uplift", "required", "risk share", "reserve", "lineage", "varies",
  ]

  private static let forms: [String: AgreementForm] = [
    "pooled": .pooled, "aligned": .aligned, "lead": .leadCommissioner,
  ]

  private mutating func pool(_ root: Node.Mapping) -> AgreedPool? {
    expect(root, only: Self.keys)
    let reference = value(root, "agreement", as: "a reference such as POOL-2026") {
      ContractReference($0)
    }
    let document = value(root, "document", as: "the document that it stands in") { $0 }
    let form = value(root, "form", as: "pooled, aligned or lead") { Self.forms[$0] }
    let first = value(root, "from", as: "its first day, such as 2026-04-01") { Day($0) }
    let last = value(root, "to", as: "its last day, such as 2027-03-31") { Day($0) }
    let partners = partners(in: root)
    let contributions = contributions(in: root)
    let terms = terms(in: root)
    let lineage = lineage(in: root)
    let reserve = reserve(in: root)
    let variation = variation(in: root)
    guard let reference, let document, let form, let first, let last, faults.isEmpty else {
      return nil
    }
    guard first <= last else {
      fault(root["to"], "the agreement ends on \(last), before \(first)", "write its last day")
      return nil
    }
    if let chart, form == .pooled { expect(reference, contributions, in: chart, root) }
    expect(lineage, among: partners, root)
    do {
      let agreement = try Agreement(
        reference, form, over: first...last, partners: partners, contributions: contributions,
        terms: terms)
      return AgreedPool(
        agreement, document: document, lineage: lineage, reserve: reserve,
        variation: variation)
    } catch {
      refuse(error.diagnostic(at: place(of: error.partner, in: root)))
      return nil
    }
  }

  /// The parts of a pool are funds of the ledger.
  private mutating func expect(
    _ pool: ContractReference, _ contributions: [AgreedContribution], in chart: Chart,
    _ root: Node.Mapping
  ) {
    for part in AgreedContribution.Part.allCases
    where contributions.contains(where: { $0.part == part }) {
      let fund = part == .general ? Fund.poolGeneral(pool) : .poolEducation(pool)
      if chart.funds.contains(where: { $0.value == fund }) { continue }
      fault(
        root["agreement"], "the ledger keeps no fund \(fund) for the \(part.rawValue) part",
        "add it to ledger.yaml, and run: sendledger policy adopt")
    }
  }

  private mutating func expect(
    _ lineage: AgreedLineage?, among partners: [AgreementPartner], _ root: Node.Mapping
  ) {
    guard case .namedLine(let names) = lineage?.rule else { return }
    for partner in names.named.sorted() where !partners.contains(where: { $0.reference == partner })
    {
      refuse(
        Agreement.Refusal.stranger(partner).diagnostic(at: place(root["lineage"])))
    }
  }

  /// The line on which a partner is first given something, or else the first line.
  private func place(of partner: PartnerReference?, in root: Node.Mapping) -> Place {
    let given = root["contributions"]?.sequence?.first {
      partner != nil && $0.mapping?["partner"]?.string == partner?.code
    }
    let named = root["partners"]?.mapping?.first { $0.key.string == partner?.code }?.key
    return place(given ?? named ?? root["contributions"] ?? root["agreement"])
  }
}

extension AgreementReader {
  // MARK: What every part is read by

  func place(_ node: Node?) -> Place {
    let line = node?.mark?.line ?? 1
    return Place(file: file, row: line, line: line)
  }

  mutating func refuse(_ diagnostic: Diagnostic) { faults.append(diagnostic) }

  mutating func fault(_ node: Node?, _ problem: String, _ next: String) {
    refuse(
      Diagnostic(
        .error, "agreement-unreadable", at: place(node), problem: problem,
        why: "an agreement is read whole, and nothing of it is supposed", next: next))
  }

  /// Finds names that nothing is known of.
  mutating func expect(_ mapping: Node.Mapping, only keys: [String]) {
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      fault(
        key, "“\(key.string ?? "?")” is not a name that stands here",
        "use only: \(keys.joined(separator: ", "))")
    }
  }

  /// The value under a name that has to be there.
  mutating func value<Value>(
    _ mapping: Node.Mapping, _ key: String, as form: String, _ read: (String) -> Value?
  ) -> Value? {
    guard mapping[key] != nil else {
      fault(Node.mapping(mapping), "“\(key)” is not given", "write \(key): and \(form)")
      return nil
    }
    return optional(mapping, key, as: form, read)
  }

  /// The value under a name, where it is there.
  mutating func optional<Value>(
    _ mapping: Node.Mapping, _ key: String, as form: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let node = mapping[key] else { return nil }
    guard let text = node.scalar?.string, text.contains(where: { !$0.isWhitespace }),
      let value = read(text)
    else {
      fault(node, "“\(key)” cannot be read", "write \(form)")
      return nil
    }
    return value
  }

  mutating func partner(_ mapping: Node.Mapping, _ key: String) -> PartnerReference? {
    guard let partner = value(mapping, key, as: "a partner, such as ICB", PartnerReference.init)
    else { return nil }
    return known(partner, at: mapping[key]) ? partner : nil
  }

  /// Whether a partner is one of the ledger's.
  mutating func known(_ partner: PartnerReference, at node: Node?) -> Bool {
    guard let chart, !chart.partners.contains(where: { $0.value == partner }) else { return true }
    let all = chart.partners.map(\.value.code).joined(separator: ", ")
    fault(
      node, "the ledger knows no partner \(partner)",
      "name one of: \(all); or add it to ledger.yaml")
    return false
  }

  mutating func amount(_ mapping: Node.Mapping, _ key: String) -> Money? {
    value(mapping, key, as: "pounds and pence, such as 2400.00") { try? Money(parsing: $0) }
  }

  mutating func clause(_ mapping: Node.Mapping) -> String? {
    value(mapping, "clause", as: "the number of the clause, such as 9.2") { $0 }
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
