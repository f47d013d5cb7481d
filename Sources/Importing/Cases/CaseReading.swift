import Bookkeeping
import Funding
import Storage

/// A case read by its keys: which law, which kind of contract, and what it is counted in.
struct CaseReading {
  let row: TypedRow
  let context: ImportContext
  /// The case's name in capitals: `D5A`.
  let name: String
  let unit: Rate.Unit
  let regime: Regime
  let kind: ContractKind
  let asked: Day
  let texts: [KeptText]
  /// The title, which is what is provided, and the name of the file, as the ledger may hold them.
  let purpose: TextReference
  let document: LedgerText
  let page: LedgerText

  init(_ row: TypedRow, _ context: ImportContext) throws(Diagnostic) {
    self.row = row
    self.context = context
    name = try row.value(
      CaseFields.place(.id), "a name of letters, digits and hyphens, 17 characters at most"
    ) { text in
      let name = text.uppercased()
      return DecisionReference("D-CASE-" + name) == nil ? nil : name
    }
    let title = try row.filled(CaseFields.place(.title))
    purpose = context.salt.reference(to: title)
    var texts = [KeptText(reference: purpose.code, text: title)]
    document = context.plain(row.place.file, keeping: &texts)
    page = LedgerText(asRead: name)
    self.texts = texts
    unit = try row.unit()
    asked = try row.optionalDay(CaseFields.place(.asked)) ?? context.opens
    regime = try row.regime(countedIn: unit)
    kind = try row.contractKind(countedIn: unit)
  }

  var contractReference: ContractReference {
    guard let reference = ContractReference("CASE-" + name) else {
      preconditionFailure("a name that a request may have, a contract may have")
    }
    return reference
  }

  var decisionReference: DecisionReference {
    guard let reference = DecisionReference("D-CASE-" + name) else {
      preconditionFailure("the name was looked at before")
    }
    return reference
  }

  /// The plan line of an invented child, one a case.
  func planLine() throws(Diagnostic) -> PlanLineReference {
    let digits = String(900_000 + row.place.row)
    guard let line = PlanLineReference("SPB-\(digits)/1") else {
      throw row.unclear(.id, "there are more cases than children to invent", "split the file")
    }
    return line
  }
}

// MARK: Figures

extension CaseReading {
  func quantity(_ key: CaseKey) throws(Diagnostic) -> Fraction? {
    try row.quantity(CaseFields.place(key))
  }

  func quantity(_ key: CaseUnitKey) throws(Diagnostic) -> Fraction? {
    try CaseFields.place(key, unit).flatMap { field throws(Diagnostic) in
      try row.quantity(field)
    }
  }

  func price(_ key: CaseKey) throws(Diagnostic) -> Money? { try row.price(CaseFields.place(key)) }

  func price(_ key: CaseUnitKey) throws(Diagnostic) -> Money? {
    try CaseFields.place(key, unit).flatMap { field throws(Diagnostic) in
      try row.price(field)
    }
  }

  /// A sum of a year, which may be larger than a price.
  func sum(_ key: CaseKey) throws(Diagnostic) -> Money? {
    let field = CaseFields.place(key)
    return row.isEmpty(field) ? nil : try row.amount(field).money
  }

  func whole(_ key: CaseKey, upTo most: Int) throws(Diagnostic) -> Int? {
    try row.whole(CaseFields.place(key), upTo: most)
  }

  /// What a key says, where another key needs it.
  func needed<Value>(_ value: Value?, _ key: CaseKey) throws(Diagnostic) -> Value {
    guard let value else { throw row.fault(.missing, CaseFields.place(key)) }
    return value
  }

  func needed<Value>(_ value: Value?, _ key: CaseUnitKey) throws(Diagnostic) -> Value {
    if let value { return value }
    guard let field = CaseFields.place(key, unit) else {
      preconditionFailure("a key that is needed is one for every unit")
    }
    throw row.fault(.missing, field)
  }

  /// The one figure that several keys may give.
  func agreed<Value: Equatable>(_ values: [Value?], _ what: String) throws(Diagnostic) -> Value? {
    let given = values.compactMap(\.self)
    guard let first = given.first else { return nil }
    guard given.allSatisfy({ $0 == first }) else {
      throw row.unclear(.id, "two keys give \(what), and not the same", "leave one of them out")
    }
    return first
  }
}

// MARK: What kind of case it is

extension TypedRow {
  func has(_ key: CaseKey) -> Bool { !isEmpty(CaseFields.place(key)) }

  func has(_ key: CaseUnitKey, _ unit: Rate.Unit) -> Bool {
    CaseFields.place(key, unit).map { !isEmpty($0) } ?? false
  }

  func unclear(_ key: CaseKey, _ problem: String, _ next: Remedy) -> Diagnostic {
    .error(
      "case-unclear", problem,
      at: Place(file: place.file, row: place.row, line: place.line, column: key.rawValue),
      next: next)
  }

  /// What the case is counted in; places, where no key says it.
  fileprivate func unit() throws(Diagnostic) -> Rate.Unit {
    // Hours that others lose may be of another kind than what is asked for.
    let keys = CaseUnitKey.allCases.filter { $0 != .lost }
    let units = Rate.Unit.allCases.filter { unit in keys.contains { has($0, unit) } }
    guard units.count <= 1 else {
      let names = units.map { $0.rawValue + "s" }.joined(separator: " and in ")
      throw unclear(.id, "the case is counted in \(names)", "count all of it in one of them")
    }
    return units.first ?? .place
  }

  fileprivate func regime(countedIn unit: Rate.Unit) throws(Diagnostic) -> Regime {
    if let said = try optionalWord(CaseFields.place(.regime), Regime.self) { return said }
    if unit == .night { return .socialCare }
    return has(.routeDay) || has(.taxiDay) || has(.rateMile) ? .travel : .specialEducation
  }

  fileprivate func contractKind(countedIn unit: Rate.Unit) throws(Diagnostic) -> ContractKind {
    if has(.taxiDay) { return .spot }
    if has(.framework, unit) { return .framework }
    if has(.topUp) || has(.elementThree) { return .topUp }
    if let isThird = try answer(CaseFields.place(.thirdParty)) {
      return isThird ? .contract : .inHouse
    }
    if has(.serviceBudget) { return .inHouse }
    if has(.contractSum) || has(.routeDay) || has(.releasedStep, unit) { return .contract }
    if has(.placeFunding) { return .place }
    return has(.spot, unit) ? .spot : .contract
  }
}
