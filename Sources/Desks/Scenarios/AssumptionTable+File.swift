import Bookkeeping
import Importing
import Modelling

extension AssumptionTable {
  private static let names: WrittenNames = [
    "id", "text", "low", "central", "high", "unit", "source", "date", "owner", "confidence",
    "drives", "from", "turns", "used",
  ]

  /// The table of a scenario file, or none where something is wrong with it.
  static func read(_ root: WrittenPart, _ uplift: SaidUplift) -> AssumptionTable? {
    guard let rows = root.each("assumptions", names, { Assumption($0, uplift) }) else { return nil }
    do { return try AssumptionTable(rows) } catch {
      root.refuse(error.diagnostic(at: root.place(of: "assumptions")))
      return nil
    }
  }
}

extension Assumption {
  fileprivate init?(_ part: WrittenPart, _ uplift: SaidUplift) {
    let reference = part.value("id", as: "a capital letter and a number such as A1") {
      AssumptionReference($0)
    }
    let source = part.textOrNothing("source") ?? ""
    let day = part.has("date") ? part.day("date") : nil
    let confidence = part.value("confidence", as: "A, B, C or D") { Confidence(rawValue: $0) }
    let use = Use(part)
    let values = Values(part, use == .drives(.contributionUplift) ? uplift : nil)
    let (text, owner) = (part.textOrNothing("text") ?? "", part.textOrNothing("owner") ?? "")
    // A day that is left open has been told already, and is not one that is left out.
    if part.has("date"), day == nil { return nil }
    guard let reference, let confidence, let use, let values else { return nil }
    do {
      try self.init(
        reference, text, values, source: source, sourced: day, owner: owner,
        confidence: confidence, use: use)
    } catch {
      part.refuse(error.diagnostic(at: part.place))
      return nil
    }
    if use == .drives(.firstYearCost), case .rate(let spread, _) = values, spread.central != .zero {
      part.refuse(
        "the first year’s cost is centrally \(spread.central) away from itself", at: "central",
        next: "write 0, and change the base cost")
    }
  }
}

extension Assumption.Use {
  fileprivate init?(_ part: WrittenPart) {
    if part.has("from"), !part.has("drives") {
      part.refuse(
        "a year is named from which nothing is driven", at: "from",
        next: "write drives: and the rate that changes, or leave out the year")
    }
    part.onlyOne(of: "drives", "turns", "used")
    if part.has("drives") {
      let words = Driver.allCases.map(\.rawValue).joined(separator: ", ")
      let driver = part.value("drives", as: "one of \(words)") { Driver(rawValue: $0) }
      let from = part.has("from") ? part.year("from") : nil
      guard let driver else { return nil }
      self = .drives(driver, from: from)
    } else if part.has("turns") {
      let words = DeficitSwitch.allCases.map(\.rawValue).joined(separator: ", ")
      let turned = part.value("turns", as: "one of \(words)") { DeficitSwitch(rawValue: $0) }
      guard let turned else { return nil }
      self = .turns(turned)
    } else {
      guard let words = part.text("used") else { return nil }
      self = words == Assumption.Use.notModelled.name ? .notModelled : .stated(words)
    }
  }
}

extension Assumption.Values {
  /// `uplift` is given for the row whose central value the agreement may say.
  fileprivate init?(_ part: WrittenPart, _ uplift: SaidUplift?) {
    func spread<Value>(_ read: (String) -> Value?) -> Assumption.Spread<Value>? {
      let (low, central, high) = (read("low"), read("central"), read("high"))
      guard let low, let central, let high else { return nil }
      return Assumption.Spread(low, central, high)
    }
    guard let unit = part.text("unit") else {
      _ = spread { part.text($0) }
      return nil
    }
    let values: Self?
    if let rate = Assumption.RateUnit(rawValue: unit) {
      values = spread { name in
        if name == "central", let uplift { return uplift.central(part) }
        return part.percent(name)
      }.map { .rate($0, rate) }
    } else {
      switch unit {
      case "£": values = spread { part.amount($0) }.map { .amount($0) }
      case "policy":
        values = spread { name in
          part.value(name, as: "off, on, or on from 2030-31") { Assumption.PolicyState($0) }
        }.map { .policy($0) }
      // Any other unit is the word for what is counted.
      default:
        values = spread { name in
          part.value(name, as: "a number") { Fraction(decimal: $0) }
        }.map { .number($0, of: unit) }
      }
    }
    guard let values else { return nil }
    self = values
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
