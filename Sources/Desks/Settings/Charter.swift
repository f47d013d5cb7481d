package import Bookkeeping
package import Funding
import Storage
package import Yams

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
  package init(_ text: String, file: String) throws(Diagnostic) {
    let root = try YAMLFile.mapping(text, file: file)
    guard let authority = root["authority"]?.mapping, let name = authority["name"]?.string,
      let code = authority["code"]?.string, code.utf8.count == 3, Int(code) != nil
    else {
      throw YAMLFile.fault(
        root["authority"], file, "the authority is not given",
        next: "write authority: with its name: and its three-digit code:")
    }
    guard let year = root["first-year"]?.string.flatMap({ FinancialYear($0) }) else {
      throw YAMLFile.fault(
        root["first-year"], file, "the first year is not given", next: "write first-year: 2026-27")
    }
    self.authority = name
    self.code = code
    firstYear = year
    chart = Chart(
      funds: try Charter.named(root["funds"], file, "a fund") { Fund($0) },
      partners: try Charter.named(root["partners"], file, "a partner") { PartnerReference($0) })
  }

  private static func named<Value>(
    _ node: Node?, _ file: String, _ what: String, _ read: (String) -> Value?
  ) throws(Diagnostic) -> [Chart.Named<Value>] {
    var list: [Chart.Named<Value>] = []
    for (key, name) in node?.mapping ?? [:] {
      guard let value = key.string.flatMap(read), let name = name.string else {
        throw YAMLFile.fault(
          key, file, "“\(key.string ?? "?")” is not the code of \(what)",
          next: "write codes as the comment at the top of the file gives them")
      }
      list.append(Chart.Named(value, name: name))
    }
    return list
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

/// What every file of settings has in common.
package enum YAMLFile {
  package static func mapping(_ text: String, file: String) throws(Diagnostic) -> Node.Mapping {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw fault(nil, file, "the file is not YAML", next: "look at its indenting and its colons")
    }
    guard let mapping = node?.mapping else {
      throw fault(node, file, "the file holds no settings", next: "write names and values in it")
    }
    return mapping
  }

  package static func fault(_ node: Node?, _ file: String, _ problem: String, next: String)
    -> Diagnostic
  {
    let line = node?.mark?.line ?? 1
    return Diagnostic(
      .error, "settings-unreadable", at: Place(file: file, row: line, line: line),
      problem: problem, next: next)
  }
}
