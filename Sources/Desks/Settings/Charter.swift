package import Bookkeeping
package import Funding
import Yams

/// The charter as it is written in `ledger.yaml`; what counts is what has been adopted into the chain.
extension Charter {
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
    self.init(
      authority: name, code: code, firstYear: year,
      chart: Chart(
        funds: try Charter.named(root["funds"], file, "a fund") { Fund($0) },
        partners: try Charter.named(root["partners"], file, "a partner") { PartnerReference($0) }))
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
}

/// What every file of settings has in common.
enum YAMLFile {
  static func mapping(_ text: String, file: String) throws(Diagnostic) -> Node.Mapping {
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

  static func fault(_ node: Node?, _ file: String, _ problem: String, next: String) -> Diagnostic {
    let line = node?.mark?.line ?? 1
    return Diagnostic(
      .error, "settings-unreadable", at: Place(file: file, row: line, line: line),
      problem: problem, next: next)
  }
}
