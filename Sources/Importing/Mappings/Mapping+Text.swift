public import Bookkeeping
public import Funding
import Yams

extension Mapping {
  /// Reads a mapping from its text.
  ///
  /// `text` is the YAML of the file.
  /// `file` is the name of the file, for messages.
  /// `chart` is the funds that codes may be for.
  /// `base` finds the mapping that this one extends, by its name.
  public init(
    _ text: String, file: String, chart: Chart, base: (String) throws(Diagnostic) -> Mapping
  ) throws(Diagnostic) {
    let reader = try MappingReader(text, file: file, chart: chart)
    try reader.checkKeys()
    if let extended = reader.string("extends") {
      do {
        self = try base(extended).named(reader.string("name"))
      } catch {
        throw error.place == nil ? reader.placed(error, at: "extends") : error
      }
    } else {
      guard let kind = reader.string("kind").flatMap(ImportKind.init(rawValue:)), kind.needsMapping
      else {
        throw reader.fault(
          "kind", "the mapping does not say what kind of file it is for",
          next: "write kind: and one of payments, bank, card")
      }
      guard let name = reader.string("name") else {
        throw reader.fault(
          "name", "the mapping does not say whose files it is for", next: "write name: and theirs")
      }
      self.init(kind: kind, name: name)
    }
    columns.merge(try reader.columns(of: kind)) { _, new in new }
    if let order = try reader.order(of: kind) { self.order = order }
    codes.merge(try reader.codes()) { _, new in new }
    if let otherwise = try reader.otherwise() { self.otherwise = otherwise }
    payees.merge(try reader.payees()) { _, new in new }
    if let positive = try reader.spendingIsPositive() { spendingIsPositive = positive }
    remarks += try reader.remarks()
  }

  private func named(_ name: String?) -> Mapping {
    guard let name else { return self }
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

/// Reads the parts of a mapping, and says on which line one of them is wrong.
private struct MappingReader {
  private let root: Node.Mapping
  private let file: String
  private let chart: Chart

  private static let keys = [
    "kind", "name", "extends", "columns", "order", "codes", "otherwise", "payees", "amounts",
    "remarks",
  ]

  init(_ text: String, file: String, chart: Chart) throws(Diagnostic) {
    self.file = file
    self.chart = chart
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw MappingReader.unreadable(error, file)
    } catch {
      throw MappingReader.notAMapping(file)
    }
    guard let mapping = node?.mapping else { throw MappingReader.notAMapping(file) }
    root = mapping
  }

  func string(_ key: String) -> String? { root[key]?.string }

  func checkKeys() throws(Diagnostic) {
    for (key, _) in root { try check(key, isOneOf: MappingReader.keys, "a part of a mapping") }
  }

  /// Refuses a word that means nothing where it stands.
  private func check(_ node: Node, isOneOf words: [String], _ what: String) throws(Diagnostic) {
    if let word = node.string, words.contains(word) { return }
    throw fault(
      node, "“\(node.string ?? "?")” is not \(what)",
      next: "write one of: \(words.filter { !$0.isEmpty }.joined(separator: ", "))")
  }

  func columns(of kind: ImportKind) throws(Diagnostic) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for (key, value) in try mapping("columns") {
      try check(key, isOneOf: kind.mappedFields.map(\.name), "a field of \(kind.rawValue)")
      let headings = value.sequence?.compactMap(\.string) ?? value.string.map { [$0] } ?? []
      guard let field = key.string, !headings.isEmpty else {
        throw fault(value, "a column has no heading", next: "write the heading of the column")
      }
      columns[field] = headings
    }
    return columns
  }

  func order(of kind: ImportKind) throws(Diagnostic) -> [String]? {
    guard let node = root["order"] else { return nil }
    guard let fields = node.sequence, !fields.isEmpty else {
      throw fault(node, "order is not a list of fields", next: "write order: [date, payee, amount]")
    }
    // An empty name is a column that nobody reads.
    let names = kind.mappedFields.map(\.name) + [""]
    for field in fields { try check(field, isOneOf: names, "a field of \(kind.rawValue)") }
    return fields.compactMap(\.string)
  }

  func codes() throws(Diagnostic) -> [String: CodeRule] {
    var codes: [String: CodeRule] = [:]
    for (key, value) in try mapping("codes") {
      guard let code = key.string else {
        throw fault(key, "a code is not text", next: "put the code between quotation marks")
      }
      codes[code.uppercased()] = try rule(value)
    }
    return codes
  }

  func otherwise() throws(Diagnostic) -> CodeRule? {
    guard let node = root["otherwise"] else { return nil }
    return try rule(node)
  }

