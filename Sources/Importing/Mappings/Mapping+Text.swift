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
    "kind", "name", "extends", "columns", "order", "separator", "two-digit-years-from", "rules",
    "codes", "otherwise", "payees", "amounts", "signs", "remarks",
  ]

  func mapping(_ base: (String) throws(WrittenFaults) -> Mapping) -> Mapping? {
    let started = root.has("extends") ? extended(base) : new()
    let (codes, otherwise) = (codes(), root.find("otherwise").flatMap(rule))
    let (payees, rules, remarks) = (payees(), rules(), remarks())
    let (amounts, forms, separator) = (amounts(), forms(), separator())
    guard var mapping = started else { return nil }
    let fields = mapping.kind.mappedFields.map(\.name)
    mapping.columns.merge(columns(fields)) { _, new in new }
    // What extends another knows better.
    mapping.rules = rules + mapping.rules
    if let order = order(fields) { mapping.order = order }
    mapping.codes.merge(codes) { _, new in new }
    if let otherwise { mapping.otherwise = otherwise }
    mapping.payees.merge(payees) { _, new in new }
    for amount in amounts {
      switch amount {
      case .spendingIsPositive: mapping.spendingIsPositive = true
      case .spendingIsNegative: mapping.spendingIsPositive = false
      case .paidOutIsNegative: mapping.paidOutIsNegative = true
      }
    }
    if let years = forms.yearsFrom { mapping.forms.yearsFrom = years }
    if let signs = forms.signs { mapping.forms.signs = signs }
    if let separator { mapping.separator = separator }
    mapping.remarks += remarks
    return whole(mapping) ? mapping : nil
  }

  /// Whether the parts of a mapping do not say otherwise of one thing.
  private func whole(_ mapping: Mapping) -> Bool {
    let unused =
      mapping.kind == .payments ? ["payees", "remarks"] : ["codes", "rules", "otherwise"]
    if let name = unused.first(where: root.has) {
      root.refuse(
        "\(name) says nothing of \(mapping.kind.rawValue)", at: name,
        next: "take it out, or name the kind that it is for")
      return false
    }
    if mapping.forms.signs != nil, mapping.spendingIsPositive != nil {
      root.refuse(
        "signs and amounts both say which way money went", at: "signs",
        next: "keep the one that these files go by")
      return false
    }
    if mapping.forms.signs == nil, mapping.columns["direction"] != nil {
      root.refuse(
        "columns names a direction, and nothing says what its words mean", at: "columns",
        next: "add signs: {out: [DR], in: [CR]} with the words of these files")
      return false
    }
    return true
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
      var mapping = try base(name)
      if root.has("name"), let name = root.text("name") { mapping.name = name }
      return mapping
    } catch {
      let place = root.place(of: "extends")
      for fault in error.list { root.refuse(fault.place == nil ? fault.at(place) : fault) }
      return nil
    }
  }

  private func columns(_ fields: [String]) -> [String: [HeadingPattern]] {
    var columns: [String: [HeadingPattern]] = [:]
    guard let part = root.optionalPart("columns", WrittenNames(fields)) else { return [:] }
    for field in fields {
      guard let value = part.find(field) else { continue }
      let form = "the heading of the column, or a list of headings"
      let headings = value.oneOrMore(as: form)
      columns[field] = headings.compactMap { heading($0, as: form) }
      if headings.isEmpty { value.refuse(as: form) }
    }
    return columns
  }

  /// A heading, or one of several that are the same, by its place among them.
  private func heading(_ value: WrittenValue, as form: String) -> HeadingPattern? {
    guard value.node.names != nil else {
      return value.value(as: form) { $0.isEmpty ? nil : .named($0) }
    }
    guard let part = value.part(["heading", "nth"]) else { return nil }
    let name = part.text("heading", as: "a heading that stands there more than once")
    let nth = part.value("nth", as: "1 for the first of them, 2 for the second") { text in
      Int(text).flatMap { (1...99).contains($0) ? $0 : nil }
    }
    guard let name, let nth else { return nil }
    return .nth(nth, of: name)
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

  private func rules() -> [MappingRule] {
    let names = WrittenNames(MappingRule.fields + ["from", "until", "is"])
    return root.each("rules", names) { part in
      var cells: [String: Set<String>] = [:]
      for field in MappingRule.fields {
        guard let value = part.find(field) else { continue }
        let form = "a text between quotation marks, or a list of such texts"
        let texts = value.oneOrMore(as: form)
        cells[field] = Set(
          texts.compactMap { $0.value(as: form) { $0.isEmpty ? nil : Mapping.cleaned($0) } })
      }
      if cells.isEmpty {
        part.refuse(
          "\(part.name) names no column",
          next: "name one: \(MappingRule.fields.joined(separator: ", "))")
      }
      let from = part.has("from") ? part.day("from") : nil
      let until = part.has("until") ? part.day("until") : nil
      if let from, let until, until < from {
        part.refuse("it ends before it begins", at: "until", next: "correct one of the two days")
      }
      return part.needed("is", as: Self.ruleForm).flatMap(rule).map {
        MappingRule(cells: cells, from: from, until: until, rule: $0)
      }
    } ?? []
  }

  private static let ruleForm = "{fund: high-needs, line: 1.2.2}, compared, suspense or outside"

  private func rule(_ value: WrittenValue) -> CodeRule? {
    guard value.node.names != nil else {
      let words: [String: CodeRule] = [
        "compared": .compared, "suspense": .unknown, "outside": .outside,
      ]
      return value.value(as: Self.ruleForm) { words[$0] }
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
      var rules: [PayeeRule] = []
      for (payee, value) in value.pairs(as: form) ?? [] {
        guard let meaning = meaning(value, child) else { continue }
        let rule = PayeeRule(key: PayeeName.key(of: payee.node.text ?? ""), meaning: meaning)
        if rules.contains(where: { $0.key == rule.key && $0.meaning != meaning }) {
          value.refuse(
            "a payee is there twice, for two things: capitals, punctuation and Ltd make no other name",
            next: "keep the one that is meant")
        }
        rules.append(rule)
      }
      payees[child] = rules
    }
    return payees
  }

  private func meaning(_ value: WrittenValue, _ child: ChildReference) -> StatementLine.Meaning? {
    value.value(as: "the number of the plan line, or council") { text in
      if text == "council" { return .council }
      return Int(text).flatMap { PlanLineReference(child: child, number: $0) }.map { .line($0) }
    }
  }

  /// What a mapping may say of amounts.
  private enum Amounts: String, CaseIterable {
    case spendingIsPositive = "spending is positive"
    case spendingIsNegative = "spending is negative"
    case paidOutIsNegative = "paid out is negative"
  }

  private func amounts() -> [Amounts] {
    guard let value = root.find("amounts") else { return [] }
    let form = Amounts.allCases.map(\.rawValue).joined(separator: ", or ")
    let values = value.oneOrMore(as: form)
    return values.compactMap { $0.value(as: form, Amounts.init(rawValue:)) }
  }

  private func separator() -> Separator? {
    let words = Separator.allCases.map(\.rawValue).joined(separator: ", ")
    return root.optional("separator", as: "one of \(words)", Separator.init(rawValue:))
  }

  private func forms() -> CellForms {
    var forms = CellForms.usual
    forms.yearsFrom = root.optional(
      "two-digit-years-from", as: "the first year that two digits stand for, such as 1990"
    ) { text in
      Int(text).flatMap { (1900...2050).contains($0) ? $0 : nil }
    }
    guard let part = root.optionalPart("signs", ["out", "in"]) else { return forms }
    func words(_ name: String) -> Set<String> {
      let form = "the words for it, such as [DR, Debit]"
      guard let value = part.needed(name, as: form) else { return [] }
      let values = value.oneOrMore(as: form)
      return Set(values.compactMap { $0.value(as: form) { $0.isEmpty ? nil : $0.uppercased() } })
    }
    let signs = CellForms.SignWords(out: words("out"), into: words("in"))
    if !signs.out.isDisjoint(with: signs.into) {
      part.refuse(
        "a word says that money went out, and that it came in", next: "keep it in one of them")
    }
    forms.signs = signs
    return forms
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
