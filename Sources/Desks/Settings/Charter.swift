import Bookkeeping
package import Funding
package import Importing

/// The charter as it is written in `ledger.yaml`; what counts is what has been adopted into the chain.
extension Charter {
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
    for list in ["funds", "partners"] {
      let twice = list == "funds" ? Chart.firstTwice(funds) : Chart.firstTwice(partners)
      guard let twice else { continue }
      root.find(list)?.refuse(
        "\(PlainWords.quoted(twice)) is the name of two", next: "give each a name of its own")
    }
    guard let name, let code, let year else { return nil }
    self.init(
      authority: name, code: code, firstYear: year,
      chart: Chart(funds: funds, partners: partners))
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
}
