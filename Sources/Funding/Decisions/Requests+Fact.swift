public import Bookkeeping

/// The fields under which a request is kept in the chain.
private enum RequestField: String {
  case contract, line, asked, window, asks, units, replacement, overheads, premises, starts
  case replaces, purpose
  case nextReview = "next-review", paidAs = "paid-as"
}

extension BudgetRequest {
  /// The request as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details: [Detail] = []
    func keep(_ field: RequestField, _ value: (some CustomStringConvertible)?) {
      if let value { details.append(Detail(field.rawValue, value.description)) }
    }
    keep(.contract, contract)
    keep(.line, line)
    keep(.window, window.rawValue)
    keep(.nextReview, nextReview)
    keep(.asks, asks.rawValue)
    keep(.units, units)
    keep(.replacement, replacement)
    keep(.overheads, overheads.plain)
    keep(.premises, isOnPremises ? "yes" : "no")
    keep(.starts, starts)
    keep(.replaces, replaces)
    keep(.paidAs, paidAs == line ? nil : paidAs)
    keep(.purpose, purpose)
    return Fact(.budgetRequest, of: reference.code, on: asked, Source(origin, details: details))
  }

  /// Reads a request back from the chain.
  public init?(_ fact: Fact) {
    func text(_ field: RequestField) -> String? { fact.source[field.rawValue] }
    guard fact.kind == .budgetRequest, let reference = DecisionReference(fact.subject),
      let asked = fact.day, let contract = text(.contract).flatMap({ ContractReference($0) }),
      let line = text(.line).flatMap({ PlanLineReference($0) }),
      let window = text(.window).flatMap(RequestWindow.init(rawValue:)),
      let asks = text(.asks).flatMap(RequestedForm.init(rawValue:)),
      let units = text(.units).flatMap({ Fraction(decimal: $0) }),
      let overheads = text(.overheads).flatMap({ try? Money(parsing: $0) }),
      let starts = text(.starts).flatMap({ Day($0) }),
      let purpose = text(.purpose).flatMap({ TextReference($0) })
    else { return nil }
    try? self.init(
      reference, to: contract, for: line, asked: asked, in: window,
      nextReview: text(.nextReview).flatMap { Day($0) }, asks: asks, units: units,
      replacement: text(.replacement).flatMap { Fraction(decimal: $0) }, overheads: overheads,
      isOnPremises: text(.premises) == "yes", starts: starts,
      replaces: text(.replaces).flatMap { PlanLineReference($0) },
      paidAs: text(.paidAs).flatMap { PlanLineReference($0) }, purpose: purpose)
  }
}

extension Evidence {
  /// The evidence as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    Fact(
      .evidence, of: about.code, on: document.day,
      Source(
        origin,
        details: [
          Detail("shows", shows.rawValue), Detail("finding", finding.text),
          Detail(.document, document.name), Detail("page", document.page),
        ] + (isAssumed ? [Detail("assumed", "yes")] : [])))
  }

  /// Reads a piece of evidence back from the chain.
  public init?(_ fact: Fact) {
    guard fact.kind == .evidence, let about = Subject(fact.subject), let day = fact.day,
      let shows = fact.source["shows"].flatMap(EvidenceKind.init(rawValue:)),
      let finding = fact.source["finding"].flatMap(Finding.init),
      let name = fact.source[.document]
    else { return nil }
    try? self.init(
      shows, about: about, finding,
      in: DocumentPage(name, page: fact.source["page"] ?? "", of: day),
      isAssumed: fact.source["assumed"] == "yes")
  }
}

extension Evidence.Finding {
  /// `yes`, `£68.00`, `12.5%` or `40`.
  public var text: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .price(let price): "£" + price.plain
    case .units(let units): units.description
    case .percent(let percent): percent.description + "%"
    }
  }

  /// Reads what ``text`` writes.
  public init?(_ text: String) {
    if text == "yes" {
      self = .yes
    } else if text == "no" {
      self = .no
    } else if text.hasPrefix("£"), let price = try? Money(parsing: String(text.dropFirst())) {
      self = .price(price)
    } else if text.hasSuffix("%"), let percent = Fraction(decimal: String(text.dropLast())) {
      self = .percent(percent)
    } else if let units = Fraction(decimal: text) {
      self = .units(units)
    } else {
      return nil
    }
  }
}