  private func rule(_ node: Node) throws(Diagnostic) -> CodeRule {
    switch node.string {
    case "compared": return .compared
    case "suspense": return .unknown
    case "outside": return .outside
    default: break
    }
    guard let parts = node.mapping, let fund = parts["fund"]?.string.flatMap(chart.fund) else {
      throw fault(
        node, "what the code is for is not said, or names a fund that the ledger does not keep",
        next: "write {fund: high-needs, line: 1.2.2}, compared, suspense or outside")
    }
    for (key, _) in parts {
      try check(key, isOneOf: ["fund", "line", "setting"], "a part of what a code is for")
    }
    let line = parts["line"]?.string
    let setting = parts["setting"]?.string
    guard line == nil || line.flatMap(Section251Line.init(rawValue:)) != nil,
      setting == nil || setting.flatMap(SettingColumn.init(rawValue:)) != nil
    else {
      throw fault(
        node, "the line or the setting is not one of the section 251 statement",
        next: "write a line such as 1.2.2, and a setting such as special")
    }
    return .at(
      fund,
      Use(
        line: line.flatMap(Section251Line.init(rawValue:)),
        setting: setting.flatMap(SettingColumn.init(rawValue:))))
  }

  func payees() throws(Diagnostic) -> [ChildReference: [PayeeRule]] {
    var payees: [ChildReference: [PayeeRule]] = [:]
    for (key, value) in try mapping("payees") {
      guard let child = key.string.flatMap(ChildReference.init), let rules = value.mapping else {
        throw fault(
          key, "payees are not given by child",
          next: "write a child's reference, and under it each payee and the line it is for")
      }
      payees[child] = try rules.map { payee, meaning throws(Diagnostic) in
        PayeeRule(
          key: PayeeName.key(of: payee.string ?? ""), meaning: try self.meaning(meaning, child))
      }
    }
    return payees
  }

  private func meaning(_ node: Node, _ child: ChildReference) throws(Diagnostic)
    -> StatementLine.Meaning
  {
    switch node.string {
    case "council": return .council
    case let text?:
      if let number = Int(text), let line = PlanLineReference(child: child, number: number) {
        return .line(line)
      }
    case nil: break
    }
    throw fault(
      node, "what a payee is paid for is not said",
      next: "write the number of the plan line, or council")
  }

  func spendingIsPositive() throws(Diagnostic) -> Bool? {
    guard let node = root["amounts"] else { return nil }
    switch node.string {
    case "spending is positive": return true
    case "spending is negative": return false
    default:
      throw fault(
        node, "which way amounts run is not said",
        next: "write amounts: spending is positive, or spending is negative")
    }
  }

  func remarks() throws(Diagnostic) -> [String] {
    guard let node = root["remarks"] else { return [] }
    let keys = node.sequence?.map { PayeeName.key(of: $0.string ?? "") } ?? [""]
    // Every row begins with a remark of no words.
    guard !keys.contains("") else {
      throw fault(node, "remarks is not a list of words", next: "write remarks: [Opening balance]")
    }
    return keys
  }

  private func mapping(_ key: String) throws(Diagnostic) -> [(Node, Node)] {
    guard let node = root[key] else { return [] }
    guard let mapping = node.mapping else {
      throw fault(
        node, "\(key) is not a list of names and values", next: "indent its lines under it")
    }
    return mapping.map { ($0.key, $0.value) }
  }

  func fault(_ node: Node, _ problem: String, next: String) -> Diagnostic {
    let line = node.mark?.line ?? 1
    return Diagnostic(
      .error, "mapping-unreadable", at: Place(file: file, row: line, line: line),
      problem: problem, next: next)
  }

  func fault(_ key: String, _ problem: String, next: String) -> Diagnostic {
    let line = root[key]?.mark?.line ?? 1
    return Diagnostic(
      .error, "mapping-unreadable", at: Place(file: file, row: line, line: line),
      problem: problem, next: next)
  }

  /// What is wrong elsewhere, said of the part that led there.
  func placed(_ diagnostic: Diagnostic, at key: String) -> Diagnostic {
    diagnostic.at(fault(key, "", next: "").place)
  }

  private static func notAMapping(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "mapping-unreadable", at: Place(file: file, row: 1, line: 1),
      problem: "the file is not a mapping",
      next: "begin it with kind: and name:, as the mappings that came with the program do")
  }

  private static func unreadable(_ error: YamlError, _ file: String) -> Diagnostic {
    let line: Int
    switch error {
    case .duplicatedKeysInMapping(let words, let context):
      return Diagnostic(
        .error, "mapping-unreadable",
        at: Place(file: file, row: context.mark.line, line: context.mark.line),
        problem: "“\(words.first ?? "")” stands twice, here for the first time",
        next: "take one of the two out")
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      line = mark.line
    default: line = 1
    }
    return Diagnostic(
      .error, "mapping-unreadable", at: Place(file: file, row: line, line: line),
      problem: "the file is not YAML from this line on",
      next: "look at the indenting, the colons and the quotation marks")
  }
}
