import Bookkeeping
package import Funding

extension Mapping {
  /// Reads a mapping from its text.
  ///
  /// `text` is the YAML of the file.
  /// `file` is the name of the file, for messages.
  /// `chart` is the funds that codes may be for.
  /// `base` finds the mapping that this one extends, by its name.
  package init(
    _ text: String, file: String, chart: Chart,
    base: (String) throws(WrittenFaults) -> Mapping
  ) throws(WrittenFaults) {
    self = try WrittenFile(text, named: file, as: .mapping).read(MappingReader.names) { root in
      MappingReader(root: root, chart: chart).mapping(base)
    }
  }
}

/// Reads the parts of a mapping.
private struct MappingReader {
  let root: WrittenPart
  let chart: Chart

  static let names: WrittenNames = [
    "kind", "name", "extends", "columns", "order", "codes", "otherwise", "payees", "amounts",
    "remarks",
  ]

  func mapping(_ base: (String) throws(WrittenFaults) -> Mapping) -> Mapping? {
    let started = root.has("extends") ? extended(base) : new()
    let (codes, otherwise) = (codes(), root.find("otherwise").flatMap(rule))
    let (payees, positive, remarks) = (payees(), spendingIsPositive(), remarks())
    guard var mapping = started else { return nil }
    let fields = mapping.kind.mappedFields.map(\.name)
    mapping.columns.merge(columns(fields)) { _, new in new }
    if let order = order(fields) { mapping.order = order }
    mapping.codes.merge(codes) { _, new in new }
    if let otherwise { mapping.otherwise = otherwise }
    mapping.payees.merge(payees) { _, new in new }
    if let positive { mapping.spendingIsPositive = positive }
    mapping.remarks += remarks
    return mapping
  }

  private func new() -> Mapping? {
    let kinds = ImportKind.allCases.filter(\.needsMapping).map(\.rawValue)
    let kind = root.value("kind", as: "one of \(kinds.joined(separator: ", "))") { text in
      ImportKind(rawValue: text).flatMap { $0.needsMapping ? $0 : nil }
    }
    let name = root.text("name", as: "whose files it is for")
    guard let kind, let name else { return nil }
    return Mapping(kind: kind, name: name)
  }

  private func extended(_ base: (String) throws(WrittenFaults) -> Mapping) -> Mapping? {
    guard let name = root.text("extends", as: "the name of another mapping") else { return nil }
    do throws(WrittenFaults) {
      let mapping = try base(name)
      return root.has("name") ? root.text("name").map(mapping.named) : mapping
    } catch {
      let place = root.place(of: "extends")
      for fault in error.list { root.refuse(fault.place == nil ? fault.at(place) : fault) }
      return nil
    }
  }

  private func columns(_ fields: [String]) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    guard let part = root.optionalPart("columns", WrittenNames(fields)) else { return [:] }
    for field in fields {
      guard let value = part.find(field) else { continue }
      let headings = value.node.list?.compactMap(\.text) ?? value.text.map { [$0] } ?? []
      if headings.isEmpty { value.refuse(as: "the heading of the column, or a list of headings") }
      columns[field] = headings
    }
    return columns
  }

  /// An empty name is a column that nobody reads.
  private func order(_ fields: [String]) -> [String]? {
    guard let value = root.find("order") else { return nil }
    guard let list = value.node.list, !list.isEmpty else {
      value.refuse(as: "the fields in their order, such as [date, payee, amount]")
      return nil
    }
    return root.whole.whole {
      (value.list(as: "") ?? []).compactMap { one in
        let name = one.node.text ?? "?"
        if !name.isEmpty, !fields.contains(name) {
          one.refuse(unknown: name, in: "order", among: fields)
        }
        return name
      }
    }
  }

  private func codes() -> [String: CodeRule] {
    var codes: [String: CodeRule] = [:]
    for (key, value) in pairs("codes", as: "each code, and under it what it is for") {
      guard let code = key.node.text else {
        key.refuse(as: "the code between quotation marks")
        continue
      }
      let cleaned = Mapping.cleaned(code)
      if codes[cleaned] != nil {
        key.refuse(as: "a code that is not there already, however it is spaced")
      }
      codes[cleaned] = rule(value)
    }
    return codes
  }

  private func rule(_ value: WrittenValue) -> CodeRule? {
    let form = "{fund: high-needs, line: 1.2.2}, compared, suspense or outside"
    guard value.node.names != nil else {
      let words: [String: CodeRule] = [
        "compared": .compared, "suspense": .unknown, "outside": .outside,
      ]
      return value.value(as: form) { words[$0] }
    }
    guard let part = value.part(["fund", "line", "setting"]) else { return nil }
    let funds = chart.funds.map(\.value.description).joined(separator: ", ")
    let fund = part.value("fund", as: "a fund that the ledger keeps: \(funds)", chart.fund)
    let line = part.optional("line", as: "a line of the section 251 statement such as 1.2.2") {
      Section251Line(rawValue: $0)
    }
    let settings = SettingColumn.allCases.map(\.rawValue).joined(separator: ", ")
    let setting = part.optional("setting", as: "one of \(settings)") {
      SettingColumn(rawValue: $0)
    }
    return fund.map { .at($0, Use(line: line, setting: setting)) }
  }

  private func payees() -> [ChildReference: [PayeeRule]] {
    var payees: [ChildReference: [PayeeRule]] = [:]
    let form = "a child's reference, and under it each payee and the line it is for"
    for (key, value) in pairs("payees", as: form) {
      guard let child = key.value(as: form, ChildReference.init) else { continue }
      payees[child] = (value.pairs(as: form) ?? []).compactMap { payee, value in
        meaning(value, child).map {
          PayeeRule(key: PayeeName.key(of: payee.node.text ?? ""), meaning: $0)
        }
      }
    }
    return payees
  }

  private func meaning(_ value: WrittenValue, _ child: ChildReference) -> StatementLine.Meaning? {
    value.value(as: "the number of the plan line, or council") { text in
      if text == "council" { return .council }
      return Int(text).flatMap { PlanLineReference(child: child, number: $0) }.map { .line($0) }
    }
  }

  private func spendingIsPositive() -> Bool? {
    let words = ["spending is positive": true, "spending is negative": false]
    return root.optional("amounts", as: "spending is positive, or spending is negative") {
      words[$0]
    }
  }

  private func remarks() -> [String] {
    guard let value = root.find("remarks") else { return [] }
    let keys = value.node.list?.map { PayeeName.key(of: $0.text ?? "") } ?? [""]
    // Every row begins with a remark of no words.
    if keys.contains("") { value.refuse(as: "a list of words such as [Opening balance]") }
    return keys
  }

  private func pairs(
    _ name: String, as form: String
  ) -> [(name: WrittenValue, value: WrittenValue)] {
    root.has(name) ? root.needed(name, as: form)?.pairs(as: form) ?? [] : []
  }
}

extension Mapping {
  fileprivate func named(_ name: String) -> Mapping {
    var copy = Mapping(kind: kind, name: name)
    copy.columns = columns
    copy.order = order
    copy.codes = codes
    copy.otherwise = otherwise
    copy.payees = payees
    copy.spendingIsPositive = spendingIsPositive
    copy.remarks = remarks
    return copy
  }
}
