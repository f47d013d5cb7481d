import Bookkeeping
import Funding

extension CaseReading {
  func request() throws -> BudgetRequest {
    try BudgetRequest(
      decisionReference, to: contractReference, for: try planLine(), asked: asked,
      in: try row.word(CaseFields.place(.window), RequestWindow.self, otherwise: .review),
      asks: try form(), units: try units(), replacement: try elsewhere().units,
      overheads: try price(.overhead) ?? .zero, isOnPremises: try isOnPremises(),
      purpose: purpose)
  }

  private func form() throws(Diagnostic) -> RequestedForm {
    try row.word(CaseFields.place(.asks), RequestedForm.self, otherwise: .cash)
  }

  /// What a head is asked to consent to is given on the premises.
  private func isOnPremises() throws(Diagnostic) -> Bool {
    try row.answer(CaseFields.place(.onPremises))
      ?? (row.has(.schoolConsents) || row.has(.headConsents))
  }

  // MARK: What it would cost elsewhere

  /// Prices elsewhere, and how many units are bought there where they are not those given up.
  private func elsewhere() throws(Diagnostic) -> (prices: [Money], units: Fraction?) {
    var prices = [try price(.market), try price(.family)].compactMap(\.self)
    var others: [Fraction] = []
    if let aYear = try price(.marketAnnual) {
      prices.append(aYear)
      others.append(.one)
    }
    if let aMile = try price(.rateMile) {
      prices.append(aMile)
      others.append(try milesOfAYear())
    }
    if prices.isEmpty, kind == .topUp, let rate = try price(.rate) { prices.append(rate) }
    guard others.isEmpty || prices.count == others.count, Set(others).count <= 1 else {
      throw row.unclear(
        .id, "the prices elsewhere are of different things: a unit, a year or a mile",
        "keep those that are of one thing")
    }
    if kind != .topUp, row.has(.rate) {
      throw row.unclear(
        .rate, "nothing says what the rate is of",
        "write it as variable_rate, or as market_\(unit.rawValue)")
    }
    let units = try self.units()
    return (prices, others.first.flatMap { $0 == units ? nil : $0 })
  }

  /// There and back twice a day.
  private func milesOfAYear() throws(Diagnostic) -> Fraction {
    let oneWay = try needed(try quantity(.milesOneWay), .milesOneWay)
    let days = try needed(try whole(.days, upTo: 366), .days)
    let miles = oneWay * Fraction(Int64(4 * days))
    guard Figure.isQuantity(miles) else {
      throw row.unclear(.milesOneWay, "a year would be \(miles) miles", "correct the miles")
    }
    return miles
  }

  // MARK: What was found out

  func evidence() throws -> [Evidence] {
    var found: [Evidence] = []
    func add(_ kind: EvidenceKind, _ finding: Evidence.Finding, isAssumed: Bool = false) throws {
      found.append(
        try Evidence(
          kind, about: .request(decisionReference), finding,
          in: DocumentPage(document, page: page, of: asked), isAssumed: isAssumed))
    }
    for price in try elsewhere().prices { try add(.quote, .price(price)) }
    for (key, kind) in CaseReading.answers {
      if let answer = try row.answer(CaseFields.place(key)) { try add(kind, answer ? .yes : .no) }
    }
    if let percent = try row.optional(
      CaseFields.place(.priceRise), Figure.percentForm, Figure.percent)
    {
      try add(.priceRise, .percent(percent))
    }
    for unit in Rate.Unit.allCases {
      guard let field = CaseFields.place(.lost, unit), let lost = try row.quantity(field) else {
        continue
      }
      try add(.hoursLost, .units(lost))
    }
    if try isPaymentAskedFor() {
      for (key, kind) in CaseReading.recipient where !row.has(key) {
        try add(kind, .yes, isAssumed: true)
      }
    }
    return found
  }

  /// Whether it has to be known of somebody that they may be paid.
  private func isPaymentAskedFor() throws(Diagnostic) -> Bool {
    let form = try form()
    return regime == .specialEducation && kind != .place && form == .cash
  }

  /// What a file may leave out of a recipient, and is then taken to be so.
  private static let recipient: [(CaseKey, EvidenceKind)] = [
    (.eligible, .eligible), (.recipientConsents, .recipientConsent), (.properUse, .properUse),
    (.bestInterests, .bestInterests),
  ]

  private static let answers: [(CaseKey, EvidenceKind)] =
    recipient + [
      (.schoolConsents, .schoolConsent), (.headConsents, .schoolConsent),
      (.serviceCut, .serviceCut), (.variationClause, .variationClause),
      (.priceNegotiated, .priceNegotiated), (.partRelease, .partRelease),
      (.outcomeDifference, .outcomeDifference),
    ]
}
