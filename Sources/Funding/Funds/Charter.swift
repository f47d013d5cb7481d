public import Bookkeeping

/// Whose ledger it is, as adopted: the authority, its first year, its funds and its partners.
public struct Charter: Hashable, Sendable {
  public let authority: String
  /// The authority's number with the department, three digits.
  public let code: String
  public let firstYear: FinancialYear
  public let chart: Chart

  public init(authority: String, code: String, firstYear: FinancialYear, chart: Chart) {
    self.authority = authority
    self.code = code
    self.firstYear = firstYear
    self.chart = chart
  }
}

extension Charter {
  /// A fund or a partner of an earlier charter that this one has no more.
  public func firstGone(of earlier: Charter) -> String? {
    let funds = earlier.chart.funds.map(\.value).filter { !chart.funds.map(\.value).contains($0) }
    let partners = earlier.chart.partners.map(\.value).filter {
      !chart.partners.map(\.value).contains($0)
    }
    return funds.first?.description ?? partners.first?.code
  }

  /// Whether it names all that an earlier one named as that did, and something besides.
  public func adds(to earlier: Charter) -> Bool {
    authority == earlier.authority
      && Set(earlier.chart.funds).isSubset(of: chart.funds)
      && Set(earlier.chart.partners).isSubset(of: chart.partners)
  }
}

extension Charter: Noted {
  public static let kind = FactKind.ledgerOpened

  /// The charter as a fact of the chain.
  public func fact(by person: String) -> Fact {
    var details = [Detail(asRead: "authority", authority), Detail(asRead: "code", code)]
    details += chart.funds.map { Detail(asRead: "fund \($0.value)", $0.name) }
    details += chart.partners.map { Detail(asRead: "partner \($0.value)", $0.name) }
    return Fact(
      .ledgerOpened, of: firstYear.description, on: firstYear.first,
      Source(.command(person: person, document: "ledger.yaml"), details: details))
  }

  /// The charter that a ledger has adopted.
  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    func list<Value>(_ prefix: String, _ read: (String) -> Value?) -> [Chart.Named<Value>] {
      details.all(prefix) { $0 }.compactMap { code, name in
        details.value(code, read).map { Chart.Named($0, name: name) }
      }
    }
    guard fact.kind == Self.kind, let year = FinancialYear(fact.subject),
      let authority = fact.source["authority"], let code = fact.source["code"]
    else { return nil }
    self.init(
      authority: authority, code: code, firstYear: year,
      chart: Chart(
        funds: list("fund ") { Fund($0) }, partners: list("partner ") { PartnerReference($0) }))
    guard details.isSound else { return nil }
  }
}
