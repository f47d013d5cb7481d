import Bookkeeping
import Modelling

extension AssumptionTable {
  private static let keys = [
    "id", "text", "low", "central", "high", "unit", "source", "date", "owner", "confidence",
    "drives", "from", "turns", "used",
  ]

  /// The table of a scenario file, or none where something is wrong with it.
  static func read(
    _ root: ScenarioPart, _ uplift: SaidUplift, noting faults: inout [Diagnostic]
  ) -> AssumptionTable? {
    let before = faults.count
    let rows = root.each("assumptions", keys: keys, noting: &faults) { (part) throws(Diagnostic) in
      try Assumption(part, uplift)
    }
    guard faults.count == before else { return nil }
    do { return try AssumptionTable(rows) } catch {
      faults.append(error.diagnostic(at: root.place(of: "assumptions")))
      return nil
    }
  }
}

extension Assumption {
  fileprivate init(_ part: ScenarioPart, _ uplift: SaidUplift) throws(Diagnostic) {
    let reference = try part.value("id", as: "a capital letter and a number such as A1") {
      AssumptionReference($0)
    }
    let source = try part.textOrNothing("source") ?? ""
    let day = part.has("date") ? try part.day("date") : nil
    let confidence = try part.value("confidence", as: "A, B, C or D") {
      Confidence(rawValue: $0)
    }
    let use = try Use(part)
    let values = try Values(part, use == .drives(.contributionUplift) ? uplift : nil)
    let (text, owner) = (
      try part.textOrNothing("text") ?? "", try part.textOrNothing("owner") ?? ""
    )
    do {
      try self.init(
        reference, text, values, source: source, sourced: day, owner: owner,
        confidence: confidence, use: use)
    } catch {
      throw error.diagnostic(at: part.place)
    }
    if use == .drives(.firstYearCost), case .rate(let spread, _) = values, spread.central != .zero {
      throw ScenarioFault.unusable(
        "the first year’s cost is centrally \(spread.central) away from itself",
        at: part.place(of: "central"), next: "write 0, and change the base cost")
    }
  }
}

extension Assumption.Use {
  fileprivate init(_ part: ScenarioPart) throws(Diagnostic) {
    if part.has("from"), !part.has("drives") {
      throw ScenarioFault.unusable(
        "a year is named from which nothing is driven", at: part.place(of: "from"),
        next: "write drives: and the rate that changes, or leave out the year")
    }
    try part.onlyOne(of: "drives", "turns", "used")
    if part.has("drives") {
      let words = Driver.allCases.map(\.rawValue).joined(separator: ", ")
      let driver = try part.value("drives", as: "one of \(words)") { Driver(rawValue: $0) }
      self = .drives(driver, from: part.has("from") ? try part.year("from") : nil)
    } else if part.has("turns") {
      let words = DeficitSwitch.allCases.map(\.rawValue).joined(separator: ", ")
      self = .turns(
        try part.value("turns", as: "one of \(words)") { DeficitSwitch(rawValue: $0) })
    } else {
      let words = try part.text("used")
      self = words == Assumption.Use.notModelled.name ? .notModelled : .stated(words)
    }
  }
}

extension Assumption.Values {
  /// `uplift` is given for the row whose central value the agreement may say.
  fileprivate init(_ part: ScenarioPart, _ uplift: SaidUplift?) throws(Diagnostic) {
    func spread<Value>(
      _ read: (String) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> Assumption.Spread<Value> {
      Assumption.Spread(try read("low"), try read("central"), try read("high"))
    }
    let unit = try part.text("unit")
    if let rate = Assumption.RateUnit(rawValue: unit) {
      self = .rate(
        try spread { (key) throws(Diagnostic) in
          if key == "central", let uplift { return try uplift.central(part) }
          return try part.percent(key)
        }, rate)
      return
    }
    switch unit {
    case "£": self = .amount(try spread { (key) throws(Diagnostic) in try part.money(key) })
    case "policy":
      self = .policy(
        try spread { (key) throws(Diagnostic) in
          try part.value(key, as: "off, on, or on from 2030-31") { Assumption.PolicyState($0) }
        })
    // Any other unit is the word for what is counted.
    default:
      self = .number(
        try spread { (key) throws(Diagnostic) in
          try part.value(key, as: "a number") { Fraction(decimal: $0) }
        }, of: unit)
    }
  }
}

extension Assumption.PolicyState {
  fileprivate init?(_ text: String) {
    let from = "on from "
    switch text {
    case "off": self = .off
    case "on": self = .on
    case let text where text.hasPrefix(from):
      guard let year = FinancialYear(String(text.dropFirst(from.count))) else { return nil }
      self = .onFrom(year)
    // Any other text is refused with the forms that may stand there.
    default: return nil
    }
  }
}
