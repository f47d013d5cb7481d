package import Bookkeeping
package import Funding
package import Importing
import Storage

/// Whose ledger it is: the authority, its first year, its funds and its partners.
///
/// It is written in `ledger.yaml`, and what counts is what has been adopted into the chain.
package struct Charter: Hashable {
  package let authority: String
  /// The authority's number with the department, three digits.
  package let code: String
  package let firstYear: FinancialYear
  package let chart: Chart

  /// Reads the text of `ledger.yaml`.
  package init(_ text: String, file: String) throws(WrittenFaults) {
    self = try WrittenFile(text, named: file, as: .settings)
      .read(["authority", "first-year", "funds", "partners"]) { Charter(written: $0) }
  }

  private init?(written root: WrittenPart) {
    let authority = root.part("authority", ["name", "code"])
    let name = authority?.text("name", as: "its name")
    let code = authority?.value("code", as: "its three digits with the department") {
      $0.utf8.count == 3 && Int($0) != nil ? $0 : nil
    }
    let year = root.year("first-year")
    let funds = Charter.named(root, "funds", "a fund") { Fund($0) }
    let partners = Charter.named(root, "partners", "a partner") { PartnerReference($0) }
    guard let name, let code, let year else { return nil }
    self.authority = name
    self.code = code
    firstYear = year
    chart = Chart(funds: funds, partners: partners)
  }

  private static func named<Value>(
    _ root: WrittenPart, _ list: String, _ what: String, _ read: (String) -> Value?
  ) -> [Chart.Named<Value>] {
    guard root.isSaid(list) else { return [] }
    let form = "the code of \(what), as the comment at the top of the file gives them, and its name"
    return (root.find(list)?.pairs(as: form) ?? []).compactMap { code, name in
      let (value, name) = (code.value(as: form, read), name.value(as: form) { $0 })
      return name.flatMap { name in value.map { Chart.Named($0, name: name) } }
    }
  }

  /// The charter as a fact of the chain.
  package func fact(by person: String) -> Fact {
    var details = [Detail("authority", authority), Detail("code", code)]
    details += chart.funds.map { Detail("fund \($0.value)", $0.name) }
    details += chart.partners.map { Detail("partner \($0.value)", $0.name) }
    return Fact(
      .ledgerOpened, of: firstYear.description, on: firstYear.first,
      Source(.command(person: person, document: "ledger.yaml"), details: details))
  }

  /// The charter that a ledger has adopted.
  package init?(_ fact: Fact) {
    guard let year = FinancialYear(fact.subject), let authority = fact.source["authority"],
      let code = fact.source["code"]
    else { return nil }
    self.authority = authority
    self.code = code
    firstYear = year
    func list<Value>(_ prefix: String, _ read: (String) -> Value?) -> [Chart.Named<Value>] {
      fact.source.details.compactMap { detail in
        guard detail.name.hasPrefix(prefix),
          let value = read(String(detail.name.dropFirst(prefix.count)))
        else { return nil }
        return Chart.Named(value, name: detail.value)
      }
    }
    chart = Chart(
      funds: list("fund ") { Fund($0) }, partners: list("partner ") { PartnerReference($0) })
  }
}
