public import Bookkeeping

/// The fields under which a request is kept in the chain.
private enum RequestField: String {
  case contract, line, asked, window, asks, units, replacement, overheads, premises, starts
  case replaces, purpose
  case nextReview = "next-review"
  case paidAs = "paid-as"
}

extension BudgetRequest: Noted {
  public static let kind = FactKind.budgetRequest

  /// The request as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details: [Detail] = []
    func keep(_ field: RequestField, _ value: (some LedgerValue)?) {
      if let value { details.append(Detail(field.rawValue, value)) }
    }
    keep(.contract, contract)
    keep(.line, line)
    keep(.window, window)
    keep(.nextReview, nextReview)
    keep(.asks, asks)
    keep(.units, units)
    keep(.replacement, replacement)
    keep(.overheads, overheads)
    keep(.premises, (isOnPremises ? "yes" : "no") as LedgerText)
    keep(.starts, starts)
    keep(.replaces, replaces)
    keep(.paidAs, paidAs == line ? nil : paidAs)
    keep(.purpose, purpose)
    return Fact(.budgetRequest, of: reference.code, on: asked, Source(origin, details: details))
  }

  /// Reads a request back from the chain.
  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    func read<Value>(_ field: RequestField, _ reading: (String) -> Value?) -> Value? {
      details.read(field.rawValue, reading)
    }
    guard fact.kind == Self.kind, let reference = DecisionReference(fact.subject),
      let asked = fact.day, let contract = read(.contract, { ContractReference($0) }),
      let line = read(.line, { PlanLineReference($0) }),
      let window = read(.window, RequestWindow.init(rawValue:)),
      let asks = read(.asks, RequestedForm.init(rawValue:)),
      let units = read(.units, { Fraction(decimal: $0) }),
      let overheads = details.money(RequestField.overheads.rawValue),
      let starts = details.day(RequestField.starts.rawValue),
      let purpose = read(.purpose, { TextReference($0) })
    else { return nil }
    let isOnPremises = read(.premises, Bool.init(yesOrNo:)) ?? false
    let nextReview = details.day(RequestField.nextReview.rawValue)
    let replacement = read(.replacement) { Fraction(decimal: $0) }
    let replaces = read(.replaces) { PlanLineReference($0) }
    let paidAs = read(.paidAs) { PlanLineReference($0) }
    guard details.isSound else { return nil }
    try? self.init(
      reference, to: contract, for: line, asked: asked, in: window, nextReview: nextReview,
      asks: asks, units: units, replacement: replacement, overheads: overheads,
      isOnPremises: isOnPremises, starts: starts, replaces: replaces, paidAs: paidAs,
      purpose: purpose)
  }
}

extension Bool {
  /// Reads `yes` or `no`.
  fileprivate init?(yesOrNo text: String) {
    guard text == "yes" || text == "no" else { return nil }
    self = text == "yes"
  }
}

extension Evidence: Noted {
  public static let kind = FactKind.evidence

  /// The evidence as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    Fact(
      .evidence, of: about.code, on: document.day,
      Source(
        origin,
        details: [
          Detail("shows", shows), Detail("finding", finding),
          Detail(.document, document.name), Detail("page", document.page),
        ] + (isAssumed ? [Detail("assumed", "yes")] : [])))
  }

  /// Reads a piece of evidence back from the chain.
  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let about = Subject(fact.subject), let day = fact.day,
      let shows = details.read("shows", EvidenceKind.init(rawValue:)),
      let finding = details.read("finding", { Finding($0) }),
      let name = fact.source.text(DetailName.document.rawValue)
    else { return nil }
    let isAssumed = details.read("assumed", Bool.init(yesOrNo:)) ?? false
    guard details.isSound else { return nil }
    try? self.init(
      shows, about: about, finding,
      in: DocumentPage(name, page: fact.source.text("page") ?? "", of: day), isAssumed: isAssumed)
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
